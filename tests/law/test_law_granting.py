"""Who may grant what, what share of votes it needs, and other figures by date."""

from __future__ import annotations

from datetime import date

import pytest

from service.law.award_names import AWARDS
from service.law.conditions import condition, deadline, due
from service.law.granting import granting, grantor_of, may_grant
from service.law.votes import is_quorate, quorum, vote_rule

TODAY = date(2026, 11, 20)
OF_UNITS = {
    "advanced_worker",
    "grassroots_emulation_fighter",
    "advanced_collective",
    "commendation",
}
OF_PROVINCES = {
    "provincial_emulation_fighter",
    "excellent_collective",
    "emulation_flag",
    "certificate_of_merit",
}


@pytest.mark.parametrize(
    ("phrase", "signer"),
    [
        ("Trưởng ban Ban Quản lý các Khu công nghiệp Bắc Ninh", "board_head"),
        ("Trưởng ban", "board_head"),
        ("TRƯỞNG BAN", "board_head"),
        ("Phó Trưởng ban", "board_head"),
        ("Phó Trưởng ban phụ trách", "board_head"),
        ("KT. Trưởng ban", "board_head"),
        ("Quyền Trưởng ban", "board_head"),
        ("Ban Quản lý các Khu công nghiệp", "board_head"),
        ("Giám đốc", "company_director"),
        ("Tổng Giám đốc", "company_director"),
        ("Phó Tổng Giám đốc Công ty TNHH VSIP", "company_director"),
        ("Giám đốc Sở Nội vụ", "department_head"),
        ("Chủ tịch Hội đồng quản trị", "company_chair"),
        ("Chủ tịch HĐQT Công ty", "company_chair"),
        ("Chủ tịch Hội đồng thành viên", "company_chair"),
        ("Khối trưởng", "bloc"),
        ("Trưởng khối", "bloc"),
        ("Cụm trưởng", "bloc"),
        ("Khối thi đua các doanh nghiệp", "bloc"),
        ("Chủ tịch Ủy ban nhân dân tỉnh Bắc Kạn", "province"),
        ("Uỷ ban nhân dân tỉnh Bắc Kạn", "province"),
        ("UBND tỉnh", "province"),
        ("Chủ tịch UBND thành phố Bắc Ninh", "province"),
        ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "province"),
        ("Chủ tịch UBND TP. Đà Nẵng", "province"),
        ("Bộ trưởng Bộ Kế hoạch và Đầu tư", "ministry"),
        ("Bộ Kế hoạch và Đầu tư", "ministry"),
        ("Thủ tướng Chính phủ", "prime_minister"),
        ("Chính phủ", "government"),
        ("Chủ tịch UBND huyện Chợ Mới", "district"),
        ("Chủ tịch Ủy ban nhân dân xã Thanh Bình", "commune"),
        ("Chủ tịch UBND phường Kinh Bắc", "commune"),
        ("Chủ tịch Công đoàn cơ sở", None),
        ("Bộ phận Hành chính", None),
        ("Giám đốcX", None),
        ("Chủ tịch", None),
        ("", None),
    ],
)
def test_signers_are_recognised(phrase, signer):
    """From a post or a body, a deputy as the head he signs for."""
    assert grantor_of(phrase, TODAY) == signer


@pytest.mark.parametrize(
    ("name", "on", "signer"),
    [
        ("Bắc Ninh", date(2025, 6, 30), "district"),
        ("Bắc Ninh", date(2025, 7, 1), None),
        ("Bắc Ninh", date(2026, 9, 19), None),
        ("Bắc Ninh", date(2026, 9, 20), "province"),
        ("Huế", date(2024, 12, 31), "district"),
        ("Huế", date(2025, 1, 1), "province"),
        ("Bắc Kạn", date(2022, 1, 1), "district"),
        ("Đà Nẵng", date(2022, 1, 1), "province"),
        ("Thủ Đức", date(2024, 1, 1), "district"),
        ("Trường Sa", date(2024, 1, 1), None),
    ],
)
def test_the_level_of_a_city(name, on, signer):
    """A city stands under the government or within a province, by the day."""
    assert grantor_of(f"Chủ tịch Ủy ban nhân dân thành phố {name}", on) == signer


@pytest.mark.parametrize(
    ("signer", "granted", "rest"),
    [
        ("board_head", OF_UNITS, False),
        ("department_head", OF_UNITS, False),
        ("company_director", OF_UNITS, False),
        ("company_chair", {"commendation"}, False),
        ("bloc", set(), False),
        ("commune", OF_UNITS, False),
        ("district", set(), False),
        ("province", OF_PROVINCES, None),
        ("ministry", OF_PROVINCES, None),
        ("prime_minister", {"national_emulation_fighter", "prime_minister_certificate"}, None),
        ("government", {"government_emulation_flag"}, None),
        ("nobody", set(), None),
    ],
)
def test_what_they_may_grant(signer, granted, rest):
    """Luật 2022, Điều 80: what is listed; the rest is refused or not known."""
    for award in AWARDS:
        assert may_grant(signer, award, TODAY) is (True if award in granted else rest)


@pytest.mark.parametrize(
    ("signer", "award", "on", "allowed"),
    [
        ("district", "commendation", date(2025, 6, 30), True),
        ("district", "commendation", date(2025, 7, 1), False),
        ("commune", "grassroots_emulation_fighter", date(2025, 6, 30), None),
        ("commune", "grassroots_emulation_fighter", date(2025, 7, 1), True),
        ("company_chair", "commendation", date(2023, 12, 31), None),
        ("company_chair", "commendation", date(2024, 1, 1), True),
        ("board_head", "commendation", date(2022, 4, 30), True),
        ("board_head", "certificate_of_merit", date(2022, 4, 30), False),
        ("bloc", "emulation_flag", date(2021, 1, 15), False),
    ],
)
def test_powers_by_date(signer, award, on, allowed):
    """Either side of each change."""
    assert may_grant(signer, award, on) is allowed


def test_powers_have_their_source():
    """What is background knowledge says so."""
    assert "Điều 80" in granting("board_head", TODAY).source
    assert "grants" in granting("board_head", date(2022, 1, 1)).unverified


@pytest.mark.parametrize(
    ("award", "percent"),
    [
        ("grassroots_emulation_fighter", 80),
        ("emulation_flag", 80),
        ("government_emulation_flag", 80),
        ("provincial_emulation_fighter", 90),
        ("national_emulation_fighter", 90),
    ],
)
def test_shares_of_votes(award, percent):
    """Of all members, by ballot; sure until the decree ended, unverified since."""
    assert vote_rule(award, date(2023, 12, 31)) is None
    sure, unsure = vote_rule(award, date(2025, 6, 30)), vote_rule(award, date(2025, 7, 1))
    for rule in (sure, unsure):
        assert (rule.percent, rule.ballot, rule.base) == (percent, True, "members_total")
    assert (sure.unverified, unsure.unverified) == ((), ("percent",))


@pytest.mark.parametrize("award", ["advanced_worker", "commendation", "certificate_of_merit"])
def test_no_share_set(award):
    """The law sets none for these."""
    assert vote_rule(award, TODAY) is None


@pytest.mark.parametrize(
    ("province", "on", "present", "total", "enough"),
    [
        ("", TODAY, 6, 9, True),
        ("", TODAY, 5, 9, False),
        ("", TODAY, 5, 8, False),
        ("Bắc Ninh", TODAY, 8, 10, True),
        ("Bắc Ninh", TODAY, 7, 9, False),
        ("Bắc Ninh", date(2025, 12, 14), 7, 9, True),
        ("Cà Mau", TODAY, 6, 9, True),
    ],
)
def test_quorums(province, on, present, total, enough):
    """Two thirds in general, 80 % in Bắc Ninh's council since 15/12/2025; exact."""
    assert is_quorate(present, total, quorum(on, province)) is enough


@pytest.mark.parametrize(
    ("award", "parameter", "on", "value"),
    [
        ("advanced_collective", "advanced_worker_percent", TODAY, 70),
        ("excellent_collective", "advanced_worker_percent", TODAY, 70),
        ("excellent_collective", "fulfilled_percent", TODAY, 100),
        ("excellent_collective", "grassroots_fighters", TODAY, 1),
        ("provincial_emulation_fighter", "consecutive_years", TODAY, 3),
        ("national_emulation_fighter", "consecutive_times", TODAY, 2),
        ("certificate_of_merit", "consecutive_times", TODAY, 2),
        ("certificate_of_merit", "excellent_years", TODAY, 2),
        (
            "grassroots_emulation_fighter",
            "max_percent_of_advanced_workers",
            date(2023, 12, 31),
            15,
        ),
    ],
)
def test_conditions(award, parameter, on, value):
    """Figures that checks use."""
    assert condition(award, parameter, on).value == value


def test_conditions_that_do_not_hold():
    """The cap of 15 % ended with 2023; what the tables do not know is None."""
    fighter = "grassroots_emulation_fighter", "max_percent_of_advanced_workers"
    assert condition(*fighter, date(2024, 1, 1)) is None
    assert condition("advanced_collective", "advanced_worker_percent", date(2023, 1, 1)) is None
    assert condition("advanced_worker", "consecutive_years", TODAY) is None


def test_deadlines():
    """Bắc Ninh: before 10/12 every year, ten days before a conference."""
    assert due(deadline("Bắc Ninh", "yearly", TODAY), 2026) == date(2026, 12, 10)
    assert deadline("Bắc Ninh", "event", TODAY).days_before == 10
    assert due(deadline("Bắc Ninh", "event", TODAY), 2026) is None
    assert deadline("Bắc Ninh", "yearly", date(2025, 12, 14)) is None
    assert deadline("Cà Mau", "yearly", TODAY) is None
