"""What a brief says: every line ends in a marker that leads somewhere, in the field's words."""

from dataclasses import replace
from functools import cache

import pytest

import jirga
from jirga.answer.analysis import Analysis
from jirga.brief.content.aim import aim
from jirga.brief.content.closing import listed
from jirga.brief.content.lines import Line, Marker, Note
from jirga.brief.content.notes import ENDS
from jirga.brief.content.whole import brief
from jirga.conflict.file import parse_text
from jirga.conflict.retracted import marked

PACKAGED = ("khyber_kabul_2025", "ttp_pakistan_2021", "doha_2020", "colombia_2016")
ORDER = ["bottom", "judged", "yes", "holds", "unlock", "change", "watch", "assumed", "sources"]


@cache
def written_of(name):
    return brief(jirga.example(name).analysis)


@pytest.fixture(params=PACKAGED)
def written(request):
    return written_of(request.param)


@pytest.fixture(scope="module")
def talks():
    return jirga.example("khyber_kabul_2025")


def last(line: Line) -> object:
    parts = [part for part in line.parts if isinstance(part, Marker) or part.strip(ENDS)]
    return parts[-1]


def test_the_parts_stand_in_the_order_a_desk_officer_reads(written):
    keys = [part.key for part in written.main]
    assert keys == [one for one in ORDER if one in keys]
    assert {"bottom", "judged", "yes", "holds", "unlock", "change", "watch"} <= set(keys)


def test_every_line_ends_in_a_marker(written):
    said = [line for part in (*written.main, *written.annexes) for line in part.lines]
    assert said
    assert [line.words for line in said if not isinstance(last(line), Marker)] == []


def test_every_marker_leads_to_a_note_with_source_passage_and_words(written):
    for line in written.lines:
        for marker in line.markers:
            assert marker.labels or marker.kind == "assumed"
            for label in marker.labels:
                note = written.note(label)
                assert note.source
                assert note.label == "m" or (note.passage and note.quotes)


def test_notes_are_numbered_as_they_are_led_to(written):
    led = [label for line in written.lines for marker in line.markers for label in marker.labels]
    first = [label for label in dict.fromkeys(led) if label != "m"]
    main_first = sorted(first, key=int)
    assert [note.label for note in written.notes] == [*main_first, "m"]
    assert first == main_first


def test_keys_are_its_own_for_every_line(written):
    keys = [line.key for line in written.lines]
    assert len(keys) == len(set(keys))


def test_three_to_five_judgements(written):
    judged = next(part for part in written.main if part.key == "judged")
    assert 3 <= len(judged.lines) <= 5


def test_no_forbidden_words_and_no_names_of_standards_on_the_two_pages(written):
    text = " ".join(line.words for line in written.lines).lower()
    assert "predict" not in text
    assert "probab" not in text
    main = " ".join(line.words for part in written.main for line in part.every)
    assert not {"nash", "gmr", "smr", "seq", "seq_best", "equilibrium"} & set(main.lower().split())


def test_every_drawing_says_what_it_shows(written):
    drawn = [part.drawing for part in (*written.main, *written.annexes) if part.drawing]
    assert drawn
    assert all(one.title and one.description.strip().endswith(".") for one in drawn)


def test_what_is_assumed_shows():
    lines = [line for line in written_of("khyber_kabul_2025").lines if line.assumed]
    assert any("would rather operations stop" in line.words for line in lines)


def test_what_was_retracted_is_marked_and_listed(talks):
    article = talks.model.sources["article"]
    gone = article.model_copy(update={"retracted_passages": {"S38": "the author took it back"}})
    model = talks.model.model_copy(update={"sources": talks.model.sources | {"article": gone}})
    written = brief(Analysis(marked(model)))
    struck = [line for line in written.lines if line.retracted]
    assert any("will not turn on the TTP" in line.words for line in struck)
    part = next(part for part in written.main if part.key == "retracted")
    assert any("will not turn on the TTP" in line.words for line in part.lines)
    assert "author took it back" in next(note for note in written.notes if note.passage == "S38").retracted


def test_a_file_without_outcomes_or_asks_still_has_a_brief():
    text = "{title: T, parties: {a: {name: A, options: {x: give}, prefers: [not x]}}, status_quo: []}"
    written = brief(Analysis(parse_text(text)))
    assert written.main[0].key == "bottom"


def test_a_file_with_nothing_to_choose_tells_whose_yes_is_needed():
    written = brief(Analysis(jirga.example("northern_ireland_1996").model))
    assert written.main[0].key == "yes"


def test_what_is_aimed_at_is_the_nearest_of_what_was_asked(talks):
    found = aim(talks.analysis)
    assert found is not None
    assert (found.name, found.asked) == ("partial deal", "fewer attacks")


def test_runs_of_notes_are_shortened():
    notes = [Note(str(one), f"a#S{one}", "a") for one in (1, 2, 3, 5, 7, 8)]
    assert listed("a", [*notes, replace(notes[0], label="9", cite="b#S1")]) == "1-3, 5, 7-8"
