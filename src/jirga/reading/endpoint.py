"""Another reader, over any endpoint that speaks the OpenAI chat protocol; off unless it is configured.

What it proposes passes the same gate as everything: see `gate`. Nothing of the record is sent but the text.
"""

from __future__ import annotations

import hashlib
import json
import os
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from jirga.errors import EndpointTrouble
from jirga.reading.gate import Refused, admitted
from jirga.reading.lexicon import text as listed
from jirga.schema.record import AnyClaim, Passage
from jirga.schema.words import Level

HERE = frozenset({"localhost", "127.0.0.1", "::1"})
KEY, BASE, MODEL = "JIRGA_ENDPOINT_KEY", "JIRGA_ENDPOINT_URL", "JIRGA_ENDPOINT_MODEL"
REFUSES_ALL = frozenset({301, 302, 307, 308, 401, 403, 404, 405})  # whatever it is asked
LONGEST_ANSWER, LONGEST_TEXT = 4_000_000, 60_000
KINDS = {"figures": "figure", "incidents": "incident", "stances": "stance", "ties": "tie"}
ONE: TypeAdapter[AnyClaim] = TypeAdapter(AnyClaim)


@dataclass(frozen=True)
class Endpoint:
    """Where the other reader is, and which model it runs; the key comes from the environment only."""

    base_url: str
    model: str
    key: str = ""
    seconds: float = 120.0
    up_to: Level | None = None

    @property
    def highest(self) -> Level:
        """The highest level of a case's documents sent there: any on this machine, else what is stated."""
        return self.up_to or ("red" if urlsplit(self.base_url).hostname in HERE else "clear")

    @property
    def reader(self) -> str:
        """The name its proposals carry: the model, and the digest of what it was asked."""
        return f"{self.model} {hashlib.sha256(instructions().encode()).hexdigest()[:12]}"


@dataclass(frozen=True)
class Proposals:
    """What got through the gate, and what did not."""

    claims: tuple[AnyClaim, ...]
    refused: tuple[Refused, ...]


def configured(
    settings: Mapping[str, Any] | None = None, environment: Mapping[str, str] | None = None
) -> Endpoint | None:
    """Give the endpoint that a case's settings or the environment name; nothing if none does.

    Raises
    ------
    EndpointTrouble
        Only half of it is configured, or the address is none.

    Examples
    --------
    >>> configured({}, {}) is None
    True
    """
    has = os.environ if environment is None else environment
    stated = settings or {}
    if stated and not (stated.get("base_url") and stated.get("model")):
        raise half("base_url and model")
    base, model = stated.get("base_url") or has.get(BASE, ""), stated.get("model") or has.get(MODEL, "")
    if not base and not model:
        return None
    if not base or not model:
        raise half(f"{BASE}, {MODEL}")
    parts = urlsplit(str(base))
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise EndpointTrouble("the endpoint's address is none", "it begins with https:// or http://")
    if parts.username or parts.password or parts.query:
        raise EndpointTrouble("the endpoint's address holds more than an address", f"put a key into {KEY}")
    key = key_for(str(base), has)
    return Endpoint(str(base).rstrip("/"), str(model), key, up_to=stated.get("up_to"))


def half(names: str) -> EndpointTrouble:
    """Say that only half of an endpoint is configured."""
    return EndpointTrouble(
        "the endpoint is only half configured", f"give both an address and a model ({names})"
    )


def key_for(base: str, has: Mapping[str, str]) -> str:
    """Give the key from the environment; one that goes with an address there goes to no other address."""
    own = has.get(BASE, "")
    return has.get(KEY, "") if not own or own.rstrip("/") == base.rstrip("/") else ""


def instructions() -> str:
    """Give what the other reader is asked, as it stands in the word lists."""
    return listed("endpoint.txt", "en")


def propose(endpoint: Endpoint, text: str, published: str = "") -> Proposals:
    """Ask another reader for claims, and let in those whose quotation stands in the text.

    Raises
    ------
    EndpointTrouble
        It cannot be reached, answers with an error, or with what is no JSON.
    """
    if len(text) > LONGEST_TEXT:
        raise EndpointTrouble("the text is too long for one question", "read it with the rules, or in parts")
    answer = ask(
        endpoint,
        [
            {"role": "system", "content": instructions()},
            {"role": "user", "content": question(text, published)},
        ],
    )
    return sifted(endpoint, text, answer)


def question(text: str, published: str) -> str:
    """Put the text into words for the reader."""
    return f"Published: {published or 'not known'}\n\n<text>\n{text}\n</text>"


def sifted(endpoint: Endpoint, text: str, answer: Mapping[str, Any]) -> Proposals:
    """Let in what passes the gate and can be kept as a claim."""
    claims: list[AnyClaim] = []
    refused: list[Refused] = []
    for name, kind in KINDS.items():
        some = answer.get(name)
        kept, out = admitted(text, some if isinstance(some, list) else [])
        refused += out
        for proposal, place in kept:
            try:
                claims.append(claim(endpoint, kind, proposal, place))
            except ValidationError as trouble:
                first = trouble.errors()[0]
                where = ".".join(str(part) for part in first["loc"][1:]) or "it"
                refused.append(Refused(place.quote, f"cannot be kept: {where}: {first['msg']}"))
    return Proposals(tuple(claims), tuple(refused))


def claim(endpoint: Endpoint, kind: str, proposal: Mapping[str, Any], place: Passage) -> AnyClaim:
    """Make a claim of what was proposed, with the passage that was found."""
    fields = {
        key: value
        for key, value in proposal.items()
        if key not in {"quote", "kind", "passages", "reader", "casualties"} and value is not None
    }
    if proposal.get("casualties"):
        fields["casualties"] = [
            {name: value for name, value in toll.items() if value is not None}
            for toll in proposal["casualties"]
        ]
    return ONE.validate_python({**fields, "kind": kind, "passages": [place], "reader": endpoint.reader})


def ask(
    endpoint: Endpoint, messages: Sequence[Mapping[str, str]], send: Callable[..., Any] | None = None
) -> dict[str, Any]:
    """Send one question, with temperature 0, and read the JSON object in its answer.

    Raises
    ------
    EndpointTrouble
        It cannot be reached, answers with an error, or with what is no JSON.
    """
    asked = {
        "model": endpoint.model,
        "temperature": 0,
        "messages": list(messages),
        "response_format": {"type": "json_object"},
    }
    request = urllib.request.Request(  # noqa: S310 - the scheme was checked when it was configured
        f"{endpoint.base_url}/chat/completions",
        data=json.dumps(asked).encode(),
        headers={"Content-Type": "application/json"}
        | ({"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}),
    )
    opener = send or urllib.request.build_opener(Stay, urllib.request.ProxyHandler({})).open
    try:
        with opener(request, timeout=endpoint.seconds) as response:
            raw = response.read(LONGEST_ANSWER + 1)
    except urllib.error.HTTPError as trouble:
        raise EndpointTrouble(
            f"the endpoint answered with error {trouble.code}",
            "look at its address, model and key",
            down=trouble.code in REFUSES_ALL,
        ) from trouble
    except (OSError, ValueError) as trouble:
        raise EndpointTrouble(
            "the endpoint cannot be reached", f"is {endpoint.base_url} running?", down=True
        ) from trouble
    return content(raw)


class Stay(urllib.request.HTTPRedirectHandler):
    """Follow no redirection: the text goes to the address that was configured, and nowhere else."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Refuse to go anywhere else."""


def content(raw: bytes) -> dict[str, Any]:
    """Read the JSON object in a chat answer, within a fence of backticks or without.

    Raises
    ------
    EndpointTrouble
        There is none, or it is too long.
    """
    hint = "another model may keep to the form; nothing was taken from this answer"
    if len(raw) > LONGEST_ANSWER:
        raise EndpointTrouble("the endpoint's answer is too long", hint)
    try:
        said = json.loads(raw)["choices"][0]["message"]["content"]
        answer = json.loads(said[said.index("{") : said.rindex("}") + 1])
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as trouble:
        raise EndpointTrouble("the endpoint answered in a form that cannot be read", hint) from trouble
    if not isinstance(answer, dict):
        raise EndpointTrouble("the endpoint answered in a form that cannot be read", hint)
    return answer
