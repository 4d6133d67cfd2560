"""Views as they may be written: shorthands, and what is refused."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from jirga.schema import edits
from jirga.schema.views import Unseen, View, ViewLines

read = TypeAdapter(ViewLines).validate_python


@pytest.mark.parametrize(
    "written",
    [
        {"edits": [{"drop": "A1"}], "unseen": "x"},
        {"edits": [{"drop": "A1"}], "unseen": ["x"]},
        {"edits": [{"drop": "A1"}], "unseen": [{"when": "x"}]},
    ],
)
def test_one_formula_or_several(written: dict) -> None:
    """One unseen formula may stand for a list, and a bare one for one that says how it is known."""
    found = read(written)
    assert found == View.model_validate({"edits": [{"drop": "A1"}], "unseen": [{"when": "x"}]})
    assert isinstance(found.edits[0], edits.Drop)
    assert found.unseen == (Unseen.model_validate({"when": "x"}),)


def test_a_list_of_edits_stands_for_a_view() -> None:
    """As in a variant."""
    assert read([{"drop": "A1"}]) == read({"edits": [{"drop": "A1"}]})


@pytest.mark.parametrize(
    "written",
    ["x", {"unseen": [[]]}, {"edits": [{"dorp": "A1"}]}, {"sees": "x"}, {"unseen": [{"says": "x"}]}],
)
def test_what_is_no_view(written: object) -> None:
    """Unknown keys, edits of no kind and lists where a formula belongs are refused."""
    with pytest.raises(ValidationError):
        read(written)
