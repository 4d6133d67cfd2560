"""Event data made up for tests, in the exact layouts of their makers: no row of ACLED or GTD is real."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path


def cut(names: str, sign: str = ",") -> list[str]:
    """Cut a header into its names."""
    return names.split(sign)


GED = cut(
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
    "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,"
    "source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,"
    "latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,"
    "date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob"
)
HXL_GED = [*GED[:34], "iso3", *GED[34:]]
OLD_GED = cut(
    "id,year,active_year,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,"
    "side_a_new_id,gwnoa,side_a,side_b_new_id,gwnob,side_b,number_of_sources,source_article,"
    "source_office,source_date,source_headline,source_original,where_prec,where_coordinates,adm_1,"
    "adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,"
    "date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,low,best,high"
)
ACLED = cut(
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,"
    "fatalities,tags,timestamp"
)
GTD = cut(
    "eventid,iyear,imonth,iday,approxdate,extended,resolution,country,country_txt,region,region_txt,"
    "provstate,city,latitude,longitude,specificity,vicinity,location,summary,crit1,crit2,crit3,"
    "doubtterr,alternative,alternative_txt,multiple,success,suicide,attacktype1,attacktype1_txt,"
    "attacktype2,attacktype2_txt,attacktype3,attacktype3_txt,targtype1,targtype1_txt,targsubtype1,"
    "targsubtype1_txt,corp1,target1,natlty1,natlty1_txt,targtype2,targtype2_txt,targsubtype2,"
    "targsubtype2_txt,corp2,target2,natlty2,natlty2_txt,targtype3,targtype3_txt,targsubtype3,"
    "targsubtype3_txt,corp3,target3,natlty3,natlty3_txt,gname,gsubname,gname2,gsubname2,gname3,"
    "gsubname3,motive,guncertain1,guncertain2,guncertain3,individual,nperps,nperpcap,claimed,claimmode,"
    "claimmode_txt,claim2,claimmode2,claimmode2_txt,claim3,claimmode3,claimmode3_txt,compclaim,"
    "weaptype1,weaptype1_txt,weapsubtype1,weapsubtype1_txt,weaptype2,weaptype2_txt,weapsubtype2,"
    "weapsubtype2_txt,weaptype3,weaptype3_txt,weapsubtype3,weapsubtype3_txt,weaptype4,weaptype4_txt,"
    "weapsubtype4,weapsubtype4_txt,weapdetail,nkill,nkillus,nkillter,nwound,nwoundus,nwoundte,property,"
    "propextent,propextent_txt,propvalue,propcomment,ishostkid,nhostkid,nhostkidus,nhours,ndays,divert,"
    "kidhijcountry,ransom,ransomamt,ransomamtus,ransompaid,ransompaidus,ransomnote,hostkidoutcome,"
    "hostkidoutcome_txt,nreleased,addnotes,scite1,scite2,scite3,dbsource,INT_LOG,INT_IDEO,INT_MISC,"
    "INT_ANY,related"
)
POLECAT = cut(
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|"
    "Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|"
    "Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|"
    "Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|"
    "Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|"
    "Story People|Story Organizations|Story Locations|Language|Version",
    "|",
)


def ged(number: int = 1, **said: object) -> dict[str, object]:
    """One event of GED: 1 March 2021, one civilian dead, unless said otherwise; `best` follows the deaths."""
    row: dict[str, object] = {
        "id": number,
        "year": 2021,
        "type_of_violence": 1,
        "side_a": "Government",
        "side_b": "Movement",
        "where_prec": 1,
        "where_coordinates": "Old Town",
        "adm_1": "North",
        "adm_2": "Upper",
        "latitude": 34.1,
        "longitude": 71.2,
        "country": "Land",
        "date_prec": 1,
        "date_start": "2021-03-01",
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": 1,
        "deaths_unknown": 0,
        "number_of_sources": 1,
        "source_article": 'one\n"two", three',
        **said,
    }
    parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    row.setdefault("best", sum(int(str(row[one])) for one in parts))
    return {"date_end": row["date_start"], "low": row["best"], "high": row["best"], **row}


def acled(number: int = 1, **said: object) -> dict[str, object]:
    """One event of ACLED."""
    return {
        "event_id_cnty": f"LND{number}",
        "event_date": "2025-03-03",
        "year": 2025,
        "time_precision": 1,
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "actor1": "Movement",
        "assoc_actor_1": "Friends; Cousins",
        "actor2": "Forces of Land",
        "country": "Land",
        "admin1": "North",
        "admin2": "Upper",
        "location": "Old Town",
        "latitude": "34.1",
        "longitude": "71.2",
        "geo_precision": 1,
        "fatalities": 2,
        "notes": "made up,\nfor a test",
        **said,
    }


def gtd(number: int = 1, **said: object) -> dict[str, object]:
    """One incident of GTD."""
    return {
        "eventid": 201900000000 + number,
        "iyear": 2019,
        "imonth": 5,
        "iday": 7,
        "country_txt": "Land",
        "provstate": "North",
        "city": "Old Town",
        "latitude": 34.1,
        "longitude": 71.2,
        "specificity": 1,
        "attacktype1_txt": "Bombing/Explosion",
        "target1": "Post",
        "gname": "Movement",
        "nkill": 3,
        "nkillter": 1,
        "nwound": -9,
        "summary": "made up",
        **said,
    }


def polecat(number: int = 1, **said: object) -> dict[str, object]:
    """One event of POLECAT."""
    return {
        "Event ID": f"e{number}",
        "Event Date": "2023-01-02",
        "Event Type": "CONSULT",
        "Intensity": "3.0",
        "Actor Name": "Movement",
        "Recipient Name": "Government",
        "Country": "LND",
        "Placename": "Old Town",
        "Province": "North",
        "District": "Upper",
        "Latitude": "34.1",
        "Longitude": "71.2",
        "Contexts": "peace;\nborder",
        **said,
    }


HEADERS: Mapping[str, list[str]] = {"ged": GED, "acled": ACLED, "gtd": GTD, "polecat": POLECAT}
EVENTS = {"ged": ged, "acled": acled, "gtd": gtd, "polecat": polecat}


def table(header: Iterable[str], rows: Iterable[Mapping[str, object]], delimiter: str = ",") -> str:
    """Write rows under a header, as the makers' exports do."""
    header, out = list(header), io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([row.get(name, "") for name in header] for row in rows)
    return out.getvalue()


def text_of(kind: str, rows: Iterable[Mapping[str, object]]) -> str:
    """Write rows of one kind."""
    return table(HEADERS[kind], rows, "\t" if kind == "polecat" else ",")


def file_of(folder: Path, kind: str, *rows: Mapping[str, object], name: str = "events.csv") -> Path:
    """Put rows of one kind into a file."""
    path = folder / name
    path.write_text(text_of(kind, rows), encoding="utf-8", newline="")
    return path
