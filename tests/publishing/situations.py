# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Scenarios that together bring in every branch of what the program says."""

from __future__ import annotations

from pathlib import Path

from tests.filled import FILLED

OVERIJSSEL = "overijssel-2024"
NETHERLANDS = "nederland-2024"
OFFERS = "municipality,site,kind,places,available_from,available_until,status\n"
EXCHANGES = (
    "id,giver,taker,kind,places,from,until,extendable,against,condition,condition_municipality,"
    "condition_places,condition_on,promised_places,promised_on\n"
)
PLEDGE = (
    "pooled_offers: [{name: bundel, status: likely, region: Twente, places: {regular: 90, amv: 4}, "
    "candidates: [Borne, Losser]%s}]\n"
)

EXCEPTED = (
    "distribution.exempt=[{municipality: Borne, reason: reached_number, source: a letter}, "
    "{municipality: Ommen, reason: special_effort, source: a letter, note: ten years}]"
)

OVERRIDES: dict[str, tuple[str, ...]] = {
    **{
        f"method {name}": (OVERIJSSEL, f"distribution.method={name}")
        for name in ("largest_remainder", "dhondt", "adams", "huntington_hill", "dean")
    },
    "largest remainder without remainders": (
        OVERIJSSEL,
        "distribution={method: largest_remainder, eligible: named, named: [Borne]}",
    ),
    "limits": (
        OVERIJSSEL,
        "distribution.limits.Borne={amv: {min: 30}, total: {max: 90}}",
        "distribution.limits.Kampen={regular: {max: 4}}",
    ),
    "limits of a region": (
        OVERIJSSEL,
        "distribution.region_limits={Twente: {regular: {max: 190}, total: {min: 420}}}",
        "distribution.method=adams",
    ),
    "minimum sites": (OVERIJSSEL, "distribution.minimum_site={regular: 30, amv: 20}"),
    "a cap, and exceptions for a reason": (
        OVERIJSSEL,
        'distribution.cap={regular: "11/10", amv: "6/5"}',
        EXCEPTED,
        "distribution.limits={Almelo: {regular: {max: 3}}}",
    ),
    "a cap that does not hold the rest": (OVERIJSSEL, 'distribution.cap={amv: "1/2"}'),
    "most participants": (OVERIJSSEL, "distribution.most_participants={regular: 5, amv: 4}"),
    "exempt, by the gap, by region": (
        OVERIJSSEL,
        "distribution={by: region, base: gap, exempt: [Borne]}",
    ),
    "named": (OVERIJSSEL, "distribution={eligible: named, named: [Borne, Almelo]}"),
    "all": (OVERIJSSEL, "distribution={eligible: all, per_kind: false}"),
    "both kinds together": (OVERIJSSEL, "distribution.per_kind=false"),
    "fewer places than claimants": (
        "overijssel-2026",
        "unlocated_offers=[{province: PV23, places: {regular: 3600, amv: 365}}]",
        "distribution.method=adams",
    ),
    "composite": (
        "overijssel-2022",
        'key={name: composite, parts: {income: "1/3", inhabitants: "1/3", households: "1/3"}}',
    ),
    "conditions are required": (OVERIJSSEL, "exchanging.conditions=require"),
    "on one day": (OVERIJSSEL, "counting.available={on: 2026-02-02}"),
    "long enough and large enough": (
        OVERIJSSEL,
        "counting={minimum_months: 60, minimum_site: {regular: 150, amv: 20}}",
    ),
    "lots": (OVERIJSSEL, "distribution.lots=[Wierden, Oldenzaal, Hengelo, Borne, Zwolle, Ommen]"),
    "merging anywhere": (
        NETHERLANDS,
        "provinces=[PV23, PV24]",
        "merging={within: any, contiguous: false, minimum_site: {regular: 200, amv: 40}}",
    ),
    "sites that few reach": (OVERIJSSEL, "merging.minimum_site={regular: 260, amv: 120}"),
    "no room limit, offers join in": (OVERIJSSEL, "merging={room: null, include_offers: true}"),
    "proposals": (
        OVERIJSSEL,
        "merging.forbidden=[[Borne, Wierden]]",
        (
            "merging.proposed=[{kind: amv, host: Almelo, members: [Borne, Tubbergen]}, "
            "{kind: regular, host: Zwolle, members: [Ommen]}]"
        ),
    ),
    "groups of nobody": (OVERIJSSEL, "merging.max_members=1"),
    "in a hurry": (
        OVERIJSSEL,
        "distribution.minimum_site={regular: 30, amv: 30}",
        "distribution.region_limits={Twente: {total: {min: 300, max: 310}, amv: {max: 150}}}",
        "solver.time_limit_seconds=0.001",
    ),
    "emergency places within the task": (
        "overijssel-2022",
        "emergency={minimum: {Twente: 2200, IJsselland: 450}, counts: within_task}",
        "emergency.available.IJsselland=20",
    ),
    "emergency places of a report": (
        OVERIJSSEL,
        "unlocated_offers=[{province: PV23, places: {regular: 60, amv: 8}}]",
        "emergency={minimum: {Twente: 450}, counts: within_task}",
    ),
    "emergency places without a division": (
        OVERIJSSEL,
        "distribution.eligible=named",
        "emergency={minimum: {Twente: 450}, counts: within_task}",
    ),
    "another national total": (
        OVERIJSSEL,
        "task.national_total=76000",
        "distribution.by=region",
        "key={name: published, missing: {fill: inhabitants, within: region}}",
    ),
    "another national total of tasks that are not published": (
        FILLED,
        "provinces=[PV23, PV29]",
        "task.national_total=76000",
    ),
    "the published national total": (NETHERLANDS, "provinces=[PV29]", "task.national_total=96000"),
    "amv as known": (NETHERLANDS, "provinces=[PV23, PV29]", "task.missing_amv=as_known"),
    "filled within a province": (
        OVERIJSSEL,
        "key={name: published, missing: {fill: statutory, within: province}}",
    ),
    "takeovers, drawn": (
        NETHERLANDS,
        "national={takeover: proportional, neighbours_only: true}",
        "national.lots=[Noord-Holland, Overijssel, Limburg, Noord-Brabant, Flevoland]",
        "provinces=[PV23, PV24, PV27, PV30, PV31]",
        (
            "unlocated_offers=[{province: PV23, places: {regular: 5686, amv: 538}}, "
            "{province: PV24, places: {regular: 2335, amv: 207}}, "
            "{province: PV27, places: {regular: 14808, amv: 1381}}, "
            "{province: PV30, places: {regular: 13544, amv: 1245}}, "
            "{province: PV31, places: {regular: 5081, amv: 480}}]"
        ),
    ),
    "takeovers that could be others": (
        NETHERLANDS,
        "national.takeover=least_distance",
        "provinces=[PV20, PV24, PV28, PV29]",
        (
            "unlocated_offers=[{province: PV20, places: {regular: 2849, amv: 263}}, "
            "{province: PV24, places: {regular: 2237, amv: 207}}, "
            "{province: PV28, places: {regular: 18900, amv: 1752}}, "
            "{province: PV29, places: {regular: 1927, amv: 179}}]"
        ),
    ),
    "settings without effect": (
        OVERIJSSEL,
        "distribution={eligible: all, named: [Borne], per_kind: false}",
        "key={name: inhabitants, raming: '2024', missing: {fill: published}}",
        "pooled_offers.0.status=intended",
        "pooled_offers.0.fallen_through=[Losser]",
        "national={neighbours_only: true}",
    ),
    "plans that fall through": (OVERIJSSEL, "pooled_offers.1.fallen_through=[Zwolle, Dalfsen]"),
    "offers that change": (
        OVERIJSSEL,
        "offer_changes=[{line: 2, municipality: Almelo, realised: false}]",
    ),
    # No division.
    "nobody is eligible": (OVERIJSSEL, "distribution.eligible=named"),
    "one is eligible": (
        OVERIJSSEL,
        "distribution={eligible: named, named: [Almelo], exempt: [Enschede]}",
        "distribution.limits={Almelo: {regular: {max: 90}}}",
    ),
    "too large a site": (OVERIJSSEL, "distribution.minimum_site.amv=2000"),
    "too few participants": (
        OVERIJSSEL,
        "distribution.most_participants.amv=2",
        "distribution.region_limits={Twente: {amv: {max: 20}}, IJsselland: {amv: {max: 20}}}",
    ),
    "limits of regions that leave too little": (
        OVERIJSSEL,
        "distribution.by=region",
        "distribution.region_limits={Twente: {total: {max: 300}}, IJsselland: {amv: {min: 300}}}",
    ),
    "more is asked than there is": (
        OVERIJSSEL,
        "distribution.limits={Borne: {total: {min: 2000}}}",
    ),
    "a minimum of whoever is barred": (
        OVERIJSSEL,
        "distribution.limits={Almelo: {regular: {min: 3}}}",
    ),
    "a minimum above a maximum": (
        OVERIJSSEL,
        "distribution.limits={Borne: {regular: {min: 200}, total: {max: 100}}}",
    ),
    "a minimum below a site": (
        OVERIJSSEL,
        "distribution.limits={Borne: {amv: {min: 5, max: 8}}}",
        "distribution.minimum_site.amv=20",
    ),
    "minimums above a region": (
        OVERIJSSEL,
        "distribution.limits={Borne: {amv: {min: 60}}, Enschede: {amv: {min: 50}}}",
        "distribution.region_limits={Twente: {amv: {max: 100}}}",
    ),
    "minimums that exclude one another": (
        OVERIJSSEL,
        "distribution={eligible: named, named: [Borne, Losser, Zwolle]}",
        "distribution.limits={Borne: {total: {max: 50}}, Losser: {total: {max: 50}}}",
        "distribution.region_limits={Twente: {regular: {min: 60}, amv: {min: 60}}}",
    ),
    "minimums of more than may take part": (
        OVERIJSSEL,
        "distribution.most_participants.amv=1",
        "distribution.limits={Borne: {amv: {min: 6}}, Enschede: {amv: {min: 5}}}",
    ),
    "nobody has weight": (
        OVERIJSSEL,
        "distribution={base: gap, eligible: named, named: [Almelo]}",
    ),
    "no time to say why": (
        OVERIJSSEL,
        "distribution.eligible=named",
        "solver.time_limit_seconds=0.0001",
    ),
}
"""By name: a packaged scenario and the lines that are set."""

WRITTEN: dict[str, dict[str, str]] = {
    "offers of many kinds": {
        "offers.csv": f"{OFFERS}"
        "Borne,hal,regular,999,,,guaranteed\n"
        "Losser,,regular,999,2025-01-01,2026-01-01,guaranteed\n"
        "Losser,,amv,30,,2026-01-01,likely\n"
        "Almelo,,amv,1,2025-01-01,,intended\n",
        "mine.yaml": "offers: offers.csv\ncounting: {minimum_months: 6}\n" + PLEDGE % "",
    },
    "a pledge with a window": {
        "offers.csv": f"{OFFERS}Borne,,amv,1,,,guaranteed\n",
        "mine.yaml": "offers: offers.csv\ncounting: {available: {from: 2026-01-01, until: "
        "2026-12-31}}\n" + PLEDGE % ", available: {until: 2025-01-01}",
    },
    "exchanges": {
        "exchanges.csv": f"{EXCHANGES}"
        "een,Almelo,Borne,regular,80,2024-02-01,2026-02-01,yes,,,Borne,500,2025-10-01,,\n"
        "twee,Hardenberg,Ommen,regular,100,2024-02-01,,no,,,Ommen,100,2025-10-01,90,2026-01-01\n"
        "drie,Dronten,Zwolle,amv,1,2024-02-01,2026-02-01,no,,,Dronten,5,2025-10-01,,\n",
        "mine.yaml": "extends: overijssel-2024\nexchange_file: exchanges.csv\n"
        "exchanges: [een, twee, drie]\n",
    },
    "exchanges that are required to be met": {
        "exchanges.csv": f"{EXCHANGES}"
        "een,Almelo,Borne,regular,80,2024-02-01,2026-02-01,no,,,Borne,500,2025-10-01,,\n"
        "twee,Almelo,Wierden,regular,20,2025-12-01,2026-02-01,no,,,,,,,\n",
        "mine.yaml": "extends: overijssel-2024\nexchange_file: exchanges.csv\n"
        "exchanges: [een, twee]\nexchanging: {conditions: require}\n",
    },
    "an exchange of a candidate": {
        "exchanges.csv": f"{EXCHANGES}"
        "een,Almelo,Losser,regular,80,2024-02-01,2026-02-01,no,,,,,,,\n",
        "mine.yaml": "extends: overijssel-2024\nexchange_file: exchanges.csv\nexchanges: [een]\n",
    },
    "status holders": {
        "exchanges.csv": f"{EXCHANGES}"
        "een,Almelo,Borne,regular,80,2024-02-01,2026-02-01,no,status_holders,,Borne,5,2025-10-01,,\n"
        "twee,Almelo,Wierden,regular,8,2024-02-01,2026-02-01,no,status_holders,,,,,,\n",
        "mine.yaml": "extends: overijssel-2024\nexchange_file: exchanges.csv\n"
        "exchanges: [een, twee]\nexchanging: {places_per_status_holder: 4, "
        "status_holders: {Almelo: 60, Borne: 20}}\n",
    },
    "Ukrainians": {
        "exchanges.csv": f"{EXCHANGES}"
        "een,Almelo,Borne,regular,80,2024-02-01,2026-02-01,no,ukrainians,,,,,,\n",
        "mine.yaml": "extends: overijssel-2024\nexchange_file: exchanges.csv\n"
        "exchanges: [een]\nexchanging: {places_per_ukrainian: 2, "
        "ukrainians: {Almelo: 60, Borne: 20}}\n",
    },
    "Ukrainians of unknown number": {
        "exchanges.csv": f"{EXCHANGES}"
        "een,Almelo,Borne,regular,80,2024-02-01,2026-02-01,no,ukrainians,,,,,,\n",
        "mine.yaml": "extends: overijssel-2024\nexchange_file: exchanges.csv\n"
        "exchanges: [een]\nexchanging: {places_per_ukrainian: 2}\n",
    },
    "a column of its own": {
        "weights.csv": "municipality,gewicht\nAlmelo,7\nBorne,2.5\n",
        "mine.yaml": "extends: overijssel-2024\nkey: {name: column, file: weights.csv, column: "
        "gewicht, missing: {fill: inhabitants, within: province}}\n",
    },
    "nobody has weight in a region": {
        "weights.csv": "municipality,gewicht\nAlmelo,1\n",
        "mine.yaml": "key: {name: column, file: weights.csv, column: gewicht, missing: {fill: "
        "inhabitants}}\ndistribution: {by: region, eligible: all}\n",
    },
}
"""By name: files that somebody wrote; the scenario is `mine.yaml`."""


def written(name: str, folder: Path) -> Path:
    """The scenario of a situation, with its files in a folder."""
    for file, text in WRITTEN[name].items():
        (folder / file).write_text(text, encoding="utf-8")
    return folder / "mine.yaml"
