"""Tờ trình đề nghị khen thưởng, with the list and the achievement reports as appendices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from schemas._checks import duplicates
from schemas._document import DatedDocument
from schemas._parts import HONORIFICS, Awarded, Recipients, Signature
from schemas._reports import CollectiveReport, IndividualReport
from service.errors import Message, fault, register
from service.fields import (
    Choice,
    Computed,
    Day,
    Flag,
    Many,
    Name,
    Part,
    Symbol,
    Text,
    Whole,
    Year,
)
from service.law.award_names import AWARDS, in_a_sentence, names
from service.law.kinds import KINDS
from service.schema import Place, Schema, check
from service.vietnamese.text import fold

register(
    {
        "nobody_proposed": "Cần đề nghị ít nhất một tập thể hoặc một cá nhân.",
        "votes_over_base": "Số phiếu đồng ý {agree} nhiều hơn tổng số phiếu {base}.",
        "proposed_twice": "“{name}” đã được đề nghị hình thức này ở mục {first}.",
        "subject_not_proposed": "“{subject}” không có trong danh sách đề nghị khen thưởng.",
        "period_reversed": "Năm kết thúc ({end}) phải từ năm bắt đầu ({start}) trở đi.",
        "born_too_late": "Ngày sinh phải trước ngày lập tờ trình ({date}).",
        "movement_missing": "Khen theo chuyên đề cần tên phong trào thi đua.",
        "confirmation_refused": (
            "Có cơ quan chưa xác nhận: chưa đưa tập thể, cá nhân liên quan vào tờ trình."
        ),
        "grantor_missing": "“{award}” cần ghi cấp tặng, ví dụ: Bộ trưởng Bộ …, Trưởng ban ….",
    }
)

PROPOSAL_KINDS = {
    "board_to_province": "Ban Quản lý trình cấp tỉnh",
    "bloc_to_ministry": "khối, cụm thi đua trình Bộ hoặc cấp tỉnh",
    "unit_to_board": "doanh nghiệp, phòng trình Ban Quản lý",
}
# Luật Thi đua, khen thưởng 2022, Điều 8.
REWARD_KINDS = {
    "work": "khen thưởng theo công trạng",
    "movement": "khen thưởng theo phong trào thi đua (chuyên đề)",
    "unscheduled": "khen thưởng đột xuất",
    "service": "khen thưởng quá trình cống hiến",
    "tenure": "khen thưởng theo niên hạn",
    "foreign": "khen thưởng đối ngoại",
}
CONFIRMATIONS = {
    "tax": "nghĩa vụ thuế",
    "social_insurance": "bảo hiểm xã hội",
    "fire_safety": "phòng cháy, chữa cháy",
    "environment": "bảo vệ môi trường",
    "labour_safety": "an toàn, vệ sinh lao động",
    "complaints": "khiếu nại, tố cáo",
}


class Votes(Schema):
    agree = Whole("Số phiếu đồng ý", required=True)
    base = Whole("Tổng số phiếu", minimum=1, required=True)

    @check("agree", "base")
    def not_more_than_all(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["agree"] > data["base"]:
            yield "agree", fault("votes_over_base", agree=data["agree"], base=data["base"])


class Proposed(Awarded):
    """What every line of the list has besides the award itself."""

    achievement = Text("Tóm tắt thành tích", "Ghi trên bằng, giấy khen.", required=True)
    votes = Part(Votes, "Kết quả bỏ phiếu")
    note = Text("Ghi chú")

    @check("award")
    def grantor_named(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        award = AWARDS[data["award"]]
        if award.of_grantor and "grantor" in data and data["grantor"] is None:
            yield "grantor", fault("grantor_missing", award=award.name)


class Collective(Proposed):
    name = Name("Tên tập thể", "Tên đầy đủ như sẽ in trên bằng.", required=True)
    managing_unit = Name("Đơn vị quản lý")
    award = Choice("Danh hiệu, hình thức", names(collective=True), required=True)


class Individual(Proposed):
    honorific = Choice("Ông hoặc bà", HONORIFICS, required=True)
    name = Name("Họ và tên", required=True)
    born = Day("Ngày sinh")
    post = Name("Chức vụ", required=True)
    unit = Name("Đơn vị", required=True)
    award = Choice("Danh hiệu, hình thức", names(individual=True), required=True)
    initiative = Text("Sáng kiến", "Tên và số quyết định công nhận.")


class Period(Schema):
    start = Year("Từ năm", required=True)
    end = Year("Đến năm", required=True)
    movement = Text("Tên phong trào", "Khi khen theo chuyên đề.")

    @check("start", "end")
    def in_order(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["end"] < data["start"]:
            yield "end", fault("period_reversed", start=data["start"], end=data["end"])


class Confirmation(Schema):
    kind = Choice("Xác nhận về", CONFIRMATIONS, required=True)
    issuer = Name("Cơ quan xác nhận", required=True)
    number = Symbol("Số văn bản")
    date = Day("Ngày", required=True)
    # Only a yes is accepted, and the table is one of confirmations.
    satisfied = Flag("Xác nhận đã chấp hành", required=True, printed=False)

    @check("satisfied")
    def must_be_satisfied(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["satisfied"] is False:
            yield "satisfied", fault("confirmation_refused")


class Enclosure(Schema):
    name = Text("Tên tài liệu", required=True)
    copies = Whole("Số bản", minimum=1, maximum=999, load_default=1)


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
    commitment = Text("Cam kết", "Bỏ trống thì dùng câu thông dụng.")
    recipients = Part(Recipients, "Nơi nhận", required=True)
    signature = Part(Signature, "Người ký", required=True)
    totals = Computed("Số lượng theo từng hình thức")
    report_count = Computed("Số báo cáo thành tích")
    grand_total = Computed("Tổng số tập thể, cá nhân")

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
        for name in ("collectives", "individuals"):
            yield from _proposed_twice(data[name], name)

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

    def computed(self, data: dict[str, Any]) -> dict[str, Any]:
        counts = {
            key: Counter(map(in_a_sentence, data[key])) for key in ("collectives", "individuals")
        }
        awards = dict.fromkeys([*counts["collectives"], *counts["individuals"]])
        totals = [{"award": a} | {key: counts[key][a] for key in counts} for a in awards]
        _link_reports(data["collectives"], data["collective_reports"])
        _link_reports(data["individuals"], data["individual_reports"])
        everyone = {key: len(data[key]) for key in counts}
        reports = len(data["collective_reports"]) + len(data["individual_reports"])
        return {"totals": totals, "grand_total": everyone, "report_count": reports}


def _proposed_twice(items: list[dict[str, Any]], list_name: str) -> Iterator[tuple[Place, Message]]:
    first: dict[tuple[str, ...], int] = {}
    for index, item in enumerate(items):
        who = [str(item.get(key) or "") for key in ("name", "unit", "born", "award", "grantor")]
        earlier = first.setdefault(tuple(map(fold, who)), index)
        if earlier != index and item.get("name"):
            shown = fault("proposed_twice", name=item["name"], first=earlier + 1)
            yield (list_name, index, "name"), shown


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
