"""Words with which an English sentence begins and which name nobody."""

from __future__ import annotations

BEGIN = """
    a about above according accordingly actually after afterwards again against all almost alone along
    already also although always among an and another any anybody anyone anything apart apparently are
    as at away back because before behind below beside besides best better between beyond both but by
    can cannot certainly clearly come could currently despite did do does doing done down during each
    earlier either else elsewhere enough especially even ever every everybody everyone everything except
    few fewer finally first for former formerly from further furthermore generally given had half has
    have he hence her here his how however i if in indeed instead into is it its just last lastly later
    latter less lest like likely little long look many maybe me meanwhile merely might mine more
    moreover most mostly much must my namely near nearly neither never nevertheless next no nobody none
    nonetheless nor not note nothing notwithstanding now nowhere of off often on once one only or other
    others otherwise our out outside over overall part perhaps please possibly presently probably
    provided put quite rather recently regarding right same second secondly see seldom several shall she
    should since so some somebody someone something sometimes soon still such supposing taken than that
    the their them then there thereafter thereby therefore these they third thirdly this those though
    through throughout thus till to today together tomorrow too toward towards under unless unlike until
    up upon upwards us usually very was we were what whatever when whenever where whereas wherever
    whether which whichever while who whoever whom whose why will with within without worse would yes
    yesterday yet you your
"""
CARRY = "would could will is was has had does did may might can cannot must should are were have do"
SINGULAR = frozenset({"is", "was", "has", "does"})
OPENERS = frozenset(BEGIN.split())
VERBS = frozenset(CARRY.split())
"""What follows a name that begins a sentence."""
