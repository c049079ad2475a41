"""Settings, read once from the environment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from service.errors import SettingsInvalid
from service.nd30.rules.numbers import DEFAULT_PAIRING, PAIRINGS

PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """What an installation may choose; the defaults suit one office PC.

    home: folder that holds schemas/, templates_docx/ and samples/ (VANTHU_HOME).
    templates: folder of the office's own templates, `<stem>.docx` each (VANTHU_TEMPLATES).
    law: folder of the office's own tables of law (VANTHU_LAW).
    sizes: a pairing of font sizes, a key of PAIRINGS (VANTHU_SIZES).
    max_body_bytes: largest request body or payload file (VANTHU_MAX_BODY_BYTES).
    pdf_instances: how many LibreOffices work at once, None for one per core (VANTHU_PDF_INSTANCES).
    pdf_queue: how many documents may wait for one (VANTHU_PDF_QUEUE).
    pdf_seconds: how long one document may take (VANTHU_PDF_SECONDS).
    pdf_documents: after how many a LibreOffice is replaced (VANTHU_PDF_DOCUMENTS).
    """

    home: Path = PROJECT
    templates: Path | None = None
    law: Path | None = None
    sizes: str = DEFAULT_PAIRING
    max_body_bytes: int = 2 * 1024 * 1024
    pdf_instances: int | None = None
    pdf_queue: int = 32
    pdf_seconds: int = 60
    pdf_documents: int = 200

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Raises SettingsInvalid naming the variable and the value it may hold."""
        return cls(
            home=_folder(environment, "VANTHU_HOME") or cls.home,
            templates=_folder(environment, "VANTHU_TEMPLATES"),
            law=_folder(environment, "VANTHU_LAW"),
            sizes=_one_of(environment, "VANTHU_SIZES", PAIRINGS, cls.sizes),
            max_body_bytes=_positive(environment, "VANTHU_MAX_BODY_BYTES", cls.max_body_bytes),
            pdf_instances=_positive(environment, "VANTHU_PDF_INSTANCES", 0) or None,
            pdf_queue=_positive(environment, "VANTHU_PDF_QUEUE", cls.pdf_queue),
            pdf_seconds=_positive(environment, "VANTHU_PDF_SECONDS", cls.pdf_seconds),
            pdf_documents=_positive(environment, "VANTHU_PDF_DOCUMENTS", cls.pdf_documents),
        )


def _folder(environment: Mapping[str, str], name: str) -> Path | None:
    if not environment.get(name):
        return None
    path = Path(environment[name]).resolve()
    if not path.is_dir():
        raise SettingsInvalid(f"{name}={path}: không có thư mục này.")
    return path


def _one_of(environment: Mapping[str, str], name: str, known: Iterable[str], default: str) -> str:
    text = environment.get(name) or default
    if text not in known:
        raise SettingsInvalid(f"{name}={text}: cần một trong các giá trị {', '.join(known)}.")
    return text


def _positive(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name)
    if not text:
        return default
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= 2**31):
        raise SettingsInvalid(f"{name}={text}: cần một số nguyên dương.")
    return int(text)
