"""Bản giao ước thi đua: of a bloc of boards or of enterprises, or one unit's registration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from schemas import _targets
from schemas._checks import duplicates, needed, unused
from schemas._document import DatedDocument, under
from schemas._parts import Awarded, Bloc, Content, Delegate, Recipients, Signature, Signer, Target
from service.errors import Message, fault, register
from service.fields import Choice, Computed, Many, Name, Part, Quantity, Text, Whole, Year
from service.law.award_names import names
from service.law.kinds import PLEDGE
from service.law.review import powers
from service.schema import Place, Schema, advise, check
from service.vietnamese.text import fold

register(
    {
        "one_head": (
            "Cần đúng một đơn vị giữ vai trò cấp trưởng; hiện có {count}: hãy sửa vai trò của các "
            "thành viên."
        ),
        "too_few_members": (
            "Giao ước của khối, cụm cần ít nhất hai thành viên: hãy bổ sung, hoặc chọn bản đăng ký "
            "của một đơn vị."
        ),
        "member_without_target": (
            "Chỉ tiêu này chưa giao cho: {units}. Hãy bổ sung mức của các đơn vị ấy, hoặc ghi một "
            "mức chung."
        ),
        "witness_is_member": (
            "“{name}” đã ký với tư cách đại diện thành viên: hãy bỏ khỏi danh sách người chứng "
            "kiến, hoặc ghi người khác."
        ),
        "too_few_copies": ("Cần ít nhất {count} bản, mỗi thành viên một bản: hãy tăng số bản."),
        "pledge_year": (
            "Giao ước năm {year} ký trong năm đó hoặc tháng 12 năm trước: hãy sửa ngày hoặc năm "
            "thi đua."
        ),
        "value_missing": (
            "Cần một mức chung, hoặc mức riêng cho từng thành viên: hãy ghi một trong hai."
        ),
    }
)

PLEDGE_KINDS = {
    "boards": "giao ước của khối các Ban Quản lý",
    "enterprises": "giao ước của khối doanh nghiệp",
    "unit": "bản đăng ký của một đơn vị",
}
ROLES = {"head": "cấp trưởng", "deputy": "cấp phó", "member": "thành viên"}
SHARED = ("bloc", "members")
OWN = ("addressees", "movements", "signature", "union_representative")
NEEDED = {
    "boards": SHARED,
    "enterprises": (*SHARED, "targets"),
    "unit": ("addressees", "targets", "signature"),
}
UNUSED = {"boards": OWN, "enterprises": OWN, "unit": (*SHARED, "witnesses", "copies")}


class MemberValue(Schema):
    member = Name("Thành viên", "Đúng tên trong danh sách thành viên.", required=True)
    value = Quantity("Mức phấn đấu", required=True)


class PledgeTarget(Target):
    """A target of the whole bloc, or with a value for each member."""

    value = Quantity("Mức phấn đấu", "Mức chung; để trống khi mỗi thành viên một mức.")

    per_member = Many(Part(MemberValue), "Mức của từng thành viên")

    @check("per_member")
    def one_value_each(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from duplicates(data["per_member"], "per_member", "member")
        if data.get("value", "") is None and not data["per_member"]:
            yield "value", fault("value_missing")


class Registration(Awarded):
    member = Name("Đơn vị, cá nhân", "Giao ước của khối: đúng tên thành viên.", required=True)
    award = Choice("Đăng ký", names(individual=True, collective=True), required=True)


class Member(Schema):
    unit = Name("Tên đơn vị", required=True)
    role = Choice("Vai trò", ROLES, load_default="member")
    representative = Part(Signer, "Người đại diện ký", required=True)


class UnitMovement(Schema):
    """A row of the movements a unit starts itself."""

    name = Text("Tên phong trào", required=True)
    goal = Text("Mục tiêu", required=True)
    launched = Name("Thời gian phát động", max_length=60, required=True)
    summed_up = Name("Thời gian tổng kết", max_length=60, required=True)


class EmulationPledge(DatedDocument):
    class Meta(DatedDocument.Meta):
        title = "Bản giao ước thi đua"

    kind = PLEDGE

    pledge_kind = Choice("Loại giao ước", PLEDGE_KINDS, required=True)
    year = Year("Năm thi đua", required=True)
    bloc = Part(Bloc, "Khối, cụm thi đua")
    addressees = Many(Name("Cơ quan, người nhận"), "Kính gửi", maximum=20)
    theme = Text("Chủ đề", "Không cần đặt trong dấu ngoặc kép.")
    purposes = Many(Text("Mục đích"), "Mục đích")
    contents = Many(Part(Content), "Nội dung thi đua", minimum=3, maximum=10)
    movements = Many(Part(UnitMovement), "Các phong trào do đơn vị phát động")
    targets = Many(Part(PledgeTarget), "Chỉ tiêu thi đua")
    registrations = Many(Part(Registration), "Danh hiệu, hình thức đăng ký")
    commitments = Many(Text("Cam kết"), "Cam kết, tổ chức thực hiện", minimum=1)
    members = Many(Part(Member), "Thành viên ký giao ước", maximum=100)
    witnesses = Many(Part(Delegate), "Người chứng kiến", maximum=10)
    copies = Whole("Số bản", minimum=1, maximum=999)
    signature = Part(Signature, "Thủ trưởng đơn vị ký")
    union_representative = Part(Signer, "Đại diện Công đoàn ký")
    recipients = Part(Recipients, "Nơi nhận")
    shared_targets = Computed("Chỉ tiêu chung", of=["targets"])
    member_targets = Computed("Chỉ tiêu của từng thành viên", of=["targets"])
    signatories = Computed("Thứ tự ký", "Cấp trưởng, cấp phó, rồi các thành viên.", of=["members"])

    @check("pledge_kind")
    def what_the_kind_needs(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        kind = data["pledge_kind"]
        condition = f"là {PLEDGE_KINDS[kind]}"
        yield from needed(data, NEEDED[kind], condition)
        yield from unused(data, UNUSED[kind], condition)

    @check("members", "pledge_kind")
    def heads_of_the_bloc(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from duplicates(data["members"], "members", "unit")
        if len(data["members"]) == 1:
            yield "members", fault("too_few_members")
        roles = [member.get("role") for member in data["members"]]
        if not roles or None in roles:
            return
        if (heads := roles.count("head")) != 1:
            yield "members", fault("one_head", count=heads)
        if (deputies := roles.count("deputy")) > 2:
            yield "members", fault("too_many_deputies", count=deputies)

    @check("members", "targets")
    def targets_for_members(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        units = _units(data)
        for index, target in enumerate(data["targets"]):
            rows = target.get("per_member", [])
            yield from _strangers(rows, units, ("targets", index, "per_member"))
            missing = set(units) - {fold(row["member"]) for row in rows if "member" in row}
            if rows and missing:
                named = "; ".join(units[unit] for unit in units if unit in missing)
                place = ("targets", index, "per_member")
                yield place, fault("member_without_target", units=named)

    @check("members", "registrations")
    def registrations_by_members(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["members"]:
            yield from _strangers(data["registrations"], _units(data), ("registrations",))

    @check("registrations")
    def grantors_may_grant(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if on := self.law_day(data):
            told = powers.grantors(data["registrations"], on, verified=True)
            yield from under("registrations", told)

    @advise("registrations")
    def grantors_might_grant(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if on := self.law_day(data):
            told = powers.grantors(data["registrations"], on, verified=False)
            yield from under("registrations", told)

    @check("members", "witnesses")
    def witnesses_are_others(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        names = (m.get("representative", {}).get("name") for m in data["members"])
        signing = {fold(name) for name in names if name}
        for index, witness in enumerate(data["witnesses"]):
            if (name := witness.get("name")) and fold(name) in signing:
                yield ("witnesses", index, "name"), fault("witness_is_member", name=name)

    @check("copies", "members")
    def copy_for_each(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["copies"] < len(data["members"]):
            yield "copies", fault("too_few_copies", count=len(data["members"]))

    @advise("targets")
    def targets_are_plausible(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from _targets.doubts(data["targets"])

    @check("year", "date")
    def signed_in_season(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        signed, year = data["date"], data["year"]
        if not (signed.year == year or (signed.year == year - 1 and signed.month == 12)):
            yield "date", fault("pledge_year", year=year)

    def computed(self, data: dict[str, Any]) -> dict[str, Any]:
        order = list(ROLES)
        return {
            "shared_targets": [t for t in data["targets"] if t["value"] is not None],
            "member_targets": _by_member(data),
            "signatories": sorted(data["members"], key=lambda m: order.index(m["role"])),
        }


def _by_member(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The targets of each member with its own values, in the members' order."""
    rows: dict[str, list[dict[str, Any]]] = {unit: [] for unit in _units(data)}
    for target in data["targets"]:
        for own in target["per_member"]:
            rows[fold(own["member"])].append(target | {"value": own["value"]})
    return [
        {"member": name, "targets": rows[unit]} for unit, name in _units(data).items() if rows[unit]
    ]


def _units(data: dict[str, Any]) -> dict[str, str]:
    return {fold(m["unit"]): m["unit"] for m in data["members"] if "unit" in m}


def _strangers(
    rows: list[dict[str, Any]], units: dict[str, str], place: tuple[str | int, ...]
) -> Iterator[tuple[Place, Message]]:
    for index, row in enumerate(rows):
        if "member" in row and fold(row["member"]) not in units:
            yield (*place, index, "member"), fault("not_a_member", unit=row["member"])
