"""One outcome explained: by each standard, what keeps or breaks it, the way there and who gains."""

from __future__ import annotations

from itertools import pairwise

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.explanation import explanation
from jirga.conflict.file import parse_text
from jirga.errors import UnknownName
from jirga.examples import conflict, starter
from jirga.schema.answer import Answer
from jirga.schema.words import STANDARDS


def khyber(outcome: str, variant: str | None = None) -> Answer:
    return explanation(Analysis(conflict("khyber_kabul_2025"), variant), outcome)


def section(answer: Answer, heading: str) -> list[str]:
    (found,) = (one for one in answer.sections if one.heading == heading)
    return [str(one) for one in found.sentences]


WAY = "Can it be got to from the status quo?"


def test_the_standards_disagree_in_the_open() -> None:
    """Each standard is introduced by its question, and that they disagree on Torkham comes first."""
    answer = khyber("torkham only")
    first = answer.sections[0]
    assert first.heading == "Does it hold?"
    assert [str(one) for one in first.sentences] == ["It holds only by a threat."]
    assert first.table.rows[0] == ("if each looks only at its own next move", "Kabul would leave", "nash")
    assert [row[1] for row in first.table.rows[1:]] == ["it holds"] * 5
    assert tuple(row[2] for row in first.table.rows) == STANDARDS


def test_what_deters_is_the_military_closing_again() -> None:
    """Torkham is kept open by Kabul's fear that the military would close it again."""
    (said,) = section(khyber("torkham only"), "What keeps it together")
    assert "but fears that the military would then close Torkham again" in said


def test_a_way_gives_its_steps_and_who_moves_together() -> None:
    """The military and Kabul get to the exchange in one step together."""
    assert section(khyber("torkham only"), WAY) == [
        "Yes, in one step by which all who move gain.",
        (
            "1. together, the military: reopen Torkham and ease the border regime; Kabul: halt "
            "construction of posts on disputed border areas."
        ),
    ]


def test_stable_is_not_attainable() -> None:
    """With a lower price and linkage the partial deal holds by threat; Kabul goes first and loses by A1."""
    answer = khyber("partial deal", "price lower and linkage")
    assert section(answer, "Does it hold?") == ["It holds only by a threat."]
    head, first, *rest = section(answer, WAY)
    assert head.startswith("No: no steps that their movers gain by lead there, not even with three parties")
    assert head.endswith("The shortest way has 4 steps; one leaves its mover worse off:")
    assert first == (
        "1. Kabul: restrain the TTP (cut logistics, money, operational support); and halt construction "
        "of posts on disputed border areas \u2013 and Kabul is worse off (border and trade relief is price "
        "enough [assumed]), so it needs a guarantee or somebody else's step at the same time."
    )
    assert [line.partition(":")[0] for line in rest] == ["2. TTP", "3. the military", "4. KP"]
    assert not any("worse off" in line for line in rest)
    (lane,) = (one for one in answer.sections if one.heading == WAY)
    assert [mark.id for mark in lane.sentences[1].marks] == ["A1"]


def test_a_deal_that_breaks_names_party_move_and_want() -> None:
    """The partial deal breaks at Kabul, by resuming support, because of its price."""
    (said,) = section(khyber("partial deal"), "Who would break it, by which move, and why")
    assert said == (
        "Kabul would leave \u201cpartial deal\u201d to resume support for the TTP and resume construction "
        "of posts on disputed border areas: will not turn on the TTP without major concessions "
        "[argued, article S38]."
    )


def test_an_impossible_outcome_names_the_rule() -> None:
    """An outcome that a rule forbids is explained by the rule, its reason and its basis."""
    answer = khyber("grand bargain", "s40 literal")
    assert [one.heading for one in answer.sections] == ["It is impossible"]
    assert section(answer, "It is impossible") == [
        "A rule forbids it (concede): no government in Pakistan can deliver these [stated, article S40]."
    ]


def test_every_rule_that_forbids_it_is_named() -> None:
    """Where several rules forbid an outcome each is named, and a rule that does not is left out."""
    text = """
title: t
parties: {p: {name: P, options: {x: x, y: y, z: z}, prefers: [x]}}
impossible: [x and y, {when: y, why: not done}, z]
outcomes: {both: [x, y]}
"""
    assert section(explanation(Analysis(parse_text(text)), "both"), "It is impossible") == [
        "A rule forbids it (x and y) [assumed].",
        "A rule forbids it (y): not done [assumed].",
    ]


def test_an_impossible_outcome_is_explained_however_many_options_there_are() -> None:
    """Finding the rule that forbids an outcome needs no list of the states that other rules leave out."""
    names = [f"o{number}" for number in range(24)]
    options = ", ".join(f"{name}: x" for name in names)
    rules = ", ".join(f"{two} and not {one}" for one, two in pairwise(names))
    text = f"""
title: t
parties: {{p: {{name: P, options: {{{options}}}, prefers: [o0]}}}}
impossible: [{rules}]
outcomes: {{odd: [o1]}}
"""
    said = section(explanation(Analysis(parse_text(text)), "odd"), "It is impossible")
    assert said == ["A rule forbids it (o1 and not o0) [assumed]."]


def test_an_impossible_state_without_a_name_is_explained_too() -> None:
    """In a conflict by states a state that a rule forbids is explained though it is no named outcome."""
    text = """
title: t
states: [a, b, c]
parties: {p: {name: P, moves: {a: b}, ranking: [b, a, c]}}
impossible: [c]
outcomes: {start: a}
"""
    said = section(explanation(Analysis(parse_text(text)), "c"), "It is impossible")
    assert said == ["A rule forbids it (c) [assumed]."]


def test_who_gains_and_who_loses_against_today() -> None:
    """Every party is told better, worse or the same than today, by the want that decides."""
    said = section(khyber("torkham only"), "For whom is it better than today?")
    assert (
        said[0] == "KP: better than the status quo (wants trade and crossing eased [inferred, article S1])."
    )
    assert said[1] == "Islamabad: the same as the status quo."
    assert len(said) == 5
    worse = section(khyber("partial deal"), "For whom is it better than today?")
    assert (
        "TTP: worse than the status quo (wants to keep sanctuary and support [stated, article S29])." in worse
    )


def test_a_ranking_that_decides_is_said_with_the_state_it_puts_higher() -> None:
    """Where a ranking decides, it puts the outcome higher for who gains and today's state for who loses."""
    said = section(explanation(Analysis(conflict("elmira_9")), "5"), "For whom is it better than today?")
    assert said == [
        "The Ministry: better than the status quo (its ranking puts \u201c5\u201d higher [inferred]).",
        "Uniroyal: worse than the status quo (its ranking puts \u201c1\u201d higher [inferred]).",
        "The town: better than the status quo (its ranking puts \u201c5\u201d higher [inferred]).",
    ]


def test_the_status_quo_is_where_it_is() -> None:
    """The status quo needs no way and is compared with nothing."""
    answer = khyber("status quo")
    assert section(answer, WAY) == ["It is the status quo."]
    assert all("better than today" not in one.heading for one in answer.sections)


def test_the_sources_words_stand_last() -> None:
    """The passages that the sentences rest on are quoted at the end, in their order."""
    answer = khyber("torkham only")
    assert answer.sections[-1].heading == "In the source's words"
    cites = [line.partition(":")[0] for line in section(answer, "In the source's words")]
    assert list(dict.fromkeys(cites)) == ["article S1", "article S35", "article S39"]


def test_without_a_status_quo_the_way_is_not_known() -> None:
    """Without a status quo it is said that the way is not known."""
    file = parse_text(starter()).model_copy(update={"status_quo": None})
    answer = explanation(Analysis(file), "mutual truce")
    assert section(answer, WAY) == ["The file has no status quo, so this is not known."]


def test_where_no_moves_lead_that_is_said() -> None:
    """An outcome that no moves at all lead to is said to be so."""
    text = """
title: t
status_quo: [x]
parties: {p: {name: P, options: {x: x}, prefers: [not x]}}
one_way: [x]
outcomes: {free: []}
"""
    assert section(explanation(Analysis(parse_text(text)), "free"), WAY) == [
        "No: no moves at all lead there."
    ]


def test_a_step_that_gains_its_mover_nothing_is_marked() -> None:
    """Where nobody loses on the way, the step by which its mover gains nothing is what is missing."""
    text = """
title: t
status_quo: []
parties: {p: {name: P, options: {x: do it}, prefers: [x or not x]}}
outcomes: {done: x}
"""
    head, step = section(explanation(Analysis(parse_text(text)), "done"), WAY)
    assert "The shortest way has one step" in head
    assert head.endswith("its mover gains nothing:")
    assert step == "1. P: do it \u2013 which gains it nothing."


@pytest.mark.parametrize("largest", [1, 2, 3])
def test_how_many_may_move_together_is_said_in_good_words(largest: int) -> None:
    """With one party at a time nothing is said about parties moving together."""
    answer = explanation(Analysis(parse_text(starter()), largest=largest), "mutual truce")
    head, *_ = section(answer, WAY)
    assert ("one parties" in head) is False
    assert head.startswith("Yes" if largest > 1 else "No")


def test_an_unknown_outcome_is_refused_with_a_hint() -> None:
    """A name that is no outcome is refused, with the nearest one."""
    with pytest.raises(
        UnknownName, match=r"no outcome is called 'torkham onyl'.*did you mean 'torkham only'"
    ):
        khyber("torkham onyl")
