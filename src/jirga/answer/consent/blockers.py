"""Who can stop an issue, alone or together, who can be spared, and whose vote never makes a difference."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.answer import phrases
from jirga.answer.consent.powers import power_table, sets_in_words
from jirga.answer.consent.rule_words import everybody, issue_name
from jirga.answer.consent.votes import Asked, Cast, asked
from jirga.schema.answer import Section, Sentence
from jirga.schema.conflict import Conflict


def inside(conflict: Conflict, issue: str, cast: Cast) -> Iterator[Section]:
    """Say who can stop an issue and who is not needed, where not everybody is; of the votes still open."""
    for one in asked(conflict, issue, cast=cast, on_file=bool(cast)):
        if not one.simple and one.game.outcome is None:
            head = f"Who can {'still ' if cast else ''}stop {issue_name(issue)}, and who is not needed"
            written = " (rule as written)" if one.chain == "formal" else ""
            yield Section(head + written, tuple(who_counts(one)), power_table(one))


def who_counts(one: Asked) -> Iterator[Sentence]:
    """Say who is needed, who is enough, who can be spared, who never matters, and what blocks."""
    game, conflict = one.game, one.conflict
    must, alone = one.names(game.needed()), one.names(game.sufficient())
    if must:
        each = "each " if len(must) > 1 else ""
        yield phrases.sentence(f"{everybody(conflict, must)} can {each}stop it alone.")
    else:
        yield phrases.sentence("nobody alone can stop it.")
    if alone:
        yield phrases.sentence(f"the yes of {everybody(conflict, alone, 'or')} is enough alone.")
    spared = [name for name in one.names(game.open) if name not in must]
    idle = idle_voters(one)
    if must and spared:
        any_one = "any one of these " if len(spared) > 1 else ""
        names = everybody(conflict, spared)
        yield phrases.sentence(f"{any_one}can be spared: {names}." if any_one else f"{names} can be spared.")
    if idle:
        yield phrases.sentence(f"the vote of {everybody(conflict, idle, 'or')} never makes a difference.")
    yield from stopped_by(one, also="also " if must else "")


def stopped_by(one: Asked, also: str) -> Iterator[Sentence]:
    """Say which sets of several can stop it; of many voters, how many it takes at least."""
    if one.blocking is not None:
        more = [few for few in one.blocking if len(few) > 1]
        if more:
            yield phrases.sentence(f"it is {also}stopped by {sets_in_words(one, more, 'or')}.")
    elif one.power is not None and (one.power.fewest_to_block or 0) > 1:
        sets = one.smallest_blocking
        such = f", as {sets_in_words(one, sets, 'or')}" if sets else ""
        yield phrases.sentence(f"it takes at least {one.power.fewest_to_block} members to stop it{such}.")


def idle_voters(one: Asked) -> tuple[str, ...]:
    """Name those whose vote never makes a difference."""
    if one.power is None:
        return ()
    swings = zip(one.power.voters, one.power.banzhaf_swings, strict=True)
    return one.names(voter for voter, often in swings if not often)
