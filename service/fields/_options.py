"""What all fields have in common: labels, and being absent."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from service.errors import message

COMMON = {name: message(name) for name in ("required", "null")}


# What checks of templates go by. printed: False of what steers a document and is not shown in it;
# filled: True of what a payload may leave out and loading always fills in.
FOR_TEMPLATES = ("printed", "filled")


def labelled(label: str, help_: str, options: dict[str, Any]) -> dict[str, Any]:
    """marshmallow's own options for a labelled field: absent means None unless required."""
    metadata: dict[str, Any] = {"title": label} | ({"description": help_} if help_ else {})
    metadata |= {name: options.pop(name) for name in FOR_TEMPLATES if name in options}
    if not options.get("required") and not options.get("dump_only"):
        options.setdefault("load_default", None)
    return {"metadata": metadata, **options}


def label_of(field: fields.Field[Any]) -> str:
    """The Vietnamese label of a field."""
    return str(field.metadata.get("title", field.name))
