# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch words in the slots of sentences, and how numbers, dates and places are written."""

from __future__ import annotations

from itertools import permutations

from allocator.publishing.languages.slots import Wording

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def _rows(words: dict[str, str]) -> dict[str, str]:
    """Each of these words, and each row of them: `guaranteed and likely`."""
    return {
        " and ".join(row): " en ".join(words[word] for word in row)
        for many in range(1, len(words) + 1)
        for row in permutations(words, many)
    }


_STATUS = {"guaranteed": "gegarandeerd", "likely": "kansrijk", "intended": "voorgenomen"}
_OF_PLACES = {"guaranteed": "gegarandeerde", "likely": "kansrijke", "intended": "voorgenomen"}

KEYS = {
    "published": "‘gepubliceerde aantallen’",
    "statutory": "‘wettelijk’",
    "inhabitants": "‘inwonertal’",
    "composite": "‘samengesteld’",
    "column": "‘eigen kolom’",
}

WORDS: dict[str, dict[str, str]] = {
    "kind": {"regular": "regulier", "amv": "amv"},
    "what": {
        "place": "plaats",
        "places": "plaatsen",
        "regular places": "reguliere plaatsen",
        "amv places": "amv-plaatsen",
        "regular place": "reguliere plaats",
        "amv place": "amv-plaats",
        "emergency places": "plaatsen crisisnoodopvang",
        "places of both kinds": "plaatsen van beide soorten",
        "amv and regular places": "amv-plaatsen en reguliere plaatsen",
        "both kinds": "beide soorten",
    },
    "task": {"task": "opgave", "regular task": "reguliere opgave", "amv task": "amv-opgave"},
    "status": _STATUS,
    "statuses": _rows(_STATUS),
    "phase": {"in_use": "in gebruik", "realisation": "realisatie", "planning": "planning"},
    "part": {
        "no day": "geen van die dagen valt daarin",
        "not every day": "niet al die dagen vallen daarin",
    },
    "offered": _rows(_OF_PLACES),
    "figure": {"reported": "gemeld", **_STATUS},
    "figures": _rows({"reported": "gemeld", **_STATUS}),
    "key": KEYS,
    "method": {
        "sainte_lague": "Sainte-Laguë",
        "dhondt": "D’Hondt",
        "adams": "Adams",
        "huntington_hill": "Huntington-Hill",
        "dean": "Dean",
        "largest_remainder": "grootste overschotten",
        "least_squares": "kleinste kwadraten",
    },
    "quantity": {
        "inhabitants": "inwoners",
        "households": "huishoudens",
        "income": "inkomen",
        "property value": "woningwaarde",
        "land area": "landoppervlakte",
    },
    "verdict": {"Counts": "Telt mee", "Does not count": "Telt niet mee"},
    "rounded": {
        "rounded to the nearest whole number": "rekenkundig afgerond",
        "rounded down": "naar beneden afgerond",
        "rounded up": "naar boven afgerond",
        "rounded at the geometric mean of the whole numbers around it": (
            "afgerond bij het meetkundig gemiddelde van de omliggende gehele getallen"
        ),
        "rounded at the harmonic mean of the whole numbers around it": (
            "afgerond bij het harmonisch gemiddelde van de omliggende gehele getallen"
        ),
    },
    "bounded": {"": "", ", within the bounds of each": ", binnen ieders grenzen"},
    "squares": {"": "", " (squares)": " (in kwadraten)"},
    "within": {"region": "regio", "province": "provincie"},
    "because": {
        "": "",
        ", as only so many municipalities may take part": (
            ", omdat slechts een beperkt aantal gemeenten mag deelnemen"
        ),
        ", as each takes none or comes to the minimum site": (
            ", omdat elke gemeente geen plaatsen krijgt of ten minste de minimale locatie haalt"
        ),
        ", as only so many municipalities may take part, as each takes none or comes to the "
        "minimum site": (
            ", omdat slechts een beperkt aantal gemeenten mag deelnemen en elke gemeente geen "
            "plaatsen krijgt of ten minste de minimale locatie haalt"
        ),
        ", as what each realises stays within a part of its own share": (
            ", omdat wat elke gemeente realiseert binnen een deel van haar eigen aandeel blijft"
        ),
        ", as only so many municipalities may take part, as what each realises stays within a part of its own share": (
            ", omdat slechts een beperkt aantal gemeenten mag deelnemen en omdat wat elke gemeente realiseert binnen een deel van haar eigen aandeel blijft"
        ),
        ", as each takes none or comes to the minimum site, as what each realises stays within a part of its own share": (
            ", omdat elke gemeente geen plaatsen krijgt of ten minste de minimale locatie haalt en omdat wat elke gemeente realiseert binnen een deel van haar eigen aandeel blijft"
        ),
        ", as only so many municipalities may take part, as each takes none or comes to the minimum site, as what each realises stays within a part of its own share": (
            ", omdat slechts een beperkt aantal gemeenten mag deelnemen en omdat elke gemeente geen plaatsen krijgt of ten minste de minimale locatie haalt en omdat wat elke gemeente realiseert binnen een deel van haar eigen aandeel blijft"
        ),
        ", as the rest is divided pro rata to weight and none has any": (
            ", omdat de restopgave naar rato van het gewicht wordt verdeeld en geen ervan gewicht "
            "heeft"
        ),
    },
    "why": {
        "": "",
        ", for it is not eligible": ", want deze gemeente komt niet in aanmerking",
        ", for nobody there is eligible": ", want niemand daar komt in aanmerking",
        ", for it takes none or comes to the minimum site": (
            ", want het zijn óf geen plaatsen, óf ten minste de minimale locatie"
        ),
    },
    "default": {"": "", " (the default)": " (de standaardinstelling)"},
}

WORDING = Wording(
    thousands=".",
    comma=",",
    months=MONTHS,
    dates=(
        "van {first} tot en met {last}",
        "vanaf {first}, zonder einddatum",
        "vanaf het begin tot en met {last}",
        "vanaf het begin, zonder einddatum",
    ),
    counted={
        "": ("plaats", "plaatsen"),
        "regular": ("reguliere plaats", "reguliere plaatsen"),
        "amv": ("amv-plaats", "amv-plaatsen"),
        "emergency": ("plaats crisisnoodopvang", "plaatsen crisisnoodopvang"),
    },
    minors=" waarvan {amv} amv",
    listed="en",
    taken="van",
    claimants={
        " regular": " regulier",
        " (regular)": " (regulier)",
        " (both kinds)": " (beide soorten)",
        "all other provinces together": "alle andere provincies samen",
    },
    arithmetic={
        **WORDS["rounded"],
        "rounded down to its whole part": "naar beneden afgerond op het gehele deel",
        "one of the places left": "een van de overgebleven plaatsen",
        "rounded at the products x (x + 1)": "afgerond bij de producten x (x + 1)",
        " or ": " of ",
        "at least": "ten minste",
        "at most": "ten hoogste",
        "by bound": "door een grens",
        "by lot": "door loting",
    },
)
