"""`jirga read --into CASE --endpoint`: set in the case, off otherwise, and through the same gate."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from faces.shell import Ended, run
from jirga.case import Case, open_case

SAID = {
    "ties": [
        {"quote": "Iran backs the Houthis", "source": "Iran", "relation": "supports", "target": "Houthis"},
        {"quote": "Iran arms the Houthis", "source": "Iran", "relation": "supports", "target": "Houthis"},
    ],
    "figures": [
        {"quote": "55 people", "value": 55, "unit": "deaths", "claimant": "PICSS"},
        {"quote": "55 people", "value": 56, "unit": "deaths"},
    ],
}
TEXT = "Iran backs the Houthis. PICSS said 55 people died.\n"


class Stub(BaseHTTPRequestHandler):
    """Answers every question alike, and keeps what it was sent."""

    asked: list[tuple[dict[str, str], Any]] = []  # noqa: RUF012
    status, said = 200, json.dumps(SAID)

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        Stub.asked.append((dict(self.headers), sent))
        self.send_response(Stub.status)
        self.end_headers()
        self.wfile.write(json.dumps({"choices": [{"message": {"content": Stub.said}}]}).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """An endpoint on this machine."""
    Stub.asked, Stub.status, Stub.said = [], 200, json.dumps(SAID)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stub)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """An empty case, and an environment that names no endpoint."""
    for name in ("JIRGA_ENDPOINT_URL", "JIRGA_ENDPOINT_MODEL", "JIRGA_ENDPOINT_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert run("new", tmp_path / "talks").code == 0
    return open_case(tmp_path / "talks")


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A text."""
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def settled(case: Case, address: str, more: str = "") -> None:
    """Set the endpoint in the case."""
    text = f"endpoint:\n  base_url: {address}\n  model: stub\n{more}"
    (case.folder / "settings.yaml").write_text(text, encoding="utf-8")


def asked(case: Case, *files: Path, endpoint: bool = True) -> Ended:
    """Read files into the case."""
    how = ("--endpoint",) if endpoint else ()
    return run("read", *files, "--into", case.folder, "--published", "2025-03-08", "--by", "me", *how)


def test_proposes_through_the_same_gate(case: Case, note: Path, address: str) -> None:
    """What stands in the text is proposed under the reader's name; what does not is told, and not kept."""
    settled(case, address)
    ended = asked(case, note)
    assert ended.code == 0
    assert f"the texts go to stub at {address}, of documents up to level red" in ended.err
    assert (
        "note, 2 proposals, 2 refused: its number does not stand in the quotation: “55 people”" in ended.out
    )
    some = case.claims()
    assert {(one.claim.kind, one.claim.main.quote, one.state) for one in some} == {
        ("tie", "Iran backs the Houthis", "proposed"),
        ("figure", "55 people", "proposed"),
    }
    assert all(one.claim.reader.startswith("stub ") for one in some)
    assert {case.history(one.id)[0].by for one in some} == {some[0].claim.reader}
    assert case.verify().troubles == ()


def test_asked_once(case: Case, note: Path, address: str) -> None:
    """Run again it does not ask again, a rejected proposal stays rejected; the rules read for themselves."""
    settled(case, address)
    asked(case, note)
    for one in case.claims():
        case.review(one.id, "rejected", by="me", at="2025-03-08T00:00:00Z")
    assert "was read before" in asked(case, note).out
    assert len(Stub.asked) == 1
    assert asked(case, note, endpoint=False).code == 0
    assert len(Stub.asked) == 1
    readers = {one.claim.reader.split()[0] for one in case.claims()}
    assert len(readers) == 2
    quoted = [one.state for one in case.claims() if one.claim.reader.startswith("stub ")]
    assert quoted == ["rejected", "rejected"]


def test_off_unless_it_is_set(case: Case, note: Path, address: str) -> None:
    """Without settings it is refused, and says where they stand; with them nothing is sent unless asked."""
    ended = asked(case, note)
    assert ended.code == 2
    assert "no endpoint is configured; write endpoint: into" in " ".join(ended.err.split())
    assert case.documents() == ()
    settled(case, address)
    assert asked(case, note, endpoint=False).code == 0
    assert Stub.asked == []


def test_the_key_comes_from_the_environment(
    case: Case, note: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is sent where it is meant for, stands nowhere in the case, and goes to no other address."""
    monkeypatch.setenv("JIRGA_ENDPOINT_KEY", "s3cret")
    settled(case, address)
    asked(case, note)
    assert Stub.asked[0][0]["Authorization"] == "Bearer s3cret"
    held = b"".join(path.read_bytes() for path in case.folder.rglob("*") if path.is_file())
    assert b"s3cret" not in held
    monkeypatch.setenv("JIRGA_ENDPOINT_URL", "https://elsewhere.example/v1")
    note.write_text(TEXT + TEXT, encoding="utf-8")
    asked(case, note)
    assert "Authorization" not in Stub.asked[1][0]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("  key: abc\n", "holds 'key'"),
        ("api_token: abc\n", "holds 'api_token'"),
        ("  modell: x\n", "endpoint.modell"),
        ("  up_to: all\n", "endpoint.up_to"),
    ],
)
def test_settings_that_cannot_be_used(more: str, why: str, case: Case, note: Path, address: str) -> None:
    """A key in the case, a name that there is not, a level that is none: one line, and nothing is sent."""
    settled(case, address, more)
    ended = asked(case, note)
    assert (ended.code, ended.out) == (2, "")
    assert f"{case.folder}/settings.yaml" in ended.err
    assert why in ended.err
    assert "abc" not in ended.err
    assert Stub.asked == []


def test_an_address_with_a_password_is_refused(case: Case, note: Path) -> None:
    """A password in the address is one in the case."""
    settled(case, "http://me:pass@localhost:1/v1")
    ended = asked(case, note)
    assert (ended.code, "pass@" in ended.err) == (2, False)
    assert "holds more than an address" in ended.err


def test_only_what_may_be_seen_leaves_the_machine(
    case: Case, note: Path, tmp_path: Path, address: str
) -> None:
    """A document above the level is added, not sent, and named; one that may be seen is read."""
    settled(case, address, "  up_to: green\n")
    clear = tmp_path / "clear.txt"
    clear.write_text("PICSS said 55 people died in all.\n", encoding="utf-8")
    run("add", case.folder, clear, "--level", "clear")
    ended = asked(case, note, clear)
    assert ended.code == 1
    assert "was added, but not sent: only what may be seen by green goes to that endpoint" in ended.err
    assert len(Stub.asked) == 1
    assert "Iran" not in json.dumps(Stub.asked[0][1]["messages"][1])
    assert "1 read, 1 skipped" in ended.out


def test_one_marked_passage_keeps_a_document_back(case: Case, note: Path, address: str) -> None:
    """The whole text is sent, so its highest passage decides."""
    settled(case, address, "  up_to: green\n")
    ((_, one),) = case.add(
        [note],
        by="me",
        at="2025-03-08T00:00:00Z",
        level="clear",
        passage_levels={"S1": "red"},  # type: ignore[arg-type]
    )
    assert one.document.passage_levels == {"S1": "red"}  # type: ignore[union-attr]
    assert "not sent" in asked(case, note).err
    assert Stub.asked == []


def test_elsewhere_only_clear_documents_go(case: Case, note: Path) -> None:
    """An endpoint that is not this machine gets nothing but clear documents unless the settings say so."""
    settled(case, "https://elsewhere.example/v1")
    ended = asked(case, note)
    assert ended.code == 1
    assert "of documents up to level clear" in ended.err
    assert "not sent" in ended.err


def test_down_it_stops_at_once_and_goes_on_later(
    case: Case, note: Path, tmp_path: Path, address: str
) -> None:
    """Where nobody answers it asks once, not for every document; run again, it goes on."""
    settled(case, address)
    other = tmp_path / "other.txt"
    other.write_text(TEXT * 2, encoding="utf-8")
    Stub.status = 401
    ended = asked(case, note, other)
    assert (ended.code, len(Stub.asked)) == (2, 1)
    assert "answered with error 401" in ended.err
    assert case.claims() == ()
    Stub.status = 200
    assert "2 read: 4 new proposals" in asked(case, note, other).out


def test_an_answer_that_makes_no_sense_costs_one_document(case: Case, note: Path, address: str) -> None:
    """What cannot be read is told beside the document, and nothing is kept of it."""
    settled(case, address)
    Stub.said = "I would rather not."
    ended = asked(case, note)
    assert ended.code == 1
    assert "was added, but not read: the endpoint answered in a form that cannot be read" in ended.err
    assert case.claims() == ()
