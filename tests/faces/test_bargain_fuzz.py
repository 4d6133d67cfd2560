"""Whatever a file says of a bargain, the five verbs answer or say what is wrong, within 80 columns."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
from rich.cells import cell_len

import jirga
from faces.shell import Ended, run
from jirga.brief.page import page
from jirga.errors import JirgaError

VERBS = ("consent", "room", "packages", "open", "positions")
NEVER_SAID = re.compile(r"predict|probabilit|forecast|likelihood", re.IGNORECASE)
NAMES = (
    "the Council",
    "حکومت خیبر پختونخوا",
    "Unbrokenpartyname" * 6,
    "The Joint Commission of the Upper and the Lower Valley for Water, Roads and Grazing",
    "A & <B>",
    "水資源委員会",
    "P",
)
SETTLED = (
    "kept",
    "a mixed force under the governor and the elders",
    "Veryunbrokensettlement" * 5,
    "released",
    "0x",
)
ABOUT = ("", "who keeps order", "a very long saying about the issue " * 4, "د سولې جرګه")
BASES = (None, "stated", "reported", "argued", "inferred", "assumed")


def bargain(seed: int) -> dict[str, Any]:
    """Make a file with every part of a bargain, some of them missing; the same for the same seed."""
    chance = Random(seed)
    parties = [f"p{n}" for n in range(chance.randint(1, 5))]
    issues = {f"issue_{n}": issue(chance) for n in range(chance.randint(1, 5))}
    made = {
        "title": chance.choice(NAMES),
        "parties": {name: {"name": chance.choice(NAMES)} for name in parties},
        "issues": issues,
        "positions": [
            position(chance, party, name, issues[name])
            for party in parties
            for name in issues
            if chance.random() < 0.8
        ],
        "leverage": {name: ends(chance) for name in parties if chance.random() < 0.6},
        "cost_of_no_deal": {name: ends(chance) for name in parties if chance.random() < 0.3},
        "consent": {name: consent(chance, parties) for name in (*issues, "deal") if chance.random() < 0.6},
        "mandates": mandates(chance, parties, list(issues)),
        "linkages": [linkage(chance, parties, issues) for _ in range(chance.randint(0, 3))],
        "offers": [offer(chance, parties, issues) for _ in range(chance.randint(0, 2))],
        "packages": {
            chance.choice(("p", "a package of many words that go on and on " * 2, "پیکج")): package(
                chance, issues
            )
            for _ in range(chance.randint(0, 3))
        },
    }
    if chance.random() < 0.5:
        made["parties"]["p0"] |= {"options": {"x": "do x"}, "prefers": ["x"]}
        made["outcomes"] = {"done": ["x"]}
    kept = {
        key: value for key, value in made.items() if value and (key in REQUIRED or chance.random() < 0.85)
    }
    return {"status_quo": [], **kept}


REQUIRED = {"title", "parties", "issues"}


def issue(chance: Random) -> dict[str, Any]:
    """Make an issue: a scale or settlements."""
    made: dict[str, Any] = {"says": chance.choice(ABOUT)}
    if chance.random() < 0.4:
        made["settlements"] = chance.sample(SETTLED, chance.randint(2, len(SETTLED)))
    elif chance.random() < 0.5:
        made["scale"] = {"0": chance.choice(SETTLED), "100": chance.choice(SETTLED)}
    if chance.random() < 0.8:
        made["no_deal"] = chance.choice(made.get("settlements") or [0, 35, 70.5, 100])
    return made


def place(chance: Random, one: dict[str, Any]) -> Any:
    """Choose a place on an issue's scale."""
    return (
        chance.choice(one["settlements"]) if "settlements" in one else chance.choice([0, 12.5, 40, 60, 100])
    )


def ends(chance: Random, one: dict[str, Any] | None = None, half: str = "") -> Any:
    """Make a number, or a range; of a `min` in the lower half of the scale, of a `max` in the upper."""
    scale: list[Any] = (one or {}).get("settlements") or [0, 10, 25.5, 50, 75, 100]
    middle = len(scale) // 2
    scale = {"min": scale[:middle], "max": scale[middle:]}.get(half, scale)
    some = sorted(chance.choices(scale, k=3), key=scale.index)
    return some if chance.random() < 0.6 else some[1]


def position(chance: Random, party: str, name: str, one: dict[str, Any]) -> dict[str, Any]:
    """Make a position with any of its parts."""
    made: dict[str, Any] = {"party": party, "issue": name, "basis": chance.choice(BASES)}
    if chance.random() < 0.8:
        made["ideal"] = ends(chance, one)
    if chance.random() < 0.6:
        made["accept"] = {side: ends(chance, one, side) for side in ("min", "max") if chance.random() < 0.5}
    if chance.random() < 0.7:
        made["salience"] = ends(chance)
    return {key: value for key, value in made.items() if value is not None}


def rule(chance: Random, parties: list[str], depth: int = 2) -> Any:
    """Make a consent rule, rules in rules, nobody in it twice."""
    if not depth or len(parties) < 2 or chance.random() < 0.3:
        return chance.choice(parties)
    mixed, cut = chance.sample(parties, len(parties)), chance.randint(1, len(parties) - 1)
    inside = [rule(chance, some, depth - 1) for some in (mixed[:cut], mixed[cut:])]
    kinds: list[Any] = [
        inside,
        {"any_of": inside},
        {"at_least": chance.randint(1, 2), "of": inside},
        {"blocked_by": chance.randint(1, 2), "of": inside, "says": chance.choice(["", "nobody much"])},
        {"weights": {one: chance.randint(1, 6) for one in mixed}, "share": chance.choice(["1/2", "2/3", 1])},
    ]
    return chance.choice(kinds)


def consent(chance: Random, parties: list[str]) -> dict[str, Any]:
    """Make a rule as written, one in effect, or both."""
    made = {
        key: rule(chance, parties) for key in chance.choice([("needs",), ("formal",), ("needs", "formal")])
    }
    if chance.random() < 0.6:
        made["delivers"] = chance.sample(parties, chance.randint(0, len(parties)))
    if chance.random() < 0.3:
        made["influences"] = [chance.choice(parties)]
    if chance.random() < 0.4:
        made["answers"] = {chance.choice(parties): chance.choice(["given", "refused", "unknown"])}
    return made


def mandates(chance: Random, parties: list[str], issues: list[str]) -> list[dict[str, Any]]:
    """Make a chain of speakers."""
    made: list[dict[str, Any]] = []
    for number in range(chance.randint(0, 4)):
        covers = chance.sample(issues, chance.randint(0, len(issues)))
        limits = {
            name: chance.choice([{}, {"min": 30}, {"max": 60}, {"min": 10, "max": 90}]) for name in covers
        }
        one: dict[str, Any] = {"who": f"{chance.choice(NAMES)} {number}", "at_table": chance.random() < 0.6}
        one["may_agree"] = chance.choice([None, covers, limits])
        one["promises"] = chance.sample(issues, chance.randint(0, len(issues)))
        status = chance.choice(["given", "refused", "unknown"])
        approval = {
            "of": chance.choice(parties),
            "status": status,
            "what": chance.choice(ABOUT),
        }
        one["approvals"] = [approval] * chance.randint(0, 2)
        if made and chance.random() < 0.6:
            one["reports_to"] = made[-1]["who"]
        else:
            one["speaks_for"] = chance.choice(parties)
        made.append({key: value for key, value in one.items() if value is not None})
    return made


def condition(chance: Random, issues: dict[str, Any]) -> str:
    """Make a comparison."""
    name = chance.choice(list(issues))
    value = place(chance, issues[name])
    said = f"'{value}'" if isinstance(value, str) else value
    return f"{name} {chance.choice(['<=', '>=', '=', '<', '>'])} {said}"


def linkage(chance: Random, parties: list[str], issues: dict[str, Any]) -> dict[str, Any]:
    """Make a linkage that moves a red line, sets a value, or only says something."""
    effects: list[dict[str, Any]] = [{"min": 10}, {"max": 90}, {"becomes": 50}]
    made: dict[str, Any] = {"when": condition(chance, issues), "then": chance.choice(ABOUT)}
    if chance.random() < 0.8:
        made |= {"issue": chance.choice(list(issues)), **chance.choice(effects)}
        made |= {"party": chance.choice(parties)} if "becomes" not in made and chance.random() < 0.5 else {}
    return made


def offer(chance: Random, parties: list[str], issues: dict[str, Any]) -> dict[str, Any]:
    """Make an offer."""
    made = {"says": "a yearly payment", "by": chance.sample(parties, 1), "party": chance.choice(parties)}
    made |= {"issue": chance.choice(list(issues)), chance.choice(["min", "max"]): chance.choice([0, 50, 100])}
    return made | ({"when": condition(chance, issues)} if chance.random() < 0.5 else {})


def package(chance: Random, issues: dict[str, Any]) -> Any:
    """Make a package, with values agreed or without."""
    some = chance.sample(list(issues), chance.randint(1, len(issues)))
    values = {name: place(chance, issues[name]) for name in some if chance.random() < 0.2}
    return {"issues": some, "values": values} if values else some


def ask(path: Path, made: dict[str, Any], verb: str) -> tuple[str, ...]:
    """Give the arguments of one verb; smaller numbers than a person would take, for speed."""
    of = {"open": [next(iter(made.get("packages", made["issues"])))]}.get(verb, [])
    more = {"room": ["--draws", "200"], "open": ["--draws", "200"], "packages": ["--step", "25"]}.get(
        verb, []
    )
    return (verb, str(path), *of, *more)


def sound(ended: Ended) -> None:
    """Whether a run answered, or said in one line what is wrong, and in words that are fit for it."""
    assert "failed inside" not in ended.err
    assert "Traceback" not in ended.err + ended.out
    assert (ended.code == 0) == bool(ended.out)
    assert ended.code == 0 or ended.err.startswith("jirga: ")
    assert [line for line in ended.out.splitlines() if cell_len(line) > 80] == []
    assert not NEVER_SAID.search(ended.out)


def answered(folder: Path, seed: int) -> int:
    """Ask the five verbs of one file, and make its page; say how many answered."""
    made, path = bargain(seed), folder / "b.yaml"
    path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    codes = []
    for verb in VERBS:
        ended = run(*ask(path, made, verb))
        sound(ended)
        codes.append(ended.code)
    with suppress(JirgaError):  # a file that cannot be read, or has no options, has no page
        written = page(jirga.load(path).analysis)
        assert written.count("<figure>") in {0, len(made["issues"])}
    return codes.count(0)


@pytest.mark.parametrize("seed", range(12))
def test_the_five_verbs_answer_any_bargain(tmp_path: Path, seed: int) -> None:
    """No verb fails inside, writes beyond 80 columns, or speaks of what it cannot know."""
    answered(tmp_path, seed)


@pytest.mark.slow
def test_they_answer_three_hundred_bargains(tmp_path: Path) -> None:
    """So with 300 random files, most of which are sound and are answered."""
    assert sum(answered(tmp_path, seed) for seed in range(300)) > 900
