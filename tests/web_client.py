"""Clients of the application: over the real document types, and over one small type of our own."""

from __future__ import annotations

import functools
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from service.catalog import Catalog
from service.config import PROJECT, Settings
from service.web.app import create_app

LETTER_HOME = Path(__file__).parent / "web_home"
STEMS = list(Catalog(PROJECT))
API = "/api/v1"


class Client(FlaskClient):
    """A client that closes what it has read."""

    def open(self, *args: Any, **options: Any) -> Any:
        return super().open(*args, buffered=True, **options)

    def make(self, stem: str, payload: bytes, **options: Any) -> Any:
        options.setdefault("content_type", "application/json")
        return self.post(f"{API}/documents/{stem}", data=payload, **options)

    def check(self, stem: str, payload: bytes) -> Any:
        url = f"{API}/documents/{stem}/check"
        return self.post(url, data=payload, content_type="application/json")

    def sample(self, stem: str, variant: str = "default") -> bytes:
        return self.get(f"{API}/document-types/{stem}/samples/{variant}").data


@functools.cache
def application(home: Path = PROJECT) -> Flask:
    app = create_app(Settings(home=home))
    app.test_client_class = Client
    return app


def real() -> Client:
    """A client of the real document types."""
    return application().test_client()


def letters() -> Client:
    """A client of the small type `letter`."""
    return application(LETTER_HOME).test_client()


class Page(HTMLParser):
    """What a page says and refers to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def references(self) -> list[str]:
        names = ("src", "href", "action", "poster", "data", "srcset", "formaction")
        return [attrs[name] or "" for _, attrs in self.tags for name in names if name in attrs]
