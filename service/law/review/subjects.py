"""Who is proposed: twice for one deed, while under review, unconfirmed, by a short name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import Message, fault, register
from service.law.award_names import full_name
from service.law.instruments import first_day
from service.law.review import Path
from service.law.review.lines import Line, by_subject, lines
from service.vietnamese.text import fold

# One achievement, one form; of the older law the article was not read.
ONE_FORM = "Luật Thi đua, khen thưởng 2022, Điều 5 khoản 2 điểm c"
ONE_FORM_ACT = "law_2022"
ONE_FORM_BEFORE = "Luật Thi đua, khen thưởng năm 2003"
# Điều 4 khoản 3 and 4.
PRINCIPLES_ACT = "decree_152_2025"

register(
    {
        "ground_not_regular": (
            "Kết quả khen thưởng theo chuyên đề, đột xuất không làm căn cứ đề nghị khen thưởng "
            "theo công trạng (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 3): hãy bỏ hoặc thay căn cứ."
        ),
    }
)
register(
    {
        "ground_perhaps_not_regular": (
            "Kết quả khen thưởng theo chuyên đề, đột xuất làm căn cứ đề nghị khen thưởng theo công "
            "trạng: từ {since} không được (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 3), trước đó "
            "chưa xác minh được. Hãy kiểm tra."
        ),
        "subject_under_review": (
            "“{name}” đang được xem xét kỷ luật, thanh tra, kiểm tra hoặc có khiếu nại, tố cáo: "
            "chưa xét khen thưởng cho đến khi có kết luận{source}."
        ),
        "confirmation_missing": (
            "Danh sách có doanh nghiệp nhưng chưa có xác nhận về {missing}{example}: hãy kiểm tra "
            "quy định của tỉnh mình có yêu cầu xác nhận không."
        ),
        "two_forms_one_achievement": (
            "“{name}” đã được đề nghị {other} trong cùng thời gian: không tặng nhiều hình thức cho "
            "một thành tích ({source}). Hãy kiểm tra hai đề nghị có căn cứ khác nhau."
        ),
        "initiative_reused": (
            "Sáng kiến này đã ghi cho “{name}”: mỗi sáng kiến chỉ dùng một lần để đề nghị khen "
            "thưởng (Công văn 5007/BNV-TĐKT năm 2023). Hãy kiểm tra."
        ),
        "same_person": (
            "“{name}” cùng họ tên, ngày sinh với người ở {other} nhưng khác đơn vị: hãy kiểm tra "
            "có phải một người."
        ),
        "name_abbreviated": (
            "“{name}” viết tắt “{short}”: hãy ghi đầy đủ như sẽ in trên bằng, giấy khen."
        ),
    },
    "warning",
)

# Asked of enterprises by one province, Quyết định 86/2025/QĐ-UBND Bắc Ninh, Điều 10: elsewhere
# other confirmations may do, so that a lack of one is never an error.
CONFIRMED_BY = "chẳng hạn Quyết định 86/2025/QĐ-UBND của Bắc Ninh, Điều 10"
CONFIRMED_ACT = "decision_86_2025_bac_ninh"
CONFIRMED = {
    "tax": "nghĩa vụ thuế",
    "social_insurance": "bảo hiểm xã hội",
    "fire_safety": "phòng cháy, chữa cháy",
    "environment": "bảo vệ môi trường",
}
_ENTERPRISE = re.compile(r"(?:tổng )?công ty\b|tập đoàn\b|hợp tác xã\b|doanh nghiệp\b")
_SHORT = re.compile(
    r"(?<!\w)(?:Ban QL\w*|BQL\w*|C\.?ty|CTY|CTCP|CP|TCTy?|UBND|HĐND|HTX|DNTN"
    r"|KCN|KKT|KCNC|CCN|XN|QL)(?![^\W_])\.?"
)
_CAPITALS = re.compile(r"(?<!\w)[A-ZĐ]{2,4}(?!\w)")
_KNOWN = re.compile(r"VSIP|TNHH|MTV|[IVX]+")
_IRREGULAR = ("movement", "unscheduled")


def faults(data: Mapping[str, Any], on: dt.date) -> Iterator[tuple[Path, Message]]:
    """Grounds of another kind than the proposal's, by the law of that day."""
    if on >= first_day(PRINCIPLES_ACT):
        yield from _irregular(data, "ground_not_regular")


def advice(data: Mapping[str, Any], on: dt.date) -> Iterator[tuple[Path, Message]]:
    """What should be looked at again before those of the list are proposed."""
    listed = lines(data)
    if on < first_day(PRINCIPLES_ACT):
        yield from _irregular(data, "ground_perhaps_not_regular")
    for line in listed:
        if line.item["under_review"]:
            article = " (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4)"
            values = {
                "name": line.item["name"],
                "source": article * (on >= first_day(PRINCIPLES_ACT)),
            }
            yield line.at("under_review"), fault("subject_under_review", **values)
        yield from _abbreviated(line)
    yield from _confirmations(data, listed, on)
    for group in by_subject(listed):
        yield from _forms(group, on)
    yield from _initiatives(listed)
    yield from _same_people(listed)


def _irregular(data: Mapping[str, Any], code: str) -> Iterator[tuple[Path, Message]]:
    if data["reward_kind"] != "work":
        return
    for line in lines(data):
        for index, prior in enumerate(line.item.get("prior_awards", ())):
            if prior.get("reward_kind") in _IRREGULAR:
                yield (
                    line.at("prior_awards", index, "reward_kind"),
                    fault(code, since=first_day(PRINCIPLES_ACT)),
                )


def _abbreviated(line: Line) -> Iterator[tuple[Path, Message]]:
    """Units alone: the names of people are not shortened so."""
    name = "name" if line.place[0] == "collectives" else "unit"
    if short := _short(line.item[name]):
        shown = fault("name_abbreviated", name=line.item[name], short=short)
        yield line.at(name), shown


def _short(name: str) -> str:
    """The first abbreviation; capitals in an enterprise's name may be its brand: LG, FPT."""
    if found := _SHORT.search(name):
        return found[0]
    if name.isupper() or _ENTERPRISE.search(fold(name)):
        return ""
    return next((word for word in _CAPITALS.findall(name) if not _KNOWN.fullmatch(word)), "")


def _confirmations(
    data: Mapping[str, Any], listed: list[Line], on: dt.date
) -> Iterator[tuple[Path, Message]]:
    if data["proposal_kind"] != "board_to_province":
        return
    units = {line.item.get("unit") or line.item["name"] for line in listed}
    confirmed = {one["kind"] for one in data["confirmations"]}
    missing = [name for kind, name in CONFIRMED.items() if kind not in confirmed]
    if missing and any(_ENTERPRISE.match(fold(unit)) for unit in units):
        example = f" ({CONFIRMED_BY} yêu cầu)" if on >= first_day(CONFIRMED_ACT) else ""
        shown = fault("confirmation_missing", missing="; ".join(missing), example=example)
        yield ("confirmations",), shown


def _forms(group: list[Line], on: dt.date) -> Iterator[tuple[Path, Message]]:
    """Titles of one period go together: a fighter is an advanced worker too."""
    for index, line in enumerate(group):
        others = [one for one in group[:index] if not (one.award.is_title and line.award.is_title)]
        if others:
            values = {"name": line.item["name"], "other": full_name(others[0].item)}
            source = ONE_FORM if on >= first_day(ONE_FORM_ACT) else ONE_FORM_BEFORE
            yield line.at("award"), fault("two_forms_one_achievement", **values, source=source)


def _initiatives(listed: list[Line]) -> Iterator[tuple[Path, Message]]:
    first: dict[str, Line] = {}
    for line in listed:
        for place, words in _initiatives_of(line):
            earlier = first.setdefault(fold(words), line)
            if earlier is not line:
                yield place, fault("initiative_reused", name=earlier.item["name"])


def _initiatives_of(line: Line) -> Iterator[tuple[Path, str]]:
    if first := line.item.get("initiative"):
        yield line.at("initiative"), first
    for index, other in enumerate(line.item.get("other_initiatives", ())):
        yield line.at("other_initiatives", index), other


def _same_people(listed: list[Line]) -> Iterator[tuple[Path, Message]]:
    by_birth: dict[dt.date, list[Line]] = {}
    for line in listed:
        if born := line.item.get("born"):
            by_birth.setdefault(born, []).append(line)
    for first, *others in by_birth.values():
        for line in others:
            (name, unit), (same, other) = line.subject, first.subject
            if name == same and unit != other:
                values = {"name": line.item["name"], "other": first.item["unit"]}
                yield line.at("name"), fault("same_person", **values)
