"""Labels change what things are called, and nothing that is solved or quoted."""

import pytest

import jirga
from jirga.answer.analysis import Analysis
from jirga.conflict.labelled import labelled, read_labels
from jirga.errors import ConflictTrouble, UnknownName
from jirga.schema.labels import Labels


def talks():
    return jirga.example("khyber_kabul_2025").model


def test_no_labels_change_nothing():
    assert labelled(talks(), Labels()) == talks()


def test_a_party_is_called_otherwise_wherever_it_is_named():
    called = labelled(talks(), Labels(parties={"kabul": {"name": "The authorities", "short": "authorities"}}))
    assert called.parties["kabul"].name == "The authorities"
    assert called.parties["kabul"].prefers == talks().parties["kabul"].prefers


def test_words_of_sources_stay():
    called = labelled(talks(), Labels(words={"Taliban": "movement", "border": "line"}))
    assert called.sources == talks().sources
    quotes = [want.quote for want in called.wants.values()]
    assert quotes == [want.quote for want in talks().wants.values()]
    assert "Afghan movement" in called.parties["kabul"].name


def test_formulas_stay_and_so_does_what_holds():
    called = labelled(talks(), Labels(words={"border": "line", "talks": "meetings", "halt": "pause"}))
    assert [want.want for want in called.wants.values()] == [want.want for want in talks().wants.values()]
    before, after = Analysis(talks()), Analysis(called)
    assert all((before.holding[one] == after.holding[one]).all() for one in before.holding)


def test_a_label_for_nobody_is_refused():
    with pytest.raises(UnknownName, match="kabol"):
        labelled(talks(), Labels(parties={"kabol": {"name": "Kabul"}}))


def test_a_file_of_labels_that_says_something_else_is_refused_with_its_place(tmp_path):
    path = tmp_path / "labels.yaml"
    path.write_text("says: neutral\nparties:\n  kabul: {nam: K}\n")
    with pytest.raises(ConflictTrouble, match="nam"):
        read_labels(path)
    path.write_text("says: neutral\nparties:\n  kabul: {name: K}\n")
    assert read_labels(path).parties["kabul"].name == "K"
