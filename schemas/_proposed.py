"""What a proposal lists: collectives and individuals with their awards, votes and grounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from schemas._checks import unused
from schemas._parts import HONORIFICS, Awarded
from service.errors import Message, fault, register
from service.fields import (
    Choice,
    Computed,
    Day,
    Dong,
    Flag,
    Many,
    Name,
    Part,
    Symbol,
    Text,
    Whole,
    Year,
)
from service.law.award_names import AWARDS, names
from service.schema import Place, Schema, check

register(
    {
        "votes_over_base": "Số phiếu đồng ý {agree} nhiều hơn tổng số phiếu {base}.",
        "period_reversed": "Năm kết thúc ({end}) phải từ năm bắt đầu ({start}) trở đi.",
        "confirmation_refused": (
            "Có cơ quan chưa xác nhận: hãy đưa tập thể, cá nhân liên quan ra khỏi danh sách cho "
            "đến khi được xác nhận."
        ),
        "grantor_missing": "“{award}” cần ghi cấp tặng, ví dụ: Bộ trưởng Bộ …, Trưởng ban ….",
        "more_than_people": "Số này ({count}) nhiều hơn tổng số người của tập thể ({people}).",
    }
)

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
RATINGS = {
    "excellent": "hoàn thành xuất sắc nhiệm vụ",
    "good": "hoàn thành tốt nhiệm vụ",
    "fulfilled": "hoàn thành nhiệm vụ",
}
# Luật Thi đua, khen thưởng 2022, Điều 74: one of these earns a Bằng khen.
GROUNDS = {
    "movement": "thành tích xuất sắc trong phong trào thi đua",
    "contributions": "nhiều đóng góp, thành tích có phạm vi ảnh hưởng",
    "unscheduled": "thành tích đột xuất",
    "consecutive_fighter": "02 lần liên tục “Chiến sĩ thi đua cơ sở”",
    "excellent_years": "02 năm liên tục hoàn thành xuất sắc nhiệm vụ",
    "direct_worker": "công nhân, nông dân, người lao động trực tiếp",
}


class Votes(Schema):
    agree = Whole("Số phiếu đồng ý", required=True)
    base = Whole("Tổng số phiếu", minimum=1, required=True)

    @check("agree", "base")
    def not_more_than_all(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["agree"] > data["base"]:
            yield "agree", fault("votes_over_base", agree=data["agree"], base=data["base"])


class PriorAward(Awarded):
    """A title or commendation received before, on which a proposal rests."""

    award = Choice("Danh hiệu, hình thức", names(individual=True, collective=True), required=True)
    year = Year("Năm", "Năm của thành tích, không phải năm ra quyết định.", required=True)
    decision = Text("Số, ngày quyết định")
    reward_kind = Choice("Loại hình khen thưởng", REWARD_KINDS, printed=False)


class Proposed(Awarded):
    """What every line of the list has besides the award itself."""

    achievement = Text("Tóm tắt thành tích", "Ghi trên bằng, giấy khen.", required=True)
    votes = Part(Votes, "Kết quả bỏ phiếu")
    note = Text("Ghi chú")
    ground = Choice(
        "Căn cứ đề nghị Bằng khen", GROUNDS, "Luật 2022, Điều 74; không in ra.", printed=False
    )
    prior_awards = Many(
        Part(PriorAward), "Đã được tặng", "Chỉ ghi những lần làm căn cứ đề nghị.", maximum=50
    )
    excellent_years = Many(Year("Năm"), "Các năm hoàn thành xuất sắc nhiệm vụ", maximum=50)
    bonus = Dong(
        "Tiền thưởng (đồng)",
        "Thưởng từ quỹ của đơn vị thì ghi; theo Nhà nước thì tự tính.",
        minimum=0,
        maximum=1_000_000_000,
    )
    under_review = Flag(
        "Đang bị xem xét",
        "Kỷ luật, thanh tra, kiểm tra, khiếu nại, tố cáo; không in ra.",
        printed=False,
    )

    @check("award")
    def grantor_named(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        award = AWARDS[data["award"]]
        if award.of_grantor and "grantor" in data and data["grantor"] is None:
            yield "grantor", fault("grantor_missing", award=award.name)

    @check("award", "ground")
    def ground_belongs(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["award"] != "certificate_of_merit":
            yield from unused(data, ["ground"], f"là “{AWARDS[data['award']].name}”")


class Collective(Proposed):
    name = Name("Tên tập thể", "Tên đầy đủ như sẽ in trên bằng.", required=True)
    managing_unit = Name("Đơn vị quản lý")
    award = Choice("Danh hiệu, hình thức", names(collective=True), required=True)
    people = Whole("Tổng số người", "Để xét tập thể lao động tiên tiến, xuất sắc.", minimum=1)
    fulfilled = Whole("Số người hoàn thành nhiệm vụ")
    advanced_workers = Whole("Số người đạt “Lao động tiên tiến”")
    grassroots_fighters = Whole("Số người đạt “Chiến sĩ thi đua cơ sở”")
    disciplined = Whole("Số người bị kỷ luật từ cảnh cáo trở lên")
    figures = Computed(
        "Số liệu của tập thể",
        of=["people", "fulfilled", "advanced_workers", "grassroots_fighters", "disciplined"],
    )

    @check("people")
    def counts_fit(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        people = data["people"]
        for name in ("fulfilled", "advanced_workers", "grassroots_fighters", "disciplined"):
            if (count := data.get(name)) is not None and count > people:
                yield name, fault("more_than_people", count=count, people=people)

    @check("grassroots_fighters", "advanced_workers")
    def fighters_are_advanced(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        count, advanced = data["grassroots_fighters"], data["advanced_workers"]
        if count > advanced:
            shown = fault("fighters_over_advanced", count=count, advanced=advanced)
            yield "grassroots_fighters", shown


class Individual(Proposed):
    honorific = Choice("Ông hoặc bà", HONORIFICS, required=True)
    name = Name("Họ và tên", required=True)
    born = Day("Ngày sinh")
    post = Name("Chức vụ", required=True)
    unit = Name("Đơn vị", required=True)
    award = Choice("Danh hiệu, hình thức", names(individual=True), required=True)
    rating = Choice("Mức độ hoàn thành nhiệm vụ", RATINGS)
    initiative = Text("Sáng kiến", "Tên và số quyết định công nhận.")
    other_initiatives = Many(Text("Sáng kiến"), "Các sáng kiến khác", maximum=20)


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
