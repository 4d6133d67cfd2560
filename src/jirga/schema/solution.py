"""A solution: the promised shape of `jirga solve --json` and of `Conflict.solve()`."""

from __future__ import annotations

from html import escape

from pydantic import ConfigDict, Field

from jirga.schema.words import Frozen, Standard, Steps

State = tuple[str, ...]


class OutcomeVerdict(Frozen):
    """What is found about one named outcome."""

    taken: State = Field(description="The options taken in it, in file order.")
    possible: bool = Field(description="False if a rule forbids it; then all verdicts are false.")
    holds: dict[Standard, bool] = Field(description="Whether every party stays, by standard.")
    leaves: dict[Standard, tuple[str, ...]] = Field(description="The parties that would leave, by standard.")
    attainable: dict[Steps, bool | None] = Field(
        description="Whether it can be got to from the status quo, by steps; null without a status quo."
    )


class Solution(Frozen):
    """Everything `jirga solve` finds, in the order it is printed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field(description="What the conflict is called.")
    variant: str | None = Field(None, description="The variant solved; null for the file as it stands.")
    digest: str = Field(description="SHA-256 of the conflict as solved: the same content, the same digest.")
    version: str = Field(description="The version of Jirga that solved it.")
    parties: tuple[str, ...] = Field(description="The parties' ids, in file order.")
    options: tuple[str, ...] = Field(
        description="The options' ids, in file order; none in a conflict by states."
    )
    states: int = Field(description="How many states are possible.")
    status_quo: State | None = Field(description="The options taken today.")
    concepts: tuple[Standard, ...] = Field(description="The standards solved.")
    equilibria: dict[Standard, tuple[State, ...]] = Field(
        description="The states every party stays in that meet `where`; the first hundred of them."
    )
    outcomes: dict[str, OutcomeVerdict] = Field(description="The verdicts on every named outcome.")
    counts: dict[Standard, int] = Field(description="How many states every party stays in, listed or not.")
    where: str | None = Field(None, description="The formula that listed equilibria meet; null without one.")
    counts_where: dict[Standard, int] | None = Field(
        None, description="How many states every party stays in that meet `where`; null without one."
    )
    all_states: tuple[State, ...] | None = Field(None, description="With --all-states: every possible state.")
    stable: dict[Standard, dict[str, tuple[bool, ...]]] | None = Field(
        None, description="With --all-states: whether each party stays, in the order of all_states."
    )
    read_as_held: tuple[str, ...] = Field(
        (),
        description="The wants of which it is not known whether they are held, and which are read as held.",
    )

    def to_json(self) -> str:
        """Write the promised object on one line."""
        left_out = {"all_states", "stable"} if self.all_states is None else set()
        return self.model_dump_json(exclude=left_out)

    def _repr_html_(self) -> str:
        """Show the outcomes as a table in a notebook, the first ten."""
        head = "".join(f"<th>{name}</th>" for name in ("outcome", *self.concepts, "can be got to"))
        rows = "".join(self._row(name) for name in list(self.outcomes)[:10])
        return f"<p><b>{escape(self.title)}</b>, {self.states} states</p><table><tr>{head}</tr>{rows}</table>"

    def _row(self, name: str) -> str:
        verdict = self.outcomes[name]
        cells = ["holds" if verdict.holds[standard] else "" for standard in self.concepts]
        cells.append({None: "not known", True: "yes", False: "no"}[verdict.attainable["together"]])
        return f"<tr><th>{escape(name)}</th>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
