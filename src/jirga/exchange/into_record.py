"""Changed and new rows of claims: corrections in somebody's name, and proposals; nothing is overwritten."""

from __future__ import annotations

from dataclasses import dataclass

from jirga.case import Case
from jirga.errors import CaseTrouble, FileTrouble, UnknownName, did_you_mean, shortened
from jirga.exchange.claim_columns import CLAIMS, ORDER
from jirga.exchange.compared import Compared, Edit
from jirga.exchange.rows import Row
from jirga.review.correcting import corrected
from jirga.schema.record import AnyClaim, Document, Figure, Incident, Name, Passage, Recorded, Stance, Tie

NEEDED = {
    "figure": ("amount",),
    "incident": ("type",),
    "stance": ("speaker",),
    "tie": ("source", "relation", "target"),
}
UNSAID = {"name": "?"}


@dataclass(frozen=True)
class Correction:
    """What a claim should have said."""

    id: str
    after: AnyClaim
    where: str


@dataclass(frozen=True)
class Proposal:
    """A claim that is new."""

    document: Document
    claim: AnyClaim
    where: str


@dataclass(frozen=True)
class Naming:
    """A name for the register, or one of it with more aliases."""

    name: Name
    where: str


def corrections(case: Case, found: Compared) -> list[Correction]:
    """Make a correction of every changed row; what cannot be read is added to the troubles found."""
    made = []
    for edit in found.edits:
        if edit.sheet is CLAIMS:
            now = case.claim(edit.key[0])
            after = changed(now, edit, case.text(now.document), found)
            if after != now.claim:
                made.append(Correction(now.id, after, edit.row.where))
    return made


def changed(now: Recorded, edit: Edit, text: str, found: Compared) -> AnyClaim:
    """Give a claim with every changed cell of its row."""
    claim = now.claim
    for name, said in edit.changes.items():
        claim = one_field(claim, name, said, text, edit.row, found)
    return claim


def one_field(claim: AnyClaim, name: str, said: str, text: str, row: Row, found: Compared) -> AnyClaim:
    """Give a claim with one field as a cell says, or as it was if the cell cannot be read."""
    try:
        return corrected(claim, name, said, text)
    except UnknownName:
        what, hint = f"a claim of the kind {claim.kind} has no {name}", "leave the cell blank"
    except CaseTrouble as trouble:
        what, hint = trouble.what, trouble.hint
    found.troubles.append(FileTrouble(row.place(name), what, hint))
    return claim


def proposals(case: Case, found: Compared) -> list[Proposal]:
    """Make a proposal of every new row; what cannot be read is added to the troubles found."""
    documents = {one.name: one for one in case.documents()}
    made = []
    for sheet, row in found.added:
        if sheet is CLAIMS and (proposal := proposed(case, row, documents, found)):
            made.append(proposal)
    return made


def proposed(case: Case, row: Row, documents: dict[str, Document], found: Compared) -> Proposal | None:
    """Make a proposal of one row."""
    before = len(found.troubles)
    kind, name, words = (row.cells.get(one, "").strip() for one in ("kind", "document", "words"))
    wrong = found.troubles.append
    if row.cells.get("id", "").strip():
        wrong(FileTrouble(row.place("id"), "is the id of no claim", "leave it blank for a new one"))
    if kind not in NEEDED:
        wrong(FileTrouble(row.place("kind"), f"{kind!r} is no kind of claim", did_you_mean(kind, NEEDED)))
    if name not in documents:
        what = f"no document is called {shortened(name)!r}"
        wrong(FileTrouble(row.place("document"), what, did_you_mean(name, documents)))
    for one in NEEDED.get(kind, ()):
        if not row.cells.get(one, "").strip():
            wrong(FileTrouble(row.place(one), "is empty", f"a {kind} needs it"))
    if len(found.troubles) > before:
        return None
    text = case.text(name)
    many = text.count(words) if words else 0
    if many != 1:
        what = f"{shortened(words)!r} stands {f'{many} times' if many else 'nowhere'} in {name}"
        wrong(
            FileTrouble(row.place("words"), what, "give the exact words, and so many that one place is meant")
        )
        return None
    claim = started(kind, Passage(start=text.index(words), end=text.index(words) + len(words), quote=words))
    for one in ORDER:
        if row.cells.get(one, "").strip():
            claim = one_field(claim, one, row.cells[one].strip(), text, row, found)
    return None if len(found.troubles) > before else Proposal(documents[name], claim, row.where)


def started(kind: str, passage: Passage) -> AnyClaim:
    """Begin a claim, of which so far only its words are known."""
    said = {"passages": (passage,), "reader": "a person, in a sheet"}
    if kind == "figure":
        return Figure.model_validate({**said, "bound": "vague"})
    if kind == "incident":
        return Incident.model_validate(said)
    if kind == "stance":
        return Stance.model_validate({**said, "speaker": UNSAID})
    return Tie.model_validate({**said, "source": UNSAID, "relation": "?", "target": UNSAID})
