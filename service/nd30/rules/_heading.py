"""Rules of the heading: ô 1 to 4 (Phụ lục I, Phần I, mục II.1 to II.4)."""

from __future__ import annotations

from service.nd30.rules.rule import Rule

_II = "Phụ lục I, Phần I, mục II"

HEADING = (
    Rule(
        "national_missing",
        "error",
        f"{_II}.1",
        says="Quốc hiệu và Tiêu ngữ ở phía trên cùng, bên phải trang đầu tiên.",
        measured="no line of the beginning reads like the national name",
        mend="Bổ sung Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” và Tiêu ngữ.",
    ),
    Rule(
        "national_text",
        "error",
        f"{_II}.1.a",
        says="Quốc hiệu: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.",
        measured="the line's letters, HÒA and HOÀ alike",
        mend="Gõ lại Quốc hiệu cho đúng từng chữ.",
    ),
    Rule(
        "national_style",
        "error",
        f"{_II}.1.a",
        says="Quốc hiệu: chữ in hoa, cỡ chữ 12 đến 13, kiểu chữ đứng, đậm.",
        measured="effective format of every letter",
        mend="Đặt Quốc hiệu chữ in hoa, cỡ 12 hoặc 13, đậm, không nghiêng.",
    ),
    Rule(
        "motto_missing",
        "error",
        f"{_II}.1.b",
        says="Tiêu ngữ ở ngay dưới Quốc hiệu.",
        measured="no line of the beginning reads like the motto",
        mend="Bổ sung Tiêu ngữ “Độc lập - Tự do - Hạnh phúc” dưới Quốc hiệu.",
    ),
    Rule(
        "motto_text",
        "error",
        f"{_II}.1.b",
        says=(
            "Tiêu ngữ: Độc lập - Tự do - Hạnh phúc; viết hoa chữ cái đầu các cụm từ, giữa các cụm "
            "từ có gạch nối (-), có cách chữ."
        ),
        measured="the line's text, letter by letter",
        mend="Gõ lại: Độc lập - Tự do - Hạnh phúc (gạch nối ngắn, mỗi bên một dấu cách).",
    ),
    Rule(
        "motto_style",
        "error",
        f"{_II}.1.b",
        says="Tiêu ngữ: chữ in thường, cỡ chữ 13 đến 14, kiểu chữ đứng, đậm.",
        measured="effective format of every letter",
        mend="Đặt Tiêu ngữ cỡ 13 hoặc 14, đậm, không nghiêng.",
    ),
    Rule(
        "motto_rule",
        "error",
        f"{_II}.1.b",
        says="Dưới Tiêu ngữ có đường kẻ ngang, nét liền.",
        measured="a paragraph border, a line shape, underscores or underlined letters",
        mend="Chọn Insert > Shapes > Line, kẻ một đường nét liền dưới Tiêu ngữ.",
    ),
    Rule(
        "motto_rule_length",
        "warning",
        f"{_II}.1.b",
        says="Đường kẻ dưới Tiêu ngữ dài bằng độ dài của dòng chữ.",
        measured="width of the border or shape to that of the text, 90 to 110 %",
        mend="Kéo đường kẻ cho dài bằng dòng Tiêu ngữ.",
    ),
    Rule(
        "rule_as_text",
        "info",
        f"{_II}.1, II.2, II.5",
        says="Đường kẻ ngang, nét liền.",
        measured="underscores or underlined letters in place of a drawn line",
        mend="Nên thay bằng đường kẻ vẽ (Insert > Shapes > Line): giữ đúng độ dài khi đổi cỡ chữ.",
    ),
    Rule(
        "issuer_missing",
        "error",
        f"{_II}.2",
        says="Tên cơ quan, tổ chức ban hành văn bản ở phía trên, bên trái trang đầu.",
        measured="no line beside or before the national name",
        mend="Bổ sung tên cơ quan, tổ chức ban hành ở bên trái Quốc hiệu.",
    ),
    Rule(
        "issuer_style",
        "error",
        f"{_II}.2.b",
        says="Tên cơ quan ban hành: chữ in hoa, cỡ chữ 12 đến 13, kiểu chữ đứng, đậm.",
        measured="effective format of every letter of the bold lines, or of the last one",
        mend="Đặt tên cơ quan ban hành chữ in hoa, cỡ 12 hoặc 13, đậm, không nghiêng.",
    ),
    Rule(
        "parent_style",
        "error",
        f"{_II}.2.b",
        says="Tên cơ quan chủ quản trực tiếp: chữ in hoa, cỡ chữ 12 đến 13, kiểu chữ đứng.",
        measured="effective format of the lines above the issuer's; not bold",
        mend="Đặt tên cơ quan chủ quản chữ in hoa, cỡ 12 hoặc 13, không đậm, không nghiêng.",
    ),
    Rule(
        "issuer_rule",
        "error",
        f"{_II}.2.b",
        says="Dưới tên cơ quan ban hành có đường kẻ ngang, nét liền.",
        measured="a paragraph border, a line shape, underscores or underlined letters",
        mend="Kẻ một đường nét liền, cân đối dưới tên cơ quan ban hành.",
    ),
    Rule(
        "issuer_rule_length",
        "warning",
        f"{_II}.2.b",
        says="Đường kẻ dưới tên cơ quan ban hành dài từ 1/3 đến 1/2 dòng chữ.",
        measured="width of the border or shape to that of the longest line, ± 0.03",
        mend="Chỉnh đường kẻ dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối.",
    ),
    Rule(
        "number_missing",
        "error",
        f"{_II}.3",
        says="Số, ký hiệu đặt canh giữa dưới tên cơ quan, tổ chức ban hành.",
        measured="no line “Số: …/…” in the heading; a pledge needs none",
        mend="Bổ sung dòng “Số: …/…” dưới tên cơ quan ban hành; dự thảo để trống phần số.",
    ),
    Rule(
        "number_form",
        "error",
        f"{_II}.3.c",
        says=(
            "Sau từ “Số” có dấu hai chấm; số nhỏ hơn 10 ghi thêm số 0 phía trước; giữa số và ký "
            "hiệu có dấu gạch chéo (/), giữa các nhóm chữ viết tắt có gạch nối (-), không cách "
            "chữ; ký hiệu in hoa."
        ),
        measured="Số: 05/KH-BQL, letter by letter",
        mend="Viết theo dạng: Số: 05/KH-BQL.",
    ),
    Rule(
        "symbol_kind",
        "warning",
        "Phụ lục III, mục I",
        says=(
            "Ký hiệu bắt đầu bằng chữ viết tắt của tên loại văn bản (KH, TTr, QĐ …); công văn "
            "không có chữ viết tắt tên loại."
        ),
        measured="first group of the symbol against the kind of document",
        mend="Dùng đúng chữ viết tắt tên loại theo bảng ở Phụ lục III.",
    ),
    Rule(
        "number_style",
        "error",
        f"{_II}.3.c",
        says="Số, ký hiệu: cỡ chữ 13, kiểu chữ đứng.",
        measured="effective format of every letter; not bold",
        mend="Đặt dòng số, ký hiệu cỡ 13, không đậm, không nghiêng.",
    ),
    Rule(
        "draft_number",
        "info",
        "Điều 15",
        says="Số văn bản do Văn thư cơ quan cấp khi đăng ký.",
        measured="“Số:” with no digits before the symbol",
        mend="Ghi số khi đăng ký văn bản.",
    ),
    Rule(
        "date_missing",
        "error",
        f"{_II}.4",
        says="Địa danh và thời gian ban hành ở dưới Quốc hiệu, Tiêu ngữ.",
        measured="no line “…, ngày … tháng … năm …” in the heading; minutes need none",
        mend="Bổ sung dòng “<Địa danh>, ngày … tháng … năm …” dưới Tiêu ngữ.",
    ),
    Rule(
        "date_form",
        "error",
        f"{_II}.4",
        says=(
            "Viết đầy đủ: địa danh viết hoa, dấu phẩy, “ngày … tháng … năm …” bằng chữ số Ả Rập."
        ),
        measured="Hà Nội, ngày 05 tháng 01 năm 2020, letter by letter; a day that exists",
        mend="Viết theo dạng: Hà Nội, ngày 05 tháng 01 năm 2020.",
    ),
    Rule(
        "date_padding",
        "error",
        f"{_II}.4.b",
        says="Chỉ ngày nhỏ hơn 10 và tháng 1, tháng 2 mới ghi thêm số 0 phía trước.",
        measured="digits of day and month",
        mend="Ví dụ đúng: ngày 05 tháng 01; ngày 15 tháng 3; ngày 20 tháng 11.",
    ),
    Rule(
        "date_style",
        "error",
        f"{_II}.4.c",
        says="Địa danh và thời gian: chữ in thường, cỡ chữ 13 đến 14, kiểu chữ nghiêng.",
        measured="effective format of every letter; not bold",
        mend="Đặt dòng địa danh, thời gian cỡ 13 hoặc 14, nghiêng, không đậm.",
    ),
    Rule(
        "draft_date",
        "info",
        "Điều 15",
        says="Thời gian ban hành được ghi khi ban hành văn bản.",
        measured="day or month left blank",
        mend="Ghi ngày, tháng khi ban hành văn bản.",
    ),
    Rule(
        "size_pairing",
        "warning",
        "Phụ lục I, Phần I, mục V, chú thích",
        says=(
            "Cỡ chữ trong cùng một văn bản tăng, giảm thống nhất: Quốc hiệu 13, Tiêu ngữ 14, địa "
            "danh và thời gian 14; hoặc 12, 13, 13."
        ),
        measured="motto one point above the national name, place and date as the motto",
        mend="Chọn một trong hai bộ cỡ chữ: 12 - 13 - 13 hoặc 13 - 14 - 14.",
    ),
    Rule(
        "heading_centred",
        "error",
        f"{_II}.1 - II.4",
        says="Các thành phần ở phần đầu đặt canh giữa trong cột của mình.",
        measured="w:jc of the paragraphs, in a table, a text box or on a line of their own",
        mend="Chọn các dòng đó rồi bấm Ctrl+E.",
    ),
    Rule(
        "heading_gap",
        "warning",
        f"{_II}.1.c, II.2.b",
        says="Quốc hiệu và Tiêu ngữ, tên các cơ quan trình bày cách nhau dòng đơn.",
        measured="a blank paragraph, more than 6 pt or more than 1.2 lines between the two",
        mend="Xóa dòng trống; đặt giãn dòng Single, khoảng cách trước và sau 0 pt.",
    ),
    Rule(
        "mark_style",
        "warning",
        "Phụ lục I, Phần I, mục III.2",
        says="Dấu chỉ độ khẩn, phạm vi lưu hành: chữ in hoa, cỡ chữ 13 đến 14, đứng, đậm.",
        measured="effective format of a line that is nothing but such a mark",
        mend="Đặt dòng đó chữ in hoa, cỡ 13 hoặc 14, đậm, không nghiêng.",
    ),
)
