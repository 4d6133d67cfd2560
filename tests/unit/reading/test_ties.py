"""Which constructions state a tie between two parties, and which only speak of one."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from jirga.reading.claims import claims
from jirga.reading.tie_patterns import forms
from jirga.schema.record import Tie

DAY = dt.date(2025, 3, 7)
STATED = [
    ("The M23, which Rwanda supports, entered Goma.", "Rwanda supports M23"),
    ("Rwandan support for the M23 has grown.", "Rwanda supports M23"),
    ("The Syrian army, supported by Russian warplanes, advanced.", "Russia supports Syrian army"),
    ("The militia, trained, advised and armed by Rwanda, left.", "Rwanda supports militia"),
    ("The army retook the town with the support of Russia.", "Russia supports army"),
    ("President Bashar al-Assad's main backer, Russia, left.", "Russia supports Bashar al-Assad"),
    ("The United States provides military aid to Israel.", "United States supports Israel"),
    ("China, which sells jets to the junta, abstained.", "China supports junta"),
    ("Somalia relies on Turkey for training.", "Turkey supports Somalia"),
    ("Qatar paid $30 million to Hamas.", "Qatar funds Hamas"),
    ("The group is funded by Iran.", ""),
    ("Residents of RSF-controlled Nyala fled.", "RSF controls Nyala"),
    ("Karenni forces hold two thirds of Loikaw.", "Karenni forces controls Loikaw"),
    ("The Houthi stronghold of Saada was hit.", "Houthis controls Saada"),
    ("Kidal is in the hands of the CMA.", "CMA controls Kidal"),
    ("The rebels hold the airport.", "rebels controls airport"),
    ("Goma, which the M23 captured in January, has no power.", "M23 controls Goma"),
    ("At least 12 people died in clashes between the army and al-Shabaab.", "army opposes al-Shabaab"),
    ("The anti-Taliban National Resistance Front left.", "National Resistance Front opposes Afghan Taliban"),
    ("The TTP has waged an insurgency against the Pakistani state.", "TTP opposes Pakistan"),
    ("The RSF, at war with the army since April, left.", "RSF opposes army"),
    ("Saudi Arabia and Iran are bitter rivals.", "Saudi Arabia opposes Iran"),
    ("Wagner fighters are deployed alongside the Malian army.", "Wagner Group allied_with Malian army"),
    ("Boko Haram pledged allegiance to Islamic State.", "Boko Haram allied_with Islamic State"),
    ("Russia, Syria's main ally, left.", "Russia allied_with Syria"),
    ("Iran and its ally Hezbollah vowed to respond.", "Iran allied_with Hezbollah"),
    ("The ELN and the government resumed peace talks.", "ELN negotiates_with government"),
    ("Israel signed a ceasefire agreement with Hezbollah.", "Israel negotiates_with Hezbollah"),
    (
        "Negotiators from the Taliban and the United States met for talks in Doha.",
        "Afghan Taliban negotiates_with United States",
    ),
]
NOT_STATED = [
    "Iran denies supplying weapons to the Houthis.",
    "The United States called for talks between the government and the rebels.",
    "If Iran supports the Houthis, sanctions will follow.",
    "The Taliban said they would not negotiate with Kabul.",
    "The alliance between the ADF and the militia has collapsed.",
    "Former ally Chad has left the coalition.",
    "There is no evidence that Iran controls the Houthis.",
    "The government will hold talks with the opposition next month.",
    "Pakistan ended its support for the TTP in 2002.",
    "WFP is supporting 3 million people in Yemen.",
    "UNHCR supports refugees in Chad.",
    "Aid groups run clinics in Goma.",
    "The army holds a weekly briefing in Islamabad.",
    "Rebels held 11 soldiers captive near Goma.",
    "Police hold two suspects in the killing.",
    "The government launched a campaign against polio.",
    "Troops fought off an attack on the base.",
    "Amnesty International accused the army of killing civilians.",
    "Government forces fired on protesters in Mandalay.",
    "The committee discussed aid to Ukraine.",
    "Bosnian Serb gunners shelled Sarajevo.",
]


def ties(text: str) -> tuple[Tie, ...]:
    return claims(text, DAY)[2]


@pytest.mark.parametrize(("text", "wanted"), STATED)
def test_what_states_a_tie(text: str, wanted: str) -> None:
    """Each construction gives its tie and no other; "the group" is too vague to be one end."""
    found = [f"{one.source.name} {one.relation} {one.target.name}" for one in ties(text)]
    assert found == ([wanted] if wanted else [])


@pytest.mark.parametrize("text", NOT_STATED)
def test_what_only_speaks_of_a_tie(text: str) -> None:
    """What is denied, wished, conditional, planned or over is no tie; nor help to people, or one attack."""
    assert ties(text) == ()


def test_what_somebody_is_accused_of_is_claimed() -> None:
    """An accusation by somebody named gives a tie that is claimed, not asserted."""
    (one,) = ties("Kinshasa accuses Rwanda of backing the M23.")
    assert (one.source.name, one.relation, one.target.name) == ("Rwanda", "supports", "M23")
    assert one.status == "claimed"
    assert ties("Rwanda was accused of backing the M23.") == ()


def test_its_words_are_the_text_s_own() -> None:
    """The passage of a tie is the words from one party to the other, sign for sign."""
    text = "On Monday the Iran-backed Houthis left."
    (one,) = ties(text)
    assert one.main.quote == text[one.main.start : one.main.end] == "Iran-backed Houthis"


def test_a_list_gives_a_tie_for_each() -> None:
    """Two who back two are four ties; a tie that holds both ways is given once."""
    assert len(ties("Libya and Egypt back the RSF and the SPLM-N.")) == 4
    both = "Fighting between the RSF and the army went on. The army is at war with the RSF."
    assert len(ties(both)) == 1


def test_every_form_can_be_looked_for() -> None:
    """Every form of the list becomes a pattern with a source and a target, and hangs on some word."""
    for form in forms():
        groups = form.pattern.groupindex
        assert "A" in groups, form.pattern.pattern
        assert groups.keys() & {"B", "G", "P", "N"}, form.pattern.pattern
        assert form.words


@pytest.mark.parametrize("text", ["the RSF and the army and " * 200, "(RSF) " * 400, "Iran-backed " * 400])
def test_words_over_and_over_end(text: str) -> None:
    """Names without end are read in a time that is no cause for alarm."""
    start = time.process_time()
    ties(text)
    assert time.process_time() - start < 5
