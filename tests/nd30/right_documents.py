"""Documents that keep the decree, in the notation of written_docx: the base of all tests."""

from __future__ import annotations

BODY = "[both first=12.7 before=6 line=1.1]"
BASIS = "[both italic first=12.7 before=6 line=1.1]"
_ARTICLE = "[both first=10 before=6]"
_HEADER = """
<table 64 101>
[center 12pt] {parent}
[center 12pt bold] {issuer}
[center 2pt rule left=21 right=21 line=2pt!]
<cell>
[center 12pt bold] CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
[center 13pt bold] Độc lập - Tự do - Hạnh phúc
[center 2pt rule left=22.4 right=22.4 line=2pt!]
<row>
{left}
<cell>
{right}
</table>
"""
_CLOSING = """
<table 78 87>
[left 12pt bold italic] Nơi nhận:
{recipients}
<cell>
[center 14pt bold] KT. TRƯỞNG BAN
[center 14pt bold] PHÓ TRƯỞNG BAN
[center 14pt bold before=64] Lường Thế Thiệp
</table>
"""

REFERENCE = "[center 14pt italic] (Kèm theo Tờ trình số 214/TTr-BQL ngày 12 tháng 8 năm 2022)"
LONG = (
    "Ban Quản lý các Khu công nghiệp đã phát động phong trào thi đua tới các phòng, đơn vị trực "
    "thuộc và các doanh nghiệp trong khu công nghiệp, tổ chức sơ kết, tổng kết đúng kế hoạch."
)


def header(
    left: str = "[center 13pt before=6] Số: 08/KH-BQL",
    right: str = "[center 13pt italic before=6] Bắc Kạn, ngày 12 tháng 01 năm 2022",
    parent: str = "UBND TỈNH BẮC KẠN",
    issuer: str = "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP",
) -> str:
    held = {"{left}": left, "{right}": right, "{parent}": parent, "{issuer}": issuer}
    text = _HEADER
    for slot, words in held.items():
        text = text.replace(slot, words)
    return text


def closing(*recipients: str) -> str:
    lines = [f"[left 11pt] {each}" for each in recipients]
    return _CLOSING.replace("{recipients}", "\n".join(lines))


def long_text(count: int = 24) -> str:
    """Paragraphs for more than a page."""
    return "\n".join(f"{BODY} {LONG}" for _ in range(count))


PLAN = f"""
{header()}
[center 14pt bold before=14] KẾ HOẠCH
[center 14pt bold] Phát động phong trào thi đua thực hiện nhiệm vụ năm 2022
[center 2pt rule left=57 right=57 line=2pt!]
{BASIS} Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
{BASIS} Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ;
{BASIS} Theo đề nghị của Chánh Văn phòng.
{BODY} Ban Quản lý ban hành Kế hoạch phát động phong trào thi đua năm 2022 như sau:
[both bold first=12.7 before=6 line=1.1] I. MỤC ĐÍCH, YÊU CẦU
[both bold first=12.7 before=6 line=1.1] 1. Mục đích
{BODY} a) {LONG}
{BODY} b) {LONG}
{BODY} c) {LONG}
{BODY} d) Gửi Ủy ban nhân dân tỉnh theo quy định tại điểm a khoản 2 Điều 5.
{BODY} đ) Báo cáo Hội đồng nhân dân tỉnh.
{BODY} e) Phục vụ các tầng lớp Nhân dân.
[both bold first=12.7 before=6 line=1.1] II. TỔ CHỨC THỰC HIỆN
{long_text()}
{BODY} Trên đây là Kế hoạch phát động phong trào thi đua năm 2022./.
[before=8]
{closing("- UBND tỉnh (báo cáo);", "- Các phòng, đơn vị trực thuộc;", "- Lưu: VT, VP (02).")}
"""

_LETTER_HEADER = header(
    left="[center 13pt before=6] Số: 15/BQL-VP\n[center 12pt before=6] V/v nâng bậc lương năm 2022",
    right="[center 13pt italic before=6] Bắc Kạn, ngày 05 tháng 3 năm 2022",
)
LETTER = f"""
{_LETTER_HEADER}
[left=35 before=12] Kính gửi:
[left=47 first=-3] - Bộ Nội vụ;
[left=47 first=-3] - Sở Nội vụ tỉnh Bắc Kạn.
{long_text()}
{BODY} Đề nghị Quý cơ quan xem xét, giải quyết./.
{closing("- Như trên;", "- Lãnh đạo Ban;", "- Lưu: VT, VP.")}
"""

_DECISION_HEADER = header(
    left="[center 13pt before=6] Số: 02/QĐ-BQL",
    right="[center 13pt italic before=6] Bắc Kạn, ngày 20 tháng 11 năm 2022",
)
DECISION = f"""
{_DECISION_HEADER}
[center bold before=14] QUYẾT ĐỊNH
[center bold] Về việc ban hành Quy chế thi đua, khen thưởng
[center 2pt rule left=58 right=58 line=2pt!]
[center bold before=12] TRƯỞNG BAN BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP
[both italic first=10 before=6] Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
[both italic first=10 before=6] Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017;
[both italic first=10 before=6] Theo đề nghị của Chánh Văn phòng.
[center bold before=12] QUYẾT ĐỊNH:
{_ARTICLE} {{bold}}Điều 1.{{}} Ban hành kèm theo Quyết định này Quy chế thi đua.
{_ARTICLE} {{bold}}Điều 2. Hiệu lực thi hành{{}}
{_ARTICLE} 1. Quyết định này có hiệu lực kể từ ngày ký.
{_ARTICLE} 2. Quyết định này thay thế Quyết định số 05/QĐ-BQL.
{_ARTICLE} {{bold}}Điều 3.{{}} Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.
{closing("- Như Điều 3;", "- Lưu: VT, VP.")}
"""

_MINUTES_HEADER = header(left="[center 13pt before=6] Số: 01/BB-BQL", right="[center]")
MINUTES = f"""
{_MINUTES_HEADER}
[center bold before=14] BIÊN BẢN
[center bold] Họp giao ban tháng 3 năm 2022
[center 2pt rule left=65 right=65 line=2pt!]
{BODY} Thời gian bắt đầu: 14 giờ 00 phút, ngày 08 tháng 3 năm 2022.
{BODY} Địa điểm: Phòng họp số 2.
{BODY} Thành phần tham dự: lãnh đạo Ban và các phòng.
{BODY} Chủ trì: ông Lường Thế Thiệp, Phó Trưởng ban.
{BODY} Thư ký: bà Ma Thị Chuyên, chuyên viên.
{BODY} Nội dung: {LONG}
{BODY} Cuộc họp kết thúc vào 16 giờ 30 phút, ngày 08 tháng 3 năm 2022./.
<table 82 83>
[center bold] THƯ KÝ
<cell>
[center bold] CHỦ TRÌ
<row>
[center bold before=64] Ma Thị Chuyên
<cell>
[center bold before=64] Lường Thế Thiệp
</table>
[before=8]
[left 12pt bold italic] Nơi nhận:
[left 11pt] - Lãnh đạo Ban;
[left 11pt] - Lưu: VT, Hồ sơ.
"""

_INVITATION_HEADER = header(
    left="[center 13pt before=6] Số: 12/GM-BQL",
    right="[center 13pt italic before=6] Bắc Kạn, ngày 05 tháng 02 năm 2022",
)
INVITATION = f"""
{_INVITATION_HEADER}
[center bold before=14] GIẤY MỜI
[center bold] Họp tổng kết công tác thi đua
[center 2pt rule left=68 right=68 line=2pt!]
{BODY} Ban Quản lý trân trọng kính mời: Giám đốc Sở Nội vụ tới dự cuộc họp tổng kết.
{BODY} Chủ trì: ông Lường Thế Thiệp.
{BODY} Thời gian: 08 giờ 00 phút, ngày 10 tháng 02 năm 2022.
{BODY} Địa điểm: Phòng họp số 2, trụ sở Ban Quản lý./.
{closing("- Như trên;", "- Lưu: VT, VP.")}
"""

_PROPOSAL_HEADER = header(
    left="[center 13pt before=6] Số: 214/TTr-BQL",
    right="[center 13pt italic before=6] Bắc Kạn, ngày 12 tháng 8 năm 2022",
)
# Two appendices, the second one in landscape for its wide table.
PROPOSAL = f"""
{_PROPOSAL_HEADER}
[center bold before=14] TỜ TRÌNH
[center bold] Về việc đề nghị khen thưởng năm 2022
[center 2pt rule left=65 right=65 line=2pt!]
[center before=6] Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh
{long_text()}
{BODY} Danh sách tại Phụ lục I, báo cáo tại Phụ lục II kèm theo./.
{closing("- Như trên;", "- Lưu: VT, VP.")}
<section start=1>
[center 14pt bold] Phụ lục I
[center 14pt bold] DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG
{REFERENCE}
{BODY} {LONG}
<section start=1 landscape>
[center 14pt bold] Phụ lục II
[center 14pt bold] BẢNG TỔNG HỢP
{REFERENCE}
<table 20 100 120 ruled>
[13pt] TT
<cell>
[13pt] Đơn vị
<cell>
[13pt] Thành tích
</table>
[10pt]
"""

_REGULATION_HEADER = header(
    left="[center 13pt before=6] Số: 30/QC-BQL",
    right="[center 13pt italic before=6] Bắc Kạn, ngày 20 tháng 11 năm 2022",
)
REGULATION = f"""
{_REGULATION_HEADER}
[center bold before=14] QUY CHẾ
[center bold] Thi đua, khen thưởng của Ban Quản lý
[center 2pt rule left=62 right=62 line=2pt!]
[center bold before=12] Chương I
[center bold] QUY ĐỊNH CHUNG
{_ARTICLE} {{bold}}Điều 1. Phạm vi điều chỉnh{{}}
[both first=10 before=6] {LONG}
[center bold before=12] Mục 1
[center bold] TỔ CHỨC
{_ARTICLE} {{bold}}Điều 2. Hội đồng{{}}
{_ARTICLE} 1. {LONG}
{closing("- Các phòng;", "- Lưu: VT, VP.")}
"""

COPY = (
    DECISION
    + """
[rule]
<table 64 101>
[center 12pt bold] SỞ NỘI VỤ
[center 13pt] Số: 05/SY-SNV
<cell>
[center 14pt bold] SAO Y
[center 13pt italic] Bắc Kạn, ngày 25 tháng 11 năm 2022
</table>
"""
    + closing("- Như trên;", "- Lưu: VT.")
)

RIGHT = {
    "copy": COPY,
    "plan": PLAN,
    "letter": LETTER,
    "decision": DECISION,
    "minutes": MINUTES,
    "invitation": INVITATION,
    "proposal": PROPOSAL,
    "regulation": REGULATION,
}
