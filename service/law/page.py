"""The page "Luật theo ngày": every table of law as text, with sources and doubts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from service.law.award_names import AWARDS
from service.law.awards import RECIPIENTS, base_salary, explain
from service.law.kinds import CITED_WITHOUT_NUMBER, citable
from service.law.preambles import preamble
from service.law.rows import Row
from service.law.tables import Law, current, using
from service.vietnamese import dates, figures

CONFIDENCE = {"high": "cao", "medium": "vừa", "low": "thấp"}
# How the page names the keys that a row may mark as unverified.
KEYS = {
    "coefficient": "hệ số",
    "decree": "số nghị định",
    "ended": "ngày hết hiệu lực",
    "grants": "thẩm quyền",
    "in_force": "ngày có hiệu lực",
    "issuer": "cơ quan ban hành",
    "name": "tên",
    "number": "số",
    "others_refused": "phần không được tặng",
    "percent": "tỷ lệ",
    "signed": "ngày ban hành",
    "since": "ngày bắt đầu",
    "source": "nguồn",
    "title": "trích yếu",
    "until": "ngày kết thúc",
}
BASES = {
    "members_total": "tổng số thành viên",
    "members_present": "số thành viên có mặt",
    "ballots_valid": "số phiếu hợp lệ",
}
HEAD = """# Luật theo ngày

Trang này sinh ra từ các bảng trong `service/law/data` bằng lệnh `python -m service.law`: đừng sửa
trang, hãy sửa bảng. Cơ quan có bảng riêng thì chép tệp cần sửa vào một thư mục, đặt biến
`VANTHU_LAW` trỏ tới thư mục ấy; tệp nào không có ở đó thì dùng bản kèm theo phần mềm.

Cột “Tin cậy” cho biết nguồn chắc đến đâu; “chưa xác minh” là mục chưa đối chiếu được với văn bản
gốc. Phần mềm chỉ nhắc, không thay được việc đọc văn bản.
"""

Column = tuple[str, Callable[[Any], str]]


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the page: its file, heading, and columns before validity and source."""

    stem: str
    title: str
    columns: tuple[Column, ...]
    dated: bool = True


def _signed(row: Any) -> str:
    return dates.short_date(row.signed) if row.signed else "chưa rõ"


def _named(row: Any) -> str:
    return f"{citable()[row.kind]} {row.number}"


def _force(row: Any) -> str:
    return _from_to(row.in_force, row.ended)


def _successors(row: Any) -> str:
    numbers = {each.key: each.number for each in current().instruments.rows}
    return ", ".join(numbers[key] for key in row.replaced_by)


def _award(row: Any) -> str:
    return AWARDS[row.award].name


def _awards(row: Any) -> str:
    named = "; ".join(AWARDS[key].name for key in row.grants) or "không có"
    return named if row.others_refused else f"{named} (phần khác chưa rõ)"


def _signer(row: Any) -> str:
    return next(each.name for each in current().signers.rows if each.key == row.signer)


SECTIONS = (
    Section(
        "instruments",
        "Văn bản",
        (
            ("Văn bản", _named),
            ("Ban hành", _signed),
            ("Cơ quan", lambda row: row.issuer),
            ("Trích yếu", lambda row: row.title),
            ("Hiệu lực", _force),
            ("Thay bằng", _successors),
        ),
        dated=False,
    ),
    Section(
        "salaries",
        "Lương cơ sở",
        (
            ("Mức", lambda row: figures.money(row.amount)),
            ("Nghị định", lambda row: row.decree),
        ),
    ),
    Section(
        "coefficients",
        "Hệ số tiền thưởng",
        (
            ("Danh hiệu, hình thức", _award),
            ("Cho", lambda row: RECIPIENTS[row.recipient]),
            ("Hệ số", lambda row: figures.figure(row.coefficient)),
        ),
    ),
    Section(
        "votes",
        "Tỷ lệ phiếu",
        (
            ("Danh hiệu", _award),
            ("Cần đạt", lambda row: f"{row.percent}% {BASES[row.base]}"),
            ("Bỏ phiếu kín", lambda row: "có" if row.ballot else "không"),
        ),
    ),
    Section(
        "quorums",
        "Số thành viên phải có mặt",
        (
            ("Nơi áp dụng", lambda row: row.province or "chung"),
            ("Tối thiểu", lambda row: f"{row.numerator}/{row.denominator}"),
        ),
    ),
    Section(
        "conditions",
        "Con số trong tiêu chuẩn",
        (
            ("Danh hiệu, hình thức", _award),
            ("Tiêu chuẩn", lambda row: row.text),
            ("Mức", lambda row: figures.figure(row.value)),
        ),
    ),
    Section("grants", "Thẩm quyền tặng", (("Ai", _signer), ("Được tặng", _awards))),
    Section(
        "signers",
        "Cách nhận ra người ký",
        (("Ai", lambda row: row.name), ("Bắt đầu bằng", lambda row: "; ".join(row.phrases))),
        dated=False,
    ),
    Section(
        "deadlines",
        "Thời hạn gửi hồ sơ",
        (("Nơi áp dụng", lambda row: row.province), ("Thời hạn", lambda row: row.text)),
    ),
    Section(
        "provinces",
        "Tỉnh, thành phố",
        (
            ("Tên", lambda row: row.name),
            ("Loại", lambda row: row.kind),
            ("Tiếp nhận", lambda row: row.became),
        ),
    ),
    Section(
        "bodies",
        "Bộ, cơ quan, cấp chính quyền",
        (
            ("Tên", lambda row: "; ".join((row.name, *row.aliases))),
            ("Trước đó", lambda row: row.before),
            ("Sau đó", lambda row: row.became),
        ),
    ),
    Section("uncertainties", "Chưa xác minh được", (("Điều", lambda row: row.text),)),
)


def page(law: Law) -> str:
    """The page in Markdown; its last line ends."""
    with using(law):
        parts = [HEAD, *_preambles(law), *_amounts(law)]
        for section in SECTIONS:
            parts += _section(law, section)
    return "\n".join(parts)


def _section(law: Law, section: Section) -> Iterator[str]:
    table = getattr(law, section.stem)
    yield f"## {section.title}\n"
    yield f"Bảng `{section.stem}.toml`, đối chiếu ngày {dates.short_date(table.read_on)}.\n"
    columns = (*section.columns, *((("Thời gian", _validity),) if section.dated else ()), *_SOURCE)
    yield _markdown([heading for heading, _ in columns], _cells(table.rows, columns))


def _cells(rows: Sequence[Row], columns: Sequence[Column]) -> list[list[str]]:
    return [[show(row) for _, show in columns] for row in rows]


def _markdown(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split()) or "–"


def _validity(row: Any) -> str:
    return _from_to(row.since, row.until)


def _from_to(first: dt.date | None, last: dt.date | None) -> str:
    begin = f"từ {dates.short_date(first)}" if first else ""
    end = f"đến hết {dates.short_date(last)}" if last else ""
    return f"{begin} {end}".strip()


def _doubts(row: Row) -> str:
    unverified = ", ".join(KEYS[name] for name in row.unverified)
    doubt = f"; chưa xác minh {unverified}" if unverified else ""
    return f"{CONFIDENCE[row.confidence]}{doubt}"


_SOURCE: tuple[Column, ...] = (
    ("Nguồn", lambda row: row.source),
    ("Tin cậy", _doubts),
    ("Ghi chú", lambda row: row.note),
)


def _preambles(law: Law) -> Iterator[str]:
    """The default legal bases, one line for each stretch of days."""
    yield "## Căn cứ theo ngày văn bản\n"
    listed = [row for row in law.instruments.rows if row.preamble]
    days = {row.first for row in listed} | {
        row.last + dt.timedelta(1) for row in listed if row.ended
    }
    days |= {row.first for row in law.uncertainties.rows if row.about == "legal_bases"} - {
        dt.date.min
    }
    rows = []
    for day in sorted(days):
        found = preamble(day)
        bases = "; ".join(map(_basis, found.instruments))
        rows.append([dates.short_date(day), bases, " ".join(row.text for row in found.uncertain)])
    yield _markdown(["Từ ngày", "Căn cứ", "Cần kiểm tra"], rows)


def _basis(row: Any) -> str:
    number = "" if row.kind in CITED_WITHOUT_NUMBER else f" {row.number}"
    name = f" {row.title}" if not number else ""
    return f"{citable()[row.kind]}{name}{number} ngày {_signed(row)}"


def _amounts(law: Law) -> Iterator[str]:
    """What the awards bring with the newest base salary."""
    newest = max(row.first for row in law.salaries.rows)
    salary = base_salary(newest)
    yield "## Mức tiền thưởng với lương cơ sở mới nhất\n"
    yield f"Quyết định từ ngày {dates.short_date(newest)}, làm tròn lên hàng chục nghìn đồng.\n"
    about = {row.thing: row for row in law.coefficients.rows if row.holds(newest)}
    rows = [
        [
            _award(row),
            RECIPIENTS[row.recipient],
            explain(row.award, row.recipient, newest).explained(),
        ]
        for row in about.values()
        if salary
    ]
    yield _markdown(["Danh hiệu, hình thức", "Cho", "Tiền thưởng"], rows)
