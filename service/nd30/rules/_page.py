"""Rules of the page, the letters and the page numbers (Phụ lục I, Phần I, mục I)."""

from __future__ import annotations

from service.nd30.rules.rule import Rule

_I = "Phụ lục I, Phần I, mục I"

PAGE_RULES = (
    Rule(
        "party_document",
        "info",
        "Điều 2",
        says="Văn bản của Đảng theo quy định riêng của Đảng, không theo Nghị định 30/2020/NĐ-CP.",
        measured="“ĐẢNG CỘNG SẢN VIỆT NAM” in the heading and no national name; nothing is judged",
        mend="Đối chiếu với hướng dẫn về thể thức văn bản của Đảng.",
    ),
    Rule(
        "lawmaking_document",
        "info",
        "Điều 4",
        says=(
            "Văn bản quy phạm pháp luật theo pháp luật về ban hành văn bản quy phạm pháp luật, "
            "không theo Nghị định 30/2020/NĐ-CP."
        ),
        measured="kind Luật, Nghị định, Thông tư …, or a year in the number; nothing is judged",
        mend="Đối chiếu với quy định về thể thức văn bản quy phạm pháp luật.",
    ),
    Rule(
        "not_recognised",
        "error",
        "Điều 8",
        says="Văn bản hành chính có các thành phần thể thức chính theo Điều 8.",
        measured="no national name, number, place and date or recipients anywhere",
        mend="Kiểm tra lại tệp đã chọn; nếu đúng tệp, hãy trình bày theo mẫu ở Phụ lục III.",
    ),
    Rule(
        "several_documents",
        "info",
        "Điều 8",
        says="Mỗi văn bản có một Quốc hiệu và Tiêu ngữ.",
        measured="a second national name; only what stands before it is judged",
        mend="Tách mỗi văn bản thành một tệp rồi kiểm tra từng tệp.",
    ),
    Rule(
        "paper",
        "error",
        f"{_I}.1",
        says="Khổ giấy A4 (210 mm x 297 mm).",
        measured="w:pgSz of each section, ± 0.5 mm, either way up",
        mend="Chọn Layout > Size > A4, áp dụng cho cả văn bản.",
    ),
    Rule(
        "orientation",
        "error",
        f"{_I}.2",
        says=(
            "Trình bày theo chiều dài khổ giấy; chỉ phần có bảng, biểu không tách thành phụ lục "
            "riêng mới được theo chiều rộng."
        ),
        measured="a section wider than high that holds no table",
        mend="Chọn Layout > Orientation > Portrait cho phần không có bảng, biểu.",
    ),
    Rule(
        "margins",
        "error",
        f"{_I}.3",
        says="Lề trên và lề dưới 20 - 25 mm, lề trái 30 - 35 mm, lề phải 15 - 20 mm.",
        measured="w:pgMar with the gutter, ± 0.3 mm; landscape: as turned pages or as they stand",
        mend="Chọn Layout > Margins > Custom Margins rồi nhập lại các lề.",
    ),
    Rule(
        "font",
        "error",
        f"{_I}.4",
        says="Phông chữ tiếng Việt Times New Roman.",
        measured="effective w:rFonts, themes resolved, of every letter and digit that is seen",
        mend="Chọn đoạn chữ đó (hoặc Ctrl+A) rồi chọn phông Times New Roman; sửa cả trong Style.",
    ),
    Rule(
        "old_font",
        "error",
        f"{_I}.4",
        says="Bộ mã ký tự Unicode theo Tiêu chuẩn Việt Nam TCVN 6909:2001.",
        measured="letters in a font of the TCVN3 (.VnTime …) or VNI families",
        mend="Dùng UniKey (Ctrl+Shift+F6) đổi TCVN3 hoặc VNI sang Unicode, rồi chọn lại phông.",
    ),
    Rule(
        "unicode_form",
        "warning",
        f"{_I}.4",
        says="Bộ mã ký tự Unicode theo TCVN 6909:2001; nên dùng Unicode dựng sẵn.",
        measured="letters followed by combining marks",
        mend="Dùng UniKey (Ctrl+Shift+F6) đổi Unicode tổ hợp sang Unicode dựng sẵn.",
    ),
    Rule(
        "colour",
        "error",
        f"{_I}.4",
        says="Chữ màu đen.",
        measured="effective w:color of letters and digits; near-black and stamped marks are let be",
        mend="Chọn đoạn chữ đó rồi chọn Font Color > Automatic; liên kết thì Remove Hyperlink.",
    ),
    Rule(
        "page_number_missing",
        "error",
        f"{_I}.7",
        says="Văn bản nhiều trang phải đánh số trang, từ số 1, bằng chữ số Ả Rập.",
        measured="no PAGE field in headers or footers, and text for more than one page",
        mend="Chọn Insert > Page Number > Top of Page, canh giữa.",
    ),
    Rule(
        "page_number_place",
        "error",
        f"{_I}.7",
        says="Số trang đặt canh giữa theo chiều ngang trong phần lề trên.",
        measured="a PAGE field in a footer, or in a header paragraph that does not centre it",
        mend="Xóa số trang cũ; chọn Insert > Page Number > Top of Page > Plain Number 2.",
    ),
    Rule(
        "page_number_style",
        "error",
        f"{_I}.7",
        says="Số trang cỡ chữ 13 đến 14, kiểu chữ đứng.",
        measured="format of the PAGE field's result",
        mend="Bấm đúp vào lề trên, chọn số trang rồi đặt cỡ 13 - 14, bỏ đậm, bỏ nghiêng.",
    ),
    Rule(
        "page_number_first",
        "error",
        f"{_I}.7",
        says="Không hiển thị số trang thứ nhất.",
        measured="no w:titlePg in the first section, or a PAGE field in its first-page header",
        mend="Bấm đúp vào lề trên trang 1, đánh dấu Different First Page, xóa số ở trang 1.",
    ),
    Rule(
        "page_number_form",
        "error",
        f"{_I}.7",
        says="Số trang đánh từ số 1, bằng chữ số Ả Rập.",
        measured="w:pgNumType of the main part: format and start; other words beside the number",
        mend="Chọn Page Number > Format Page Numbers: kiểu 1, 2, 3, bắt đầu từ 1; chỉ để chữ số.",
    ),
    Rule(
        "appendix_page_numbers",
        "warning",
        "Phụ lục I, Phần I, mục III.1.đ",
        says="Số trang của Phụ lục được đánh số riêng theo từng Phụ lục.",
        measured="an appendix that is not the start of a section with w:pgNumType start 1",
        mend=(
            "Đặt Layout > Breaks > Next Page trước Phụ lục, rồi Format Page Numbers > Start at 1."
        ),
    ),
)
