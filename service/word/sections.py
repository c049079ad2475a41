"""The end of a filled body: a section break that nothing follows is no break.

Word holds the page of the last section in the body itself, where no tag can choose between two. A
template may therefore end each of its sections with a break; docxtpl would leave an empty page.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from service.word.tags import W

_BREAK_ENDS, _PROPERTIES_END = b"</w:sectPr></w:pPr>", b"</w:pPr>"


def may_end_in_a_break(xml: str) -> bool:
    """Whether a body has section breaks, by its bare XML."""
    return _BREAK_ENDS.decode() in xml


def drop_last_break(xml: bytes) -> bytes:
    """A part's XML, UTF-8 to UTF-8, its body ended as `end_with_the_last` does."""
    # Most documents end without a break: they are not parsed for it.
    last = xml.rfind(_PROPERTIES_END)
    if not xml.endswith(_BREAK_ENDS, 0, last + len(_PROPERTIES_END)):
        return xml
    root = etree.fromstring(xml)
    end_with_the_last(root.find(f"{W}body"))
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def end_with_the_last(body: Any) -> None:
    """Where the last paragraph of a w:body ends a section, that section is the body's last."""
    children: list[Any] = body[-2:]
    if [child.tag for child in children] != [f"{W}p", f"{W}sectPr"]:
        return
    last, own = children
    ended = last.find(f"{W}pPr/{W}sectPr")
    if ended is not None:
        body.replace(own, ended)
