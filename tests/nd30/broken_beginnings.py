"""The page, the heading and the title of right documents, broken one by one."""

from __future__ import annotations

from broken import Broken, decomposed, everywhere, first_section, header_of, last_section
from docx_parts import NAMESPACES, style, styles
from right_documents import PLAN
from written_docx import margin_part

_NATION = "[center 12pt bold] CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "[center 13pt bold] Độc lập - Tự do - Hạnh phúc"
_MOTTO_RULE = "[center 2pt rule left=22.4 right=22.4 line=2pt!]"
_ISSUER_RULE = "[center 2pt rule left=21 right=21 line=2pt!]"
_DATE = "Bắc Kạn, ngày 12 tháng 01 năm 2022"
_NUMBER = "Số: 08/KH-BQL"
_FIRST_BASIS = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
_BASIS = "[both italic first=12.7 before=6 line=1.1]"

_TWO_SIDED = f"<w:settings {NAMESPACES}><w:evenAndOddHeaders/></w:settings>"

ON_PAGES = [
    Broken("paper", "plan", "", change=first_section("paper=215.9x279.4")),
    Broken("orientation", "proposal", "<section start=1>", "<section start=1 landscape>"),
    Broken("margins", "plan", "", change=first_section("margins=20,20,25,15")),
    Broken("margins", "plan", "", change=first_section("margins=20,20,30,25")),
    Broken("margins", "plan", "", change=first_section("margins=15,20,30,15")),
    Broken("margins", "plan", "", change=first_section("margins=20,30,30,15")),
    Broken("margins", "plan", "", change=first_section("margins=20,20,30,15 gutter=10")),
    Broken("margins", "proposal", "", change=last_section("start=1 landscape margins=20,20,10,15")),
    Broken("font", "plan", "Ban Quản lý ban hành", "{font=Arial}Ban Quản lý ban hành"),
    Broken(
        "font",
        "plan",
        "Ban Quản lý ban hành",
        "{char=Other}Ban Quản lý{} ban hành",
        {
            "styles": styles(
                style("Other", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', kind="character")
            )
        },
    ),
    Broken("font", "plan", "Kế hoạch", "Kế hoạch", header_of("[center 14pt font=Calibri] {page}")),
    Broken("old_font", "plan", "Ban Quản lý ban hành", "{font=.VnTime}Ban Quản lý{} ban hành"),
    Broken("old_font", "plan", "Ban Quản lý ban hành", "{font=VNI-Times}Ban Quản lý{} ban hành"),
    Broken("unicode_form", "plan", "", change=decomposed),
    Broken("colour", "plan", "Ban Quản lý ban hành", "{color=0000FF}Ban Quản lý{} ban hành"),
    Broken("colour", "plan", "[center 14pt bold before=14]", "[center 14pt bold color=FF0000]"),
    Broken("page_number_missing", "plan", "", parts=header_of("[center 14pt] ")),
    Broken("page_number_missing", "plan", "", parts={"settings": _TWO_SIDED}),
    Broken(
        "page_number_place",
        "plan",
        "",
        parts={
            "header": margin_part("[center] "),
            "footer": margin_part("[center 14pt] {page}", "ftr"),
        },
        change=first_section("footer=1"),
    ),
    Broken("page_number_place", "plan", "", parts=header_of("[right 14pt] {page}")),
    Broken("page_number_style", "plan", "", parts=header_of("[center 12pt] {page}")),
    Broken("page_number_style", "plan", "", parts=header_of("[center 14pt bold] {page}")),
    Broken("page_number_first", "plan", "", change=first_section("title=0")),
    Broken("page_number_first", "plan", "", change=first_section("first=1")),
    Broken("page_number_form", "plan", "", change=first_section("start=3")),
    Broken("page_number_form", "plan", "", change=first_section("fmt=upperRoman")),
    Broken("page_number_form", "plan", "", parts=header_of("[center 14pt] Trang {page}")),
    Broken("appendix_page_numbers", "proposal", "<section start=1>", "<section>"),
]

HEADING = [
    Broken("national_text", "plan", "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XẢ HỘI"),
    Broken("national_style", "plan", _NATION, _NATION.replace("12pt", "15pt")),
    Broken("national_style", "plan", _NATION, _NATION.replace("bold", "")),
    Broken("motto_missing", "plan", f"{_MOTTO}\n{_MOTTO_RULE}"),
    Broken("motto_text", "plan", "Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc"),
    Broken("motto_text", "plan", "Độc lập - Tự do - Hạnh phúc", "Độc Lập - Tự Do - Hạnh Phúc"),
    Broken("motto_text", "plan", "Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"),
    Broken("motto_style", "plan", _MOTTO, _MOTTO.replace("bold", "bold italic")),
    Broken("motto_style", "plan", _MOTTO, _MOTTO.replace("]", " caps]")),
    Broken("motto_rule", "plan", _MOTTO_RULE),
    Broken("motto_rule_length", "plan", _MOTTO_RULE, _MOTTO_RULE.replace("22.4", "35")),
    Broken(
        "issuer_missing",
        "plan",
        "[center 12pt] UBND TỈNH BẮC KẠN\n[center 12pt bold] BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP",
    ),
    Broken("issuer_style", "plan", "BAN QUẢN LÝ CÁC KHU", "Ban Quản lý các Khu"),
    Broken("issuer_style", "plan", "[center 12pt bold] BAN", "[center 14pt bold] BAN"),
    Broken("parent_style", "plan", "[center 12pt] UBND", "[center 12pt bold] UBND"),
    Broken("parent_style", "plan", "[center 12pt] UBND", "[center 14pt] UBND"),
    Broken("issuer_rule", "plan", _ISSUER_RULE),
    Broken("issuer_rule_length", "plan", _ISSUER_RULE, _ISSUER_RULE.replace("21", "5")),
    Broken("number_missing", "plan", f"[center 13pt before=6] {_NUMBER}", "[center]"),
    Broken("number_form", "plan", _NUMBER, "Số 8/KH-BQL"),
    Broken("number_form", "plan", _NUMBER, "Số: 8/KH-BQL"),
    Broken("number_form", "plan", _NUMBER, "Số: 08 / KH - BQL"),
    Broken("number_form", "plan", _NUMBER, "Số: 08/KH – BQL"),
    Broken("number_form", "plan", _NUMBER, "Số: 08/kh-bql"),
    Broken("number_form", "plan", _NUMBER, "Số: 08/2022/KH-BQL"),
    Broken("symbol_kind", "plan", _NUMBER, "Số: 08/QĐ-BQL"),
    Broken("symbol_kind", "proposal", "214/TTr-BQL", "214/TTR-BQL"),
    Broken("symbol_kind", "letter", "15/BQL-VP", "15/CV-BQL"),
    Broken("number_style", "plan", f"13pt before=6] {_NUMBER}", f"14pt before=6] {_NUMBER}"),
    Broken("number_style", "plan", f"13pt before=6] {_NUMBER}", f"13pt bold] {_NUMBER}"),
    Broken("date_missing", "plan", f"[center 13pt italic before=6] {_DATE}", "[center]"),
    Broken("date_form", "plan", _DATE, "Bắc Kạn, ngày 12/01/2022"),
    Broken("date_form", "plan", _DATE, "Bắc Kạn ngày 12 tháng 01 năm 2022"),
    Broken("date_form", "plan", _DATE, "Bắc Kạn, ngày 30 tháng 02 năm 2022"),
    Broken("date_form", "plan", _DATE, "bắc kạn, ngày 12 tháng 01 năm 2022"),
    Broken("date_padding", "plan", _DATE, "Bắc Kạn, ngày 12 tháng 03 năm 2022"),
    Broken("date_padding", "plan", _DATE, "Bắc Kạn, ngày 5 tháng 3 năm 2022"),
    Broken("date_padding", "plan", _DATE, "Bắc Kạn, ngày 12 tháng 1 năm 2022"),
    Broken(
        "date_style", "plan", f"[center 13pt italic before=6] {_DATE}", f"[center 13pt] {_DATE}"
    ),
    Broken("size_pairing", "plan", _NATION, _NATION.replace("12pt", "13pt")),
    Broken("size_pairing", "plan", f"13pt italic before=6] {_DATE}", f"14pt italic] {_DATE}"),
    Broken("heading_centred", "plan", "[center 13pt before=6] Số", "[left 13pt before=6] Số"),
    Broken("heading_gap", "plan", _MOTTO, f"[center]\n{_MOTTO}"),
    Broken("heading_gap", "plan", _MOTTO, _MOTTO.replace("]", " line=1.5]")),
    Broken("mark_style", "plan", f"{_NUMBER}", f"{_NUMBER}\n[center 16pt bold] KHẨN"),
]

TITLE = [
    Broken(
        "kind_missing",
        "plan",
        PLAN[PLAN.index("[center 14pt bold before=14] KẾ") : PLAN.index("[both italic")],
    ),
    Broken("kind_style", "plan", "[center 14pt bold before=14]", "[center 16pt bold before=14]"),
    Broken("kind_style", "plan", "KẾ HOẠCH", "Kế hoạch"),
    Broken(
        "subject_missing",
        "plan",
        "[center 14pt bold] Phát động phong trào thi đua thực hiện nhiệm vụ năm 2022\n",
    ),
    Broken("subject_style", "plan", "[center 14pt bold] Phát", "[center 14pt] Phát"),
    Broken(
        "subject_style",
        "plan",
        "Phát động phong trào thi đua thực hiện nhiệm vụ năm 2022",
        "PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2022",
        change=everywhere("left=57", "left=59"),
    ),
    Broken("subject_rule", "plan", "[center 2pt rule left=57 right=57 line=2pt!]\n"),
    Broken("subject_rule_length", "plan", "left=57 right=57", "left=75 right=75"),
    Broken("title_centred", "plan", "[center 14pt bold] Phát", "[left 14pt bold] Phát"),
    Broken("title_centred", "plan", "[center 14pt bold before=14]", "[center 14pt bold left=30]"),
    Broken(
        "letter_subject_missing", "letter", "[center 12pt before=6] V/v nâng bậc lương năm 2022\n"
    ),
    Broken(
        "letter_subject_style", "letter", "[center 12pt before=6] V/v", "[center 14pt before=6] V/v"
    ),
    Broken(
        "letter_subject_style",
        "letter",
        "[center 12pt before=6] V/v",
        "[center 12pt bold before=6] V/v",
    ),
    Broken("letter_subject_gap", "letter", "[center 12pt before=6] V/v", "[center 12pt] V/v"),
    Broken(
        "addressees_missing",
        "proposal",
        "[center before=6] Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh\n",
    ),
    Broken(
        "addressees_unused",
        "plan",
        f"{_BASIS} {_FIRST_BASIS}",
        f"[center before=6] Kính gửi: Sở Nội vụ\n{_BASIS} {_FIRST_BASIS}",
    ),
    Broken(
        "addressees_style",
        "proposal",
        "[center before=6] Kính gửi",
        "[center bold before=6] Kính gửi",
    ),
    Broken("addressees_style", "letter", "[left=47 first=-3] - Bộ", "[left=47 first=-3 12pt] - Bộ"),
    Broken("addressees_form", "letter", "- Bộ Nội vụ;", "- Bộ Nội vụ,"),
    Broken("addressees_form", "letter", "Kính gửi:", "Kính gửi"),
    Broken(
        "addressees_form",
        "proposal",
        "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh",
        "Kính gửi: Bộ Nội vụ; Bộ Tài chính",
    ),
]
