"""Tờ trình đề nghị khen thưởng, with the list and the achievement reports as appendices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from schemas import _counts, _twice, _typed_totals
from schemas._checks import duplicates, needed, unused
from schemas._document import DatedDocument
from schemas._parts import Recipients, Signature
from schemas._proposed import (
    REWARD_KINDS,
    Collective,
    Confirmation,
    Enclosure,
    Individual,
    Period,
)
from schemas._reports import CollectiveReport, IndividualReport
from service.errors import Message, fault, register
from service.fields import Choice, Computed, Day, Dong, Many, Name, Part, Percent, Text
from service.law.award_names import in_a_sentence
from service.law.kinds import KINDS
from service.law.review import caps, deadlines, eligibility, money, powers, subjects
from service.schema import Place, advise, check
from service.vietnamese.text import fold

register(
    {
        "nobody_proposed": "Cần đề nghị ít nhất một tập thể hoặc một cá nhân.",
        "subject_not_proposed": (
            "“{subject}” không có trong danh sách đề nghị khen thưởng: hãy sửa tên cho khớp danh "
            "sách hoặc bỏ báo cáo này."
        ),
        "born_too_late": "Ngày sinh phải trước ngày lập tờ trình ({date}): hãy sửa lại.",
        "movement_missing": "Khen theo chuyên đề cần tên phong trào thi đua.",
    }
)

PROPOSAL_KINDS = {
    "board_to_province": "Ban Quản lý trình cấp tỉnh",
    "bloc_to_ministry": "khối, cụm thi đua trình Bộ hoặc cấp tỉnh",
    "unit_to_board": "doanh nghiệp, phòng trình Ban Quản lý",
}
BONUS_MODES = {
    "none": "không ghi tiền thưởng",
    "state": "theo quy định của Nhà nước, tự tính",
    "own_fund": "từ quỹ của đơn vị, tự ghi",
}
ORIENTATIONS = {
    "portrait": "dọc, theo chiều dài khổ giấy",
    "landscape": "ngang, theo chiều rộng khổ giấy",
}
_LISTS = ("collectives", "individuals")


class AwardProposal(DatedDocument):
    class Meta(DatedDocument.Meta):
        title = "Tờ trình đề nghị khen thưởng"

    kind = KINDS["proposal"]

    proposal_kind = Choice("Loại tờ trình", PROPOSAL_KINDS, required=True, printed=False)
    addressees = Many(Name("Cơ quan, người nhận"), "Kính gửi", minimum=1, maximum=20)
    reward_kind = Choice("Loại hình khen thưởng", REWARD_KINDS, required=True)
    period = Part(Period, "Thời gian xét khen thưởng", required=True)
    situation = Many(Text("Đoạn"), "Tóm tắt tình hình, kết quả", maximum=20)
    review = Text("Kết quả họp xét", "Cuộc họp nào, ngày nào, kết quả ra sao.", required=True)
    collectives = Many(Part(Collective), "Tập thể đề nghị")
    individuals = Many(Part(Individual), "Cá nhân đề nghị")
    confirmations = Many(Part(Confirmation), "Xác nhận của cơ quan chức năng")
    enclosures = Many(Part(Enclosure), "Hồ sơ kèm theo", minimum=1)
    collective_reports = Many(Part(CollectiveReport), "Báo cáo thành tích tập thể (Mẫu 04)")
    individual_reports = Many(Part(IndividualReport), "Báo cáo thành tích cá nhân (Mẫu 05)")
    bonus_mode = Choice("Tiền thưởng", BONUS_MODES, load_default="none", printed=False)
    decision_date = Day(
        "Ngày dự kiến quyết định",
        "Để tính lương cơ sở; bỏ trống thì lấy ngày của Tờ trình.",
        printed=False,
    )
    fund = Dong("Quỹ khen thưởng (đồng)", "Để đối chiếu, không in ra.", printed=False)
    list_orientation = Choice(
        "Hướng giấy của danh sách",
        ORIENTATIONS,
        "Danh sách là phụ lục riêng nên mặc định in dọc: Nghị định 30/2020/NĐ-CP (Phụ lục I, "
        "Phần I, mục I.2) chỉ nêu in ngang cho bảng, biểu không tách thành phụ lục riêng. "
        "Cơ quan quen in ngang danh sách nhiều chữ thì chọn ngang; chỉ danh sách xoay ngang.",
        load_default="portrait",
        printed=False,
    )
    fighter_cap = Percent(
        "Tỷ lệ “Chiến sĩ thi đua cơ sở” nhiều nhất (%)",
        "Mức đơn vị tự đặt, so với số “Lao động tiên tiến”. Không in ra.",
        printed=False,
    )
    commitment = Text("Cam kết", "Bỏ trống thì dùng câu thông dụng.")
    recipients = Part(Recipients, "Nơi nhận", required=True)
    signature = Part(Signature, "Người ký", required=True)
    totals = Computed("Số lượng theo từng hình thức")
    report_count = Computed("Số báo cáo thành tích")
    grand_total = Computed("Tổng số tập thể, cá nhân")
    bonus_total = Computed("Tổng số tiền thưởng (đồng)")
    bonus_sums = Computed("Tiền thưởng của tập thể, của cá nhân")
    bonus_source = Computed("Căn cứ tính tiền thưởng")

    @check("collectives", "individuals")
    def somebody_proposed(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if not data["collectives"] and not data["individuals"]:
            yield "collectives", fault("nobody_proposed")

    @check("reward_kind", "period")
    def movement_named(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        movement = data["period"].get("movement", "")
        if data["reward_kind"] == "movement" and movement is None:
            yield ("period", "movement"), fault("movement_missing")
        elif data["reward_kind"] != "movement" and movement:
            condition = f"là {data['reward_kind'].label}"
            yield ("period", "movement"), fault("not_used_here", condition=condition)

    @check("date", "confirmations")
    def confirmed_before(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        for index, item in enumerate(data["confirmations"]):
            if (confirmed := item.get("date")) and confirmed > data["date"]:
                yield ("confirmations", index, "date"), fault("cited_later", date=data["date"])

    @check("collectives", "individuals")
    def proposed_once(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from _twice.faults(data)

    @check("date", "individuals")
    def born_before(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        for index, person in enumerate(data["individuals"]):
            if (born := person.get("born")) and born >= data["date"]:
                yield ("individuals", index, "born"), fault("born_too_late", date=data["date"])

    @check("collectives", "collective_reports")
    def collective_reports_match(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from _reports_match(data, "collectives", "collective_reports")

    @check("individuals", "individual_reports")
    def individual_reports_match(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from _reports_match(data, "individuals", "individual_reports")

    @check("bonus_mode")
    def bonuses_as_agreed(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        """Typed where an own fund pays; where nobody does, nothing of bonuses is given."""
        if data["bonus_mode"] == "none":
            condition = "không ghi tiền thưởng (bonus_mode là none)"
            yield from unused(data, ["decision_date", "fund"], condition)
            yield from _at_lines(data, unused, condition)
        elif data["bonus_mode"] == "own_fund":
            yield from _at_lines(data, needed, "thưởng từ quỹ của đơn vị (own_fund)")

    @check("date", "decision_date")
    def decided_after(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["decision_date"] < data["date"]:
            yield "decision_date", fault("decision_before_proposal", date=data["date"])

    @check("bonus_mode", "collectives", "individuals")
    def bonuses_by_law(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["bonus_mode"] == "state" and {"date", "decision_date"} <= data.keys():
            yield from money.faults(data)

    @check("collectives", "individuals")
    def typed_totals(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from _typed_totals.faults(data)

    @check("date", "proposal_kind", "reward_kind", "period", "collectives", "individuals")
    def lawful(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        on = data["date"]
        yield from eligibility.faults(data, on)
        yield from powers.faults(data, on)
        yield from subjects.faults(data, on)

    @advise("date")
    def doubtful(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        on = data["date"]
        yield from eligibility.advice(data, on)
        yield from eligibility.unverified(data, on)
        yield from caps.advice(data, on)
        yield from powers.advice(data, on)
        yield from subjects.advice(data, on)
        yield from deadlines.advice(data, on)

    @advise()
    def unfinished(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from _twice.advice(data)
        yield from _typed_totals.advice(data)
        yield from _counts.unpadded(data)
        yield from _counts.enclosures_missing(data)
        if data["bonus_mode"] != "none":
            yield from money.advice(data)

    def computed(self, data: dict[str, Any]) -> dict[str, Any]:
        _link_reports(data["collectives"], data["collective_reports"])
        _link_reports(data["individuals"], data["individual_reports"])
        for collective in data["collectives"]:
            collective["figures"] = _counts.figures_of(collective)
        on = money.decided_on(data) if data["bonus_mode"] == "state" else None
        total = _counts.pay(data)
        return {
            "totals": _counts.by_award(data),
            "grand_total": _counts.everyone(data),
            "report_count": len(data["collective_reports"]) + len(data["individual_reports"]),
            "bonus_total": total,
            "bonus_sums": _counts.bonus_sums(data),
            "bonus_source": money.source(on) if on else "",
        }


def _at_lines(data: dict[str, Any], rule: Any, condition: str) -> Iterator[tuple[Place, Message]]:
    """What a rule on given or missing fields says of the bonus of each line."""
    for name in _LISTS:
        for index, item in enumerate(data.get(name, ())):
            told: Iterable[tuple[str, Message]] = rule(item, ["bonus"], condition)
            yield from (((name, index, at), text) for at, text in told)


def _reports_match(
    data: dict[str, Any], subjects: str, reports: str
) -> Iterator[tuple[Place, Message]]:
    names = {fold(item["name"]) for item in data[subjects] if "name" in item}
    for index, report in enumerate(data[reports]):
        subject = report.get("subject")
        if subject and fold(subject) not in names:
            yield (reports, index, "subject"), fault("subject_not_proposed", subject=subject)
    yield from duplicates(data[reports], reports, "subject")


def _link_reports(subjects: list[dict[str, Any]], reports: list[dict[str, Any]]) -> None:
    """A report shows the award that its subject is proposed for."""
    awards = {fold(item["name"]): in_a_sentence(item) for item in subjects}
    for report in reports:
        report["award_name"] = awards[fold(report["subject"])]
