# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The files that a scenario names, and the figures of its key: read together, faults and all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from allocator.loading.doubles import check_exchanged
from allocator.loading.exchanges import read_exchanges
from allocator.loading.figures import key_figures
from allocator.loading.offer_changes import changed_offers
from allocator.loading.offers import read_offers
from allocator.loading.own_figures import Contradicted
from allocator.loading.reference import ReferenceTables
from allocator.loading.scenario_file import ScenarioFile
from models.exchange import Exchange
from models.fault import Faults
from models.offer import Offer
from models.problem import InputFile, KeyFigures, Notice
from models.scenario import Scenario


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What the files of a scenario say.

    Attributes:
        exchanges: those that the scenario names.
        figures: what its key draws on.
        offers: of its provinces, as the scenario changes them.
        receipts: of each file.
        contradicted: published numbers that the scenario's own contradict.
        notices: what the files leave open.
    """

    exchanges: tuple[Exchange, ...]
    figures: KeyFigures
    offers: tuple[Offer, ...]
    receipts: tuple[InputFile, ...]
    contradicted: Contradicted
    notices: tuple[Notice, ...] = ()


def read_files(
    file: ScenarioFile,
    scenario: Scenario,
    tables: ReferenceTables,
    codes: Collection[str],
    cycle: tuple[date, date] | None,
    faults: Faults,
) -> FilesRead:
    """Read every file, and tell what is wrong with any of them together.

    Args:
        file: the scenario as written.
        scenario: the same with codes for names.
        tables: the reference tables.
        codes: of the municipalities in its provinces.
        cycle: first and last day of the cycle, where one is known.
        faults: what was found wrong already.

    Raises:
        InputError: with all that was found wrong so far, if a file cannot be taken as it is.
    """
    with faults.collected():
        exchanges, exchange_files = read_exchanges(
            file, scenario, tables.agreements, tables.territory, codes, cycle, faults
        )
    with faults.collected():
        figures, key_receipts, contradicted = key_figures(file, tables, codes, faults)
    with faults.collected():
        offers, offer_files, notices = read_offers(file, tables.territory, codes)
        offers = changed_offers(file, scenario, tables.territory, offers, faults)
    faults.raise_if_any()
    check_exchanged(file, offers, exchanges, tables.territory, faults)
    faults.raise_if_any()
    receipts = (
        *key_receipts,
        *(content.receipt("offers") for content in offer_files),
        *(content.receipt("exchanges") for content in exchange_files),
    )
    return FilesRead(exchanges, figures, offers, receipts, contradicted, tuple(notices))
