# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stands beside published results: linked data after DCAT-AP-NL, a draft for the register."""

from __future__ import annotations

import ast
import csv
import json
import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from hashlib import sha256
from io import StringIO
from pathlib import Path

import pytest

import allocator
from allocator.loading import reference
from allocator.publishing.contents.provenance import roles_of
from allocator.publishing.document import Column, Document, Section, Table
from allocator.publishing.forms import register, template
from allocator.publishing.forms.dataset import as_dataset
from allocator.publishing.forms.delimited import csv_files
from allocator.publishing.forms.register import register_entry, register_fields, register_json
from allocator.publishing.forms.tables import file_names, in_files
from allocator.publishing.languages import DUTCH, ENGLISH, Language
from allocator.publishing.report import _period
from models.result import RunResult
from tests.publishing.sample import sample

BOTH = pytest.mark.parametrize("language", [DUTCH, ENGLISH], ids=["nl", "en"])
TO_FILL = {
    "nl": "[door de organisatie in te vullen: ",
    "en": "[to be filled in by the organisation: ",
}
# Publication standard 1.0: the fields, as algoritmes.overheid.nl calls them.
STANDARD = {
    "name": ("Naam", 100),
    "description_short": ("Korte omschrijving", 350),
    "organization": ("Organisatie", 100),
    "category": ("Thema", None),
    "status": ("Status", None),
    "begin_date": ("Begindatum", None),
    "contact_email": ("Contactgegevens", 500),
    "website": ("Link naar publiekspagina", 500),
    "publication_category": ("Publicatiecategorie", None),
    "source_id": ("Bron-ID", 100),
    "goal": ("Doel en impact", 2500),
    "proportionality": ("Afwegingen", 2500),
    "human_intervention": ("Menselijke tussenkomst", 2500),
    "risks": ("Risicobeheer", 2500),
    "lawful_basis": ("Wettelijke basis", 2500),
    "lawful_basis_grouping": ("Verwijzingen wettelijke basis", None),
    "impacttoetsen": ("Impacttoetsen", 2500),
    "source_data": ("Gegevens", 2500),
    "methods_and_models": ("Technische werking", 5000),
    "provider": ("Leverancier", 200),
    "publiccode": ("Link naar broncode", 500),
}


def files(document: Document) -> dict[str, bytes]:
    written = {name: text.encode() for name, text in csv_files(document).items()}
    return {**written, "verslag.xlsx": b"PK", "a <b>.bin": b""}


def tables(document: Document) -> dict[str, Table]:
    return {f"{name}.csv": one for name, one in file_names(in_files(document)).items()}


def described(language: Language = DUTCH, **known: object) -> dict:
    document = sample(language)
    return json.loads(as_dataset(document, files(document), tables(document), **known))


@pytest.fixture(scope="module")
def result() -> RunResult:
    return allocator.run("overijssel-2024").result


def test_everything_that_dcat_ap_nl_asks_for_is_there():
    """Each `minCount` of the profile: `shapes/300/dcat-ap-nl-SHACL.ttl` of Geonovum/DCAT-AP-NL30.

    Title, description, distribution and address are those of DCAT-AP 3.0, on which it builds.
    """
    dataset = described()
    for asked in (
        "dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:creator",
        "dcat:contactPoint", "dct:accessRights", "dcat:theme", "dct:language",
        "dcat:distribution",
    ):  # fmt: skip
        assert dataset[asked]
    for one in dataset["dcat:distribution"]:
        for asked in (
            "dct:title", "dcat:accessURL", "dct:license", "dcat:mediaType", "dcat:byteSize",
            "spdx:checksum",
        ):  # fmt: skip
            assert one[asked]


@BOTH
def test_what_only_the_organisation_knows_says_so(language: Language):
    dataset = described(language)
    marks = [
        dataset["dct:publisher"]["foaf:name"],
        dataset["dct:creator"]["foaf:name"],
        dataset["dcat:contactPoint"]["vcard:fn"],
        dataset["dct:accessRights"]["rdfs:label"],
        *(one["dct:license"]["rdfs:label"] for one in dataset["dcat:distribution"]),
    ]
    assert len(marks) == 7
    for mark in marks:
        assert mark["@value"].startswith(TO_FILL[language.code])
        assert mark["@language"] == language.code


def test_sizes_and_checksums_are_those_of_the_files():
    found = {one["dct:title"]["@value"]: one for one in described()["dcat:distribution"]}
    content = files(sample())
    assert list(found) == sorted(content)
    for name, data in content.items():
        assert (
            found[name]["spdx:checksum"]["spdx:checksumValue"]["@value"] == sha256(data).hexdigest()
        )
        assert found[name]["dcat:byteSize"]["@value"] == str(len(data))


def test_media_types_are_those_of_iana_and_names_are_addresses():
    found = {one["dct:title"]["@value"]: one for one in described()["dcat:distribution"]}
    assert found["verslag.xlsx"]["dcat:mediaType"]["@id"] == (
        "https://www.iana.org/assignments/media-types/"
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    assert found["gemeenten.csv"]["dct:format"]["@id"].endswith("/file-type/CSV")
    assert "dct:format" not in found["a <b>.bin"]
    assert found["a <b>.bin"]["dcat:downloadURL"]["@id"] == "a%20%3Cb%3E.bin"


def columns_of(distribution: dict) -> list[tuple[str, str, str]]:
    return [
        (one["csvw:name"], one["csvw:title"]["@value"], one["csvw:datatype"]["csvw:base"])
        for one in distribution["csvw:tableSchema"]["csvw:column"]["@list"]
    ]


def test_a_csv_file_comes_with_its_columns():
    (one_csv,) = [one for one in described()["dcat:distribution"] if "csvw:Table" in one["@type"]]
    assert one_csv["csvw:dialect"]["csvw:delimiter"] == ";"
    assert columns_of(one_csv) == [
        ("name", "Gemeente", "string"),
        ("counted", "meegeteld", "integer"),
        ("rest", "rest", "integer"),
        ("decision", "besluit", "integer"),
        ("part", "deel", "decimal"),
        ("until", "tot", "date"),
    ]
    last = one_csv["csvw:tableSchema"]["csvw:column"]["@list"][4]
    assert last["csvw:datatype"]["csvw:format"]["csvw:decimalChar"] == ","


def test_an_exact_fraction_is_no_decimal_for_a_machine():
    (one_csv,) = [
        one for one in described(ENGLISH)["dcat:distribution"] if "csvw:Table" in one["@type"]
    ]
    assert one_csv["csvw:dialect"]["csvw:delimiter"] == ","
    assert columns_of(one_csv)[4] == ("part", "deel", "string")
    column = Column("part", "part", "percent")
    table = Table("t", "t", (column,), ((Fraction(1, 2),), (None,)))
    document = Document("n", "t", "", ENGLISH, (Section("s", (table,)),), "0", "me")
    content = {name: text.encode() for name, text in csv_files(document).items()}
    (one_csv,) = json.loads(as_dataset(document, content, tables(document)))["dcat:distribution"]
    assert columns_of(one_csv) == [("part", "part", "decimal")]


@BOTH
def test_every_csv_file_of_a_report_comes_with_the_columns_that_stand_in_it(language: Language):
    found = allocator.report("overijssel-2024", ["csv", "data"], language.code)
    dataset = json.loads(found.files["overijssel-2024.jsonld"])
    told = {one["dct:title"]["@value"]: one for one in dataset["dcat:distribution"]}
    csvs = [name for name in found.files if name.endswith(".csv")]
    assert len(csvs) > 5
    for name in csvs:
        delimiter = told[name]["csvw:dialect"]["csvw:delimiter"]
        header = next(
            csv.reader(StringIO(found.files[name].decode("utf-8-sig")), delimiter=delimiter)
        )
        assert len(set(header)) == len(header), name
        at = 1 if language is DUTCH else 0
        assert [column[at] for column in columns_of(told[name])] == header
    assert dataset["dct:spatial"][0]["dct:identifier"] == "PV23"
    assert dataset["dct:temporal"]["dcat:startDate"]["@value"] == "2025-07-01"
    assert dataset["dct:temporal"]["dcat:endDate"]["@value"] == "2026-02-01"


def test_a_run_of_settings_without_a_period_is_described_without_one(result: RunResult):
    for available in (None, {}, {"from": "never"}, "2025"):
        settings = {**result.scenario.settings, "counting": {"available": available}}
        scenario = result.scenario.model_copy(update={"settings": settings})
        assert _period(result.model_copy(update={"scenario": scenario})) is None
    assert _period(result) == (date(2025, 7, 1), date(2026, 2, 1))


def test_rows_of_municipalities_join_with_other_data_by_their_codes():
    """Names are written in several ways; codes are not. Who is in no province here has one too."""
    two = ["provinces=[PV23, PV24]", "distribution.minimum_site={regular: 0, amv: 0}"]
    found = allocator.report("nederland-2024", ["csv"], "en", overrides=two).files
    assert len(joined(found, "municipalities", "name", "code", "province")) == 25 + 6
    joined(found, "merges", "member", "member_code", "member_province")
    joined(found, "merges", "host", "host_code", "host_province")
    of_one = allocator.report("overijssel-2024", ["csv"], "en").files
    joined(of_one, "merges", "member", "member_code")
    joined(of_one, "offers", "name", "code")
    joined(of_one, "exchanges", "giver", "giver_code")
    joined(of_one, "exchanges", "taker", "taker_code")


def joined(
    files: Mapping[str, bytes], table: str, name: str, code: str, province: str = ""
) -> list[dict[str, str]]:
    """The rows of a file, of which each name belongs to its code, and has its province."""
    (content,) = [found for file, found in files.items() if file.endswith(f"-2024-{table}.csv")]
    rows = list(csv.DictReader(StringIO(content.decode())))
    assert rows
    known = reference().territory
    for row in rows:
        one = known.municipalities[row[code]]
        assert row[name].removesuffix(" (its own)") == one.name
        assert not province or row[province] == known.provinces.names[one.province]
    return rows


def test_a_file_that_is_not_the_table_gets_no_columns():
    written = as_dataset(sample(), {"gemeenten.csv": b"something else"}, {})
    (one_csv,) = json.loads(written)["dcat:distribution"]
    assert one_csv["@type"] == "dcat:Distribution"
    assert "csvw:tableSchema" not in one_csv


def test_it_needs_no_network_and_may_stand_in_a_page():
    written = as_dataset(sample(), files(sample()), tables(sample()))
    assert "<" not in written
    assert json.loads(written)["dct:title"]["@value"] == "Voorbeeld <script>alert(1)</script>"
    prefixes = json.loads(written)["@context"]
    used = set(re.findall(r'"(?:@type": ")?([a-z]+):[A-Za-z]+', written)) - {"urn", "https", "http"}
    assert used <= set(prefixes)
    turned = dict(reversed(files(sample()).items()))
    assert written == as_dataset(sample(), turned, tables(sample()))


def test_where_and_when_are_told_if_known():
    known = {
        "provinces": [("PV23", "Overijssel")],
        "period": (date(2025, 7, 1), date(2026, 2, 1)),
    }
    dataset = described(**known)
    assert dataset["dct:spatial"][0]["dct:identifier"] == "PV23"
    assert dataset["dct:temporal"]["dcat:endDate"] == {"@value": "2026-02-01", "@type": "xsd:date"}
    assert not {"dct:spatial", "dct:temporal"} & set(described())


def test_the_draft_has_the_fields_of_the_standard_by_their_names(result: RunResult):
    fields = {one.key: one for one in register_fields(result, DUTCH)}
    assert {key: one.title for key, one in fields.items()} == {
        key: title for key, (title, _) in STANDARD.items()
    }
    for key, (_, most) in STANDARD.items():
        assert most is None or 0 < len(fields[key].text) <= most, key


@BOTH
def test_the_draft_says_what_it_is_and_what_is_to_be_filled(result: RunResult, language: Language):
    entry = register_entry(result, language)
    assert entry.startswith("# CONCEPT" if language is DUTCH else "# DRAFT")
    by_organisation = {
        "organization", "status", "begin_date", "contact_email", "website", "publication_category",
        "goal", "proportionality", "human_intervention", "risks", "lawful_basis",
        "lawful_basis_grouping", "impacttoetsen", "source_data", "provider", "publiccode",
    }  # fmt: skip
    marked = {one.key for one in register_fields(result, language) if one.to_fill}
    assert marked == by_organisation
    assert entry.count(TO_FILL[language.code].replace("[", "\\[")) == len(by_organisation)


def test_the_draft_is_filled_from_the_run(result: RunResult):
    entry = json.loads(register_json(result, DUTCH))
    for file in result.manifest.inputs:
        told = f"{file.name} ({roles_of(DUTCH)[file.role]}): {file.sha256}"
        assert told in entry["source_data"]
    assert 'Instelling distribution.method: "sainte_lague"' in entry["methods_and_models"]
    assert f"OR-Tools {result.manifest.ortools}" in entry["methods_and_models"]
    assert f"{DUTCH.number(result.verification.checks)} controles" in entry["risks"]
    assert "Stb. 2024, 12" in entry["lawful_basis"]
    assert entry["draft"].startswith("CONCEPT")
    assert (entry["lang"], entry["standard_version"]) == ("nld", "1.0")


def test_the_draft_says_in_which_language_its_fields_are(result: RunResult):
    entry = json.loads(register_json(result, ENGLISH))
    assert entry["draft"].startswith("DRAFT")
    assert entry["lang"] == "eng"


def test_a_hostile_title_is_a_text_in_the_draft(result: RunResult):
    scenario = result.scenario.model_copy(update={"title": "<b>|x|</b>", "name": "n" * 200})
    hostile = result.model_copy(update={"scenario": scenario})
    assert "&lt;b&gt;\\|x\\|&lt;/b&gt;" in register_entry(hostile, DUTCH)
    (source,) = [one for one in register_fields(hostile, DUTCH) if one.key == "source_id"]
    assert len(source.text) <= 100


def said() -> set[str]:
    """Every text that the forms say, from their source."""
    folder = Path(register.__file__).parent
    found = set()
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name == "say":
                    found.add(node.args[0].value)
    return found


def test_every_text_of_the_forms_is_there_in_dutch():
    assert template.SHEETS
    assert len(said()) > 60
    assert said() <= set(DUTCH.phrases)
    for english in said():
        slots = re.findall(r"\{(\w+)\}", english)
        assert sorted(re.findall(r"\{(\w+)\}", DUTCH.phrases[english])) == sorted(slots), english
