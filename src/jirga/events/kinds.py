"""The event sets that are known here: their columns, their licences, and how late they come."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Licence:
    """What may be done with a set.

    Attributes
    ----------
    name : str
        The licence, or in a few words what its maker allows.
    passed_on : bool
        Whether its rows may be given to others.
    cite : str
        What its maker asks to be cited.
    """

    name: str
    passed_on: bool
    cite: str


@dataclass(frozen=True)
class Kind:
    """One maker's event data.

    Attributes
    ----------
    id, title : str
        A short name for files, and the name to show.
    needed : tuple of str
        The columns without which it cannot be counted, as `tidy` writes them.
    renamed : dict of str to str
        Other names that a column has had.
    licence : Licence
        What may be done with it.
    lag : str
        How late it comes, and how it changes afterwards: a sentence.
    caution : str
        What a reader of its counts should know: a sentence.
    deaths : bool
        Whether it says how many died.
    ends : bool
        Whether it says how few and how many at the least and most.
    unsided : bool
        Whether the dead of unknown side may have been of any side.
    lethal_only : bool
        Whether it holds only events in which somebody died.
    codepage : str
        What it is read as where it is not UTF-8; empty if it is then refused.
    """

    id: str
    title: str
    needed: tuple[str, ...]
    licence: Licence
    lag: str
    caution: str
    renamed: dict[str, str] = field(default_factory=dict)
    deaths: bool = True
    ends: bool = False
    unsided: bool = False
    lethal_only: bool = False
    codepage: str = ""


def words(text: str) -> tuple[str, ...]:
    """Cut a text into its words."""
    return tuple(text.split())


# The order of the 49 columns, for the candidate files that were published without a header (24.0.1).
GED_COLUMNS = words(
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id "
    "side_b number_of_sources source_article source_office source_date source_headline source_original "
    "where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid "
    "country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b "
    "deaths_civilians deaths_unknown best high low gwnoa gwnob"
)

GED = Kind(
    "ged",
    "UCDP GED",
    words(
        "id type_of_violence side_a side_b where_prec where_coordinates adm_1 adm_2 latitude longitude "
        "country date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown "
        "best high low"
    ),
    Licence("CC BY 4.0", passed_on=True, cite="Sundberg and Melander 2013, and UCDP's report of that year"),
    "UCDP publishes a year about the middle of the next, and candidate events about a month late; "
    "both are revised in the next release.",
    "It holds only events in which organised violence killed somebody, be it by its highest estimate alone, "
    "and reads the same press as national counts do: it is not independent of them.",
    ends=True,
    unsided=True,
    lethal_only=True,
)
ACLED = Kind(
    "acled",
    "ACLED",
    words(
        "event_id_cnty event_date time_precision event_type sub_event_type actor1 actor2 country admin1 "
        "admin2 location latitude longitude geo_precision fatalities"
    ),
    Licence("ACLED's terms of use", passed_on=False, cite="Raleigh et al. 2010"),
    "ACLED publishes about a week late and goes on changing and removing events: download it again.",
    "Deaths are one number for both sides, without low and high; 0 may mean that nothing was reported.",
)
GTD = Kind(
    "gtd",
    "GTD",
    words(
        "eventid iyear imonth iday country_txt provstate city latitude longitude specificity "
        "attacktype1_txt target1 gname nkill nkillter"
    ),
    Licence("START's terms of use", passed_on=False, cite="START 2022"),
    "The public set ends in 2020 or 2021 and is not updated.",
    "It holds what its makers count as terrorism. Its deaths have no low and high.",
    codepage="cp1252",
)
POLECAT = Kind(
    "polecat",
    "POLECAT",
    words(
        "event_id event_date event_type intensity actor_name recipient_name placename city district "
        "province country latitude longitude"
    ),
    # Its page was not at hand, so nothing is passed on.
    Licence("not known here: see doi:10.7910/DVN/AJGVIT", passed_on=False, cite="Halterman et al. 2023"),
    "POLECAT publishes about a week late.",
    "A program codes it from news: one event may stand in it several times, and some never happened. "
    "It counts no deaths.",
    renamed={"event_intensity": "intensity"},
    deaths=False,
)
KINDS = {kind.id: kind for kind in (GED, ACLED, GTD, POLECAT)}


def tidy(name: str) -> str:
    """Write a column's name in one way.

    >>> tidy(" Event ID")
    'event_id'
    """
    return name.strip().casefold().replace(" ", "_")
