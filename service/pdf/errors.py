"""What can go wrong on the way to a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.errors import Finding, VanthuError


@dataclass(frozen=True)
class Missing:
    """What this machine lacks. message: Vietnamese, with what installs it; packages: Debian's."""

    code: str
    message: str
    packages: tuple[str, ...] = ()


class PdfUnavailable(VanthuError):
    """No PDF can be made: this machine lacks something, or the service is ending."""

    code = "pdf_unavailable"
    title = "Máy chủ chưa làm được bản PDF"

    def __init__(self, detail: str, missing: Sequence[Missing] = ()) -> None:
        super().__init__(detail, [Finding(one.code, one.message) for one in missing])
        self.missing = tuple(missing)


class PdfBusy(VanthuError):
    """As many documents wait as may. retry_after: seconds until it pays to ask again."""

    code = "pdf_busy"
    title = "Máy chủ đang bận làm bản PDF"

    def __init__(self, retry_after: int) -> None:
        super().__init__(
            f"Nhiều văn bản khác đang chờ làm bản PDF: hãy gửi lại sau {retry_after} giây."
        )
        self.retry_after = retry_after


class PdfFailed(VanthuError):
    """LibreOffice could not make a PDF of the document, twice."""

    code = "pdf_failed"
    title = "Không làm được bản PDF"


class NoSuchPage(VanthuError):
    """A page that the PDF does not have, or a size that pages are not drawn in."""

    code = "no_such_page"
    title = "Không có trang này"


class ProfileUnknown(VanthuError):
    """A kind of PDF that is not made."""

    code = "profile_unknown"
    title = "Không có kiểu PDF này"


class PdfUnreadable(VanthuError):
    """Bytes that are not a PDF, or one that is damaged."""

    code = "pdf_unreadable"
    title = "Không đọc được tệp PDF"
