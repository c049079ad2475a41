"""What messages on proposals name: the level of a title, what is not verified."""

from __future__ import annotations

from cases import findings
from powers_table import OF_2023
from proposal_table import ADVANCED, BOARD, CHAIR, FIGHTER, MERIT, PROVINCIAL, fighters, people

SHORT = people(PROVINCIAL | fighters(2022, 2024, 2025) | {"votes": {"agree": 8, "base": 9}})


def _message(code: str) -> str:
    return next(one.message for one in findings(BOARD, SHORT) if one.code == code)


def test_titles_are_named_with_their_level() -> None:
    """The bare name is that of the fighters of all levels."""
    title = "Chiến sĩ thi đua của bộ, ban, ngành, tỉnh"
    assert _message("votes_below_share").startswith(title)
    assert _message("consecutive_missing").startswith(title)


def test_a_share_that_is_not_verified_is_said_to_be() -> None:
    """As in minutes."""
    assert "chưa xác minh được" in _message("votes_below_share")


def test_a_grantor_that_does_not_belong_is_told_once() -> None:
    """Not also that it may not grant."""
    changes = {"/collectives/3/grantor": CHAIR.replace("Chủ tịch", "Khối trưởng")}
    told = [one.code for one in findings(BOARD, changes) if one.pointer.endswith("/grantor")]
    assert told == ["not_used_here"]


def test_no_message_names_what_was_not_in_force_yet() -> None:
    """Neither the province's decision nor the law and decree of later years."""
    changes = people(ADVANCED, FIGHTER, MERIT, **OF_2023 | {"/bonus_mode": "state"})
    told = {one.code: one.message for one in findings(BOARD, changes)}
    assert "Nghị định 91/2017/NĐ-CP" in told["bonus_covered"]
    assert "năm 2003" in told["two_forms_one_achievement"]
    firm = {"/date": "2025-12-14", "/confirmations": [], "/legal_bases": []}
    old = {one.code: one.message for one in findings(BOARD, firm)}
    assert "86/2025" not in old["confirmation_missing"]
