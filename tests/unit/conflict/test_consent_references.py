"""Names in consent rules, bodies and mandates that lead nowhere: each at its place."""

from __future__ import annotations

import pytest

from jirga.conflict.file import parse_text
from unit.conflict.texts import TWO, at, marked, only_problem, problems

RULE = "consent:\n  deal:\n    needs: "


@pytest.mark.parametrize(
    ("more", "what", "hint"),
    [
        (RULE + "[a, ^c]", "no party or body is called 'c'", "known here: a, b"),
        (RULE + "{any_of: [a, {all_of: [^bb]}]}", "no party or body is called 'bb'", "did you mean 'b'?"),
        (RULE + "^[a, a]", "'a' stands twice in one rule", "keep one"),
        (RULE + "{at_least: ^3, of: [a, b]}", "3 of 2 can never be", "ask for fewer"),
        (RULE + "{blocked_by: ^2, of: [a]}", "2 of 1 can never be", "ask for fewer"),
        (RULE + "{weights: {a: 1, c: ^2}, quota: 2}", "as the others here are", "add it under parties"),
        (RULE + "{weights: {a: 1, b: 2}, quota: ^4}", "do not reach the quota of 4", "mend"),
        (RULE + "{weights: {a: 1, b: 2}, quota: ^3, more_than: true}", "do not reach the quota", "mend"),
        (RULE + "{weights: {a: 1, b: 2}, quota: 2, quorum: ^4}", "do not reach the quorum", "mend"),
        (RULE + "{weights: ^{a: 0, b: 0}, share: 1/2}", "can never be reached", "mend"),
        (RULE + "a\n    answers: {c: ^given}", "no party or body is called 'c'", "known here"),
        (RULE + "a\n    delivers: [a, ^c]", "no party is called 'c'", "known here"),
        (RULE + "a\n    influences: ^c", "no party is called 'c'", "known here"),
        ("consent: {posts: ^{needs: a}}", "no issue is called 'posts'", "known here: deal"),
        ("bodies: {h: ^[h]}\nconsent: {deal: {needs: h}}", "'h' is a member of itself", "name its members"),
        ("bodies: {a: ^[b]}", "'a' is a party and a body", "another name"),
        ("mandates: [{who: X, speaks_for: ^c}]", "no party is called 'c'", "known here"),
        ("mandates: [{who: X, reports_to: ^Z}]", "no speaker is called 'Z'", "known here: X"),
        ("mandates: [{who: X, reports_to: ^X}]", "'X' reports to itself", "take one"),
        ("mandates: [{who: X}, {who: ^X}]", "'X' has two mandates", "join them"),
        ("mandates: [{who: X, promises: [^posts]}]", "no issue is called 'posts'", "known here: deal"),
        ("mandates: [{who: X, may_agree: {posts: ^{min: 3}}}]", "no issue is called 'posts'", "known here"),
        ("mandates: [{who: X, approvals: [{of: ^Z}]}]", "no party, body or speaker", "known here"),
        (RULE + "a\nexpect: [{passes: deal, without: ^[c]}]", "no party or body is called 'c'", "known here"),
        (RULE + "a\nexpect: [{passes: deal, with: ^[c]}]", "no party or body is called 'c'", "known here"),
        (RULE + "a\nexpect: [{fails: ^posts}]", "no issue with a consent rule", "known here: deal"),
        (RULE + "a\nexpect: [{blocks: [a], on: ^posts}]", "no issue with a consent rule", "known here: deal"),
        (
            RULE + "a\nexpect: [{delivered_by: [a], issues: ^[posts]}]",
            "no issue with a consent",
            "known here",
        ),
    ],
)
def test_a_name_that_leads_nowhere(more: str, what: str, hint: str) -> None:
    """A miss is an error at its line and column, with the nearest name or the names there are."""
    text, place = marked(TWO + more)
    problem = only_problem(text)
    assert (problem.severity, at(problem)) == ("error", place), str(problem)
    assert what in problem.what
    assert hint in problem.hint


def test_bodies_that_hold_each_other() -> None:
    """A body may not be its own member, however far down."""
    found = problems(TWO + "bodies: {h: [a, k], k: [h]}\nconsent: {deal: {needs: h}}")
    assert [one.kind for one in found] == ["cyclic", "cyclic"]


def test_members_of_a_weighted_body_need_not_be_parties() -> None:
    """A cabinet's members may be named where they vote, and then in other rules."""
    more = "bodies: {h: {weights: {Ana: 2, Ben: 1}, quota: 2}}\nconsent: {deal: {needs: [a, h, Ana]}}"
    assert parse_text(TWO + more).consent["deal"].needs is not None


def test_a_file_needs_no_options_where_it_has_a_consent_rule() -> None:
    """What can be asked about consent can be read."""
    parse_text("title: t\nparties: {a: {name: A}}\nconsent: {deal: {needs: a}}")
    assert "no party has an option" in only_problem("title: t\nparties: {a: {name: A}}").what


def test_an_answer_must_be_in_its_source() -> None:
    """What an answer cites is checked as everything that is cited."""
    more = RULE + "a\n    answers: {a: {status: given, cite: nowhere}}"
    assert "no source is called 'nowhere'" in only_problem(TWO + more).what


@pytest.mark.parametrize(
    ("rule", "what"),
    [
        ("{at_least: ^x, of: [a]}", "consent > deal > needs > at_least should be a whole number"),
        ("{all_of: [a, ^{any_off: [b]}]}", "consent > deal > needs > all_of > 2 does not say what it is"),
        ("{all_of: [a, {any_of: [b], sys: ^3}]}", "'sys' is not a key Jirga knows"),
        ("^{weights: {a: 1}}", "needs either `quota` or `share`"),
        ("{weights: {a: 1}, share: ^3/2}", "should be a share above 0 and up to 1"),
    ],
)
def test_a_rule_that_cannot_be_read(rule: str, what: str) -> None:
    """The complaint names the rule's place, not the type it was read as."""
    text, place = marked(TWO + RULE + rule)
    problem = only_problem(text)
    assert what in problem.what
    assert problem.where.line == place[0]
