"""Two versions of a conflict: which results changed, because of what, and what else changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from typing import Any

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.stress import words
from jirga.answer.stress.diff_words import in_words, label, words_only
from jirga.answer.stress.words import StressAnswer
from jirga.answer.whole import kept
from jirga.schema.answer import Mark, Section, Sentence
from jirga.schema.conflict import Conflict
from jirga.stress.causes import Cause, Differences, Group, Results
from jirga.stress.ensemble import Tell
from jirga.stress.verdicts import Result, Verdict
from jirga.stress.versions import Versions


def rooms(conflict: Conflict) -> Results:
    """Say which packages have room at the likeliest values."""
    if not (conflict.issues and conflict.packages):
        return {}
    bargain = Bargain(conflict)
    return {("package", name): bargain.open_at_the_mode(name) for name in conflict.packages}


def differing(
    before: Analysis, after: Analysis, *, executor: Executor | None = None, tell: Tell | None = None
) -> Differences:
    """Solve two versions, and each difference alone and left out."""
    versions = Versions(before.conflict, after.conflict)
    return Differences(versions, after.largest, executor=executor, tell=tell, more=rooms)


def diff_answer(found: Differences, names: tuple[str, str], more: Sequence[Section] = ()) -> StressAnswer:
    """Say what changed between two versions, and which change caused which.

    Parameters
    ----------
    found : Differences
        The two versions, solved.
    names : tuple of str
        What they are called.
    more : sequence of Section
        What else changed, as in the record of a case.
    """
    versions = found.versions
    sections = [
        Section("Which results changed, and because of what", tuple(results(found))),
        Section("Each change by itself", tuple(by_itself(found))),
        Section(
            "What else changed in the file" if len(found.groups) > 1 else "What changed",
            tuple(changed(found)),
        ),
        Section("Changed in words or marks only", tuple(words_only(versions))),
        *more,
    ]
    later = versions.after
    question = f"What changed from {names[0]} to {names[1]}?"
    return StressAnswer(later.title, question, later.as_of, kept(sections), figures(found, names))


def results(found: Differences) -> Iterator[Sentence]:
    """Say of every result that changed what brought it, those with the same cause together."""
    if found.done < found.asked:
        yield Sentence((f"Stopped after {found.done} of {found.asked} versions; causes may be missing.",))
    if not found.solved[1] or not found.solved[0]:
        if found.done == found.asked:
            yield Sentence(("One of the versions cannot be solved, so their results are not compared.",))
        return
    moved = found.changed(found.after)
    if not moved:
        what = "nothing differs" if not found.versions.changes else "the differences move no result"
        yield phrases.sentence(f"no result changed: {what}.")
        return
    causes: dict[Cause, dict[Result, tuple[Any, Any]]] = {}
    for key, pair in moved.items():
        causes.setdefault(found.causes[key], {})[key] = pair
    for cause, some in causes.items():
        said = "; ".join(changes_in_words(some, start=found.versions.after.status_quo is not None))
        yield phrases.sentence(f"{said}: ", *because(found, cause), ".")


def changes_in_words(changes: dict[Result, tuple[Any, Any]], *, start: bool) -> list[str]:
    """Say what becomes of verdicts, and of packages."""
    verdicts = {key: pair for key, pair in changes.items() if isinstance(pair[0], Verdict)}
    said = words.changes_in_words(verdicts, start=start)
    for there, what in ((True, "would have room"), (False, "would have no room")):
        names = [name for (kind, name), pair in changes.items() if kind == "package" and pair[1] is there]
        said += [f"{phrases.quoted(names)} {what}"] if names else []
    return said


def because(found: Differences, cause: Cause) -> list[str | Mark | Sentence]:
    """Say what brought a change of results."""
    if len(cause.alone) == 1:
        spare = "" if cause.needed == cause.alone else ", or the other changes together"
        return ["because ", group(found, cause.alone[0]), spare]
    if cause.alone:
        return ["each of these would do alone: ", *several(found, cause.alone, "; or ")]
    if len(cause.needed) > 1 and cause.enough:
        many = "neither alone does it" if len(cause.needed) == 2 else "none can be spared"
        return [
            f"it takes {phrases.counted(len(cause.needed))} changes together, {many}: ",
            *several(found, cause.needed, "; and "),
        ]
    if cause.needed:
        return ["not without this, and not by it alone: ", *several(found, cause.needed, "; and ")]
    return ["by several changes together, none of which is needed for it"]


def several(found: Differences, numbers: Sequence[int], between: str) -> list[str | Mark | Sentence]:
    """Name several differences."""
    parts: list[str | Mark | Sentence] = []
    for number in numbers:
        parts += [between if parts else "", group(found, number)]
    return parts


def group(found: Differences, number: int) -> Sentence:
    """Name the differences that only make sense together."""
    some = found.groups[number]
    first = label(found.versions, some[0])
    more = (
        f", and {phrases.numbered(len(some) - 1, 'change')} that goes with it"
        if len(some) == 2
        else (f", and {len(some) - 1} changes that go with it" if len(some) > 2 else "")
    )
    return Sentence((*first.parts, more)) if more else first


def by_itself(found: Differences) -> Iterator[Sentence]:
    """Say of every difference what it alone would change; once for all that change nothing."""
    if len(found.groups) < 2:
        return
    idle: list[Sentence] = []
    for number, then in enumerate(found.alone):
        if then is None:
            yield phrases.sentence(group(found, number), ": cannot be made by itself.")
            continue
        changes = found.changed(then)
        if changes:
            said = "; ".join(changes_in_words(changes, start=found.versions.before.status_quo is not None))
            yield phrases.sentence(group(found, number), f", alone: {said}.")
        else:
            idle.append(group(found, number))
    for one in idle:
        yield phrases.sentence(one, ", alone: changes no result.")


def changed(found: Differences) -> Iterator[Sentence]:
    """Say every difference that a result could hang on, but for those said by themselves."""
    said = {some[0].key for some in found.groups} if len(found.groups) > 1 else set()
    for one in found.versions.changes:
        if one.tells and one.key not in said:
            yield in_words(found.versions, one)


def figures(found: Differences, names: tuple[str, str]) -> dict[str, Any]:
    """Give the differences, the results that changed and their causes, as JSON can hold them."""
    moved = found.changed(found.after)
    return {
        "versions": list(names),
        "stopped": found.done < found.asked,
        "changes": [change_figures(one, number) for number, one in enumerate(found.groups)],
        "words_only": [list(one.key) for one in found.versions.changes if not one.tells],
        "results": [
            result_figures(key, pair) | cause_figures(found.causes[key]) for key, pair in moved.items()
        ],
        "alone": [
            None if then is None else [result_figures(*one) for one in found.changed(then).items()]
            for then in found.alone
        ],
    }


def change_figures(some: Group, number: int) -> dict[str, Any]:
    """Give the differences of one group."""
    return {
        "number": number,
        "parts": [
            {"where": list(one.key), "before": plain(one.before), "after": plain(one.after)} for one in some
        ],
    }


def plain(value: Any) -> Any:
    """Give a value of the schema as JSON can hold it."""
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


def result_figures(key: Result, pair: tuple[Any, Any]) -> dict[str, Any]:
    """Give one result that changed."""
    before, after = (words.figure(one) if isinstance(one, Verdict) else {"room": one} for one in pair)
    return {"is": key[0], "about": key[1], "before": before, "after": after}


def cause_figures(cause: Cause) -> dict[str, Any]:
    """Give what brought a change of results, by the numbers of the differences."""
    return {"alone": list(cause.alone), "needed": list(cause.needed), "enough_together": cause.enough}
