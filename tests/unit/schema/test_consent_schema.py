"""Consent rules as they may be written."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from jirga.schema.consent import AllOf, AnyRule, Consent, Member, Quota

rules = TypeAdapter(AnyRule)


def test_a_name_is_a_member_and_a_list_is_all_of_it() -> None:
    """The shorthands nest."""
    found = rules.validate_python(["a", {"any_of": ["b", ["c", "d"]]}])
    assert isinstance(found, AllOf)
    assert found.all_of[0] == Member(name="a")
    assert found.all_of[1].any_of[1] == AllOf(all_of=["c", "d"])


@pytest.mark.parametrize("share", ["2/3", 0.55, "55 %", "55%", 1])
def test_shares_are_kept_as_written(share: object) -> None:
    """A share may be a fraction, a decimal or percent."""
    assert rules.validate_python({"weights": {"a": 1}, "share": share}).share == str(share).replace(" ", "")


@pytest.mark.parametrize("share", [0, "3/2", "101 %", "half", "1/0", True, -1])
def test_what_is_no_share_is_refused(share: object) -> None:
    """A share is above nought and at most one."""
    with pytest.raises(ValidationError, match="share"):
        rules.validate_python({"weights": {"a": 1}, "share": share})


@pytest.mark.parametrize("more", [{}, {"quota": 2, "share": "1/2"}])
def test_weights_need_one_measure(more: dict[str, object]) -> None:
    """Neither a quota nor a share, or both, says nothing."""
    with pytest.raises(ValidationError, match="either `quota` or `share`"):
        rules.validate_python({"weights": {"a": 1, "b": 2}, **more})


def test_nobody_delivers_is_not_the_same_as_not_stated() -> None:
    """An empty list says that nobody can."""
    assert Consent().delivers is None
    assert Consent(delivers=[]).delivers == ()


def test_an_answer_may_be_one_word() -> None:
    """A status stands for an answer without a source."""
    assert Consent(answers={"a": "refused"}).answers["a"].status == "refused"
    with pytest.raises(ValidationError):
        Consent(answers={"a": "maybe"})


def test_weights_are_not_negative() -> None:
    """A yes never weighs against."""
    with pytest.raises(ValidationError):
        Quota(quota=1, weights={"a": -1})
