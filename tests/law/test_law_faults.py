"""Every fault of an office's own tables is named, with file, line and how to mend it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from law_files import changed, put, salary

from service.errors import VanthuError
from service.law import Law, LawInvalid


def faults(folder: Path) -> list[str]:
    with pytest.raises(LawInvalid) as raised:
        Law.read(folder)
    error = raised.value
    assert error.code == "law_invalid"
    assert all(finding.code == "law_invalid" for finding in error.findings)
    assert all(finding.message in error.detail for finding in error.findings)
    return [finding.message for finding in error.findings]


HEAD = "read_on = 2027-01-01\n"

# What stands in salaries.toml, and what is told of it.
BROKEN_SALARIES = [
    (HEAD + "[[row]\n", "salaries.toml, dòng 2: sai cú pháp TOML ở cột 6: hãy xem lại"),
    (salary(), "thiếu read_on"),
    ('read_on = "2027-01-01"\n' + salary(), "thiếu read_on"),
    ("read_on = 2027-01-01T10:00:00\n" + salary(), "thiếu read_on"),
    (HEAD + "rows = 1\n" + salary(), "không có mục “rows” ở đầu tệp"),
    (HEAD + "row = 5\n", "bắt đầu bằng [[row]]"),
    (HEAD + "row = [5]\n", "bắt đầu bằng [[row]]"),
    (HEAD + salary(amount=None), "dòng 3: thiếu amount: hãy bổ sung."),
    (HEAD + salary(source=None), "dòng 3: thiếu source"),
    (HEAD + salary(confidence=None), "dòng 3: thiếu confidence"),
    (HEAD + salary(amount='"2530000"'), "dòng 3: amount: cần số nguyên"),
    (HEAD + salary(amount="2.530"), "dòng 3: amount: cần số nguyên"),
    (HEAD + salary(amount="true"), "dòng 3: amount: cần số nguyên"),
    (HEAD + salary(amount=0), "dòng 3: amount: phải từ 1 đến"),
    (HEAD + salary(amount=-5), "dòng 3: amount: phải từ 1 đến"),
    (HEAD + salary(since='"2027-07-01"'), "dòng 3: since: cần ngày"),
    (HEAD + salary(since="2027-07-01T00:00:00"), "dòng 3: since: cần ngày"),
    (HEAD + salary(since="2027-02-30"), "dòng 5: sai cú pháp TOML"),
    (HEAD + salary() + "amount = 1\n", "dòng 9: sai cú pháp TOML"),
    (HEAD + "[[row]]\namount = [1", "salaries.toml: sai cú pháp TOML ở cuối tệp"),
    (HEAD + salary(until="2027-06-30"), "ngày cuối cùng 30/6/2027 trước ngày đầu tiên 01/7/2027"),
    (HEAD + salary(decree=5), "dòng 3: decree: cần chữ"),
    (HEAD + salary(source='" "'), "dòng 3: source: không để trống"),
    (HEAD + salary(confidence='"sure"'), "dòng 3: confidence: cần một trong các giá trị high,"),
    (HEAD + salary(confidence="[1]"), "dòng 3: confidence: cần một trong các giá trị high,"),
    (HEAD + salary(from_day=1), "dòng 3: không có mục tên “from_day”: hãy bỏ đi."),
    (HEAD + salary(untill="2027-08-01"), "dòng 3: không có mục tên “untill”: có phải “until”?"),
    (HEAD + salary(unverified='"decree"'), "dòng 3: unverified: cần danh sách"),
    (HEAD + salary(unverified="[{}]"), "dòng 3: unverified: cần danh sách"),
    (HEAD + salary(unverified='["decre"]'), "dòng 3: unverified: không có mục “decre”"),
    (HEAD + salary() + salary(), "cùng ngày bắt đầu với một dòng khác (dòng 3)"),
    (
        HEAD + salary(until="2028-01-01") + salary(since="2027-12-01"),
        "chồng thời gian với dòng trước, dòng ấy còn đến hết 01/01/2028 (dòng 3)",
    ),
    (
        HEAD + salary(since="2027-12-01") + salary(until="2028-01-01"),
        "chồng thời gian với dòng trước, dòng ấy còn đến hết 01/01/2028 (dòng 10)",
    ),
    (
        HEAD + salary(amount=270_000, since="2028-01-01") + salary(),
        "dòng 3: amount: thấp hơn mức trước (dòng 10): hãy kiểm tra.",
    ),
]


@pytest.mark.parametrize(("text", "told"), BROKEN_SALARIES)
def test_faults_of_a_row(tmp_path, text, told):
    """Each is named with its file, its line and how to mend it."""
    messages = faults(put(tmp_path, "salaries.toml", text))
    assert any(message.startswith("salaries.toml") and told in message for message in messages)


# file, what stands in it, what instead, and what is told.
BROKEN_REFERENCES = [
    ("coefficients.toml", '"commendation"', '"comendation"', "award: không có “comendation”"),
    ("coefficients.toml", "coefficient = 0.3", "coefficient = -1", "coefficient: phải từ 0"),
    (
        "coefficients.toml",
        "coefficient = 0.3",
        'coefficient = "0,3"',
        "cần số, phần lẻ",
    ),
    ("coefficients.toml", "coefficient = 0.3", "coefficient = nan", "cần số, phần lẻ"),
    ("coefficients.toml", "coefficient = 0.3", "coefficient = inf", "cần số, phần lẻ"),
    ("votes.toml", '"emulation_flag"', '"flag"', "award: không có “flag”"),
    ("votes.toml", "percent = 80", "percent = 101", "percent: phải từ 1 đến 100"),
    ("votes.toml", "ballot = true", "ballot = 1", "ballot: cần true hoặc false"),
    ("votes.toml", '"members_total"', '"all"', "base: cần một trong các giá trị members_total"),
    ("conditions.toml", '"advanced_collective"', '"collective"', "award: không có “collective”"),
    ("conditions.toml", "value = 70", "value = -1", "value: phải từ 0"),
    ("grants.toml", '"prime_minister"', '"premier"', "signer: không có “premier”"),
    ("grants.toml", '"commendation"]', '"praise"]', "grants: không có “praise”"),
    ("instruments.toml", 'kind = "law"', 'kind = "act"', "kind: không có “act”"),
    ("instruments.toml", '["law_2022"]', '["law_2032"]', "replaced_by: không có “law_2032”"),
    (
        "instruments.toml",
        'implements = "decree_98_2023"',
        'implements = "x"',
        "implements: không",
    ),
    (
        "instruments.toml",
        'mistaken_for = "circular_15_2025"',
        'mistaken_for = "x"',
        "mistaken_for: không",
    ),
    ("instruments.toml", 'province = "Bắc Ninh"', 'province = "Bắc Nình"', "province: không có"),
    ("instruments.toml", 'key = "law_2005"', 'key = "law_2003"', "trùng với một dòng khác"),
    ("instruments.toml", "ended = 2023-12-31\nreplaced_by", "replaced_by", "đã có replaced_by thì"),
    (
        "instruments.toml",
        "in_force = 2024-01-01",
        "in_force = 2022-01-01",
        "trước ngày ban hành 15/6/2022",
    ),
    (
        "instruments.toml",
        "ended = 2025-06-30",
        "ended = 2023-06-30",
        "trước ngày đầu tiên 01/01/2024",
    ),
    ("provinces.toml", 'became = "Thái Nguyên"', 'became = "Thái Nguyen"', "became: không có"),
    ("provinces.toml", 'kind = "tỉnh"', 'kind = "bang"', "kind: cần một trong các giá trị tỉnh,"),
    ("quorums.toml", "numerator = 2", "numerator = 4", "numerator: không được lớn hơn denominator"),
    ("quorums.toml", "denominator = 3", "denominator = 0", "denominator: phải từ 1"),
    ("quorums.toml", 'province = "Bắc Ninh"', 'province = "Hà Bắc"', "province: không có “Hà Bắc”"),
    ("signers.toml", 'phrases = ["Chính phủ"]', 'phrases = "Chính phủ"', "phrases: cần danh sách"),
    ("signers.toml", 'key = "government"', 'key = "ministry"', "trùng với một dòng khác"),
    (
        "deadlines.toml",
        'province = "Bắc Ninh"',
        'province = "Hà Bắc"',
        "province: không có “Hà Bắc”",
    ),
    ("deadlines.toml", "month = 12", "month = 13", "month: phải từ 0 đến 12"),
    ("deadlines.toml", "day = 10", "day = 32", "day: tháng 12 không có ngày 32"),
    ("deadlines.toml", "month = 12\n", "", "cần month và day, hoặc chỉ days_before"),
    ("deadlines.toml", "days_before = 10", "days_before = 10\nmonth = 2", "hoặc chỉ days_before"),
    (
        "uncertainties.toml",
        '"info"',
        '"error"',
        "severity: cần một trong các giá trị info, warning",
    ),
    (
        "bodies.toml",
        'name = "Bộ Giao thông vận tải"',
        'name = "Ủy ban Dân tộc"',
        "cùng ngày bắt đầu",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "told"), BROKEN_REFERENCES)
def test_faults_between_rows(tmp_path, name, old, new, told):
    """What a row points to must be there, and no two rows hold about one thing at once."""
    messages = faults(changed(tmp_path, name, old, new))
    assert any(re.match(rf"{name}, dòng \d+: ", each) and told in each for each in messages)


def test_references_run_to_the_tables_of_the_folder(tmp_path):
    """A folder's own signers must still be those that grants name."""
    put(tmp_path, "signers.toml", "read_on = 2027-01-01\n")
    assert any(message.startswith("grants.toml") for message in faults(tmp_path))


def test_all_faults_at_once(tmp_path):
    """Several files, several rows: one error."""
    put(tmp_path, "salaries.toml", HEAD + salary(amount=None) + salary(since='"x"'))
    put(tmp_path, "votes.toml", "[[row]")
    put(tmp_path, "salary.toml", "")
    messages = faults(tmp_path)
    assert len(messages) == 4
    assert {message.split(",")[0].split(":")[0] for message in messages} == {
        "salaries.toml",
        "votes.toml",
        "salary.toml",
    }


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("salary.toml", "có phải “salaries.toml”?"),
        ("Salaries.TOML", "có phải “salaries.toml”?"),
        ("salaries.toml.txt", "có phải “salaries.toml”?"),
        ("xyz.toml", "chỉ nhận instruments.toml, salaries.toml"),
    ],
)
def test_unknown_files(tmp_path, name, told):
    """A table that would be passed over in silence is a fault."""
    (message,) = faults(put(tmp_path, name, ""))
    assert message.startswith(name)
    assert told in message


@pytest.mark.parametrize("name", ["README.md", "salaries.toml.bak", "~salaries.toml", "xyz"])
def test_other_files_are_let_be(tmp_path, name):
    """Notes and copies of tables may lie beside them."""
    assert Law.read(put(tmp_path, name, "")).salaries.rows


def test_missing_folder(tmp_path):
    """The folder must be there."""
    (message,) = faults(tmp_path / "none")
    assert "không có thư mục này" in message


def test_wrong_encoding(tmp_path):
    """Windows-1258 is no UTF-8."""
    (tmp_path / "salaries.toml").write_bytes("# Lương cơ sở".encode("utf-16"))
    (message,) = faults(tmp_path)
    assert "hãy lưu lại tệp với mã hóa UTF-8" in message


def test_unreadable_file(tmp_path, monkeypatch):
    """A file that may not be read is a fault, not a crash."""

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert all("không đọc được tệp" in message for message in faults(tmp_path))


def test_rows_without_headings(tmp_path):
    """Rows written inline are read; their faults have no line."""
    row = '{amount = 1, since = 2027-01-01, source = "Nghị định", confidence = "high"}'
    (message,) = faults(put(tmp_path, "salaries.toml", f"{HEAD}row = [{row}]\n"))
    assert message == "salaries.toml: thiếu decree: hãy bổ sung."


def test_the_error_is_one_of_ours():
    """Callers catch it with all expected errors."""
    assert issubclass(LawInvalid, VanthuError)
