"""The commands and their arguments. Nothing heavy is imported: help must come at once."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from service.cli.vietnamese import Parser

_DESCRIPTION = (
    "Tạo văn bản hành chính (.docx) từ dữ liệu JSON, thể thức theo Nghị định 30/2020/NĐ-CP."
)
_EXIT_CODES = """mã kết thúc:
  0    xong
  1    có văn bản chưa tạo được vì dữ liệu, mẫu có lỗi, hoặc văn bản sai thể thức
  2    lệnh hoặc cấu hình sai, hoặc không đọc, không ghi được tệp
  130  dừng bằng Ctrl+C"""


def build() -> Parser:
    """The parser; what it parses names the command in `command`."""
    parser = Parser(prog="vanthu", description=_DESCRIPTION, epilog=_EXIT_CODES)
    commands = parser.add_subparsers(title="Lệnh", dest="command", metavar="LỆNH", required=True)
    ways = (_types, _make, _check, _check_layout, _check_pack, _batch, _book, _serve, _templates)
    for add in ways:
        add(commands)
    return parser


def _command(
    commands: argparse._SubParsersAction[Parser], name: str, summary: str, *examples: str
) -> Parser:
    parser: Parser = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog="\n  ".join(["ví dụ:", *examples]),
    )
    return parser


def _add_stem(parser: Parser) -> None:
    parser.inputs.add_argument("stem", metavar="LOẠI", help="mã loại văn bản, xem “vanthu types”")


def _add_payload(parser: Parser) -> None:
    _add_stem(parser)
    parser.inputs.add_argument(
        "file", metavar="TỆP", help="tệp JSON; dấu - là đọc từ đầu vào chuẩn (stdin)"
    )


def _add_strict(parser: Parser) -> None:
    parser.choices.add_argument(
        "--strict",
        action="store_true",
        help="coi cảnh báo như lỗi, trừ cảnh báo mà dữ liệu đã chấp nhận kèm lý do (accept)",
    )


def _types(commands: argparse._SubParsersAction[Parser]) -> None:
    _command(commands, "types", "liệt kê các loại văn bản", "vanthu types")


def _make(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = _command(
        commands,
        "make",
        "tạo một văn bản từ một tệp JSON",
        "vanthu make launch_plan ke-hoach.json",
        "vanthu make launch_plan ke-hoach.json -o ket-qua.docx",
        "vanthu make launch_plan - -o thu-muc/ < ke-hoach.json",
        "vanthu make launch_plan ke-hoach.json --pdf-a",
    )
    _add_payload(parser)
    parser.choices.add_argument(
        "--pdf", action="store_true", help="tạo bản PDF thay cho bản Word (cần LibreOffice)"
    )
    parser.choices.add_argument(
        "--pdf-a", action="store_true", help="tạo bản PDF/A-2b để lưu trữ lâu dài"
    )
    parser.choices.add_argument(
        "-o",
        "--output",
        metavar="ĐÍCH",
        default="",
        help="tệp cần ghi (ghi đè nếu đã có) hoặc thư mục; bỏ trống thì ghi vào thư mục hiện tại "
        "theo tên của văn bản và không ghi đè tệp nào",
    )
    _add_strict(parser)


def _check(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = _command(
        commands,
        "check",
        "kiểm tra dữ liệu, không tạo văn bản",
        "vanthu check launch_plan ke-hoach.json",
        "vanthu check launch_plan ke-hoach.json --strict",
    )
    _add_payload(parser)
    _add_strict(parser)


def _check_layout(commands: argparse._SubParsersAction[Parser]) -> None:
    example = "vanthu check-layout van-ban.docx"
    parser = _command(
        commands,
        "check-layout",
        "kiểm tra thể thức một tệp .docx bất kỳ theo Nghị định 30/2020/NĐ-CP",
        example,
        f"{example} --json",
    )
    parser.inputs.add_argument("file", metavar="TỆP", help="tệp .docx; dấu - là đầu vào chuẩn")
    add = parser.choices.add_argument
    add("--json", action="store_true", help="in kết quả dạng JSON cho chương trình khác đọc")
    add("--strict", action="store_true", help="kết thúc với mã 1 cả khi chỉ có chỗ cần xem")


def _check_pack(commands: argparse._SubParsersAction[Parser]) -> None:
    example = "vanthu check-pack ho-so-2020/"
    parser = _command(
        commands,
        "check-pack",
        "kiểm tra các văn bản của một mùa thi đua và đối chiếu chúng với nhau",
        example,
        f"{example} --strict",
        f"{example} --json",
    )
    parser.inputs.add_argument(
        "folder",
        metavar="THƯ_MỤC",
        help="thư mục có từ 1 đến 50 tệp <loại>.<tên>.json, hoặc tệp .json ghi document_type và "
        "payload",
    )
    parser.choices.add_argument(
        "--json", action="store_true", help="in kết quả dạng JSON cho chương trình khác đọc"
    )
    _add_strict(parser)


def _batch(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = _command(
        commands,
        "batch",
        "tạo nhiều văn bản cùng loại, gói vào một tệp ZIP kèm báo cáo report.csv",
        "vanthu batch emulation_pledge giao-uoc.jsonl -o giao-uoc.zip",
    )
    _add_stem(parser)
    parser.inputs.add_argument("file", metavar="TỆP", help="tệp .jsonl: mỗi dòng một văn bản")
    parser.choices.add_argument(
        "-o", "--output", metavar="ZIP", required=True, help="tệp ZIP cần ghi (bắt buộc)"
    )
    _add_strict(parser)


def _book(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = _command(
        commands,
        "book",
        "tạo nhiều văn bản cùng loại thành một tệp PDF để in một lần, kèm báo cáo .report.csv",
        "vanthu book emulation_pledge giao-uoc.jsonl -o giao-uoc.pdf",
        "vanthu book emulation_pledge giao-uoc.jsonl -o giao-uoc.pdf --duplex",
    )
    _add_stem(parser)
    parser.inputs.add_argument("file", metavar="TỆP", help="tệp .jsonl: mỗi dòng một văn bản")
    add = parser.choices.add_argument
    add("-o", "--output", metavar="PDF", required=True, help="tệp PDF cần ghi (bắt buộc)")
    add(
        "--duplex",
        action="store_true",
        help="in hai mặt: mỗi văn bản bắt đầu ở trang lẻ, thêm trang trắng khi cần",
    )
    _add_strict(parser)


def _serve(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = _command(
        commands,
        "serve",
        "chạy trang web và API",
        "vanthu serve",
        "vanthu serve --port 8080 --workers 4",
    )
    add = parser.choices.add_argument
    add("--host", metavar="ĐỊA_CHỈ", default="127.0.0.1", help="mặc định 127.0.0.1: chỉ máy này")
    add("--port", metavar="CỔNG", type=_between(1, 65_535), default=8000, help="mặc định 8000")
    add(
        "--workers",
        metavar="SỐ",
        type=_between(1, 64),
        default=1,
        help="số tiến trình, mặc định 1; Windows luôn dùng một tiến trình",
    )
    add(
        "--open-to-network",
        action="store_true",
        help="cho máy khác truy cập: chưa có tài khoản, ai vào được mạng đều dùng được",
    )


def _templates(commands: argparse._SubParsersAction[Parser]) -> None:
    example = "vanthu templates lint ke-hoach.docx --type launch_plan"
    parser = _command(
        commands, "templates", "quản lý mẫu văn bản", "vanthu templates build", example
    )
    actions = parser.add_subparsers(title="Lệnh", dest="action", metavar="LỆNH", required=True)
    _command(actions, "build", "dựng lại các mẫu .docx dựng sẵn", "vanthu templates build")
    lint = _command(actions, "lint", "nêu mọi lỗi của một mẫu .docx", example, f"{example} --json")
    lint.inputs.add_argument(
        "file", metavar="TỆP", help="mẫu .docx; dấu - là đọc từ đầu vào chuẩn (stdin)"
    )
    add = lint.choices.add_argument
    add("--type", metavar="LOẠI", required=True, help="mã loại văn bản, xem “vanthu types”")
    add("--json", action="store_true", help="in danh sách lỗi dạng JSON cho chương trình khác đọc")
    export = _command(
        actions,
        "export",
        "ghi mẫu dựng sẵn ra tệp để sửa bằng Word",
        "vanthu templates export launch_plan mau-rieng/launch_plan.docx",
    )
    _add_stem(export)
    export.inputs.add_argument(
        "file", metavar="TỆP", help="tệp .docx cần ghi, hoặc thư mục; không ghi đè tệp đã có"
    )


def _between(low: int, high: int) -> Callable[[str], int]:
    def whole(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and low <= int(text) <= high):
            raise argparse.ArgumentTypeError(f"cần số nguyên từ {low} đến {high}")
        return int(text)

    return whole
