"""A case is a folder that holds one question: the record, the conflict file, the event data, the briefs."""

from jirga.case.opening import Case, is_case, new_case, open_case
from jirga.case.standing import Verified

__all__ = ["Case", "Verified", "is_case", "new_case", "open_case"]
