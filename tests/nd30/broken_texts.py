"""The text and the closing of right documents, broken one by one."""

from __future__ import annotations

from broken import Broken, everywhere, swapped
from right_documents import BODY, PLAN, REFERENCE

_FIRST_BASIS = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
_BASIS = "[both italic first=12.7 before=6 line=1.1]"
_NATION = "[center 12pt bold] CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "[center 13pt bold] Độc lập - Tự do - Hạnh phúc"
_MOTTO_RULE = "[center 2pt rule left=22.4 right=22.4 line=2pt!]"

TEXT = [
    Broken("basis_style", "plan", _BASIS, BODY, change=everywhere(_BASIS, BODY)),
    Broken("basis_style", "plan", _BASIS, _BASIS.replace("italic", "italic bold")),
    Broken(
        "basis_end",
        "plan",
        "Theo đề nghị của Chánh Văn phòng.",
        "Theo đề nghị của Chánh Văn phòng,",
    ),
    Broken("basis_end", "plan", _FIRST_BASIS, _FIRST_BASIS.replace(";", ".")),
    Broken(
        "basis_law",
        "plan",
        "Luật Thi đua, khen thưởng ngày",
        "Luật Thi đua, khen thưởng số 06/2022/QH15 ngày",
    ),
    Broken("body_size", "plan", "", change=everywhere(BODY, BODY.replace("[", "[12pt "))),
    Broken(
        "body_size",
        "plan",
        f"{BODY} Ban Quản lý ban",
        f"{BODY.replace('[', '[13pt ')} Ban Quản lý ban",
    ),
    Broken("body_style", "plan", f"{BODY} a)", f"{BODY.replace('[', '[italic ')} a)"),
    Broken("body_alignment", "plan", f"{BODY} a)", f"{BODY.replace('both', 'left')} a)"),
    Broken("body_alignment", "plan", "", change=everywhere(BODY, BODY.replace("both ", ""))),
    Broken("first_line", "plan", "", change=everywhere("first=12.7", "first=5")),
    Broken("first_line", "plan", f"{BODY} a)", f"{BODY.replace('first=12.7', '')} a)"),
    Broken("first_line", "plan", f"{BODY} a)", f"{BODY.replace('12.7', '11.5')} a)"),
    Broken("paragraph_gap", "plan", "", change=everywhere("before=6 line", "before=3 line")),
    Broken("paragraph_gap", "plan", f"{BODY} b)", f"{BODY.replace('before=6', '')} b)"),
    Broken("line_spacing", "plan", "", change=everywhere("line=1.1", "line=2")),
    Broken("line_spacing", "plan", f"{BODY} b)", f"{BODY.replace('1.1', '14pt!')} b)"),
    Broken("part_heading", "regulation", "Chương I", "Chương 1"),
    Broken("part_heading", "regulation", "Chương I", "CHƯƠNG I"),
    Broken("part_heading", "regulation", "[center bold] QUY ĐỊNH", "[center] QUY ĐỊNH"),
    Broken("part_heading", "regulation", "Mục 1", "Mục I"),
    Broken("section_heading", "plan", "I. MỤC ĐÍCH, YÊU CẦU", "I. Mục đích, yêu cầu"),
    Broken("article_heading", "decision", "{bold}Điều 1.{}", "Điều 1."),
    Broken("article_heading", "decision", "{bold}Điều 1.{}", "{bold}Điều 1:{}"),
    Broken(
        "point_letter",
        "plan",
        "đ) Báo cáo",
        "e) Báo cáo",
        change=everywhere("e) Phục vụ", "g) Phục vụ"),
    ),
    Broken("point_letter", "plan", "e) Phục vụ", "f) Phục vụ"),
    Broken("minutes_lines", "minutes", f"{BODY} Địa điểm: Phòng họp số 2.\n"),
    Broken(
        "minutes_lines",
        "minutes",
        "Thư ký: bà Ma Thị Chuyên, chuyên viên.",
        "Thư ký: bà Ma.",
        change=lambda text: swapped(
            text, "Chủ trì: ông Lường Thế Thiệp, Phó Trưởng ban.", "Thư ký: bà Ma."
        ),
    ),
    Broken(
        "minutes_end",
        "minutes",
        "Cuộc họp kết thúc vào 16 giờ 30 phút, ngày 08 tháng 3 năm 2022./.",
        "Biên bản đã được thông qua./.",
    ),
    Broken(
        "minutes_signatures", "minutes", "", change=lambda text: swapped(text, "THƯ KÝ", "CHỦ TRÌ")
    ),
    Broken("capitals_bodies", "plan", "Ủy ban nhân dân", "Ủy ban Nhân dân"),
    Broken("capitals_people", "plan", "tầng lớp Nhân dân", "tầng lớp nhân dân"),
    Broken("capitals_reference", "plan", "khoản 2 Điều 5", "khoản 2 điều 5"),
    Broken("capitals_reference", "plan", "tại điểm a khoản 2 Điều 5", "tại Khoản 2 Điều 5"),
]

CLOSING = [
    Broken(
        "signature_missing",
        "plan",
        PLAN[PLAN.index("[center 14pt bold] KT.") : PLAN.rindex("\n</table>")],
        "[center]",
    ),
    Broken("authority_style", "plan", "[center 14pt bold] KT.", "[center 14pt] KT."),
    Broken(
        "authority_style",
        "plan",
        "[center 14pt bold] PHÓ TRƯỞNG BAN\n",
        "",
        change=everywhere("KT. TRƯỞNG BAN", "Trưởng ban"),
    ),
    Broken("authority_form", "plan", "KT. TRƯỞNG BAN", "KT TRƯỞNG BAN"),
    Broken("authority_form", "plan", "KT. TRƯỞNG BAN", "T/M BAN QUẢN LÝ"),
    Broken("signer_style", "plan", "[center 14pt bold before=64]", "[center 14pt before=64]"),
    Broken("signer_style", "plan", "Lường Thế Thiệp", "LƯỜNG THẾ THIỆP"),
    Broken("signer_titles", "plan", "Lường Thế Thiệp", "TS. Lường Thế Thiệp"),
    Broken(
        "signature_centred", "plan", "[center 14pt bold before=64]", "[left 14pt bold before=64]"
    ),
    Broken(
        "recipients_missing",
        "plan",
        PLAN[PLAN.index("[left 12pt bold italic] Nơi") : PLAN.rindex("\n<cell>")],
        "[left]",
    ),
    Broken(
        "recipients_heading", "plan", "[left 12pt bold italic] Nơi", "[left 14pt bold italic] Nơi"
    ),
    Broken("recipients_heading", "plan", "[left 12pt bold italic] Nơi", "[left 12pt bold] Nơi"),
    Broken("recipients_heading", "plan", "Nơi nhận:", "Nơi nhận"),
    Broken(
        "recipients_heading", "plan", "[left 12pt bold italic] Nơi", "[center 12pt bold italic] Nơi"
    ),
    Broken("recipients_style", "plan", "", change=everywhere("[left 11pt]", "[left 13pt]")),
    Broken("recipients_form", "plan", "- UBND tỉnh (báo cáo);", "- UBND tỉnh (báo cáo),"),
    Broken("recipients_form", "plan", "- UBND tỉnh (báo cáo);", "+ UBND tỉnh (báo cáo);"),
    Broken("recipients_archive", "plan", "- Lưu: VT, VP (02).", "- Lưu: VT, VP (02);"),
    Broken("recipients_archive", "plan", "- Lưu: VT, VP (02).", "- Lưu VT, VP."),
    Broken("recipients_as_above", "letter", "[left 11pt] - Như trên;\n"),
    Broken("appendix_heading", "proposal", "bold] Phụ lục I\n", "bold] PHỤ LỤC I\n"),
    Broken(
        "appendix_heading",
        "proposal",
        "[center 14pt bold] Phụ lục I\n",
        "[center 13pt bold] Phụ lục I\n",
    ),
    Broken(
        "appendix_heading",
        "proposal",
        "[center 14pt bold] Phụ lục I\n",
        "[right 14pt bold] Phụ lục I\n",
    ),
    Broken(
        "appendix_name",
        "proposal",
        "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
        "Danh sách đề nghị khen thưởng",
    ),
    Broken(
        "appendix_reference",
        "proposal",
        f"{REFERENCE}\n",
    ),
    Broken(
        "appendix_reference_style", "proposal", "[center 14pt italic] (Kèm", "[center 14pt] (Kèm"
    ),
    Broken("copy_style", "copy", "[center 14pt bold] SAO Y", "[center 16pt bold] SAO Y"),
    Broken("copy_number", "copy", "05/SY-SNV", "05/SL-SNV"),
    Broken("appendix_number", "proposal", "bold] Phụ lục I\n", "bold] Phụ lục 1\n"),
    Broken(
        "appendix_mention",
        "proposal",
        "Danh sách tại Phụ lục I, báo cáo tại Phụ lục II kèm theo./.",
        "Kính đề nghị xem xét./.",
    ),
]

OTHER = [
    Broken("national_missing", "plan", f"{_NATION}\n{_MOTTO}\n{_MOTTO_RULE}", "[center]"),
]
