"""The signs of a file, what each bears on, and what the file says once some are seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jirga.conflict.places import Step
from jirga.conflict.variants import edited
from jirga.schema.conflict import Conflict
from jirga.schema.indicators import Indicator
from jirga.schema.wants import Watchable

LISTS = ("impossible", "positions", "linkages")
Path = tuple[Step, ...]


@dataclass(frozen=True)
class Sign:
    """An indicator, with what it bears on.

    Attributes
    ----------
    id : str
        Its id; made from what it bears on and its place where the file gives none.
    indicator : Indicator
        What to watch, and what the file would say once it is seen.
    path : tuple of str or int
        Where in the file that stands which it bears on.
    thing : Watchable
        The want, rule, position, linkage or rule of consent it bears on.
    name : str
        What that is called, as A1, or "position of kp on posts".
    """

    id: str
    indicator: Indicator
    path: Path
    thing: Watchable
    name: str

    @property
    def section(self) -> str:
        """The section of the file it bears on."""
        return str(self.path[0])

    @property
    def party(self) -> str:
        """Whose want it bears on; empty where it is no want."""
        return str(self.path[1]) if self.section == "parties" else ""

    @property
    def want(self) -> str:
        """The id of the want it bears on; empty where it is no want."""
        return self.name if self.party else ""


def signs(conflict: Conflict) -> dict[str, Sign]:
    """List the signs of a file by id, in its order: of wants, then of what else is taken to be so.

    Examples
    --------
    >>> from jirga.examples import conflict
    >>> list(signs(conflict("khyber_kabul_2025")))[:3]
    ['I12', 'I1', 'I2']
    """
    places, found = Counter[str](), {}
    for path, thing, name in watchable(conflict):
        for one in thing.indicators:
            places[name] += 1
            made = one.id or f"{name.replace(' ', '-')}.{places[name]}"
            found[made] = Sign(made, one, path, thing, name)
    return found


def watchable(conflict: Conflict) -> Iterator[tuple[Path, Watchable, str]]:
    """Walk everything that signs may bear on: where it stands, itself, and what it is called."""
    for party, one in conflict.parties.items():
        for place, want in enumerate(one.prefers):
            yield ("parties", party, "prefers", place), want, want.id
    for place, rule in enumerate(conflict.impossible):
        yield ("impossible", place), rule, f"rule {place + 1}"
    for place, position in enumerate(conflict.positions):
        yield ("positions", place), position, f"position of {position.party} on {position.issue}"
    for place, linkage in enumerate(conflict.linkages):
        yield ("linkages", place), linkage, linkage.id
    for issue, consent in conflict.consent.items():
        yield ("consent", issue), consent, f"consent on {issue}"


def with_signs(conflict: Conflict, kept: Callable[[Indicator], bool]) -> Conflict:
    """Keep of a conflict's signs those that are to be kept."""

    def signed(thing: Any) -> Any:
        stay = tuple(one for one in thing.indicators if kept(one))
        same = len(stay) == len(thing.indicators)
        return thing if same else thing.model_copy(update={"indicators": stay})

    changed: dict[str, Any] = {key: tuple(map(signed, getattr(conflict, key))) for key in LISTS}
    changed["consent"] = {issue: signed(one) for issue, one in conflict.consent.items()}
    changed["parties"] = {
        name: party.model_copy(update={"prefers": tuple(map(signed, party.prefers))})
        for name, party in conflict.parties.items()
    }
    return conflict.model_copy(update=changed)


def as_seen(conflict: Conflict, some: Iterable[Sign]) -> Conflict:
    """Give the conflict once some signs are seen: variants first, then what becomes of what they bear on.

    A sign of something that a variant has taken away, or written anew, changes nothing.
    """
    several = list(some)
    for sign in several:
        if sign.indicator.variant:
            conflict = edited(conflict, sign.indicator.variant)
    for sign in several:
        conflict = seen(conflict, sign)
    return conflict


def seen(conflict: Conflict, sign: Sign) -> Conflict:
    """Give the conflict once a sign is seen."""
    if not (sign.indicator.dropped or sign.indicator.reads):
        return conflict
    if sign.section in LISTS:
        some = getattr(conflict, sign.section)
        kept = tuple(now for one in some for now in ([after(sign)] if one == sign.thing else [one]) if now)
        return conflict.model_copy(update={sign.section: kept})
    party = conflict.parties[sign.party]
    wants = [after(sign, want) if want.id == sign.want else want for want in party.prefers]
    changed = party.model_copy(update={"prefers": tuple(want for want in wants if want is not None)})
    return conflict.model_copy(update={"parties": conflict.parties | {sign.party: changed}})


def after(sign: Sign, thing: Any = None) -> Any:
    """Give what a sign bears on once it is seen; None if it is then no longer so."""
    thing = sign.thing if thing is None else thing
    if sign.indicator.dropped:
        return None
    formula = "want" if sign.want else "when"
    why = f"once this is seen: {sign.indicator.watch}"
    return thing.model_copy(
        update={formula: sign.indicator.reads, "basis": None, "cite": (), "quote": "", "why": why}
    )
