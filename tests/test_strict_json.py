"""What is not the JSON that documents need is refused with its place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from cost import growth

from service.errors import PayloadUnreadable
from service.strict_json import MAX_DEPTH, loads


def nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Dữ liệu trống"),
        (b"\xef\xbb\xbf \n", "Dữ liệu trống"),
        (b'{"a": 1,\n "b": }', "dòng 2, cột 7"),
        (b'{"a": 1} x', "ở cột 10"),
        (b"\xff\xfe{}", "UTF-8 (byte thứ 1)"),
        ('{"a": "é"}'.encode("latin-1"), "UTF-8 (byte thứ 8)"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "-Infinity"),
        (b'{"a": 1e99999999999999999999}', "Số mũ quá lớn"),
        (b'{"a": ' + b"9" * 5000 + b"}", "Số quá dài"),
        (nested(100_000), "32 tầng"),
    ],
)
def test_unreadable_bytes_are_told(data: bytes, told: str) -> None:
    """The message says what is wrong and where."""
    with pytest.raises(PayloadUnreadable) as caught:
        loads(data)
    assert told in caught.value.detail


def test_every_duplicate_key_has_its_pointer() -> None:
    """Two keys of one name lose data silently elsewhere; here each is a fault."""
    with pytest.raises(PayloadUnreadable) as caught:
        loads(b'{"a": 1, "a": 2, "b": [{"c/d": 1, "c/d": 2}], "ok": 1}')
    found = [(finding.code, finding.pointer) for finding in caught.value.findings]
    assert found == [("duplicate_key", "/a"), ("duplicate_key", "/b/0/c~1d")]


def test_depth_is_bounded_exactly() -> None:
    """32 levels pass, 33 do not."""
    assert loads(nested(MAX_DEPTH))
    with pytest.raises(PayloadUnreadable) as caught:
        loads(nested(MAX_DEPTH + 1))
    assert [finding.code for finding in caught.value.findings] == ["too_deep"]


def test_fractions_are_exact() -> None:
    """8.3 is 8.3, not the nearest binary fraction."""
    assert loads(b'{"a": 8.3, "b": 15}') == {"a": Decimal("8.3"), "b": 15}


def test_byte_order_mark_is_accepted() -> None:
    """Windows' Notepad writes one."""
    assert loads(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


def test_many_duplicates_cost_little() -> None:
    """Finding duplicates takes time in proportion to the keys, not to their square."""

    def refuse(count: int) -> None:
        keys = ",".join(f'"k{n}": 1' for n in range(count))
        with pytest.raises(PayloadUnreadable):
            loads(f'{{{keys}, "k0": 2}}'.encode())

    assert growth(refuse, 10_000) < 24
