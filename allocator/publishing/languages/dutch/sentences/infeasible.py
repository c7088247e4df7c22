# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for why there is no division, what would make one possible, and why not another."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # Shortages.
    "{name}: no municipality is eligible for the {number} {what} that are left to divide.": (
        "{name}: geen gemeente komt in aanmerking voor de {number} {what} die nog te verdelen zijn."
    ),
    "{name}: no municipality is eligible for the {number} {what} that are left to divide, all of "
    "them amv.": (
        "{name}: geen gemeente komt in aanmerking voor de {number} {what} die nog te verdelen "
        "zijn, alle amv."
    ),
    "{name}: no municipality is eligible for the {number} {what} that are left to divide, of which "
    "{number_amv} amv.": (
        "{name}: geen gemeente komt in aanmerking voor de {number} {what} die nog te verdelen "
        "zijn, waarvan {number_amv} amv."
    ),
    "{name}: {sentence}; the rest is {number}; {sentence_gap}.": (
        "{name}: {sentence}; de restopgave is {number}; {sentence_gap}."
    ),
    "the {number} eligible municipalities can take at most {number_most} {what}{because}": (
        "de {number} gemeenten die in aanmerking komen, kunnen ten hoogste {number_most} {what} "
        "opnemen{because}"
    ),
    "the one eligible municipality can take at most {number_most} {what}{because}": (
        "de enige gemeente die in aanmerking komt, kan ten hoogste {number_most} {what} "
        "opnemen{because}"
    ),
    "the {number} eligible municipalities have to take at least {number_least} {what}{because}": (
        "de {number} gemeenten die in aanmerking komen, moeten ten minste {number_least} {what} "
        "opnemen{because}"
    ),
    "the one eligible municipality has to take at least {number_least} {what}{because}": (
        "de enige gemeente die in aanmerking komt, moet ten minste {number_least} {what} "
        "opnemen{because}"
    ),
    "{number} short": "{number} te weinig",
    "{number} short, all of them amv": "{number} te weinig, alle amv",
    "{number} short, of which {number_amv} amv": "{number} te weinig, waarvan {number_amv} amv",
    "{number} too many": "{number} te veel",
    "{number} too many, all of them amv": "{number} te veel, alle amv",
    "{number} too many, of which {number_amv} amv": "{number} te veel, waarvan {number_amv} amv",
    # Rules that exclude one another.
    "{names} has to take at least {places} and can take at most {number}{why}.": (
        "Voor {names} geldt een minimum van {places}, maar mogelijk is ten hoogste {number}{why}."
    ),
    "{names} can take at most {places} and has to take at least {number}.": (
        "Voor {names} geldt een maximum van {places}, maar nodig is ten minste {number}."
    ),
    "{names}: at most {number} municipalit[y|ies] may get {what}, and at least {number_least} have "
    "to.": (
        "{names}: ten hoogste {number} {number|gemeente mag|gemeenten mogen} {what} krijgen, en "
        "ten minste {number_least} {number_least|moet|moeten} ze krijgen."
    ),
    "The minimums asked of {names} cannot all be met within the maximums.": (
        "De minima die van {names} worden gevraagd, kunnen niet alle binnen de maxima worden "
        "gehaald."
    ),
    "The numbers were not found within the time limit of {number} seconds.": (
        "De aantallen zijn niet gevonden binnen de tijdslimiet van {number} seconden."
    ),
    # Lines of the scenario that could give way.
    "at least {places} for {name}": "ten minste {places} voor {name}",
    "at most {places} for {name}": "ten hoogste {places} voor {name}",
    "at least {places} for {name} together": "ten minste {places} voor {name} samen",
    "at most {places} for {name} together": "ten hoogste {places} voor {name} samen",
    "a minimum site of {places}": "een minimale locatie van {places}",
    "at most {number} municipalit[y|ies] with {what}": (
        "ten hoogste {number} {number|gemeente|gemeenten} met {what}"
    ),
    "at most {number} x its own share of {what} for each municipality": (
        "ten hoogste {number} x het eigen aandeel aan {what} voor elke gemeente"
    ),
    "{name} is exempted": "{name} is vrijgesteld",
    "only who counts less than its share is eligible{default}": (
        "alleen wie minder telt dan het aandeel komt in aanmerking{default}"
    ),
    "only who is named is eligible{default}": (
        "alleen wie is aangewezen, komt in aanmerking{default}"
    ),
    # No division found in time.
    "{claimants}: nothing found, for the run was interrupted; there may be a division": (
        "{claimants}: niets gevonden, want de berekening is onderbroken; er kan een verdeling zijn"
    ),
    "{claimants}: nothing found, for the time limit of {number} second[s|] passed; there may be a "
    "division": (
        "{claimants}: niets gevonden, want de tijdslimiet van {number} "
        "{number|seconde|seconden} is verstreken; er kan een verdeling zijn"
    ),
    # Why not.
    "What if {name} were exempt, so that it gets no rest places?": (
        "Wat als {name} was vrijgesteld en dus geen plaatsen uit de restopgave kreeg?"
    ),
    "What if {name} got no {what} of the rest?": (
        "Wat als {name} geen {what} van de restopgave kreeg?"
    ),
    "What if {name} got exactly {places} of the rest?": (
        "Wat als {name} precies {places} van de restopgave kreeg?"
    ),
    "What if {name} got at most {places} of the rest?": (
        "Wat als {name} ten hoogste {places} van de restopgave kreeg?"
    ),
    "What if {name} got at least {places} of the rest?": (
        "Wat als {name} ten minste {places} van de restopgave kreeg?"
    ),
    # Objectives.
    "deviation": "afwijking",
    "squared_deviation": "kwadratische afwijking",
    "left_out": "niet deelnemend",
    "undersized": "te klein",
    "moved_tasks": "verplaatste opgaven",
    "place_km": "plaats-kilometers",
    "not_taken_over": "niet overgenomen",
    "unsettled": "nog onbeslist",
    "balance": "balans",
    "sites": "locaties",
    "participants": "deelnemers",
    "small_tasks": "kleine opgaven",
}
