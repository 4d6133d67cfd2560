"""Words that turn a sentence round when one stands where the other stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

SETS = """
    gain gains gained gaining | lose loses lost losing
    better | worse
    more | less fewer
    above | below
    before | after
    within | after
    since until | after
    since | until
    except | including included
    including | excluding
    daily day days | weekly week weeks | monthly month months | yearly annually year years | hourly hour
    agree agrees agreed | refuse refuses disagree disagrees
    admit admits admitted | deny denies denied
    major | minor
    full complete | partial
    formal | informal
    direct directly | indirect indirectly
    permanent | temporary
    majority | minority
    true | false
    buy buys bought | sell sells sold
    enter enters entered | exit exits exited
    hostile | friendly
    everybody everyone anybody anyone | somebody someone
    domestic | foreign
    accept accepts accepted | reject rejects rejected refuse refuses
    support supports supported supporting | oppose opposes opposed opposing
    favour favours favor favors | oppose opposes
    open opens opened reopen reopens | close closes closed shut shuts closure
    start starts begin begins resume resumes | end ends stop stops halt halts suspend suspends
    rise rises rose risen increase increases increased | fall falls fell fallen decrease decreases decreased
    join joins joined stay stays stayed remain remains | leave leaves left
    inside | outside
    first | last
    stronger strongest | weaker weakest
    largest highest most biggest | smallest lowest least
    narrowest | widest
    friend ally allies | enemy enemies foe
    killed dead deaths died fatalities | wounded injured hurt | missing | arrested detained | displaced
    civilian civilians | soldier soldiers troops | fighter fighters militant militants insurgents
    hold holds held keep keeps kept | lose loses lost
    win wins victory | defeat defeats loss losses setback
    allow allows allowed permit permits | forbid forbids forbade prevent prevents prevented ban bans
    grant grants granted give gives given | withhold withholds withheld withdraw withdraws withdrew
    include includes | exclude excludes
    success succeeds succeeded | failure fails failed
    legal lawful | illegal unlawful
    violent | peaceful
    public publicly openly | secret secretly privately tacitly
    approve approves approved approval | veto vetoes disapprove disapproves
    together jointly | alone separately
    easier easiest | harder hardest
    cheaper | dearer
    earlier sooner | later
    increasing rising growing | decreasing falling shrinking
    north northern | south southern
    east eastern | west western
    confirmed confirms | denied disputed
"""
GROUPS = [[set(side.split()) for side in row.split("|")] for row in SETS.strip().splitlines()]


def turned(was: Counter[str], now: Counter[str]) -> Iterator[tuple[str, str]]:
    """Find words that are gone and whose opposite has come.

    >>> from collections import Counter
    >>> list(turned(Counter("it stands above all".split()), Counter("it stands below all".split())))
    [('above', 'below')]
    """
    gone, new = was - now, now - was
    for sides in GROUPS:
        for side in sides:
            others = set().union(*(one for one in sides if one is not side)) - side
            left, came = sorted(side & set(gone)), sorted(others & set(new))
            if left and came and not side & set(new):
                yield left[0], came[0]
