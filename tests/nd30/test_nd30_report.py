"""What is told: places, counts, what is let be and why, as lines and as JSON."""

from __future__ import annotations

import json

import pytest
from docx_parts import styles
from right_documents import BODY, LONG, PLAN, RIGHT
from right_shapes import SHAPES
from written_docx import docx_of

from service.nd30.check import Verdict, check
from service.nd30.report import as_dict, as_lines, summary
from service.nd30.rules import RULES


def rules(verdict: Verdict) -> set[str]:
    return {each.rule for each in verdict.findings}


def test_lines_for_clerks() -> None:
    """What is wrong and where, what is asked, how to mend it."""
    verdict = check(docx_of(PLAN.replace("Số: 08/KH-BQL", "Số 8/KH-BQL")))
    head, found, asked, mended = as_lines(verdict)
    assert head == "Kế hoạch: 1 lỗi, 0 chỗ cần xem, 0 lưu ý."
    assert found.startswith("Lỗi [number_form] Trong bảng, đoạn 5 “Số 8/KH-BQL”: ")
    assert "mục II.3.c" in asked
    assert mended.strip() == "Cách sửa: Viết theo dạng: Số: 05/KH-BQL."


def test_right_documents_are_told_so() -> None:
    expected = "Kế hoạch: không thấy lỗi thể thức theo Nghị định 30/2020/NĐ-CP."
    assert list(as_lines(check(docx_of(PLAN)))) == [expected]


def test_json() -> None:
    """The shape that programs get: only plain values."""
    told = as_dict(check(docx_of(PLAN.replace("first=12.7", "first=5"))))
    assert json.loads(json.dumps(told)) == json.loads(json.dumps(told, default=str))
    assert set(told) == {"kind", "kind_name", "passed", "components", "findings"}
    (finding,) = told["findings"]
    keys = {"rule", "severity", "found", "expected", "article", "mend", "places", "count"}
    assert set(finding) == keys
    assert set(finding["places"][0]) == {"part", "paragraph", "text"}


def test_components_are_told() -> None:
    """A clerk can see what the checker took for what."""
    told = check(docx_of(PLAN)).components
    assert told["parent"] == "UBND TỈNH BẮC KẠN"
    assert told["issuer"] == "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP"
    assert told["number"] == "Số: 08/KH-BQL"
    assert told["date"] == "Bắc Kạn, ngày 12 tháng 01 năm 2022"
    assert told["kind"] == "KẾ HOẠCH"
    assert told["authority"] == "KT. TRƯỞNG BAN / PHÓ TRƯỞNG BAN"
    assert told["signer"] == "Lường Thế Thiệp"


@pytest.mark.parametrize("name", SHAPES)
def test_components_are_found_in_every_shape(name: str) -> None:
    told = check(SHAPES[name]()).components
    for component in ("national", "motto", "issuer", "number", "date", "kind", "subject"):
        assert component in told
    for component in ("authority", "signer", "recipients"):
        assert component in told
    assert told["number"].startswith("Số: 08/")
    assert told["date"] == "Bắc Kạn, ngày 12 tháng 01 năm 2022"


def test_one_fault_in_many_places_is_one_finding() -> None:
    verdict = check(docx_of(PLAN.replace(BODY, BODY.replace("12.7", "5"))))
    (finding,) = verdict.findings
    assert finding.count > 20
    assert len(finding.places) == 20
    assert [each.paragraph for each in finding.places] == sorted(
        each.paragraph or 0 for each in finding.places
    )


def test_no_flood() -> None:
    """However many colours there are, a rule is told a few times."""
    lines = "\n".join(
        f"{BODY} {{color={number:06X}}}{LONG}" for number in range(0x400000, 0x400050)
    )
    verdict = check(docx_of(PLAN.replace(f"{BODY} a)", f"{lines}\n{BODY} a)")))
    assert rules(verdict) == {"colour"}
    assert len(verdict.findings) == 10
    assert sum(each.count for each in verdict.findings) == 0x50


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("Số: 08/KH-BQL", "Số:       /KH-BQL", "draft_number"),
        ("ngày 12 tháng 01 năm", "ngày     tháng 01 năm", "draft_date"),
        ("[center 2pt rule left=21 right=21 line=2pt!]", "[center] _______", "rule_as_text"),
        ("\n[center 14pt bold before=64] Lường Thế Thiệp", "", "signer_missing"),
    ],
)
def test_hints_do_not_fail_a_document(old: str, new: str, rule: str) -> None:
    verdict = check(docx_of(PLAN.replace(old, new)))
    assert rules(verdict) == {rule}
    assert verdict.passed


PARTY = """
<table 70 95>
[center] TỈNH ỦY BẮC KẠN
[center] *
<cell>
[center bold 15pt] ĐẢNG CỘNG SẢN VIỆT NAM
[center italic] Bắc Kạn, ngày 5 tháng 3 năm 2022
</table>
[center bold 16pt] NGHỊ QUYẾT
[left 16pt] về công tác thi đua
"""


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (PARTY, "party_document"),
        (PLAN.replace("KẾ HOẠCH", "THÔNG TƯ"), "lawmaking_document"),
        (PLAN.replace("KẾ HOẠCH", "NGHỊ ĐỊNH"), "lawmaking_document"),
        (
            RIGHT["decision"].replace("02/QĐ-BQL", "02/2022/QĐ-UBND"),
            "lawmaking_document",
        ),
    ],
)
def test_other_regimes_are_not_judged(text: str, rule: str) -> None:
    """Not even their page: other rules hold for it."""
    verdict = check(docx_of(f"<section margins=10,10,10,10>\n{text.strip()}"))
    assert rules(verdict) == {rule}
    assert verdict.passed


def test_only_the_first_of_several_documents_is_judged() -> None:
    wrong = RIGHT["letter"].replace("[center 13pt before=6] Số", "[center 20pt before=6] Số")
    verdict = check(docx_of(f"{PLAN}\n{wrong}"))
    assert rules(verdict) == {"several_documents"}


def test_old_fonts_are_named_and_nothing_else_is_guessed() -> None:
    """In TCVN3 the words cannot be read: no components are missed."""
    old = styles(run='<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/><w:sz w:val="28"/>')
    text = "[center bold] CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM\n[both] V¨n b¶n nµy cã hiÖu lùc"
    assert rules(check(docx_of(text, styles=old))) == {"old_font"}


def test_missing_nation_is_one_finding() -> None:
    """Not one for each of its parts."""
    verdict = check(docx_of(f"[center bold] KẾ HOẠCH\n{BODY} {LONG}\n[left] Nơi nhận:"))
    told = rules(verdict)
    assert "national_missing" in told
    assert not told & {"motto_missing", "motto_rule", "issuer_missing", "number_missing"}


def test_what_is_annexed_needs_no_number() -> None:
    """Mẫu 1.3: a regulation that a decision brings, with the nation or without."""
    title = "[center bold] QUY CHẾ\n[center bold] Thi đua, khen thưởng\n"
    reference = "[center italic] (Kèm theo Quyết định số 02/QĐ-BQL ngày 05 tháng 01 năm 2022)\n"
    rule = "[center 2pt rule left=72 right=72 line=2pt!]\n"
    verdict = check(docx_of(f"{title}{reference}{rule}{BODY} {LONG}"))
    assert verdict.findings == ()


def test_an_appendix_alone_is_judged_as_one() -> None:
    appendix = RIGHT["proposal"][RIGHT["proposal"].index("[center 14pt bold] Phụ lục I") :]
    assert check(docx_of(appendix)).findings == ()
    wrong = appendix.replace("Phụ lục I\n", "PHỤ LỤC I\n")
    assert rules(check(docx_of(wrong))) == {"appendix_heading"}


def test_dashes_in_the_motto_are_only_a_warning() -> None:
    """Word turns hyphens into dashes by itself."""
    (finding,) = check(docx_of(PLAN.replace("lập - Tự do - ", "lập – Tự do – "))).findings
    assert (finding.rule, finding.severity) == ("motto_text", "warning")


def test_indents_between_the_two_are_only_a_warning() -> None:
    (finding,) = check(docx_of(PLAN.replace("12.7", "11.5"))).findings
    assert (finding.rule, finding.severity) == ("first_line", "warning")


def test_rules_can_be_told_to_clerks() -> None:
    """Each says what is asked, where, and what to do, in whole sentences."""
    for identity, rule in RULES.items():
        assert rule.id == identity
        assert identity.replace("_", "").isalpha()
        assert rule.says.endswith("."), identity
        assert rule.mend.endswith((".", "”", "!", "…")), identity
        assert rule.measured, identity
        assert rule.article.startswith(("Phụ lục", "Điều")), identity


def test_summary_names_the_kind() -> None:
    assert summary(check(docx_of(RIGHT["letter"]))).startswith("Công văn: ")
    assert summary(check(docx_of("Hello"))).startswith("Văn bản: ")
