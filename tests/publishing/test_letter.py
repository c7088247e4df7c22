# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The letter: the facts of one municipality, on one page, and nothing that the run does not say."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path
from string import Formatter
from zipfile import ZipFile

import pytest

import allocator
import allocator.publishing
from allocator.apportionment.by_hand import ROUNDED
from allocator.explanation.reading import Reading
from allocator.publishing.contents import document_of
from allocator.publishing.contents.letter import letter, room
from allocator.publishing.contents.letter_steps import KEYS, NAMES, steps
from allocator.publishing.contents.letter_writing import Writing
from allocator.publishing.contents.provenance import identifier
from allocator.publishing.document import Attention, Document, Facts, Paragraph, Steps
from allocator.publishing.forms.pdf import as_pdf
from allocator.publishing.forms.register import register_document
from allocator.publishing.forms.word import as_word
from allocator.publishing.languages import DUTCH, ENGLISH, Foreign, Language
from models.law import CITATIONS
from models.result import Condition, MunicipalityResult, RunResult
from tests.filled import FILLED
from tests.publishing.pdf_reading import pages
from tests.publishing.sample import sample

LANGUAGES = pytest.mark.parametrize("language", [DUTCH, ENGLISH], ids=["nl", "en"])
MANY = 50
WIERDEN_FIRST = "distribution.lots=[Wierden, Oldenzaal]"
BORNE_AT_LEAST_30 = "distribution.limits={Borne: {amv: {min: 30}}}"
SCENARIOS = (
    "overijssel-2022",
    "overijssel-2024",
    "overijssel-2024-guaranteed",
    "overijssel-2026",
    "nederland-2024",
    "nederland-2024-reports",
    "nederland-2026",
)


@cache
def result_of(scenario: str, *overrides: str) -> RunResult:
    """The run as it is read from its file, with its seal."""
    made = allocator.run(scenario, list(overrides)).result
    return RunResult.model_validate_json(json.dumps(made.to_json()))


def some_of(result: RunResult) -> tuple[MunicipalityResult, ...]:
    """Its municipalities; of a whole country one in twenty, and those that other tests name."""
    if len(result.municipalities) < MANY:
        return result.municipalities
    named = [one for one in result.municipalities if one.name in ("Almelo", "Borne", "Kampen")]
    return (*result.municipalities[::20], *named)


def written(scenario: str, name: str, *overrides: str, language: Language = DUTCH) -> Document:
    result = result_of(scenario, *overrides)
    return letter(result, code_of(result, name), language)


def code_of(result: RunResult, name: str) -> str:
    (code,) = (one.code for one in result.municipalities if one.name == name)
    return code


def text_of(document: Document) -> str:
    """All that it says, a line for each piece."""
    found = [document.title, document.subtitle]
    for section in document.sections:
        found.append(section.heading)
        for block in section.blocks:
            match block:
                case Paragraph():
                    found.append(block.text)
                case Facts():
                    found += [f"{one.label}: {one.value}" for one in block.facts]
                case Attention():
                    found += block.items
                case Steps():
                    for step in block.steps:
                        found += [step.says, step.arithmetic, step.rests_on]
    return "\n".join(found)


def test_borne_is_told_its_numbers_and_the_divisors_that_they_come_from() -> None:
    said = text_of(written("overijssel-2024", "Borne"))
    for fact in (
        "Aan het college van burgemeester en wethouders van Borne",
        "scenario overijssel-2024 (raming 2024) maakt Borne 22 plaatsen (waarvan 9 amv) mogelijk",
        "Het is geen besluit.",
        "De raming 2024 vraagt 6.325 plaatsen (waarvan 538 amv) van Overijssel.",
        "Het aandeel (indicatieve verdeling) van Borne is 149 plaatsen (waarvan 13 amv).",
        "Voor Borne is dat aantal niet bekend. Het is binnen Twente aangevuld",
        "24.524 × (1 + 0,138) = 27.908,312",
        "27.908,312 / 187,1 ≈ 149,163, afgerond: 149",
        "amv: 149 / 11,77 ≈ 12,659, afgerond: 13",
        "Voor Borne tellen geen plaatsen mee.",
        "6.325 - 5.699 = 626; amv: 538 - 180 = 358",
        "regulier 0 van 136 en amv 0 van 13",
        "regulier: 136 / 10,155 ≈ 13,392, afgerond: 13; amv: 13 / 1,393 ≈ 9,332, afgerond: 9",
        "regulier: 0 + 13 = 13; amv: 0 + 9 = 9",
        "De taak van 13 reguliere plaatsen wordt gerealiseerd in Hengelo (op 6,8 km).",
        "De taak van 9 amv-plaatsen wordt gerealiseerd in Almelo (op 7 km).",
        "In Borne zelf worden geen plaatsen gerealiseerd.",
        "Geschat: het aandeel van Borne.",
        "reference/region_figures.csv:17",
        "art. 2, eerste lid (Stb. 2024, 12)",
    ):
        assert fact in said, fact


def test_the_same_letter_in_english_has_the_same_numbers() -> None:
    said = text_of(written("overijssel-2024", "Borne", language=ENGLISH))
    for fact in (
        "the scenario overijssel-2024 (raming 2024) Borne makes 22 places of which 9 amv possible",
        "It is not a decision.",
        "regular: 136 / 10.155 ≈ 13.392, rounded: 13; amv: 13 / 1.393 ≈ 9.332, rounded: 9",
        "Its task of 13 regular places is realised in Hengelo (at 6.8 km).",
    ):
        assert fact in said, fact


def test_kampen_is_told_of_its_exchange_and_of_the_condition_that_is_open() -> None:
    said = text_of(written("overijssel-2024", "Kampen"))
    for fact in (
        "Door uitruil tellen 200 reguliere plaatsen in Dronten mee voor Kampen, ",
        ", tot en met 1 februari 2026.",
        "74 + 200 = 274",
        "(open): Kampen toont 108 eigen plaatsen aan (inclusief amv), gevonden vóór 31 oktober",
        " 2024 en uiterlijk operationeel op 1 oktober 2025. Tot nu toe zijn er 74 van 108 ",
        "aangetoond; 34 zijn toegezegd.",
        "Vervalt de uitruil, dan tellen voor Kampen 74 plaatsen (waarvan 26 amv) mee.",
        "Door uitruil staan 200 reguliere plaatsen in Dronten.",
        "In Kampen zelf worden 102 plaatsen (waarvan 26 amv) gerealiseerd.",
        "Dit aantal is gepubliceerd.",
        "Kampen komt dus alleen voor reguliere plaatsen in aanmerking.",
    ):
        assert fact in said, fact
    result = result_of("overijssel-2024")
    reading = Reading(result)
    kampen = reading.municipalities[code_of(result, "Kampen")]
    in_full = steps(Writing(reading, kampen, DUTCH, 0))
    assert any("reference/exchanges.csv:2" in step.rests_on for step in in_full)


def test_a_host_is_told_whose_places_it_realises() -> None:
    said = text_of(written("overijssel-2024", "Almelo"))
    assert "Almelo realiseert 30 reguliere plaatsen van Wierden (14) en Twenterand (16)." in said
    assert "Almelo realiseert 9 amv-plaatsen van Borne (9)." in said
    assert "overijssel-offers-2024.csv:2" in said


def test_a_bound_that_decides_is_named() -> None:
    limits = "distribution.limits={Borne: {regular: {max: 5}, amv: {min: 12}}}"
    said = text_of(written("overijssel-2024", "Borne", limits))
    assert "afgerond: 14, ten hoogste 5: 5; amv:" in said
    assert "Een maximum uit het scenario bepaalt dit aantal: 5 reguliere plaatsen." in said
    assert "Een minimum uit het scenario bepaalt dit aantal: 12 amv-plaatsen." in said


def test_the_bound_that_is_named_is_the_one_that_decides() -> None:
    site = "distribution.minimum_site.amv=10"
    both = text_of(written("overijssel-2024", "Borne", site, BORNE_AT_LEAST_30))
    assert "ten minste 30: 30" in both
    assert "Een minimum uit het scenario bepaalt dit aantal: 30 amv-plaatsen." in both
    assert "kleinste locatie" not in both
    alone = text_of(written("overijssel-2024", "Borne", site))
    assert "ten minste 10: 10" in alone
    assert (
        "De kleinste locatie die het scenario toestaat, 10 plaatsen, bepaalt dit aantal." in alone
    )
    assert "Een minimum uit het scenario" not in alone


def test_the_share_is_called_one_thing_throughout() -> None:
    for scenario in SCENARIOS:
        result = result_of(scenario)
        for one in some_of(result)[::5]:
            said = text_of(letter(result, one.code, DUTCH))
            said = said.replace("Raming 2024 en indicatieve verdeling", "")
            assert said.count("indicatieve verdeling") == said.count("(indicatieve verdeling)") <= 2
            assert "zelfde brief" not in said


def test_a_long_condition_in_words_of_its_own_is_begun_and_left_to_the_annex() -> None:
    result = result_of("overijssel-2024")
    words = "Het college stemt in " * 100
    conditions = (Condition(text=words, met=None),)
    exchanges = tuple(
        each.model_copy(update={"conditions": conditions}) for each in result.exchanges
    )
    document = letter(
        result.model_copy(update={"exchanges": exchanges}), code_of(result, "Kampen"), DUTCH
    )
    said = text_of(document)
    assert "Die begint zo; de hele tekst staat in de bijlage:" in said
    assert "stemt in Het ..." in said
    assert said.count("Het college stemt in") < 15
    assert pages(as_pdf(document)) == 1


def test_a_run_is_known_by_what_it_says_and_not_by_the_seal_that_its_file_has() -> None:
    result = result_of("overijssel-2024")
    manifest = result.manifest.model_copy(update={"content_sha256": "0" * 64})
    forged = result.model_copy(update={"manifest": manifest})
    real = identifier(result)
    assert letter(forged, "GM0147", DUTCH).identifier == real
    assert document_of(forged, DUTCH, None).identifier == real
    assert register_document(forged, DUTCH).identifier == real


def test_whether_lots_were_drawn_is_read_from_the_settings_and_not_from_a_sentence() -> None:
    for result, said in (
        (result_of("overijssel-2022"), "Er is nog niet geloot"),
        (result_of("overijssel-2022", WIERDEN_FIRST), "heeft het lot beslist"),
    ):
        manifest = result.manifest.model_copy(update={"lots_from": "otherwise worded"})
        told = result.model_copy(update={"manifest": manifest})
        assert said in text_of(letter(told, code_of(told, "Oldenzaal"), DUTCH))


def test_a_limit_of_the_region_that_moves_the_number_is_named() -> None:
    limits = "distribution.region_limits={Twente: {total: {min: 400}}}"
    said = text_of(written("overijssel-2024", "Borne", limits))
    assert "Een grens uit het scenario voor Twente is bereikt en verhoogt dit aantal." in said
    assert "De deler is voor alle gemeenten gelijk." not in said
    without = text_of(written("overijssel-2024", "Borne"))
    assert "Een grens uit het scenario" not in without


def test_who_is_left_out_by_a_minimum_site_is_told_so() -> None:
    sites = ("distribution.minimum_site.regular=100", "distribution.minimum_site.amv=20")
    said = text_of(written("overijssel-2024", "Borne", *sites))
    assert "maakt Borne geen plaatsen mogelijk" in said
    assert "Borne krijgt geen plaatsen van de soort regulier en amv." in said


def test_who_is_exempt_is_told_so() -> None:
    said = text_of(written("overijssel-2024", "Borne", "distribution.exempt=[Borne]"))
    assert "Borne is in het scenario vrijgesteld." in said
    assert "13,392" not in said


def test_where_there_is_no_division_the_letter_gives_the_reason_and_no_number() -> None:
    document = written(
        "overijssel-2024",
        "Borne",
        "distribution.minimum_site.amv=200",
        "distribution.limits={Borne: {amv: {min: 30, max: 40}}}",
    )
    said = text_of(document)
    assert "is er geen aantal opvangplaatsen voor Borne; de reden staat bij stap 5" in said
    steps = next(block for block in document.sections[1].blocks if isinstance(block, Steps)).steps
    assert steps[4].says == "Met de regels van dit scenario is geen verdeling mogelijk."
    (reason,) = steps[5:]
    assert isinstance(reason.says, Foreign) or "30" in reason.says
    assert "13,392" not in said


def test_where_the_report_of_the_province_is_not_known_the_letter_says_so() -> None:
    said = text_of(written("nederland-2024-reports", "Amersfoort"))
    assert "is er geen aantal opvangplaatsen voor Amersfoort" in said
    assert "Het verslag van de provincie is niet bekend. Daarom verdeelt het scenario hier" in said
    assert "Uit de restopgave" not in said


def test_who_gets_nothing_of_the_rest_is_told_so() -> None:
    nobody = [
        one.name
        for one in result_of("overijssel-2024").municipalities
        if one.rest is not None and not one.rest and one.counted
    ]
    for name in nobody:
        assert f"Uit de restopgave krijgt {name} geen plaatsen." in text_of(
            written("overijssel-2024", name)
        )


def test_what_is_estimated_in_the_task_is_said() -> None:
    said = text_of(written(FILLED, "Assen"))
    assert "Deze opgave is niet gepubliceerd en is een schatting." in said
    assert "de opgave van de provincie" in said
    said = text_of(written("nederland-2026", "Assen"))
    assert "is de optelsom van wat de verdeelsleutel haar gemeenten geeft." in said
    said = text_of(written("nederland-2024", "Assen"))
    assert "Het amv-deel daarvan is niet gepubliceerd en is een schatting." in said
    assert "Geschat: het amv-deel van de opgave van de provincie." in said


def test_equal_claims_that_nobody_has_drawn_for_are_open() -> None:
    said = text_of(written("overijssel-2022", "Oldenzaal"))
    assert "gelijke aanspraken van Oldenzaal en Wierden op 1 plaats moet het lot" in said
    assert "Er is nog niet geloot" in said


def test_another_raming_follows_the_decision_of_2024_by_analogy() -> None:
    assert "20 december 2024), naar analogie" in text_of(written("overijssel-2026", "Borne"))
    assert "naar analogie" not in text_of(written("overijssel-2024", "Borne"))


def test_the_run_is_known_again_by_what_the_letter_says() -> None:
    result = allocator.run("overijssel-2024").result
    assert not result.manifest.content_sha256
    seal = result.to_json()["manifest"]["content_sha256"]
    assert letter(result, "GM0147", DUTCH).identifier == seal
    document = written("overijssel-2024", "Borne")
    assert document.identifier == seal
    said = text_of(document)
    assert f"Berekening {seal[:12]} met allocator" in said
    assert result.scenario.sha256[:12] in said


def test_what_does_not_fit_on_the_page_is_named_and_nothing_goes_in_silence() -> None:
    short = text_of(written("overijssel-2024", "Losser"))
    left = re.search(r"Zie de bijlage voor (.*); daarvoor is hier geen ruimte", short)
    assert left is not None
    assert "het overzicht" in left[1]
    assert "Telt al mee:" not in short
    full = text_of(written("nederland-2024", "Assen"))
    assert "geen ruimte" not in full
    assert "Telt al mee:" in full


@LANGUAGES
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_longest_letters_fit_on_one_page(scenario: str, language: Language) -> None:
    result = result_of(scenario)
    documents = [letter(result, one.code, language) for one in some_of(result)]
    longest = sorted(documents, key=lambda one: len(text_of(one)), reverse=True)[:6]
    named = [one for one in documents if one.title.endswith((" Kampen", " Almelo", " Borne"))]
    for document in (*longest, *named):
        assert pages(as_pdf(document)) == 1, document.title


WIDE = (" Amsterdam", " Noardeast-Fryslân", " Dijk en Waard")


@pytest.mark.skipif(
    not os.environ.get("ALLOCATOR_WORD_PROCESSOR"),
    reason="set ALLOCATOR_WORD_PROCESSOR=1 where LibreOffice is installed: it takes a minute",
)
def test_the_longest_letters_fit_on_one_page_of_a_word_processor_too(tmp_path: Path) -> None:
    for scenario in ("nederland-2024", "overijssel-2024"):
        result = result_of(scenario)
        for language in (DUTCH, ENGLISH):
            documents = [letter(result, one.code, language) for one in result.municipalities]
            longest = sorted(documents, key=lambda one: room(one.sections), reverse=True)[:4]
            wide = [one for one in documents if one.title.endswith(WIDE)]
            for document in (*longest, *wide):
                file = tmp_path / f"{scenario}-{document.name}-{language.code}.docx"
                file.write_bytes(as_word(document))
    made = sorted(tmp_path.glob("*.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    asked = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*asked, *map(str, made)], check=True, capture_output=True)
    assert len(made) > 16
    for file in made:
        assert pages(file.with_suffix(".pdf").read_bytes()) == 1, file.stem


def test_only_a_letter_is_in_smaller_type_in_a_word_processor() -> None:
    sizes = []
    for document in (written("overijssel-2024", "Borne"), sample()):
        with ZipFile(BytesIO(as_word(document))) as archive:
            styles = archive.read("word/styles.xml").decode()
        defaults = styles.partition("<w:docDefaults>")[2].partition("</w:docDefaults>")[0]
        sizes.append(re.findall(r'<w:sz w:val="(\d+)"', defaults))
    assert sizes == [["19"], ["20"]]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_letter_is_written_in_full_with_every_number_of_its_municipality(
    scenario: str,
) -> None:
    result = result_of(scenario)
    for one in some_of(result):
        said = text_of(letter(result, one.code, DUTCH))
        assert DUTCH.places(one.share) in said
        assert not re.search(r"[{}]|None|Fraction", said)
        of_the_whole = {each.area for each in result.reports}
        if one.province in of_the_whole:
            assert "niet bekend" in said
            assert "maakt" not in said.partition("## Hoe")[0]
        elif one.decision:
            assert DUTCH.places(one.decision) in said
            assert one.rest is not None
            for kind in ("regular", "amv"):
                sums = (one.counted.of(kind), one.rest.of(kind), one.decision.of(kind))
                line = "{} + {} = {}".format(*map(DUTCH.number, sums))
                assert line in said


def value_of(sum_: str) -> Fraction:
    """What a line of arithmetic comes to, exactly."""
    exact = re.sub(r"\d+(?:\.\d+)?", r'Fraction("\g<0>")', sum_.replace(",", ""))
    return Fraction(eval(exact.replace("×", "*"), {"Fraction": Fraction}))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_line_of_arithmetic_holds_as_printed(scenario: str) -> None:
    result = result_of(scenario)
    checked = 0
    for one in some_of(result):
        document = letter(result, one.code, ENGLISH)
        steps = next(block for block in document.sections[1].blocks if isinstance(block, Steps))
        for line in "; ".join(step.arithmetic for step in steps.steps).split("; "):
            sum_, sign, outcome = line.rpartition(": ")[2].partition(" = ")
            if sign and "≈" not in line and ", " not in line:
                assert value_of(sum_) == value_of(outcome), line
                checked += 1
            elif "≈" in line:
                quotient = line.split(", ")[0].rpartition(": ")[2]
                sum_, _, outcome = quotient.partition(" ≈ ")
                assert abs(value_of(sum_) - value_of(outcome)) <= Fraction(1, 2000), line
                checked += 1
    assert checked > len(some_of(result))


def texts_said() -> set[str]:
    """Every text that the letter and the papers say, as written in the source."""
    found: set[str] = set()
    root = Path(allocator.publishing.__file__).parent
    for file in (*root.glob("contents/letter*.py"), *root.glob("forms/*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) == "say":
                found |= {
                    each.value
                    for each in ast.walk(node.args[0])
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                }
    return found


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_text_has_its_dutch_with_the_same_slots() -> None:
    said = texts_said() | set(KEYS.values()) | set(NAMES.values()) | (set(ROUNDED.values()) - {
        ROUNDED["sainte_lague"]
    })  # fmt: skip
    assert len(said) > 100
    for text in said:
        assert text in DUTCH.phrases, text
        assert slots(DUTCH.phrases[text]) == slots(text), text


def test_every_source_that_a_letter_cites_has_its_dutch() -> None:
    cited = {
        source
        for scenario in SCENARIOS
        for source in ("act-raming", "decision", "exchanging", "merging", "prt-letter-2023",
                       result_of(scenario).key.source)
    }  # fmt: skip
    cited |= {"raming-2024", "key-formula", "decree-province"}
    for source in cited & set(CITATIONS):
        assert str(CITATIONS[source]) in DUTCH.phrases, source
