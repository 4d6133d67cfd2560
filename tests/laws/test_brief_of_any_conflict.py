"""Any conflict that can be solved has a brief: with options or with states, whatever it leaves unsaid."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conflicts import option_conflicts, state_conflicts
from jirga.answer.analysis import Analysis
from jirga.brief.content.lines import Line, Marker
from jirga.brief.content.notes import ENDS
from jirga.brief.content.whole import brief
from jirga.schema.conflict import Conflict

some = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def ends_in_a_marker(line: Line) -> bool:
    said = [part for part in line.parts if isinstance(part, Marker) or part.strip(ENDS)]
    return isinstance(said[-1], Marker)


@some
@given(st.one_of(option_conflicts(), state_conflicts()))
def test_any_conflict_has_a_brief_in_which_every_line_leads_somewhere(conflict: Conflict) -> None:
    written = brief(Analysis(conflict))
    keys = [line.key for line in written.lines]
    assert len(keys) == len(set(keys))
    assert all(ends_in_a_marker(line) for part in (*written.main, *written.annexes) for line in part.lines)
    assert {label for line in written.lines for one in line.markers for label in one.labels} <= {
        note.label for note in written.notes
    }
    told = " ".join(line.words for line in written.lines).lower()
    assert "predict" not in told
    assert "probab" not in told
