"""Kế hoạch phát động phong trào thi đua: of a year, of one round, for the enterprises of a zone."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from typing import Any

from marshmallow import post_load

from schemas import _occasions, _targets
from schemas._checks import duplicates, needed, ordered, unused
from schemas._document import DatedDocument, under
from schemas._parts import Awarded, Content, Recipients, Signature, Target
from service.errors import Message, fault, register
from service.fields import Choice, Computed, Day, Dong, Many, Name, Part, Text, Whole, Year
from service.law.award_names import names
from service.law.kinds import KINDS
from service.law.review import powers
from service.schema import Place, Schema, advise, check
from service.vietnamese.figures import figure

register(
    {
        "outside_year": "Phải nằm trong năm {year}: hãy sửa ngày này hoặc năm thi đua.",
        "outside_plan": (
            "Đợt phải nằm trong thời gian của kế hoạch, từ {start} đến {end}: hãy sửa thời gian "
            "của đợt hoặc của kế hoạch."
        ),
        "rounds_overlap": (
            "Đợt này bắt đầu khi đợt trước chưa kết thúc ({end}): hãy sửa ngày của hai đợt cho nối "
            "tiếp nhau."
        ),
        "end_before_issue": (
            "Ngày này phải từ ngày ban hành ({issued}) trở đi: hãy kiểm tra hai ngày này."
        ),
        "after_end": (
            "Ngày này phải không muộn hơn ngày kết thúc phong trào ({end}): hãy ghi ngày sớm hơn."
        ),
        "points_total": (
            "Tổng điểm các tiêu chí của {audience} là {total}, phải bằng {expected}: hãy sửa điểm "
            "tối đa của các tiêu chí, hoặc ghi lại tổng điểm."
        ),
        "points_missing": (
            "Đã chấm điểm thì mọi tiêu chí của {audience} đều phải có điểm tối đa: hãy bổ sung."
        ),
        "anniversary_broken": (
            "Năm kỷ niệm phải sau năm của sự kiện gốc ({origin}): hãy kiểm tra hai ngày này."
        ),
    }
)
register(
    {
        "over_funding": (
            "Tổng tiền thưởng {total} đồng vượt kinh phí {amount} đồng: hãy điều chỉnh mức thưởng, "
            "số lượng hoặc nguồn kinh phí."
        )
    },
    "warning",
)

PLAN_KINDS = {
    "year": "kế hoạch cả năm",
    "round": "kế hoạch một đợt thi đua",
    "enterprises": "phát động tới doanh nghiệp trong khu công nghiệp",
}
AUDIENCES = {"collective": "tập thể", "individual": "cá nhân", "household": "hộ gia đình"}
FULL_MARKS = 100
NEEDED = {
    "year": ("targets",),
    "round": ("round_number", "occasions"),
    "enterprises": ("targets",),
}


class Occasion(Schema):
    name = Name("Sự kiện chào mừng", "Ví dụ: ngày Quốc khánh 2-9.", required=True)
    date = Day("Ngày kỷ niệm", "Ngày của lần kỷ niệm này.")
    origin = Day("Ngày của sự kiện gốc", "Có ngày này thì số năm kỷ niệm được tự tính.")
    anniversary = Computed("Số năm kỷ niệm")

    @check("origin")
    def dated_too(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from needed(data, ["date"], "có ngày của sự kiện gốc")

    @check("date", "origin")
    def after_origin(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["date"].year <= data["origin"].year:
            yield "date", fault("anniversary_broken", origin=data["origin"].year)

    @post_load
    def count_years(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        both = data["date"] and data["origin"]
        data["anniversary"] = data["date"].year - data["origin"].year if both else None
        return data


class Round(Schema):
    name = Name("Tên đợt", "Ví dụ: Đợt 1.", required=True)
    start = Day("Bắt đầu", required=True)
    end = Day("Kết thúc", required=True)
    occasion = Name("Chào mừng", required=True)

    in_order = ordered("start", "end")


class Movement(Schema):
    name = Name("Tên phong trào", "Không cần đặt trong dấu ngoặc kép.", required=True)
    period = Name("Giai đoạn", "Ví dụ: 2021 - 2025.", max_length=60)


class Criterion(Schema):
    audience = Choice("Áp dụng cho", AUDIENCES, required=True)
    text = Text("Tiêu chí", required=True)
    points = Whole("Điểm tối đa", minimum=1, maximum=10_000)


class Reward(Awarded):
    award = Choice("Danh hiệu, hình thức", names(individual=True, collective=True), required=True)
    audience = Choice("Dành cho", AUDIENCES, required=True)
    quantity = Whole("Số lượng", minimum=1, maximum=9_999, required=True)
    bonus = Dong("Tiền thưởng cho mỗi cá nhân, tập thể, hộ", "Đơn vị: đồng.", maximum=1_000_000_000)


class Funding(Schema):
    source = Text("Nguồn kinh phí", required=True)
    amount = Dong("Dự toán", "Đơn vị: đồng.")


class Assignment(Schema):
    unit = Name("Đơn vị thực hiện", required=True)
    task = Text("Nhiệm vụ", required=True)
    deadline = Day("Thời hạn")


class LaunchPlan(DatedDocument):
    class Meta(DatedDocument.Meta):
        title = "Kế hoạch phát động thi đua"

    kind = KINDS["plan"]

    plan_kind = Choice("Loại kế hoạch", PLAN_KINDS, required=True, printed=False)
    year = Year("Năm thi đua", required=True)
    round_number = Whole("Đợt thi đua số", minimum=1, maximum=12)
    preamble = Text("Câu dẫn", "Nối các căn cứ với nội dung. Bỏ trống thì dùng câu thông dụng.")
    theme = Text("Chủ đề", "Không cần đặt trong dấu ngoặc kép.", required=True)
    slogan = Text("Khẩu hiệu")
    purposes = Many(Text("Mục đích"), "Mục đích", minimum=1)
    requirements = Many(Text("Yêu cầu"), "Yêu cầu")
    occasions = Many(Part(Occasion), "Sự kiện chào mừng")
    start = Day("Ngày bắt đầu", required=True)
    end = Day("Ngày kết thúc", required=True)
    rounds = Many(Part(Round), "Các đợt thi đua", maximum=12)
    audience = Many(Text("Đối tượng"), "Đối tượng, phạm vi", minimum=1)
    contents = Many(Part(Content), "Nội dung thi đua", minimum=2)
    responded_movements = Many(Part(Movement), "Các phong trào hưởng ứng")
    targets = Many(Part(Target), "Chỉ tiêu thi đua")
    criteria = Many(Part(Criterion), "Tiêu chí bình xét")
    # What the points of the criteria are checked against; the criteria show their own.
    points_total = Whole(
        "Tổng điểm tiêu chí", "Bỏ trống là 100 điểm.", minimum=1, maximum=10_000, printed=False
    )
    rewards = Many(Part(Reward), "Hình thức, số lượng khen thưởng")
    funding = Part(Funding, "Kinh phí")
    measures = Many(Text("Biện pháp"), "Biện pháp")
    assignments = Many(Part(Assignment), "Phân công thực hiện", minimum=1)
    register_by = Day("Hạn đăng ký thi đua")
    report_by = Day("Hạn báo cáo kết quả")
    recipients = Part(Recipients, "Nơi nhận", required=True)
    signature = Part(Signature, "Người ký", required=True)

    in_order = ordered("start", "end")

    def law_day(self, data: dict[str, Any]) -> date | None:
        return super().law_day(data) or data.get("start")

    @check("plan_kind")
    def what_the_kind_needs(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        kind = data["plan_kind"]
        condition = f"là {PLAN_KINDS[kind]}"
        yield from needed(data, NEEDED[kind], condition)
        if kind != "round":
            yield from unused(data, ["round_number"], condition)

    @check("year", "start", "end")
    def inside_the_year(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        for name in ("start", "end"):
            if data[name].year != data["year"]:
                yield name, fault("outside_year", year=data["year"])

    @check("date", "end")
    def ends_after_issue(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["end"] < data["date"]:
            yield "end", fault("end_before_issue", issued=data["date"])

    @check("rounds", "start", "end")
    def rounds_inside(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        start, end = data["start"], data["end"]
        for index, item in enumerate(data["rounds"]):
            for name in ("start", "end"):
                if name in item and not start <= item[name] <= end:
                    yield ("rounds", index, name), fault("outside_plan", start=start, end=end)

    @check("rounds")
    def rounds_in_turn(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        rounds = data["rounds"]
        for index, (before, after) in enumerate(itertools.pairwise(rounds), start=1):
            if "end" in before and "start" in after and after["start"] <= before["end"]:
                yield ("rounds", index, "start"), fault("rounds_overlap", end=before["end"])

    @check("end")
    def deadlines_inside(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        for index, item in enumerate(data.get("assignments", [])):
            yield from _inside(data, ("assignments", index, "deadline"), item.get("deadline"))
        yield from _inside(data, "register_by", data.get("register_by"))

    @check("date", "report_by")
    def reports_after_issue(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["report_by"] < data["date"]:
            yield "report_by", fault("end_before_issue", issued=data["date"])

    @check("criteria")
    def points_add_up(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        expected = data.get("points_total") or FULL_MARKS
        if not any(criterion.get("points") for criterion in data["criteria"]):
            yield from unused(data, ["points_total"], "không tiêu chí nào chấm điểm")
        for audience, name in AUDIENCES.items():
            points = [c.get("points") for c in data["criteria"] if c.get("audience") == audience]
            given = [point for point in points if point is not None]
            if given and len(given) < len(points):
                yield "criteria", fault("points_missing", audience=name)
            elif given and sum(given) != expected:
                totals = {"total": sum(given), "expected": expected}
                yield "criteria", fault("points_total", audience=name, **totals)

    @check("targets")
    def targets_once(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        """One name may be measured in two units, as in đồng and in percent."""
        whole = [target if {"name", "unit"} <= target.keys() else {} for target in data["targets"]]
        rows = [{"name": f"{row['name']} ({row['unit']})"} if row else {} for row in whole]
        yield from duplicates(rows, "targets", "name")

    @check("assignments")
    def units_once(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from duplicates(data["assignments"], "assignments", "unit")

    @check("rewards")
    def grantors_may_grant(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if on := self.law_day(data):
            yield from under("rewards", powers.grantors(data["rewards"], on, verified=True))

    @advise("rewards")
    def rewards_are_its_own(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        on, rewards, signature = self.law_day(data), data["rewards"], data["signature"]
        if on:
            posts = [line["of"] for line in signature["authority"]]
            named = (data["issuer"]["name"], *posts, signature["post"], signature["other_post"])
            issuer = [name for name in named if name]
            yield from under("rewards", powers.grantors(rewards, on, verified=False))
            yield from under("rewards", powers.of_others(rewards, issuer, on))

    @advise("funding")
    def rewards_within_funding(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        total, amount = _bonuses(data["rewards"]), data["funding"]["amount"]
        if amount is not None and total > amount:
            values = {"total": figure(total), "amount": figure(amount)}
            yield ("funding", "amount"), fault("over_funding", **values)

    @advise()
    def targets_are_plausible(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from _targets.doubts(data["targets"])

    @advise()
    def occasions_fit(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from _occasions.doubts(data["occasions"], data["rounds"])

    bonus_total = Computed("Tổng tiền thưởng")

    def computed(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"bonus_total": _bonuses(data["rewards"])}


def _inside(data: dict[str, Any], place: Place, day: Any) -> Iterator[tuple[Place, Message]]:
    if day is None:
        return
    if day > data["end"]:
        yield place, fault("after_end", end=data["end"])
    elif data.get("date") is not None and day < data["date"]:
        yield place, fault("end_before_issue", issued=data["date"])


def _bonuses(rewards: list[dict[str, Any]]) -> int:
    return sum((reward.get("bonus") or 0) * reward.get("quantity", 0) for reward in rewards)
