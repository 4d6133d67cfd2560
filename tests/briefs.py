"""Briefs made up for tests: one of everything, and random ones."""

from __future__ import annotations

from hypothesis import strategies as st

from jirga.brief.content.lines import RESULT, Brief, Grid, Line, Marker, Note, Part
from jirga.brief.drawings.drawing import Drawing, box, text

URDU = "افغان حکومت مذاکرات کے لیے تیار ہے"
MARKUP = (
    "#pagebreak() #panic() *b* _i_ $x^2$ <b>&amp;</b> ]]> --> </script> {{ x }} {% y %} `z` @a <l> \\ // =",
    "'\"><img src=x onerror=y>",
    "&lt;",
    "#set page(width: 1pt)",
    "\\u{41}",
    "~ -- --- ... ''",
    "- item + item",
)


def drawing(title: str = "A drawing", width: float = 752) -> Drawing:
    parts = (box((1, 1, 50, 30)), text(4, 20, "KP"))
    return Drawing(title, f"{title} shows one box.", width, 80, parts)


def one_of_everything(urdu: str = URDU) -> Brief:
    """A brief with every kind of marker, line, table and drawing."""
    cited = Line("bottom.1", ("Kabul will not turn on the TTP", Marker("cited", "argued", ("1",)), "."))
    stated = Line("bottom.2", ("It goes on building", Marker("cited", "stated", ("2", "1")), "."))
    guessed = Line("judged.1", ("It would rather not", Marker("assumed", "assumed"), "."))
    result = Line("judged.2", ("Nothing holds.", RESULT))
    gone = Line("judged.3", ("They met", Marker("cited", "reported", ("3",), retracted=True), "."))
    urdu_line = Line("judged.4", (urdu, Marker("cited", "stated", ("2",))))
    cells = (Line("yes.1.1", ("KP",)), Line("yes.1.2", ("no", Marker("assumed", "assumed", ("2",)))))
    notes = (
        Note("1", "article#S38", "article", "S38", ("without demanding major concessions",)),
        Note("2", "speech#S1", "speech", "S1", (urdu,)),
        Note("3", "wire#S2", "wire", "S2", ("they met",), retracted="the agency withdrew it"),
        Note("m", "", "Worked out from wants."),
    )
    main = (
        Part("bottom", "Bottom line", (cited, stated)),
        Part("judged", "Judgements", (guessed, result, gone, urdu_line)),
        Part("yes", "Who must say yes", (), Grid(("party", "red lines"), (cells,), "How to read it.")),
    )
    annexes = (
        Part("standards", "Outcomes by standards", (), None, drawing()),
        Part("positions.a", "On a", drawing=drawing("Chart a", 376)),
        Part("positions.b", "On b", drawing=drawing("Chart b", 376)),
    )
    return Brief(
        "A jirga", "Who must say yes?", "2025-03-07", main, annexes, notes, "green", ("Made by hand.",)
    )


LABELS = ("1", "2", "3", "4", "m", "x y")
WORDS = st.one_of(
    st.just("a"),
    st.sampled_from(MARKUP),
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.text("ab \u0627\u0628\u067e\u0679\u06d2.,()\u201c\u06f1\u06f2", max_size=20),
)
MARKERS = st.builds(
    Marker,
    st.sampled_from(["cited", "assumed", "result"]),
    st.sampled_from(["", "stated", "argued", "assumed"]),
    st.lists(st.sampled_from(LABELS), max_size=3, unique=True).map(tuple),
    st.booleans(),
)
LINES = st.builds(
    Line,
    st.text("abc.123", min_size=1, max_size=5),
    st.lists(st.one_of(WORDS, MARKERS), min_size=1, max_size=5).map(tuple),
)
GRIDS = st.integers(1, 3).flatmap(
    lambda wide: st.builds(
        Grid,
        st.tuples(*[WORDS] * wide),
        st.lists(st.tuples(*[LINES] * wide), max_size=3).map(tuple),
        WORDS,
    )
)
DRAWINGS = st.builds(lambda said, width: drawing(f"D {said}", width), WORDS, st.sampled_from([376.0, 752.0]))
PARTS = st.builds(
    Part,
    st.sampled_from(["bottom", "yes", "a b", "<p>"]),
    WORDS,
    st.lists(LINES, max_size=3).map(tuple),
    st.none() | GRIDS,
    st.none() | DRAWINGS,
)
QUOTES = st.lists(WORDS, max_size=2).map(tuple)
NOTES = st.tuples(
    *(st.builds(Note, st.just(one), WORDS, WORDS, WORDS, QUOTES, st.just("") | WORDS) for one in LABELS)
)
BRIEFS = st.builds(
    Brief,
    WORDS,
    WORDS,
    st.sampled_from(["2025-03-07", "", "early March"]),
    st.lists(PARTS, min_size=1, max_size=3).map(tuple),
    st.lists(PARTS, max_size=3).map(tuple),
    NOTES,
    st.sampled_from(["", "green", "red"]),
    st.lists(WORDS, max_size=2).map(tuple),
)
