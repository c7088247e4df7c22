# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The citations: every text that a rule, a key or a report may refer to, as data.

Nothing else is cited as law. A citation of the Act, the Decree or the raming carries the words that
it rests on, and a test finds them in the text that travels along (`scenarios/law`). Of letters,
rulings and the press the text does not travel along; what is known from the press only says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from models.law.act import (
    ACT_BALANCE,
    ACT_DECISION,
    ACT_DECISION_CHANGE,
    ACT_DISTRIBUTION,
    ACT_DURABLE,
    ACT_GRANT,
    ACT_GRANT_DURABLE,
    ACT_KEY,
    ACT_RAMING,
    ACT_RAMING_CHANGE,
    ACT_REPORT,
    ACT_TASK,
    ACT_TERM,
    ACT_UNFORESEEN,
)
from models.law.act import PARAGRAPHS as _OF_THE_ACT
from models.law.books import BALINSKI_YOUNG, MATHEMATICS, PUKELSHEIM
from models.law.decree import (
    ACT,
    DECREE,
    DECREE_AMV,
    DECREE_DURABLE,
    DECREE_GRANT,
    DECREE_MINIMUM,
    DECREE_MINIMUM_AMV,
    DECREE_PROVINCE,
    DECREE_PUBLICATION,
    DECREE_RAMING,
    DECREE_REGISTRATION,
    KEY_FORMULA,
    RAMING_2024,
)
from models.law.decree import PARAGRAPHS as _OF_THE_DECREE
from models.law.letters import (
    DEADLINES_1,
    DEADLINES_2,
    DECISION,
    EXCHANGING,
    EXISTING_PLACES,
    KC_LETTER_2026,
    KEY_AMENDMENT,
    LETTERS,
    MERGING,
    MINISTRY_LETTER_2026,
    MOTIVATION,
    OBJECTIONS,
    PLANNING_MARGIN,
    POLICY_RULE,
    PROMISING,
    PROVINCIAL_REPORT_2024,
    PRT_LETTER_2023,
    RAMING_CHANGE_NOTE,
    REDIVISION,
    RULING_2017,
    RULING_2018,
    RULING_2025,
)
from models.law.source import Passage, Source

__all__ = [
    "ACT",
    "ACT_BALANCE",
    "ACT_DECISION",
    "ACT_DECISION_CHANGE",
    "ACT_DISTRIBUTION",
    "ACT_DURABLE",
    "ACT_GRANT",
    "ACT_GRANT_DURABLE",
    "ACT_KEY",
    "ACT_RAMING",
    "ACT_RAMING_CHANGE",
    "ACT_REPORT",
    "ACT_TASK",
    "ACT_TERM",
    "ACT_UNFORESEEN",
    "BALINSKI_YOUNG",
    "CITATIONS",
    "DEADLINES_1",
    "DEADLINES_2",
    "DECISION",
    "DECREE",
    "DECREE_AMV",
    "DECREE_DURABLE",
    "DECREE_GRANT",
    "DECREE_MINIMUM",
    "DECREE_MINIMUM_AMV",
    "DECREE_PROVINCE",
    "DECREE_PUBLICATION",
    "DECREE_RAMING",
    "DECREE_REGISTRATION",
    "EXCHANGING",
    "EXISTING_PLACES",
    "KC_LETTER_2026",
    "KEY_AMENDMENT",
    "KEY_FORMULA",
    "MATHEMATICS",
    "MERGING",
    "MINISTRY_LETTER_2026",
    "MOTIVATION",
    "OBJECTIONS",
    "PLANNING_MARGIN",
    "POLICY_RULE",
    "PROMISING",
    "PROVINCIAL_REPORT_2024",
    "PRT_LETTER_2023",
    "PUKELSHEIM",
    "RAMING_2024",
    "RAMING_CHANGE_NOTE",
    "REDIVISION",
    "RULING_2017",
    "RULING_2018",
    "RULING_2025",
    "Passage",
    "Source",
]

CITATIONS: Mapping[str, Source] = MappingProxyType(
    {
        source.id: source
        for source in (
            ACT,
            *_OF_THE_ACT,
            DECREE,
            *_OF_THE_DECREE,
            RAMING_2024,
            *LETTERS,
            *MATHEMATICS,
        )
    }
)
"""Every citation by its id."""
