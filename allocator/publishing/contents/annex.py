# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The annex: everything that a run says of a province, of several, or of the country."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.publishing.contents.agreements import emergency, exchanges, offers
from allocator.publishing.contents.areas import areas, by_hand, takeovers
from allocator.publishing.contents.derivations import derivations
from allocator.publishing.contents.grant import grant
from allocator.publishing.contents.headlines import attention, headlines
from allocator.publishing.contents.impossible import repairs
from allocator.publishing.contents.merges import merges
from allocator.publishing.contents.municipalities import municipalities
from allocator.publishing.contents.pictures import bars_of, map_of
from allocator.publishing.contents.provenance import identifier, manifest, sources
from allocator.publishing.contents.view import PROGRAM, View
from allocator.publishing.document import Document, Section
from allocator.publishing.languages import Language
from allocator.versions import day_of
from models.boundaries import Boundaries
from models.raming import raming_in_words
from models.result import ProvinceResult, RunResult


def annex(
    result: RunResult,
    language: Language,
    province: str | None = None,
    boundaries: Boundaries | None = None,
    notes: tuple[str, ...] = (),
) -> Document:
    """The annex of a run.

    Args:
        result: a run.
        language: of the annex.
        province: code of the only province that it is of; None is all of the run.
        boundaries: true borders for the map; without them it is of tiles.
        notes: what a saved run is worth, where that is less than one that was made now.
    """
    view = View(result, language, province, notes)
    raming = view.own(f"Raming {raming_in_words(result.raming, result.national_total)}")
    return Document(
        name=result.scenario.name if province is None else f"{result.scenario.name}-{view.name}",
        title=view.say("Reception places in {name}", name=view.name),
        subtitle=f"{view.own(result.scenario.title or result.scenario.name)}. {raming}.",
        language=language,
        sections=tuple(_sections(view, boundaries)),
        identifier=identifier(result),
        made_by=f"{PROGRAM} {result.manifest.allocator}",
        made_on=day_of(result.manifest.allocator),
    )


def _sections(view: View, boundaries: Boundaries | None) -> Iterator[Section]:
    yield headlines(view)
    yield attention(view)
    yield repairs(view)
    if view.divided:
        yield Section(view.say("Map"), (map_of(view, boundaries),), anchor="map")
    yield areas(view)
    yield takeovers(view)
    for province in view.provinces:
        yield _province(view, province)
    yield merges(view)
    yield exchanges(view)
    yield emergency(view)
    yield grant(view)
    yield offers(view)
    yield by_hand(view)
    told, cited = derivations(view)
    yield told
    yield sources(view, cited)
    yield manifest(view, boundaries)


def _province(view: View, province: ProvinceResult) -> Section:
    heading = province.name if len(view.provinces) > 1 else view.say("Per municipality")
    return Section(
        heading,
        (*bars_of(view, province), municipalities(view, province)),
        anchor=f"of-{province.code}",
    )
