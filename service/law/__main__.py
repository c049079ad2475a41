"""Write docs/luat-theo-ngay.md anew: python -m service.law."""

from __future__ import annotations

from service.config import PROJECT
from service.law.page import page
from service.law.tables import built_in

PAGE = PROJECT / "docs" / "luat-theo-ngay.md"

if __name__ == "__main__":
    PAGE.write_text(page(built_in()), encoding="utf-8", newline="\n")
