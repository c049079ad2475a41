"""Vietnamese law of emulation and commendation, and how documents name and cite."""

from service.law.tables import Law, LawInvalid, current, using

__all__ = ["Law", "LawInvalid", "current", "using"]
