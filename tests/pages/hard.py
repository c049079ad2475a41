"""Payloads that strain the pages, each made from a sample."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from documents import SAMPLES, Sample

PARENT = "Ủy ban nhân dân Thành phố Hồ Chí Minh và các tỉnh vùng kinh tế trọng điểm phía Nam"
ISSUER = (
    "Ban Quản lý các Khu chế xuất, Khu công nghiệp, Khu kinh tế cửa khẩu và Khu công nghệ cao "
    "Thành phố Hồ Chí Minh"
)
UNIT = (
    "Công ty Trách nhiệm hữu hạn Một thành viên Đầu tư, Phát triển hạ tầng và Dịch vụ Khu công "
    "nghiệp - Đô thị Việt Nam - Singapore Bắc Ninh"
)
SUBJECT = (
    "Phát động phong trào thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội, cải cách hành "
    "chính, thu hút đầu tư, bảo vệ môi trường, bảo đảm an toàn lao động và chăm lo đời sống người "
    "lao động trong các khu công nghiệp, khu chế xuất, khu kinh tế năm 2022"
)
NAME = "Maximilian Alexander Friedrich-Wilhelm Hohenzollern-Sigmaringen"
assert len(NAME) >= 60
RECIPIENTS = [f"Công ty Cổ phần Cơ điện Đông Ngàn số {n:02d}" for n in range(1, 31)]

Change = Callable[[Any], None]


@dataclass(frozen=True)
class Case:
    """A named payload of a type: a sample, changed or not."""

    name: str
    sample: Sample
    changes: tuple[Change, ...] = ()

    def __str__(self) -> str:
        return self.name

    @property
    def payload(self) -> Any:
        payload = copy.deepcopy(self.sample.payload)
        for change in self.changes:
            change(payload)
        return payload


def long_heading(payload: Any) -> None:
    payload["issuer"] |= {"parent": PARENT, "name": ISSUER}
    payload["subject"] = SUBJECT
    if "number" in payload:
        payload["number"] = 99_999
        payload["issuer"]["abbreviation"] = "HĐTĐKT"
    if "place" in payload["issuer"]:
        payload["issuer"]["place"] = "Thành phố Hồ Chí Minh"


def late_date(payload: Any) -> None:
    """The longest date: two figures each."""
    payload["date"] = payload["date"][:4] + "-12-29"
    for key in ("end", "report_by"):
        if key in payload:
            payload[key] = payload["date"][:4] + "-12-31"
    for assignment in payload.get("assignments", []):
        assignment.pop("deadline", None)
    payload.pop("register_by", None)


def blanks(payload: Any) -> None:
    for key in ("number", "date", "bases"):
        payload.pop(key, None)


def many_bases(payload: Any) -> None:
    bases = payload["legal_bases"]
    payload["legal_bases"] = [bases[n % len(bases)] for n in range(20)]


def many_recipients(payload: Any) -> None:
    payload["recipients"]["to"] = RECIPIENTS


def long_name(payload: Any) -> None:
    payload["signature"] |= {"name": NAME, "other_post": "Phó Chủ tịch Thường trực Hội đồng"}


def signatories(count: int) -> Change:
    def change(payload: Any) -> None:
        model = payload["members"][0]
        payload["members"] = [
            model
            | {
                "unit": f"{UNIT} số {n:02d}" if n % 3 else f"Ban Quản lý số {n:02d}",
                "role": "member" if n else "head",
                "representative": {
                    "name": NAME if n % 7 == 0 else "Ma Thị Chuyên",
                    "post": "Giám đốc",
                },
            }
            for n in range(count)
        ]
        payload["copies"] = max(count, payload["copies"])

    return change


def sole_signer(payload: Any) -> None:
    payload.pop("union_representative", None)


def people(count: int) -> Change:
    def change(payload: Any) -> None:
        model = payload["individuals"][0]
        text = model["achievement"]
        payload["individuals"] = [
            model | {"name": f"Trần Thị Thu số {n}", "achievement": text * (1 + n % 2)}
            for n in range(1, count + 1)
        ]
        for report in payload["individual_reports"]:
            report["subject"] = payload["individuals"][0]["name"]
        payload["enclosures"][1]["name"] = "Báo cáo thành tích"

    return change


def landscape(payload: Any) -> None:
    payload["list_orientation"] = "landscape"


def without_reports(payload: Any) -> None:
    del payload["collective_reports"], payload["individual_reports"]


def without_bonuses(payload: Any) -> None:
    del payload["bonus_mode"], payload["decision_date"]
    for line in (*payload["collectives"], *payload["individuals"]):
        line.pop("bonus", None)


def long_units(payload: Any) -> None:
    payload.pop("decision_date", None)
    for row in payload["collectives"]:
        row["managing_unit"] = UNIT
    for person in payload["individuals"]:
        person |= {
            "unit": UNIT,
            "post": "Phó Trưởng phòng Kỹ thuật - Công nghệ và An toàn lao động",
        }


def many_addressees(payload: Any) -> None:
    payload["addressees"] = [payload["addressees"][0], UNIT, ISSUER]


def present_by(name: str) -> Change:
    def change(payload: Any) -> None:
        payload["chair"]["name"], payload["secretary"]["name"] = name, f"{name} Em"
        payload["present"][0]["name"] = payload["reports"][1]["speaker"] = name

    return change


_PLAN, _PROPOSAL = Sample("launch_plan", ""), Sample("award_proposal", "")
_PLEDGE, _UNIT = Sample("emulation_pledge", ""), Sample("emulation_pledge", "unit")
_MINUTES = Sample("meeting_minutes", "")

HARD = [
    Case("plan, long", _PLAN, (long_heading, late_date, many_bases, many_recipients, long_name)),
    Case("plan, blank", _PLAN, (blanks,)),
    Case("pledge, long, two sign", _PLEDGE, (long_heading, signatories(2), many_bases)),
    Case("pledge, forty sign", _PLEDGE, (signatories(40),)),
    Case("pledge, one signs", _UNIT, (sole_signer, many_recipients, long_name, long_heading)),
    Case("proposal, two hundred", _PROPOSAL, (people(200),)),
    Case("proposal, turned", _PROPOSAL, (people(60), landscape)),
    Case(
        "proposal, turned at its end",
        _PROPOSAL,
        (people(60), landscape, without_reports, without_bonuses),
    ),
    Case("proposal, long", _PROPOSAL, (long_heading, late_date, long_units, many_addressees)),
    Case("proposal, blank", _PROPOSAL, (blanks, many_bases, many_recipients, long_name)),
    Case("minutes, long", _MINUTES, (long_heading, many_recipients, present_by(NAME))),
    Case("minutes, blank", _MINUTES, (blanks,)),
]
CASES = [Case(str(sample), sample) for sample in SAMPLES] + HARD
