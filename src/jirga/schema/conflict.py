"""A conflict as an analyst writes it: parties, options, wants, rules, outcomes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from jirga.schema.bargaining import AnyIssue, AnyPackage, AnyRange, Linkage, Offer, Position
from jirga.schema.consent import AnyRule, Consent, Mandate
from jirga.schema.edits import Variant
from jirga.schema.expected.kinds import Expectation
from jirga.schema.ranking import RankingStep
from jirga.schema.sources import Source
from jirga.schema.views import ViewLines
from jirga.schema.wants import Cited, Want, WantLine, Watchable
from jirga.schema.words import Frozen, Id, Level, Number, Text, Texts, as_field, as_text


class Option(Frozen):
    """A yes-or-no choice that one party controls."""

    says: Text = Field("", description="The choice in words, as 'to ...' would continue.")
    undo: Text = Field("", description="Taking it back in words; made from `says` when absent.")
    kind: Literal["violent", "institutional"] | None = Field(
        None, description="What using it against a deal would be; absent: not said."
    )


class Party(Cited):
    """Someone who can choose; `basis`, `cite` and `why` are those of a ranking or of weights."""

    name: Text = Field(description="The party's name as a reader should see it.")
    short: Text = Field("", description="A shorter name for tables and arrows.")
    options: dict[Id, Annotated[Option, as_field("says", Option)]] = Field(
        default_factory=dict, description="The yes-or-no choices this party controls."
    )
    prefers: tuple[WantLine, ...] = Field((), description="What it wants, most important first.")
    ranking: tuple[RankingStep, ...] = Field(
        (), description="Instead of wants: named outcomes or states, best first; a list is a tie."
    )
    weights: dict[Id, Number] = Field(
        default_factory=dict, description="Instead of wants: what each option taken is worth to it."
    )
    moves: dict[Text, Texts] = Field(
        default_factory=dict, description="In a conflict given by states: where it can go from each."
    )
    unranked: tuple[Texts, ...] = Field(
        (), description="Pairs of named outcomes or states of which nobody knows which it prefers."
    )

    @property
    def ties(self) -> tuple[tuple[str, ...], ...]:
        """The names in its ranking, best first, those liked equally together."""
        return tuple(rung.over for rung in self.ranking)

    @property
    def marked_strong(self) -> bool:
        """Whether it says what matters strongly to it."""
        wants = any(want.strongly for want in self.prefers)
        return wants or any(rung.strongly for rung in self.ranking)

    @property
    def marked_unknown(self) -> bool:
        """Whether something of its order is not known."""
        return bool(self.unranked) or any(want.unknown for want in self.prefers)


class Impossible(Watchable):
    """A combination that cannot be."""

    when: Text = Field(description="A formula over options; states where it is true are left out.")


class Outcome(Frozen):
    """A state that the analyst has named."""

    taken: Texts = Field((), description="The options taken; or the one state, in a conflict by states.")
    says: Text = Field("", description="What it would look like, in words.")


class Ask(Frozen):
    """One thing the question is about, so that the answer can start with it."""

    about: Text = Field(description="A formula: true in every state that would deliver it.")
    says: Text = Field(description="The thing in words, as 'Can the talks bring ...?' would end.")


def as_outcome(value: Any) -> Any:
    """Let the list of options taken, or a state's name, stand for an outcome."""
    return value if isinstance(value, dict | Outcome) else {"taken": value}


def as_states(value: Any) -> Any:
    """Let a list of states stand for states without descriptions."""
    if not isinstance(value, list) or not all(isinstance(as_text(one), str) for one in value):
        return value
    names = [str(one) for one in value]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise PydanticCustomError("duplicate_state", "list the state {name} twice", {"name": repr(twice)})
    return dict.fromkeys(names, "")


def as_version(value: Any) -> Any:
    """Read the version as the word it was written in."""
    return 1 if value == "1" else (repr(value) if isinstance(value, bool | float) else value)


class Conflict(Frozen):
    """Everything one conflict file says."""

    jirga: Annotated[Literal[1], BeforeValidator(as_version)] = Field(
        1, description="The version of this format."
    )
    title: Text = Field(description="What the conflict is called.")
    question: Text = Field("", description="What the reader wants to know.")
    asks: tuple[Ask, ...] = Field((), description="The things the question is about, in order.")
    as_of: Text = Field("", description="The date the file speaks for.")
    note: Text = Field("", description="Anything a reader should know about the model as a whole.")
    handling: Level = Field(
        default="red",
        description="Who may see what has no level of its own and cites nothing: clear, green, amber or red.",
    )
    sources: dict[Id, Source] = Field(default_factory=dict, description="The sources that `cite` names.")
    parties: dict[Id, Party] = Field(min_length=1, description="The parties, in the order to show them.")
    states: Annotated[
        dict[Text, Text], BeforeValidator(as_states, json_schema_input_type=dict[str, str] | list[str | int])
    ] = Field(default_factory=dict, description="Instead of options: the states by name.")
    status_quo: Texts | None = Field(None, description="The options taken today; or today's state.")
    no_deal: Text | None = Field(None, description="The outcome if talks fail; the status quo if absent.")
    impossible: tuple[Annotated[Impossible, as_field("when", Impossible)], ...] = Field(
        (), description="Combinations that cannot be."
    )
    one_way: tuple[Text, ...] = Field(
        (), description="Options that cannot be taken back; `not x`: once dropped, x cannot be taken again."
    )
    outcomes: dict[
        Text,
        Annotated[Outcome, BeforeValidator(as_outcome, json_schema_input_type=Outcome | list[str] | str)],
    ] = Field(default_factory=dict, description="The states worth a name.")
    issues: dict[Id, AnyIssue] = Field(default_factory=dict, description="What is bargained over.")
    positions: tuple[Position, ...] = Field((), description="Where each party stands on each issue.")
    leverage: dict[Id, AnyRange] = Field(
        default_factory=dict, description="How much weight each party can bring to bear, from 0 to 100."
    )
    bodies: dict[Text, AnyRule] = Field(
        default_factory=dict, description="Bodies that decide by a rule of their own, as a cabinet."
    )
    consent: dict[Text, Consent] = Field(
        default_factory=dict, description="Whose yes settles each issue, by issue; `deal`: the whole deal."
    )
    mandates: tuple[Mandate, ...] = Field((), description="Who speaks for whom, and what they may agree to.")
    linkages: tuple[Linkage, ...] = Field((), description="What one issue makes acceptable on another.")
    offers: tuple[Offer, ...] = Field((), description="What could be offered to move a red line.")
    cost_of_no_deal: dict[Id, AnyRange] = Field(
        default_factory=dict, description="What no deal costs each party, in points from 0 to 100."
    )
    packages: dict[Text, AnyPackage] = Field(default_factory=dict, description="Issues settled together.")
    views: dict[Id, ViewLines] = Field(
        default_factory=dict, description="What a party believes otherwise than the file has it, by party."
    )
    variants: dict[Text, Variant] = Field(default_factory=dict, description="Named edits of this file.")
    expect: tuple[Expectation, ...] = Field((), description="What should come out; `jirga check` runs it.")

    @property
    def options(self) -> dict[str, Option]:
        """All options of all parties, in file order."""
        return {key: option for party in self.parties.values() for key, option in party.options.items()}

    @property
    def owner(self) -> dict[str, str]:
        """The party that controls each option."""
        return {key: name for name, party in self.parties.items() for key in party.options}

    @property
    def wants(self) -> dict[str, Want]:
        """All wants of all parties by id, in file order."""
        return {want.id: want for party in self.parties.values() for want in party.prefers}

    @property
    def by_states(self) -> bool:
        """Whether the conflict is given by its states and moves instead of by options."""
        return bool(self.states)

    @property
    def atoms(self) -> tuple[str, ...]:
        """The names a formula may use: the options, or the states in a conflict given by states."""
        return tuple(self.states) if self.by_states else tuple(self.options)
