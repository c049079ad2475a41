"""Rules of the signature (mục II.7) and of appendices (mục III.1)."""

from __future__ import annotations

from service.nd30.rules.rule import Rule

_II7 = "Phụ lục I, Phần I, mục II.7"
_III1 = "Phụ lục I, Phần I, mục III.1"

CLOSING = (
    Rule(
        "signature_missing",
        "error",
        _II7,
        says="Cuối văn bản có quyền hạn, chức vụ, họ tên của người ký.",
        measured="no line in capitals beside “Nơi nhận” or at the end of the text",
        mend="Bổ sung chức vụ và họ tên người ký ở bên phải, ngang hàng “Nơi nhận”.",
    ),
    Rule(
        "authority_style",
        "error",
        f"{_II7}.đ",
        says="Quyền hạn, chức vụ người ký: chữ in hoa, cỡ chữ 13 đến 14, kiểu chữ đứng, đậm.",
        measured="effective format of every letter",
        mend="Đặt quyền hạn, chức vụ chữ in hoa, cỡ 13 hoặc 14, đậm, không nghiêng.",
    ),
    Rule(
        "authority_form",
        "error",
        f"{_II7}.b",
        says="Quyền hạn viết tắt “TM.”, “Q.”, “KT.”, “TL.”, “TUQ.”, có dấu chấm rồi cách chữ.",
        measured="T/M, TM without a dot, KT.BỘ TRƯỞNG …",
        mend="Viết theo dạng: TM. ỦY BAN NHÂN DÂN; KT. BỘ TRƯỞNG.",
    ),
    Rule(
        "signer_missing",
        "info",
        _II7,
        says="Dưới chữ ký có họ và tên của người ký.",
        measured="no words below the authority that read like a name",
        mend="Bổ sung họ và tên người ký.",
    ),
    Rule(
        "signer_style",
        "error",
        f"{_II7}.đ",
        says="Họ và tên người ký: chữ in thường, cỡ chữ 13 đến 14, kiểu chữ đứng, đậm.",
        measured="effective format of every letter",
        mend="Đặt họ tên người ký chữ in thường, cỡ 13 hoặc 14, đậm, không nghiêng.",
    ),
    Rule(
        "signer_titles",
        "warning",
        f"{_II7}.c",
        says=(
            "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu (trừ nơi ngành quân đội, "
            "công an, giáo dục, y tế, khoa học có quy định)."
        ),
        measured="GS., TS., ThS., Ông … before the name",
        mend="Bỏ học hàm, học vị trước họ tên, trừ khi ngành có quy định riêng.",
    ),
    Rule(
        "signature_centred",
        "error",
        f"{_II7}.đ",
        says="Họ tên đặt canh giữa so với quyền hạn, chức vụ của người ký.",
        measured="w:jc of the signature's lines, where a table or a text box holds them",
        mend="Chọn các dòng chữ ký rồi bấm Ctrl+E.",
    ),
    Rule(
        "appendix_heading",
        "error",
        f"{_III1}.b",
        says="“Phụ lục” và số thứ tự: dòng riêng, canh giữa, chữ in thường, cỡ 14, đứng, đậm.",
        measured="text, format and alignment of the line",
        mend="Viết “Phụ lục I” trên dòng riêng, chữ in thường, cỡ 14, đậm, canh giữa.",
    ),
    Rule(
        "appendix_name",
        "error",
        f"{_III1}.b",
        says="Tên Phụ lục: canh giữa, chữ in hoa, cỡ chữ 13 đến 14, kiểu chữ đứng, đậm.",
        measured="text, format and alignment of the line under “Phụ lục”",
        mend="Đặt tên Phụ lục in hoa, cỡ 13 hoặc 14, đậm, canh giữa.",
    ),
    Rule(
        "appendix_reference",
        "warning",
        f"{_III1}.c",
        says="Dưới tên Phụ lục có “(Kèm theo Văn bản số …/… ngày … tháng … năm … của …)”.",
        measured="no such line within the head of the appendix",
        mend="Bổ sung dòng “(Kèm theo … số … ngày … tháng … năm … của …)”.",
    ),
    Rule(
        "appendix_reference_style",
        "error",
        f"{_III1}.c",
        says="Dòng “(Kèm theo …)”: canh giữa, chữ in thường, cỡ chữ 13 đến 14, kiểu chữ nghiêng.",
        measured="effective format and alignment of the line; not bold",
        mend="Đặt dòng “(Kèm theo …)” nghiêng, cỡ 13 hoặc 14, không đậm, canh giữa.",
    ),
    Rule(
        "appendix_number",
        "error",
        f"{_III1}.a",
        says="Từ hai Phụ lục trở lên phải đánh số thứ tự bằng chữ số La Mã.",
        measured="the numbers behind “Phụ lục”, when there are two or more",
        mend="Đánh số: Phụ lục I, Phụ lục II …",
    ),
    Rule(
        "appendix_mention",
        "warning",
        f"{_III1}.a",
        says="Văn bản có Phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về Phụ lục đó.",
        measured="neither “phụ lục” nor “kèm theo” in the text before the closing",
        mend="Thêm chỉ dẫn trong nội dung, ví dụ “(chi tiết tại Phụ lục I kèm theo)”.",
    ),
)
