"""The page for clerks: plain HTML forms, no scripts."""

from service.web.pages.views import blueprint

__all__ = ["blueprint"]
