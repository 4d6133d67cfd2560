"""Words of Jirga's own forms, and what in a structured place is no sentence."""

from __future__ import annotations

import re

OPERATORS = {"and", "or", "implies", "iff", "+", ",", "<=", ">="}
WORDS = re.compile(r"[\w.#:'-]+|<=|>=|[+,]")
SENTENCE = 4


def terse(line: str) -> bool:
    """Whether a line is few words, or words with signs of logic between them: no sentence.

    >>> terse("party:kp"), terse("open and not (pay or arm)"), terse("State would leave it at once")
    (True, True, False)
    """
    words = [word for word in WORDS.findall(line) if word != "not"]
    return len(words) < SENTENCE or all(word in OPERATORS for word in words[1::2])


OWN_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        act address aliases amber annexes answers app approvals argued asserted assumed author basis body
        bottom brief by certainty chars check cite cited claim claimant claims clear column conditional
        conflict consent core counted deal delivers denied description document does drawing edge end
        expectation extractor false figure file footer footnotes formal format generator given green
        handling hands head heading hedged hold holds how id impossible incident indicators influences into
        issue issues item jirga key kind kinds known label language leave level licence line lines linkage
        linkages main mandate mark media merely meta modality most must name names needs no node note notes
        number of offer offers option options outcome outcomes package packages part parts party passage
        passages per period person place position positions prefix published publisher question quote quoted
        quotes reader red ref relation reported result retracted review reviews role rows said salience says
        scale seal settings sheet short source sourced sources speaker stakeholders stance standards start
        state stated states status step strongly style styles suffix svg table taken target text tie title
        topic true type unit unknown unlock value values variant variants version via view viewport votes
        want wants watch way weights why width word words workbook worksheets would yes
        """,
    )
)
