"""One tree of errors: where, what is wrong, and what to try.

JirgaError                 anything this package raises on purpose
├── InputError             what was handed in cannot be read (also a ValueError); exit code 2
│   ├── FileTrouble        the file itself: missing, empty, too large, not text
│   ├── ConflictTrouble    the conflict in the file; carries every problem found
├── ManyTroubles       a book or file of lines with several things wrong; carries each with its place
│   └── Located                wrong in a file to be named
│       ├── UnknownName        an outcome, party or variant that is not in the conflict
│       ├── WrongFormula       a formula handed in that cannot be read
│       ├── TwoVotes           one voter given two votes
│       ├── NotStated          the file says nothing of what is asked about
│       ├── NothingToSolve     no options or states: the question is another one
│       ├── WrongMonth         a month that is none
│       ├── TooLarge           more than can be solved whole here
│       ├── ClusterTrouble     the other machines that were to help cannot be used
│       ├── EndpointTrouble    the other reader cannot be reached, or answers in no form that can be read
│       ├── CaseTrouble        a case cannot be opened, or its record does not allow what is asked
│       ├── MayNotPassOn       event data whose licence forbids to write its rows out again
│       ├── NothingToHandOver  nothing is at the level asked for or below
│       ├── LeakFound          a file would hold something above its level
│       ├── CannotLookInto     a file, or a part of one, that cannot be searched for leaks
│       └── NotInText          words that do not stand where a claim says they stand
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jirga.schema.problems import Problem


LONGEST, MOST_NAMES = 60, 500


class JirgaError(Exception):
    """Anything Jirga raises on purpose; `str()` of it is fit for a reader."""


class InputError(JirgaError, ValueError):
    """What was handed in cannot be read."""


class FileTrouble(InputError):
    """The file itself cannot be used: where, what is wrong, what to try."""

    def __init__(self, where: str, what: str, hint: str) -> None:
        self.where, self.what, self.hint = where, what, hint
        super().__init__(sentence(where, what, hint))


class ConflictTrouble(InputError):
    """The conflict has problems of severity error; `problems` holds all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self._message())

    def _message(self) -> str:
        first, rest = self.problems[0], len(self.problems) - 1
        if not rest:
            return str(first)
        return f"{first} (and {rest} more; jirga check lists them)"


class ManyTroubles(InputError):
    """Several things are wrong in what is to be taken in; `troubles` holds each with its place."""

    def __init__(self, troubles: Iterable[FileTrouble]) -> None:
        self.troubles = tuple(troubles)
        rest = len(self.troubles) - 1
        super().__init__(f"{self.troubles[0]} (and {rest} more)" if rest else str(self.troubles[0]))


class Located(InputError):
    """Something wrong that is known before it is known in which file; `where` may be filled in later."""

    where = ""
    what = ""
    hint = ""

    def __str__(self) -> str:
        return sentence(self.where, self.what, self.hint) if self.where else f"{self.what}. Hint: {self.hint}"


class UnknownName(Located):
    """A name that the conflict does not have."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(known)
        self.what = f"no {kind} is called {shortened(name)!r}"
        self.hint = did_you_mean(name, self.known)
        super().__init__(self.what)


class WrongFormula(Located):
    """A formula handed in cannot be read."""

    def __init__(self, what: str, hint: str) -> None:
        self.what, self.hint = what, hint
        super().__init__(what)


class TooLarge(Located):
    """The question is larger than can be answered whole on this machine."""

    def __init__(self, what: str, hint: str) -> None:
        self.what, self.hint = what, hint
        super().__init__(what)


class ClusterTrouble(Located):
    """The other machines that were to help cannot be used."""

    def __init__(self, what: str, hint: str) -> None:
        self.what, self.hint = what, hint
        super().__init__(what)


class CaseTrouble(Located):
    """A case cannot be opened, or its record does not allow what is asked."""

    def __init__(self, what: str, hint: str) -> None:
        self.what, self.hint = what, hint
        super().__init__(what)


class EndpointTrouble(Located):
    """The other reader cannot be reached, or answers in a form that cannot be read.

    `down` says that it cannot be reached at all, so that nobody needs to ask it again now.
    """

    def __init__(self, what: str, hint: str, *, down: bool = False) -> None:
        self.what, self.hint, self.down = what, hint, down
        super().__init__(what)


class NotInText(Located):
    """Words that do not stand in the document where a claim says they stand."""

    hint = "a passage is kept only word for word, with its place in the document's text"

    def __init__(self, quote: str, what: str) -> None:
        self.quote, self.what = quote, f"the quotation {shortened(quote)!r} {what}"
        super().__init__(self.what)


class MayNotPassOn(Located):
    """Event data that its maker does not allow to be passed on."""

    def __init__(self, title: str, licence: str) -> None:
        self.what = f"the rows of {title} may not be written out again ({licence})"
        self.hint = "pass on counts, and where others can get the set"
        super().__init__(self.what)


class NothingToHandOver(Located):
    """Nothing in a file is at the level asked for or below."""

    def __init__(self, what: str, level: str, *, marked: bool) -> None:
        self.what = f"{what} is at level {level} or below, so there is nothing to hand over"
        self.hint = "`handling:` at the top is the level of everything that has none and cites nothing"
        if not marked:
            self.hint = (
                "nothing in this file carries a level, and then all of it is red; write `handling: clear` at "
                "the top if everybody may see it, and `level:` at what not everybody may"
            )
        super().__init__(self.what)


class LeakFound(Located):
    """A file would hold something above the level it is for; it was not written."""

    hint = "nothing was written; look where it comes from, or raise the level that the copy is for"

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


class CannotLookInto(Located):
    """A file, or a part of one, cannot be searched, so nobody can say what it holds."""

    def __init__(self, what: str, hint: str) -> None:
        self.what, self.hint = what, hint
        super().__init__(what)


class WrongMonth(Located):
    """A month is asked for that is none, or the last of some is before the first."""

    hint = "write months as 2021-03, the first before the last"

    def __init__(self, text: str, what: str) -> None:
        self.what = f"{shortened(text)!r} {what}"
        super().__init__(self.what)


class TwoVotes(Located):
    """One voter is given two votes."""

    def __init__(self, name: str) -> None:
        self.what = f"{shortened(name)!r} is given two votes"
        self.hint = "say yes, no, absent or abstain of each once; a body's vote is that of all its members"
        super().__init__(self.what)


class NotStated(Located):
    """The file says nothing of what is asked about."""

    def __init__(self, what: str, key: str) -> None:
        self.what = f"the file says nothing of {what}"
        self.hint = f"add `{key}:`; jirga schema prints what may stand there"
        super().__init__(self.what)


class NothingToSolve(Located):
    """The conflict has no options or states, so nothing can hold or break."""

    what = "no party has an option, so there is nothing to solve"

    def __init__(self, verbs: Iterable[str]) -> None:
        asked = " or ".join(f"jirga {verb} FILE" for verb in verbs)
        self.hint = f"ask {asked}" if asked else "give each party its choices"
        super().__init__(self.what)


@contextmanager
def about(where: str) -> Iterator[None]:
    """Say in which file it is, whatever goes wrong inside."""
    try:
        yield
    except Located as trouble:
        trouble.where = trouble.where or where
        raise


def sentence(where: str, what: str, hint: str) -> str:
    """Put an error on one line: where, what is wrong, what to try."""
    return one_line(f"{where}: {what}. Hint: {hint}" if hint else f"{where}: {what}")


def one_line(text: str) -> str:
    """Replace what would break a line, or steer a terminal, by a question mark.

    >>> one_line("a" + chr(10) + "b")
    'a?b'
    """
    return "".join("?" if unprintable(sign) else sign for sign in text)


def unprintable(sign: str) -> bool:
    """Whether a sign is a control character or a line separator."""
    return unicodedata.category(sign) in {"Cc", "Zl", "Zp"}


def shortened(text: str) -> str:
    """Keep the beginning of a long text."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} ..."


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Suggest the nearest known name, or list the names there are.

    Examples
    --------
    >>> did_you_mean("Russa", ["Russia", "China"])
    "did you mean 'Russia'?"
    >>> did_you_mean("x", ["Russia", "China"])
    'known here: Russia, China'
    """
    names = [str(one) for one in islice(known, MOST_NAMES)]
    close = get_close_matches(str(name)[:LONGEST], names, n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]!r}?"
    if not names:
        return "none are defined yet"
    shown = ", ".join(shortened(one) for one in names[:8])
    return f"known here: {shown}" + (", ..." if len(names) > 8 else "")
