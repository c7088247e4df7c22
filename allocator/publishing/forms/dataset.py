# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A description of published files as linked data: JSON-LD after DCAT-AP-NL 3.0.

The properties of a dataset and its distributions are there that the profile of Geonovum says are to
be there at least once (https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/, the `minCount` of its
shapes). Who publishes, under which licence, and who may see it, the program cannot know: those say
in words that the organisation has to fill them in, and until then no validator is content. The
context stands in the file itself, so that it can be read without a network. CSV files come with a
description of their columns after CSV on the Web.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from allocator.publishing.document import Column, Document, Table
from allocator.publishing.forms.plain import plain
from allocator.publishing.forms.tables import headings
from allocator.publishing.languages import Language

EUROPEAN = "http://publications.europa.eu/resource/authority"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types"
CONTEXT = {
    "csvw": "http://www.w3.org/ns/csvw#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LANGUAGES = {"nl": f"{EUROPEAN}/language/NLD", "en": f"{EUROPEAN}/language/ENG"}
# Government and public sector; population and society.
THEMES = ("GOVE", "SOCI")
WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Per suffix the media type of IANA, and the code in the European list of file types.
FORMATS = {
    "csv": ("text/csv", "CSV"),
    "docx": (WORDPROCESSING, "DOCX"),
    "html": ("text/html", "HTML"),
    "json": ("application/json", "JSON"),
    "jsonld": ("application/ld+json", "JSON_LD"),
    "md": ("text/markdown", "TXT"),
    "pdf": ("application/pdf", "PDF"),
    "xlsx": (SPREADSHEET, "XLSX"),
}
UNKNOWN = ("application/octet-stream", "")


def as_dataset(
    document: Document,
    files: Mapping[str, bytes],
    tables: Mapping[str, Table],
    *,
    provinces: Sequence[tuple[str, str]] = (),
    period: tuple[date, date] | None = None,
) -> str:
    """The description of a document and the files that it was written to.

    Args:
        document: what they say.
        files: content by name; each stands beside the description under that name.
        tables: what the CSV files among them hold, by name.
        provinces: code (`PV23`) and name of those that it is about, where that is known.
        period: first and last day that it is about, where that is known.

    Returns:
        JSON-LD; it may stand inside HTML, as it holds no `<`.
    """
    language = document.language
    dataset: dict[str, Any] = {
        "@context": CONTEXT,
        "@id": f"urn:sha256:{quote(document.identifier, safe='')}",
        "@type": "dcat:Dataset",
        "dct:identifier": f"urn:sha256:{quote(document.identifier, safe='')}",
        "dct:title": _said(document.title, language),
        "dct:description": _said(document.subtitle or document.title, language),
        "dct:language": {"@id": LANGUAGES[language.code]},
        "dcat:theme": [{"@id": f"{EUROPEAN}/data-theme/{theme}"} for theme in THEMES],
        **_to_be_filled(language),
        "dct:provenance": {
            "@type": "dct:ProvenanceStatement",
            "rdfs:label": _said(_origin(document), language),
        },
    }
    if provinces:
        dataset["dct:spatial"] = [
            {
                "@type": "dct:Location",
                "dct:identifier": plain(code),
                "skos:prefLabel": {"@value": plain(name), "@language": "nl"},
            }
            for code, name in sorted(provinces)
        ]
    if period is not None:
        dataset["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(period[0]),
            "dcat:endDate": _day(period[1]),
        }
    dataset["dcat:distribution"] = [
        _distribution(name, files[name], tables.get(name), language) for name in sorted(files)
    ]
    written = json.dumps(dataset, ensure_ascii=False, indent=2)
    return written.replace("<", "\\u003c") + "\n"


def _origin(document: Document) -> str:
    return document.language.say(
        "Made by {program}. Checksum (sha256): {identifier}.",
        program=document.made_by,
        identifier=document.identifier,
    )


def _to_be_filled(language: Language) -> dict[str, Any]:
    """What the profile asks for and only the organisation can say."""
    say = language.say
    organisation = _said(to_fill(language, say("name of the organisation")), language)
    return {
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": organisation},
        "dct:creator": {"@type": "foaf:Agent", "foaf:name": organisation},
        "dcat:contactPoint": {
            "@type": "vcard:Organization",
            "vcard:fn": _said(to_fill(language, say("where questions can be asked")), language),
        },
        "dct:accessRights": {
            "@type": "dct:RightsStatement",
            "rdfs:label": _said(to_fill(language, say("who may see it")), language),
        },
    }


def to_fill(language: Language, what: str) -> str:
    """A place that only the organisation can fill, with what belongs there."""
    return language.say("[to be filled in by the organisation: {what}]", what=what)


def _distribution(
    name: str, content: bytes, table: Table | None, language: Language
) -> dict[str, Any]:
    media, format_ = FORMATS.get(name.rpartition(".")[2].lower(), UNKNOWN)
    place = {"@id": quote(name, safe="")}
    found: dict[str, Any] = {
        "@type": "dcat:Distribution",
        "dct:title": _said(name, language),
        "dcat:accessURL": place,
        "dcat:downloadURL": place,
        "dcat:mediaType": {"@id": f"{MEDIA_TYPES}/{media}"},
        "dcat:byteSize": {"@value": str(len(content)), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {
                "@value": sha256(content).hexdigest(),
                "@type": "xsd:hexBinary",
            },
        },
        "dct:license": {
            "@type": "dct:LicenseDocument",
            "rdfs:label": _said(to_fill(language, language.say("licence")), language),
        },
    }
    if format_:
        found["dct:format"] = {"@id": f"{EUROPEAN}/file-type/{format_}"}
    if table is not None:
        found["@type"] = ["dcat:Distribution", "csvw:Table"]
        found["dct:description"] = _said(table.caption, language)
        found.update(_schema(table, language))
    return found


def _schema(table: Table, language: Language) -> dict[str, Any]:
    """The columns of a CSV file, and how its cells are written."""
    dutch = language.code == "nl"
    return {
        "csvw:dialect": {
            "@type": "csvw:Dialect",
            "csvw:delimiter": ";" if dutch else ",",
            "csvw:encoding": "utf-8",
            "csvw:header": True,
        },
        "csvw:tableSchema": {
            "@type": "csvw:Schema",
            "csvw:column": {
                "@list": [
                    {
                        "@type": "csvw:Column",
                        "csvw:name": plain(column.key),
                        "csvw:title": _said(heading, language),
                        "csvw:datatype": dict(_datatype(table, number, column, dutch)),
                    }
                    for number, (column, heading) in enumerate(
                        zip(table.columns, headings(table), strict=True)
                    )
                ]
            },
        },
    }


def _datatype(
    table: Table, number: int, column: Column, dutch: bool
) -> Iterator[tuple[str, str | dict[str, str]]]:
    """The type of the cells of a column, as they are and not only as they are meant."""
    cells = [row[number] for row in table.rows if row[number] is not None]
    yield "@type", "csvw:Datatype"
    if cells and all(isinstance(cell, date) for cell in cells):
        yield "csvw:base", "date"
    elif column.kind in ("number", "percent") and all(
        isinstance(cell, int | Fraction) for cell in cells
    ):
        numbers = [Fraction(cell) for cell in cells if isinstance(cell, int | Fraction)]
        if all(one.denominator == 1 for one in numbers) and column.kind == "number":
            yield "csvw:base", "integer"
        elif dutch:
            yield "csvw:base", "decimal"
            yield "csvw:format", {"@type": "csvw:NumericFormat", "csvw:decimalChar": ","}
        elif all((one * 10**6).denominator == 1 for one in numbers):
            yield "csvw:base", "decimal"
        else:
            yield "csvw:base", "string"  # an exact fraction, such as 13/7
    else:
        yield "csvw:base", "string"


def _said(text: str, language: Language) -> dict[str, str]:
    return {"@value": plain(text), "@language": language.code}


def _day(day: date) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
