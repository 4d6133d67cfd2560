"""Room for a deal, and whose yes it needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jirga.api.asked import Asked
from jirga.errors import about
from jirga.solve.room.draws import DRAWS, SEED

if TYPE_CHECKING:
    from jirga.answer.bargaining.opening import OpeningAnswer
    from jirga.answer.bargaining.packages import PackagesAnswer
    from jirga.answer.bargaining.positions import PositionsAnswer
    from jirga.answer.bargaining.room import RoomAnswer
    from jirga.answer.consent.answers import ConsentAnswer


class Dealing(Asked):
    """Questions about positions, packages and consent; what answers them is loaded when they are asked."""

    def consent(
        self,
        issue: str | None = None,
        *,
        yes: Sequence[str] = (),
        no: Sequence[str] = (),
        absent: Sequence[str] = (),
        abstaining: Sequence[str] = (),
    ) -> ConsentAnswer:
        """Say whose yes each issue needs; with votes, whether it passes and whose vote would change that."""
        from jirga.answer.consent.answers import consent_answer
        from jirga.answer.consent.votes import Cast

        with about(self.file.name):
            cast = Cast(tuple(yes), tuple(no), tuple(absent), tuple(abstaining))
            return consent_answer(self.model, issue, cast, self.named)

    def positions(self, issue: str | None = None) -> PositionsAnswer:
        """Say where the positions on each issue point, by several rules, and whose red line is in the way."""
        from jirga.answer.bargaining.positions import positions_answer

        with about(self.file.name):
            return positions_answer(self.model, issue)

    def room(self, package: str | None = None, *, draws: int = DRAWS, seed: int = SEED) -> RoomAnswer:
        """Say where there is room for a deal, in how many draws, and where red lines do not meet.

        Examples
        --------
        >>> from jirga.api import example
        >>> found = example("khyber_kabul_2025").room("torkham").figures["packages"]["torkham"]
        >>> found["room"], round(found["share"], 1)
        ({'posts': [25.0, 30.0], 'crossing': [40.0, 60.0]}, 0.5)
        """
        from jirga.answer.bargaining.bargain import Bargain
        from jirga.answer.bargaining.room import room_answer

        with about(self.file.name):
            bargain = Bargain(self.file.conflict, self.named, draws=draws, seed=seed)
            return room_answer(bargain, package)

    def packages(self, package: str | None = None, *, step: float = 5.0) -> PackagesAnswer:
        """Say which packages nothing betters, what each idea of fairness would choose, and what to trade.

        Examples
        --------
        >>> from jirga.api import example
        >>> figures = example("khyber_kabul_2025").packages("torkham").figures["torkham"]
        >>> figures["choices"][0]["idea"], figures["respects_red_lines"]
        ('nash', True)
        """
        from jirga.answer.bargaining.bargain import Bargain
        from jirga.answer.bargaining.packages import packages_answer

        with about(self.file.name):
            return packages_answer(Bargain(self.file.conflict, self.named), package, step)

    def open(self, package: str, *, draws: int = DRAWS, seed: int = SEED) -> OpeningAnswer:
        """Say what would open a package: the smallest sets of steps, red lines last."""
        from jirga.answer.bargaining.bargain import Bargain
        from jirga.answer.bargaining.opening import opening_answer

        with about(self.file.name):
            return opening_answer(Bargain(self.file.conflict, self.named, draws=draws, seed=seed), package)
