"""The solution of linked conflicts: the promised shape of `jirga link --json` and of `Linked.solve()`."""

from __future__ import annotations

from pydantic import Field

from jirga.schema.solution import Solution
from jirga.schema.words import Frozen


class Carry(Frozen):
    """An outcome of one table that holds only together with outcomes of the other."""

    table: str = Field(description="The table it is an outcome of.")
    outcome: str = Field(description="The outcome, which by itself holds by no standard.")
    together_with: tuple[str, ...] = Field(
        description="The outcomes of the other table with which it holds most firmly."
    )


class LinkedSolution(Frozen):
    """Everything `jirga link` finds."""

    whole: Solution = Field(description="Both tables solved as one conflict; its outcomes are the pairs.")
    tables: dict[str, Solution] = Field(description="Each table solved by itself.")
    pairs: dict[str, dict[str, str]] = Field(description="What comes out at each table in each pair.")
    carried: tuple[Carry, ...] = Field(description="The outcomes that the other table carries.")
    broken: tuple[str, ...] = Field(
        description="The pairs that do not hold, though both their outcomes hold by themselves."
    )
    opened: tuple[Carry, ...] = Field(
        description="The outcomes that can be got to only together with outcomes of the other table."
    )

    def to_json(self) -> str:
        """Write the promised object on one line."""
        left_out = {"all_states", "stable"}
        return self.model_dump_json(exclude={"whole": left_out, "tables": {"__all__": left_out}})
