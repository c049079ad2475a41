"""The web page and the API, served from this machine."""

from __future__ import annotations

import ipaddress
import socket
import sys

from service.cli import console
from service.cli.files import Refused

_TARGET = "service.web.app:create_app"
_THREADS = 16  # filling needs few: the others wait for the bodies of slow clients


def serve(host: str, port: int, workers: int, *, open_to_network: bool) -> None:
    """Serve until the process is told to stop.

    Raises Refused for an address that others can reach unless `open_to_network`; OSError when the
    address or port cannot be had.
    """
    address = _resolved(host, port)
    if not (open_to_network or ipaddress.ip_address(address).is_loopback):
        raise Refused(
            f"{host} mở cho máy khác truy cập, mà chương trình chưa có tài khoản và mật khẩu: ai "
            "vào được mạng này đều đọc và tạo được văn bản. Nếu mạng đã có lớp bảo vệ riêng, hãy "
            "thêm --open-to-network."
        )
    _need_free(address, port)
    shown = f"[{address}]" if ":" in address else address
    console.say(f"Đang phục vụ tại http://{shown}:{port} — nhấn Ctrl+C để dừng")
    _run(address, port, workers)
    console.say("Đã dừng.")


def _resolved(host: str, port: int) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise Refused(f"Không tìm thấy địa chỉ “{host}”.") from error
    return str(found[0][4][0])


def _need_free(address: str, port: int) -> None:
    # The servers share a port with whoever listens there already, and would not complain.
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        socket.create_server((address, port), family=family).close()
    except OSError as error:
        raise OSError(error.errno, error.strerror, f"{address}:{port}") from error


def _run(address: str, port: int, workers: int) -> None:
    if sys.platform == "win32":
        import waitress

        from service.web.app import create_app

        app = create_app()
        limit = app.config["MAX_CONTENT_LENGTH"]
        waitress.serve(app, host=address, port=port, threads=_THREADS, max_request_body_size=limit)
    else:
        from granian import Granian
        from granian.constants import Interfaces
        from granian.log import LogLevels

        Granian(
            _TARGET,
            address=address,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=_THREADS,
            factory=True,
            log_level=LogLevels.error,
        ).serve()
