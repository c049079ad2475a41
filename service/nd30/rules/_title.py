"""Rules of the title: ô 5a and 5b (Phụ lục I, Phần I, mục II.5), and of copies (Phần II)."""

from __future__ import annotations

from service.nd30.rules.rule import Rule

_II5 = "Phụ lục I, Phần I, mục II.5.b"

TITLE = (
    Rule(
        "kind_missing",
        "error",
        "Phụ lục I, Phần I, mục II.5",
        says="Tên loại văn bản ở dưới phần đầu; công văn có “V/v” và “Kính gửi”.",
        measured="no line in capitals under the heading, no “V/v”, no “Kính gửi”",
        mend="Bổ sung tên loại văn bản (KẾ HOẠCH, TỜ TRÌNH …) và trích yếu.",
    ),
    Rule(
        "kind_style",
        "error",
        _II5,
        says="Tên loại: chữ in hoa, cỡ chữ 13 đến 14, kiểu chữ đứng, đậm.",
        measured="effective format of every letter",
        mend="Đặt tên loại chữ in hoa, cỡ 13 hoặc 14, đậm, không nghiêng.",
    ),
    Rule(
        "subject_missing",
        "warning",
        _II5,
        says="Trích yếu nội dung đặt ngay dưới tên loại, bằng chữ in thường.",
        measured="no centred or bold line under the kind; forms without one are let be",
        mend="Bổ sung trích yếu trên dòng riêng, ngay dưới tên loại.",
    ),
    Rule(
        "subject_style",
        "error",
        _II5,
        says="Trích yếu: chữ in thường, cỡ chữ 13 đến 14, kiểu chữ đứng, đậm.",
        measured="effective format of every letter",
        mend="Đặt trích yếu chữ in thường, cỡ 13 hoặc 14, đậm, không nghiêng.",
    ),
    Rule(
        "subject_rule",
        "error",
        _II5,
        says="Dưới trích yếu có đường kẻ ngang, nét liền.",
        measured="a paragraph border, a line shape or underscores before the next words",
        mend="Kẻ một đường nét liền, cân đối dưới trích yếu.",
    ),
    Rule(
        "subject_rule_length",
        "warning",
        _II5,
        says="Đường kẻ dưới trích yếu dài từ 1/3 đến 1/2 dòng chữ.",
        measured="width of the border or shape to that of the longest line, ± 0.03",
        mend="Chỉnh đường kẻ dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối.",
    ),
    Rule(
        "title_centred",
        "error",
        _II5,
        says="Tên loại và trích yếu đặt canh giữa theo chiều ngang văn bản.",
        measured="w:jc of the paragraphs, and their indents",
        mend="Chọn tên loại và trích yếu rồi bấm Ctrl+E, bỏ thụt lề.",
    ),
    Rule(
        "letter_subject_missing",
        "warning",
        _II5,
        says="Công văn có trích yếu “V/v …” dưới số, ký hiệu.",
        measured="an official letter with no line “V/v” in the heading",
        mend="Bổ sung dòng “V/v …” dưới số, ký hiệu.",
    ),
    Rule(
        "letter_subject_style",
        "error",
        _II5,
        says="Trích yếu công văn: chữ in thường, cỡ chữ 12 đến 13, kiểu chữ đứng.",
        measured="effective format of every letter; not bold",
        mend="Đặt dòng “V/v …” cỡ 12 hoặc 13, không đậm, không nghiêng.",
    ),
    Rule(
        "letter_subject_gap",
        "warning",
        _II5,
        says="Trích yếu công văn cách số, ký hiệu 6 pt.",
        measured="space after the number and before “V/v”, when they are two paragraphs",
        mend="Đặt khoảng cách trước (Before) của dòng “V/v …” là 6 pt.",
    ),
    Rule(
        "copy_style",
        "error",
        "Phụ lục I, Phần II, mục II.2.b",
        says="“SAO Y”, “SAO LỤC”, “TRÍCH SAO”: chữ in hoa, cỡ chữ 13 đến 14, đứng, đậm.",
        measured="effective format of such a line after the closing",
        mend="Đặt dòng đó chữ in hoa, cỡ 13 hoặc 14, đậm, không nghiêng.",
    ),
    Rule(
        "copy_number",
        "error",
        "Phụ lục I, Phần II, mục II.1.c; Phụ lục III, mục I",
        says="Số, ký hiệu bản sao: Số: 05/SY-…, ký hiệu SY, SL hoặc TrS theo hình thức sao.",
        measured="the number line beside the form of copy",
        mend="Viết theo dạng: Số: 05/SY-BNV.",
    ),
)
