# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for the letter of the law: numbers from the national need, tasks as their sum."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # Notices.
    "the tasks follow the indicative numbers: that of a province is the sum of its "
    "municipalities' (art. 2.1(2) of the Decree)": (
        "de opgaven volgen de indicatieve aantallen: die van een provincie is de optelsom van haar "
        "gemeenten (art. 2.1 lid 2 van het Besluit)"
    ),
    "the tasks follow the key: each municipality has the national need, {places}, x its weight / "
    "the weights of all {number}, rounded by itself (art. 2.1(3) and art. 2.2(1) of the "
    "Decree), and a province the sum of its municipalities (art. 2.1(2)); all numbers of the "
    "country add up to {places_together}, which is left so": (
        "de opgaven volgen de verdeelsleutel: elke gemeente krijgt de landelijke behoefte, "
        "{places}, x haar gewicht / de gewichten van alle {number}, op zichzelf afgerond "
        "(art. 2.1 lid 3 en art. 2.2 lid 1 van het Besluit), en een provincie de optelsom van haar "
        "gemeenten (art. 2.1 lid 2); "
        "alle aantallen van het land tellen op tot {places_together}, en dat blijft zo"
    ),
    "the task stays that of the raming although the key is {key}: what it would be by the letter "
    "of the law is not known, as the key does not weigh every municipality of the country": (
        "de opgave blijft die van de raming, hoewel de verdeelsleutel {key} is: wat zij naar de "
        "letter van de wet zou zijn, is niet bekend, omdat de verdeelsleutel niet alle gemeenten "
        "van het land weegt"
    ),
    "the task of {name} stays that of the raming, {places}; by the letter of the law (art. "
    "2.1(2) of the Decree) this key and need would give it {places_key}: {path} asks for that": (
        "de opgave van {name} blijft die van de raming, {places}; naar de letter van de wet "
        "(art. 2.1 lid 2 van het Besluit) zouden deze verdeelsleutel en behoefte "
        "{places_key} geven: {path} vraagt daarom"
    ),
    "the national amv need is an estimate, {number} x {number_part} / {number_whole} = "
    "{number_amv} to the nearest whole place: for a need of {number_again} places in raming {path} "
    "none is published": (
        "de landelijke amv-behoefte is een schatting, {number} x {number_part} / {number_whole} = "
        "{number_amv}, afgerond op een hele plaats: bij een behoefte van {number_again} plaatsen "
        "is in raming {path} geen aantal gepubliceerd"
    ),
    "{name}: the task here is {places}, published is {places_published} ({path})": (
        "{name}: de opgave is hier {places}, gepubliceerd is {places_published} ({path})"
    ),
    "{name}: the indicative number is {places} in {path}, published is {places_published} "
    "({path_published})": (
        "{name}: het indicatieve aantal is {places} in {path}, gepubliceerd is {places_published} "
        "({path_published})"
    ),
    "a what-if: the national total of raming {path} is {number_published}, and here {number} "
    "({path_where}). The key shares it out; official numbers of municipalities are not of it": (
        "een wat-als-berekening: het landelijke totaal van raming {path} is {number_published}, en "
        "hier {number} ({path_where}). De verdeelsleutel verdeelt het; officiële aantallen van "
        "gemeenten horen er niet bij"
    ),
    "the tasks follow the key": "de opgaven volgen de verdeelsleutel",
    "the key takes the numbers of raming {path}": (
        "de verdeelsleutel neemt de aantallen van raming {path}"
    ),
    "the tasks of {names} follow the key, those of {names_other} the raming: a difference is of "
    "both. Alike they are with {path}, or {path_other}, in every run": (
        "de opgaven van {names} volgen de verdeelsleutel, die van {names_other} de raming: een "
        "verschil komt van beide. Gelijk worden zij met {path}, of {path_other}, in elke doorrekening"
    ),
    # Shares.
    "The share of {name} is its indicative number as published, {places}.": (
        "Het aandeel van {name} is het gepubliceerde indicatieve aantal, {places}."
    ),
    "The number of {name} is the national need x its weight / all weights, rounded by itself: "
    "{places}.": (
        "Het aantal van {name} is de landelijke behoefte x haar gewicht / alle gewichten, op "
        "zichzelf afgerond: {places}."
    ),
    "The country needs {places}.": "Het land heeft behoefte aan {places}.",
    "The weights of all {number} municipalities add up to {number_weight}.": (
        "De gewichten van alle {number} gemeenten tellen op tot {number_weight}."
    ),
    "Its amv part is not published.": "Het amv-deel daarvan is niet gepubliceerd.",
    "It is put in the proportion of figures that are: an estimate.": (
        "Het is gesteld naar de verhouding in cijfers die dat wel zijn: een schatting."
    ),
    "The weight of {name} is that by the key {key}, as it is.": (
        "Het gewicht van {name} is dat volgens de verdeelsleutel {key}, zoals het is."
    ),
    # Tasks.
    "The task of {name} is the sum of what the key {key} gives its municipalities.": (
        "De opgave van {name} is de optelsom van wat de verdeelsleutel {key} haar gemeenten geeft."
    ),
    "The amv task of {name} is the sum of what the key {key} gives its municipalities.": (
        "De amv-opgave van {name} is de optelsom van wat de verdeelsleutel {key} haar gemeenten "
        "geeft."
    ),
    "By the letter of the law the task of {name} would be the sum of the numbers that this key and "
    "need give its municipalities, {places}; here it stays that of the raming.": (
        "Naar de letter van de wet zou de opgave van {name} de optelsom zijn van de aantallen die "
        "deze verdeelsleutel en behoefte haar gemeenten geven, {places}; hier blijft zij die van "
        "de raming."
    ),
    "Published for {name} is another task, {places}.": (
        "Voor {name} is een andere opgave gepubliceerd, {places}."
    ),
    "The scenario enters the task of {name} itself, {places}.": (
        "Het scenario geeft de opgave van {name} zelf, {places}."
    ),
    "The scenario enters the task of {name} itself, {places}; the amv part is an estimate.": (
        "Het scenario geeft de opgave van {name} zelf, {places}; het amv-deel is een schatting."
    ),
    "Its source: {own}.": "De bron: {own}.",
    "The numbers of all {number} municipalities add up to {places}; the need is {places_need}.": (
        "De aantallen van alle {number} gemeenten tellen op tot {places}; de behoefte is "
        "{places_need}."
    ),
    "Each is rounded by itself, so the sum may differ, and is left so.": (
        "Elk aantal is op zichzelf afgerond; de som kan daarom afwijken, en blijft zo."
    ),
}
