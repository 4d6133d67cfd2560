"""`jirga read --endpoint`: off unless configured, and what comes back has passed the gate."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from jirga.cli import jirga

SAID = {
    "ties": [
        {"quote": "Iran backs the Houthis", "source": "Iran", "relation": "supports", "target": "Houthis"},
        {"quote": "Iran arms the Houthis", "source": "Iran", "relation": "supports", "target": "Houthis"},
    ]
}


class Stub(BaseHTTPRequestHandler):
    """Answers every question with the same two ties."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"choices": [{"message": {"content": json.dumps(SAID)}}]}).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "note.txt"
    made.write_text("Iran backs the Houthis.\n", encoding="utf-8")
    return made


def test_without_a_configuration_it_stops_and_says_what_to_set(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("JIRGA_ENDPOINT_URL", "JIRGA_ENDPOINT_MODEL"):
        monkeypatch.delenv(name, raising=False)
    got = CliRunner().invoke(jirga, ["read", str(file), "--published", "2025-03-08", "--endpoint"])
    assert got.exit_code == 2
    assert "JIRGA_ENDPOINT_URL" in got.output


def test_what_it_proposes_passes_the_gate_or_is_shown_as_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = HTTPServer(("127.0.0.1", 0), Stub)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    monkeypatch.setenv("JIRGA_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}/v1")
    monkeypatch.setenv("JIRGA_ENDPOINT_MODEL", "stub")
    try:
        got = CliRunner().invoke(
            jirga, ["read", str(file), "--published", "2025-03-08", "--endpoint", "--json"]
        )
    finally:
        server.shutdown()
        server.server_close()
    found = json.loads(got.output)
    assert [one["span"] for one in found["ties"]] == ["Iran backs the Houthis"]
    assert found["refused"] == [{"quote": "Iran arms the Houthis", "why": "not found in the text"}]
