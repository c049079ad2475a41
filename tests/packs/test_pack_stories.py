"""Packs over HTTP and on the command line: a season that agrees, then one that does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from documents import CATALOG
from pack_cases import entry
from pack_samples import BOARDS, PROPOSAL
from web_client import API, real

from service.cli import main
from service.config import PROJECT

TOLD = (
    "Lỗi: Tập thể đề nghị › mục 5 › Kết quả bỏ phiếu › Số phiếu đồng ý "
    "(/collectives/4/votes/agree): Ghi 10/11 phiếu, nhưng “meeting_minutes.summing_up.json” "
    "(Bình xét, bỏ phiếu › mục 5 › Số phiếu đồng ý) cho kết quả 9/11 phiếu: hãy sửa cho khớp."
)
VOTES = {f"{PROPOSAL} /collectives/4/votes/agree": 10}
PROPOSAL_OF_README = "award_proposal.co-bang-khen"
UNCITED = {f"{PROPOSAL} /legal_bases": []}
WARNED = {"code": "pack_minutes_uncited", "reason": "Biên bản gửi kèm công văn riêng"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The season of the boards, each sample under its own name."""
    monkeypatch.chdir(tmp_path)
    pack = tmp_path / "ho-so"
    pack.mkdir()
    write(pack, {})
    return pack


def write(folder: Path, changes: dict[str, Any]) -> None:
    for name in BOARDS:
        payload = entry(name, changes).payload
        (folder / f"{name}.json").write_text(json.dumps(payload, default=float), encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["check-pack", *words])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


# Command line


def test_a_season_that_agrees(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each document, then the pack; exit code 0, strict or not."""
    lines = [f"{name}.json: không có lỗi." for name in sorted(BOARDS)]
    lines.append("Bộ hồ sơ 3 văn bản: không có lỗi.")
    for words in (["ho-so"], ["ho-so/"], ["ho-so", "--strict"]):
        assert run(capsys, *words) == (0, "\n".join(lines) + "\n", "")


def test_a_contradiction_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Under its document, with the other one; exit code 1."""
    write(folder, VOTES)
    code, out, err = run(capsys, "ho-so")
    assert (code, err) == (1, "")
    assert out.splitlines()[:2] == [f"{PROPOSAL}.json: 1 lỗi.", f"  {TOLD}"]
    assert out.splitlines()[-1] == "Bộ hồ sơ 3 văn bản: 1 lỗi."


def test_warnings_count_when_strict(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unless the document accepts them with a reason, which its own check then lets be."""
    write(folder, UNCITED)
    code, out, _ = run(capsys, "ho-so")
    assert (code, out.splitlines()[-1]) == (0, "Bộ hồ sơ 3 văn bản: 1 cảnh báo.")
    code, out, _ = run(capsys, "ho-so", "--strict")
    assert (code, out.splitlines()[-1]) == (1, "Bộ hồ sơ 3 văn bản: 1 lỗi.")
    write(folder, UNCITED | {f"{PROPOSAL} /accept": [WARNED]})
    code, out, _ = run(capsys, "ho-so", "--strict")
    assert (code, out.splitlines()[-1]) == (0, "Bộ hồ sơ 3 văn bản: 1 cảnh báo.")
    assert f"(Đã chấp nhận: {WARNED['reason']})" in out
    assert main(["check", "award_proposal", f"ho-so/{PROPOSAL}.json", "--strict"]) == 0
    assert capsys.readouterr().out == "Dữ liệu hợp lệ.\n"


def test_an_acceptance_that_meets_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is told by the pack."""
    write(folder, {f"{PROPOSAL} /accept": [WARNED]})
    code, out, _ = run(capsys, "ho-so")
    assert (code, out.splitlines()[-1]) == (0, "Bộ hồ sơ 3 văn bản: 1 lưu ý.")
    assert "(/accept/0/code)" in out


def test_json_is_what_the_api_answers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Letter by letter, but for the order that names give to files."""
    write(folder, VOTES)
    code, out, _ = run(capsys, "ho-so", "--json")
    names = sorted(f"{name}.json" for name in BOARDS)
    body = {"documents": [sent(name, (folder / name).read_bytes()) for name in names]}
    assert (code, json.loads(out)) == (1, post(body).json)


def test_a_file_may_say_its_type(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Under any name, in a wrapper."""
    for path in list(folder.iterdir()):
        stem = path.name.split(".")[0]
        wrapped = {"document_type": stem, "payload": json.loads(path.read_bytes())}
        (folder / f"tep-{stem}.json").write_text(json.dumps(wrapped), encoding="utf-8")
        path.unlink()
    code, out, _ = run(capsys, "ho-so")
    assert (code, out.splitlines()[-1]) == (0, "Bộ hồ sơ 3 văn bản: không có lỗi.")


def test_files_that_are_no_documents(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of no type, no JSON, no text: each is told; what is hidden or no .json is left alone."""
    for name, data in {
        "ghi-chu.json": b"{}",
        "launch_plan.hong.json": b"{",
        "meeting_minutes.ma.json": b"\xff",
        "launch_plan.lap.json": b'{"a": 1, "a": 2}',
        "launch_plan.\x1b[31m.json": b"7",
        ".an.json": b"{",
        "doc.txt": b"x",
    }.items():
        (folder / name).write_bytes(data)
    (folder / "inner.json").mkdir()
    code, out, err = run(capsys, "ho-so")
    assert (code, err) == (1, "")
    assert "\x1b" not in out
    assert out.splitlines()[-1] == "Bộ hồ sơ 8 văn bản: 5 lỗi, 1 lưu ý."
    for told in ("“ghi-chu”", "Sai cú pháp JSON", "Không phải UTF-8", "(/a): Tên trường"):
        assert told in out


@pytest.mark.parametrize(
    ("count", "told"), [(0, "có 0 tệp .json"), (51, "có 51 tệp .json: cần từ 1 đến 50 tệp")]
)
def test_too_few_and_too_many_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], count: int, told: str
) -> None:
    """A folder that is no pack ends with 2."""
    for number in range(count):
        (tmp_path / f"launch_plan.{number}.json").write_text("{}")
    code, out, err = run(capsys, str(tmp_path))
    assert (code, out) == (2, "")
    assert told in err


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nope", "không có tệp hoặc thư mục này"),
        ("ho-so/launch_plan.json", "là tệp, cần một thư mục"),
        ("-", "không có tệp hoặc thư mục này"),
    ],
)
def test_what_is_no_folder(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    """Is misuse."""
    (folder / "launch_plan.json").write_bytes(CATALOG["launch_plan"].sample())
    code, out, err = run(capsys, name)
    assert (code, out) == (2, "")
    assert told in err


def test_a_file_beyond_the_limit(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is told of that file."""
    monkeypatch.setenv("VANTHU_MAX_BODY_BYTES", "1000")
    code, out, _ = run(capsys, "ho-so")
    assert code == 1
    assert out.count("Dữ liệu quá lớn: tối đa 1000 byte") == 3


def test_the_readme_shows_what_happens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its transcript is what the command prints."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ho-so-2020").mkdir()
    changes = VOTES | {
        f"{PROPOSAL} /signature/post": "Trưởng khối",
        "emulation_pledge /members/1/role": "member",
        "emulation_pledge /members/3/role": "deputy",
    }
    names = ("emulation_pledge.2021", "meeting_minutes.tong-ket-2020", PROPOSAL_OF_README)
    for sample, name in zip(BOARDS, names, strict=True):
        text = json.dumps(entry(sample, changes).payload, default=float)
        (tmp_path / "ho-so-2020" / f"{name}.json").write_text(text, encoding="utf-8")
    code, out, _ = run(capsys, "ho-so-2020")
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert code == 1
    assert f"$ vanthu check-pack ho-so-2020\n{out}```" in readme


# API


def sent(name: str, payload: bytes) -> dict[str, Any]:
    return {"name": name, "type": name.split(".")[0], "payload": json.loads(payload)}


def post(body: Any, query: str = "") -> Any:
    answer = real().post(f"{API}/packs/check{query}", json=body)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer


def bodies(changes: dict[str, Any]) -> dict[str, Any]:
    found = [entry(name, changes) for name in BOARDS]
    payloads = [json.loads(json.dumps(one.payload, default=float)) for one in found]
    return {
        "documents": [
            {"name": one.name, "type": one.stem, "payload": payload}
            for one, payload in zip(found, payloads, strict=True)
        ]
    }


def test_a_season_over_http() -> None:
    """Valid, each document by its name and type, in the order sent."""
    told = post(bodies({})).json
    assert told["valid"] is True
    assert [(one["name"], one["stem"], one["findings"]) for one in told["documents"]] == [
        (name, name.split(".")[0], []) for name in BOARDS
    ]


def test_contradictions_over_http() -> None:
    """Grouped by document, each finding in the one shape."""
    told = post(bodies(VOTES)).json
    assert told["valid"] is False
    assert [one["valid"] for one in told["documents"]] == [True, True, False]
    (finding,) = told["documents"][2]["findings"]
    message = TOLD.partition("agree): ")[2].replace("summing_up.json", "summing_up")
    assert finding == {
        "code": "pack_votes_differ",
        "message": message,
        "pointer": "/collectives/4/votes/agree",
        "label": "Tập thể đề nghị › mục 5 › Kết quả bỏ phiếu › Số phiếu đồng ý",
        "severity": "error",
        "accepted": "",
    }


def test_strict_callers_over_http() -> None:
    """Take warnings for errors."""
    assert post(bodies(UNCITED)).json["valid"] is True
    told = post(bodies(UNCITED), "?strict=1").json
    assert told["valid"] is False
    assert [one["severity"] for one in told["documents"][2]["findings"]] == ["error"]


def test_the_call_is_documented() -> None:
    """Once, with the shape of its body."""
    found = real().get(f"{API}/openapi.json").json
    call = found["paths"][f"{API}/packs/check"]["post"]
    body = call["requestBody"]["content"]["application/json"]["schema"]
    assert body == {"$ref": "#/components/schemas/PackBody"}
    assert set(found["components"]["schemas"]["PackEntry"]["properties"]) == {
        *("name", "type", "payload")
    }
    assert found["components"]["schemas"]["PackBody"]["properties"]["documents"]["maxItems"] == 50
