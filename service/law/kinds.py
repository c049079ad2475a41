"""The kinds of administrative documents and their abbreviations.

Source: Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III, mục I (read 2026-11-21).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its Vietnamese name and, where the decree gives one, abbreviation."""

    name: str
    abbreviation: str | None = None


KINDS = {
    "resolution": Kind("Nghị quyết", "NQ"),
    "decision": Kind("Quyết định", "QĐ"),
    "directive": Kind("Chỉ thị", "CT"),
    "regulation": Kind("Quy chế", "QC"),
    "rules": Kind("Quy định", "QyĐ"),
    "communique": Kind("Thông cáo", "TC"),
    "notice": Kind("Thông báo", "TB"),
    "guidance": Kind("Hướng dẫn", "HD"),
    "programme": Kind("Chương trình", "CTr"),
    "plan": Kind("Kế hoạch", "KH"),
    "scheme": Kind("Phương án", "PA"),
    "project": Kind("Đề án", "ĐA"),
    "investment_project": Kind("Dự án", "DA"),
    "report": Kind("Báo cáo", "BC"),
    "minutes": Kind("Biên bản", "BB"),
    "proposal": Kind("Tờ trình", "TTr"),
    "contract": Kind("Hợp đồng", "HĐ"),
    "official_letter": Kind("Công văn"),
    "urgent_telegram": Kind("Công điện", "CĐ"),
    "memorandum": Kind("Bản ghi nhớ", "BGN"),
    "agreement": Kind("Bản thỏa thuận", "BTT"),
    "authorisation": Kind("Giấy ủy quyền", "GUQ"),
    "invitation": Kind("Giấy mời", "GM"),
    "letter_of_introduction": Kind("Giấy giới thiệu", "GGT"),
    "leave_permit": Kind("Giấy nghỉ phép", "GNP"),
    "dispatch_slip": Kind("Phiếu gửi", "PG"),
    "transfer_slip": Kind("Phiếu chuyển", "PC"),
    "notice_slip": Kind("Phiếu báo", "PB"),
    "public_letter": Kind("Thư công"),
}

# Not among the 29 kinds of Điều 7: the decree gives a pledge neither an abbreviation nor a form.
PLEDGE = Kind("Bản giao ước thi đua")
PLEDGE_REGISTRATION = Kind("Bản đăng ký giao ước thi đua")

# What a legal basis may be besides: acts of law-making and of the Party.
CITED_ONLY = {
    "law": Kind("Luật"),
    "ordinance": Kind("Pháp lệnh"),
    "decree": Kind("Nghị định", "NĐ"),
    "circular": Kind("Thông tư", "TT"),
}

# Luật and Pháp lệnh are cited by name and date alone (NĐ 30/2020, Phụ lục I, II.6.a).
CITED_WITHOUT_NUMBER = frozenset({"law", "ordinance"})


def citable() -> dict[str, str]:
    """Key and Vietnamese name of everything that may stand as a legal basis."""
    return {key: kind.name for key, kind in (CITED_ONLY | KINDS).items()}
