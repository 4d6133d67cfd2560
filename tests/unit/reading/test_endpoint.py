"""The other reader, against a stub on this machine: nothing is asked unless it is configured."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from jirga.errors import EndpointTrouble
from jirga.reading.endpoint import BASE, KEY, MODEL, Endpoint, configured, content, propose

TEXT = "PICSS said 55 civilians died in Bajaur on 2 March. Iran condemned “the attack”."
ANSWER = {
    "figures": [
        {
            "quote": "55 civilians",
            "value": 55,
            "unit": "deaths",
            "bound": "exact",
            "claimant": "PICSS",
            "place": "Bajaur",
        },
        {"quote": "55 civilians", "value": 56, "unit": "deaths"},
        {"quote": "65 civilians", "value": 65, "unit": "deaths"},
        {"quote": "55 civilians", "value": 55, "unit": "sheep"},
    ],
    "stances": [
        {"quote": 'Iran condemned "the attack"', "speaker": "Iran", "stance": "oppose", "act": "condemn"}
    ],
    "incidents": "none",
}


class Stub(BaseHTTPRequestHandler):
    """Answers as a chat endpoint does, and keeps what it was asked."""

    asked: list[tuple[str, dict[str, str], Any]] = []  # noqa: RUF012
    status, body = 200, b""

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        Stub.asked.append((self.path, dict(self.headers), json.loads(self.rfile.read(length))))
        self.send_response(Stub.status)
        if Stub.status == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(Stub.body)

    def do_GET(self) -> None:
        Stub.asked.append((self.path, dict(self.headers), None))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def stub() -> Iterator[Endpoint]:
    Stub.asked, Stub.status, Stub.body = [], 200, chat(json.dumps(ANSWER))
    server = HTTPServer(("127.0.0.1", 0), Stub)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield Endpoint(f"http://127.0.0.1:{server.server_port}/v1", "stub-1", "secret", seconds=5)
    server.shutdown()
    server.server_close()
    thread.join()


def chat(said: str) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": said}}]}).encode()


def test_what_stands_in_the_text_comes_through_and_the_rest_is_shown(stub: Endpoint) -> None:
    got = propose(stub, TEXT, "2025-03-03")
    assert [(one.kind, one.main.quote) for one in got.claims] == [
        ("figure", "55 civilians"),
        ("stance", "Iran condemned “the attack”"),
    ]
    assert all(TEXT[one.main.start : one.main.end] == one.main.quote for one in got.claims)
    assert got.claims[0].reader.startswith("stub-1 ")
    assert [one.quote for one in got.refused] == ["55 civilians", "65 civilians", "55 civilians"]
    assert got.refused[1].why == "not found in the text"
    assert got.refused[2].why.startswith("cannot be kept: unit")


def test_it_is_asked_once_at_temperature_nought_and_the_key_stays_out_of_the_body(stub: Endpoint) -> None:
    propose(stub, TEXT)
    ((path, headers, asked),) = Stub.asked
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer secret"
    assert (asked["temperature"], asked["model"]) == (0, "stub-1")
    assert "secret" not in json.dumps(asked)
    assert TEXT in asked["messages"][1]["content"]


@pytest.mark.parametrize("status", [401, 429, 500, 302])
def test_an_error_or_a_redirection_is_said_in_one_line(stub: Endpoint, status: int) -> None:
    Stub.status = status
    with pytest.raises(EndpointTrouble, match=str(status)):
        propose(stub, TEXT)
    assert len(Stub.asked) == 1


@pytest.mark.parametrize(
    "body", [b"", b"{}", chat("no JSON at all"), chat("}{"), b"\xff\xfe", chat("[1, 2]"), b"[" * 100_000]
)
def test_an_answer_in_another_form_is_refused(stub: Endpoint, body: bytes) -> None:
    Stub.body = body
    with pytest.raises(EndpointTrouble, match="form"):
        propose(stub, TEXT)


def test_an_answer_within_a_fence_is_read() -> None:
    assert content(chat('```json\n{"figures": []}\n```')) == {"figures": []}


def test_nobody_there_is_said_in_one_line() -> None:
    with pytest.raises(EndpointTrouble, match="cannot be reached"):
        propose(Endpoint("http://127.0.0.1:9", "m", seconds=2), TEXT)


def test_it_is_off_unless_it_is_configured() -> None:
    assert configured({}, {}) is None
    assert configured(None, {KEY: "k"}) is None
    got = configured({}, {BASE: "http://localhost:8080/v1/", MODEL: "m", KEY: "k"})
    assert got == Endpoint("http://localhost:8080/v1", "m", "k")


def test_a_key_in_the_settings_of_a_case_is_not_used() -> None:
    got = configured({"base_url": "https://example.org/v1", "model": "m", "key": "written down"}, {})
    assert got is not None
    assert got.key == ""


@pytest.mark.parametrize(
    "settings",
    [{"base_url": "https://example.org"}, {"model": "m"}, {"base_url": "file:///etc/passwd", "model": "m"}],
)
def test_half_a_configuration_is_refused(settings: dict[str, str]) -> None:
    with pytest.raises(EndpointTrouble):
        configured(settings, {})


def test_a_text_that_is_too_long_is_not_sent() -> None:
    with pytest.raises(EndpointTrouble, match="too long"):
        propose(Endpoint("http://127.0.0.1:9", "m"), "a" * 70_000)
