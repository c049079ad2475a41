"""Rules of addressees and recipients: ô 9a and 9b (Phụ lục I, Phần I, mục II.9)."""

from __future__ import annotations

from service.nd30.rules.rule import Rule

_II9 = "Phụ lục I, Phần I, mục II.9"

ADDRESSED = (
    Rule(
        "addressees_missing",
        "warning",
        f"{_II9}.b",
        says="Công văn và Tờ trình có phần “Kính gửi”.",
        measured="no line “Kính gửi” between title and text",
        mend="Bổ sung dòng “Kính gửi: …” trước nội dung.",
    ),
    Rule(
        "addressees_unused",
        "warning",
        f"{_II9}.b, c",
        says="“Kính gửi” chỉ dùng cho Công văn và Tờ trình, Báo cáo gửi cấp trên.",
        measured="a line “Kính gửi” in a decision, plan, notice …",
        mend="Bỏ “Kính gửi”; ghi nơi nhận ở cuối văn bản.",
    ),
    Rule(
        "addressees_style",
        "error",
        f"{_II9}.d",
        says="“Kính gửi” và tên nơi nhận: chữ in thường, cỡ chữ 13 đến 14, kiểu chữ đứng.",
        measured="effective format of every letter; not bold",
        mend="Đặt phần “Kính gửi” cỡ 13 hoặc 14, không đậm, không nghiêng.",
    ),
    Rule(
        "addressees_form",
        "error",
        f"{_II9}.d",
        says=(
            "Sau “Kính gửi” có dấu hai chấm; gửi một nơi: trên cùng một dòng; gửi nhiều nơi: mỗi "
            "nơi một dòng, đầu dòng có gạch (-), cuối dòng có dấu chấm phẩy (;), dòng cuối dấu "
            "chấm (.)."
        ),
        measured="the text of the lines",
        mend="Ví dụ: “Kính gửi: Bộ Nội vụ”; nhiều nơi: “- Bộ Nội vụ;” … “- Bộ Tài chính.”",
    ),
    Rule(
        "recipients_missing",
        "error",
        f"{_II9}.c",
        says="Cuối văn bản có từ “Nơi nhận” và danh sách nơi nhận.",
        measured="no line “Nơi nhận:”; pledges, contracts and agreements need none",
        mend="Bổ sung “Nơi nhận:” ở bên trái, ngang hàng với chức vụ người ký.",
    ),
    Rule(
        "recipients_heading",
        "error",
        f"{_II9}.d",
        says=("Từ “Nơi nhận”: dòng riêng, sát lề trái, có dấu hai chấm, cỡ chữ 12, nghiêng, đậm."),
        measured="effective format, text and alignment of the line",
        mend="Đặt “Nơi nhận:” cỡ 12, nghiêng, đậm, canh trái, không thụt lề.",
    ),
    Rule(
        "recipients_style",
        "error",
        f"{_II9}.d",
        says="Danh sách nơi nhận: chữ in thường, cỡ chữ 11, kiểu chữ đứng.",
        measured="effective format of every letter; not bold",
        mend="Đặt danh sách nơi nhận cỡ 11, không đậm, không nghiêng.",
    ),
    Rule(
        "recipients_form",
        "error",
        f"{_II9}.d",
        says="Mỗi nơi nhận một dòng, đầu dòng có gạch (-), cuối dòng có dấu chấm phẩy (;).",
        measured="the text of every line but the last",
        mend="Sửa mỗi dòng theo dạng “- Như trên;”.",
    ),
    Rule(
        "recipients_archive",
        "error",
        f"{_II9}.d",
        says="Dòng cuối: “- Lưu: VT, <đơn vị soạn thảo> (số bản).”, cuối cùng là dấu chấm.",
        measured="the text of the last line",
        mend="Viết dòng cuối theo dạng “- Lưu: VT, TCCB.”",
    ),
    Rule(
        "recipients_as_above",
        "warning",
        f"{_II9}.b",
        says="Văn bản có “Kính gửi” thì dưới từ “Nơi nhận” là “Như trên”.",
        measured="first line of the list of an official letter or a proposal",
        mend="Thêm dòng đầu “- Như trên;”.",
    ),
)
