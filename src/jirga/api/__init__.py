"""The Python face: load a conflict, solve it, explain an outcome, look at a variant."""

from jirga.api.conflict import Conflict
from jirga.api.loading import check, example, has_record, linked, load, written_in
from jirga.api.many import diff, solve_many
from jirga.api.sheets import export_positions, import_positions
from jirga.api.two_tables import Linked

__all__ = [
    "Conflict",
    "Linked",
    "check",
    "diff",
    "example",
    "export_positions",
    "has_record",
    "import_positions",
    "linked",
    "load",
    "solve_many",
    "written_in",
]
