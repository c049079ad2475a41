"""What a plan is told of an award that its issuer does not grant itself."""

from __future__ import annotations

from cases import findings
from plan_table import OF_2024, PLAN, reward

DOUBT = "chưa xác minh được"


def told(changes: dict[str, object]) -> str:
    found = findings(PLAN, reward("excellent_collective") | changes)
    (message,) = (one.message for one in found if one.code == "award_of_others")
    return message


def test_who_and_by_which_article() -> None:
    """The issuer's name and the source of its powers."""
    message = told(OF_2024)
    assert "Ban Quản lý các Khu công nghiệp (Luật Thi đua, khen thưởng 2022, Điều 80" in message
    assert DOUBT not in message


def test_what_is_not_verified_is_said_to_be_so() -> None:
    """The powers before 2024 are in no text that was read."""
    assert DOUBT in told({})


def test_a_signer_speaks_for_a_body_whose_powers_are_unknown() -> None:
    """By the post that he signs for."""
    company = {"/issuer/name": "Công ty Cổ phần Ván dán Hồng Ngọc"}
    acting = {"authority": [{"form": "Q", "of": "Giám đốc"}], "name": "Lường Thế Thiệp"}
    assert "của Giám đốc (" in told(company | {"/signature": acting})
