"""Rules of the text: ô 6 (Phụ lục I, Phần I, mục II.6), and of minutes (Phụ lục III, mẫu 1.9)."""

from __future__ import annotations

from service.nd30.rules.rule import Rule

_II6 = "Phụ lục I, Phần I, mục II.6"
_MINUTES = "Phụ lục III, mẫu 1.9"

BODY_RULES = (
    Rule(
        "basis_style",
        "error",
        f"{_II6}.a",
        says="Căn cứ ban hành: chữ in thường, kiểu chữ nghiêng, cỡ chữ 13 đến 14.",
        measured="effective format of every letter of lines that begin with “Căn cứ”; not bold",
        mend="Đặt các dòng căn cứ nghiêng, cỡ 13 hoặc 14, không đậm.",
    ),
    Rule(
        "basis_end",
        "error",
        f"{_II6}.a",
        says="Cuối mỗi căn cứ có dấu chấm phẩy (;), dòng cuối cùng kết thúc bằng dấu chấm (.).",
        measured="the last mark of every line of the legal bases",
        mend="Sửa dấu cuối dòng: các căn cứ dùng dấu chấm phẩy, căn cứ cuối dùng dấu chấm.",
    ),
    Rule(
        "basis_law",
        "warning",
        f"{_II6}.a",
        says="Căn cứ là Luật, Pháp lệnh thì không ghi số, ký hiệu, cơ quan ban hành.",
        measured="a number such as 06/2022/QH15 behind the name of a law",
        mend="Bỏ số, ký hiệu, cơ quan ban hành; chỉ ghi tên Luật và ngày ban hành.",
    ),
    Rule(
        "body_size",
        "error",
        f"{_II6}.e",
        says="Nội dung: cỡ chữ 13 đến 14, thống nhất trong cả văn bản.",
        measured="the size of most letters, and paragraphs that differ from it",
        mend="Chọn toàn bộ nội dung rồi đặt một cỡ chữ: 13 hoặc 14.",
    ),
    Rule(
        "body_style",
        "warning",
        f"{_II6}.e",
        says="Nội dung: chữ in thường, kiểu chữ đứng.",
        measured="paragraphs of more than a line that are wholly italic or in capitals",
        mend="Bỏ nghiêng, bỏ in hoa ở các đoạn nội dung.",
    ),
    Rule(
        "body_alignment",
        "error",
        f"{_II6}.e",
        says="Nội dung được canh đều cả hai lề.",
        measured="w:jc of paragraphs that are longer than a line",
        mend="Chọn nội dung rồi bấm Ctrl+J.",
    ),
    Rule(
        "first_line",
        "error",
        f"{_II6}.e",
        says="Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.",
        measured="where the first letter stands, ± 0.3 mm: indents, tabs, blanks, numbering",
        mend="Chọn nội dung, mở Paragraph > Special > First line, nhập 1 cm hoặc 1,27 cm.",
    ),
    Rule(
        "paragraph_gap",
        "error",
        f"{_II6}.e",
        says="Khoảng cách giữa các đoạn văn tối thiểu là 6 pt.",
        measured="space after one and before the next paragraph, added",
        mend="Chọn nội dung, mở Paragraph > Spacing, đặt Before (hoặc After) từ 6 pt.",
    ),
    Rule(
        "line_spacing",
        "error",
        f"{_II6}.e",
        says="Khoảng cách giữa các dòng từ dòng đơn đến 1,5 lines.",
        measured="w:spacing line; exact and least heights against 1.15 of the size",
        mend="Chọn nội dung, mở Paragraph > Line spacing, chọn từ Single đến 1.5 lines.",
    ),
    Rule(
        "part_heading",
        "error",
        f"{_II6}.đ",
        says=(
            "“Phần”, “Chương” (số La Mã), “Mục”, “Tiểu mục” (số Ả Rập): dòng riêng, canh giữa, chữ "
            "in thường, cỡ chữ 13 đến 14, đứng, đậm; tiêu đề ngay dưới, canh giữa, in hoa, đậm."
        ),
        measured="a line that is nothing but such a word and its number, and the line below",
        mend="Trình bày “Chương I” đậm, canh giữa; dòng dưới là tiêu đề in hoa, đậm, canh giữa.",
    ),
    Rule(
        "section_heading",
        "warning",
        "Phụ lục I, Phần I, mục V",
        says="Mục đánh số La Mã (I. NHỮNG KẾT QUẢ …): chữ in hoa, cỡ chữ 13 đến 14, đứng, đậm.",
        measured="a short paragraph that begins with a Roman number and a dot",
        mend="Đặt tiêu đề mục in hoa, đậm, không nghiêng.",
    ),
    Rule(
        "article_heading",
        "error",
        f"{_II6}.đ",
        says="“Điều”, số thứ tự (có dấu chấm) và tiêu đề: kiểu chữ đứng, đậm, chữ số Ả Rập.",
        measured="text and format of “Điều 1.” at the start of a paragraph",
        mend="Viết “Điều 1.” đậm, không nghiêng, có dấu chấm sau số.",
    ),
    Rule(
        "point_letter",
        "warning",
        f"{_II6}.đ",
        says="Các điểm theo thứ tự chữ cái tiếng Việt (a, b, c, d, đ, e, g …), sau có dấu “)”.",
        measured="points f), j), w), z), or e) right after d)",
        mend="Đánh lại: a), b), c), d), đ), e), g), h), i), k) …",
    ),
    Rule(
        "minutes_lines",
        "warning",
        _MINUTES,
        says=(
            "Biên bản họp có thời gian bắt đầu, địa điểm, thành phần tham dự, chủ trì, thư ký, "
            "theo thứ tự đó."
        ),
        measured="paragraphs that begin with these words, in minutes of a meeting",
        mend="Bổ sung hoặc sắp xếp lại các dòng theo mẫu 1.9.",
    ),
    Rule(
        "minutes_end",
        "warning",
        _MINUTES,
        says="Biên bản ghi giờ, ngày, tháng, năm kết thúc cuộc họp.",
        measured="no sentence “… kết thúc … giờ … ngày …”, in minutes of a meeting",
        mend="Thêm câu “Cuộc họp kết thúc vào … giờ …, ngày … tháng … năm …./.”",
    ),
    Rule(
        "minutes_signatures",
        "warning",
        _MINUTES,
        says="Biên bản họp do thư ký (bên trái) và chủ tọa (bên phải) ký.",
        measured="“THƯ KÝ” and “CHỦ TỌA” or “CHỦ TRÌ” above the names, in this order",
        mend="Đặt THƯ KÝ ở bên trái, CHỦ TỌA ở bên phải.",
    ),
)
