# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a timeline: when each area is short, what ends, and what an extension closes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allocator.reporting.pages import Cell, Page, Sheet
from allocator.reporting.timeline_binding import binding_in_words, binding_page
from allocator.reporting.timeline_day import day_pages
from models.area_line import PARTS, AreaLine, Part
from models.contract import Contract
from models.timeline import Extension, Extensions, TimelineAnswer

# The country has hundreds of each; JSON and CSV have all of them.
MOST_ROWS = 40
MOST_CHANGES = 100
# With the last of these one day is left, which is told for twelve provinces at most.
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
MOST_EXTENSIONS = 5
PART_NAMES = {"total": "all places", "amv": "amv places"}
WHY_NOT_KNOWN = {
    "no-report": "the report is not known",
    "no-window": "reported, from when until when is not known",
}


def timeline_pages(answer: TimelineAnswer) -> list[Page]:
    """All of an answer: when it is short, and why: sums of a day, or changes through the months."""
    own = day_pages(answer) if answer.step == "day" else _month_pages(answer)
    told = own if answer.lines else []
    summary = (
        _heading(answer),
        binding_page(answer),
        _shortness(answer),
        _redivided(answer),
        _not_known(answer),
    )
    pages = [*summary, *told, _unknown(answer), _to_know(answer)]
    return [page for page in pages if page]


def _heading(answer: TimelineAnswer) -> Page:
    first, last, number = str(answer.days[0]), str(answer.days[-1]), len(answer.days)
    months = f"The first day of each of {number} month{'s' * (number > 1)}, {first[:7]} to "
    when = f"On {first}." if answer.step == "day" else f"{months}{last[:7]}."
    statuses = " and ".join(answer.statuses)
    said = (
        f"{binding_in_words(answer)} {when} What counts: {statuses} "
        f"places on each day that they are available.{_on_no_day(answer)} Verification: "
        f"{answer.verified:,} checks, 0 failures."
    )
    return Page(f"{answer.title or answer.scenario} ({answer.scenario})", (said,))


def _on_no_day(answer: TimelineAnswer) -> str:
    """How many places count in a run and on no day here, as their window is not known."""
    unknown = sum(one.places.total for one in answer.unknown)
    if not unknown:
        return ""
    of_day = ""
    if answer.step == "day":
        has = sum(line.available.total[0] for line in answer.at("province"))
        of_day = f": {has:,} available + {unknown:,} = {has + unknown:,}"
    return (
        f" {unknown:,} places of which no window is known count in `run` and on no day here"
        f"{of_day}."
    )


def _shown_lines(answer: TimelineAnswer) -> list[AreaLine]:
    """One province is told with its regions; of several only the provinces."""
    provinces = answer.at("province")
    several = len(provinces) + len(answer.not_known_at("province")) > 1
    return provinces if several else [*provinces, *answer.at("region")]


def _shortness(answer: TimelineAnswer) -> Page:
    """Of a day what is missing; of months when each area is first short, and how far at most."""
    parted = [(line, part) for line in _shown_lines(answer) for part in PARTS]
    if not parted:
        return Page("Against the task", ("Of no area it is known on which day what is available.",))
    if answer.step == "day":
        rows = [_row_of_day(answer, line, part) for line, part in parted]
        columns: tuple[str, ...] = ("Area", "of", ">task", ">available", ">gap")
        return Page("Against the task", sheet=Sheet(columns, tuple(rows)))
    said = (*_best_extensions(answer), *_without_extension(answer))
    rows = [_row_of_months(answer, line, part) for line, part in parted]
    columns = ("Area", "of", "short from", ">largest gap", "on", ">task then", ">available then")
    return Page("Against the task", items=said, sheet=Sheet(columns, tuple(rows)))


def _redivided(answer: TimelineAnswer) -> Page:
    """From the day of each redivision, how far the municipality that there is since is short."""
    rows = []
    for one in answer.redivided:
        for part in PARTS:
            gaps = [(gap, day) for gap, day in zip(one.gap.of(part), one.days, strict=True) if gap]
            most, day = max(gaps, key=lambda found: found[0], default=(0, None))
            short = str(gaps[0][1]) if gaps else "never"
            at = one.days.index(day) if day else 0
            numbers = (most, str(day or ""), one.task.of(part)[at], one.available.of(part)[at])
            rows.append((one.name, str(one.on), PART_NAMES[part], short, *numbers))
    said = "From that day on the tasks and the places of the municipalities that are one add up."
    columns = (
        *("Municipality", "from", "of", "short from", ">largest gap", "on"),
        *(">task then", ">available then"),
    )
    return Page("Redivisions", (said,), sheet=Sheet(columns, tuple(rows))) if rows else Page("")


def _not_known(answer: TimelineAnswer) -> Page:
    """Who is in no sum: not short for all that anybody knows, and not with enough either."""
    said = (
        "What is available there on a day is not known, so neither is what is missing: these "
        "provinces, with their regions and municipalities, are in no number above or below."
    )
    rows = [
        (area.name, area.task.total, area.task.amv, WHY_NOT_KNOWN[area.because])
        for area in answer.not_known_at("province")
    ]
    sheet = Sheet(("Province", ">task", ">of which amv", "why"), tuple(rows))
    return Page("Shortage not known", (said,), sheet=sheet) if rows else Page("")


def _row_of_day(answer: TimelineAnswer, line: AreaLine, part: Part) -> tuple[Cell, ...]:
    has, gap = line.available.of(part)[0], line.gap.of(part)[0]
    task = answer.task_on(line, part, answer.last)
    return line.name, PART_NAMES[part], "none" if task is None else task, has, gap


def _row_of_months(answer: TimelineAnswer, line: AreaLine, part: Part) -> tuple[Cell, ...]:
    told = line.shortness(part)
    largest = told.largest
    if largest.on is None:
        never = "never" if any(gap is not None for gap in line.gap.of(part)) else "not known"
        return line.name, PART_NAMES[part], never, 0, "", None, None
    has = line.available.of(part)[answer.days.index(largest.on)]
    days = (str(told.short_from), largest.places, str(largest.on))
    return line.name, PART_NAMES[part], *days, answer.task_on(line, part, largest.on), has


def _best_extensions(answer: TimelineAnswer) -> Iterator[str]:
    """Per province which single extension closes most of the largest gap."""
    for line in answer.at("province"):
        for one in answer.extensions:
            if one.province == line.code and one.options:
                yield _best_in_words(answer, line, one)


def _without_extension(answer: TimelineAnswer) -> Iterator[str]:
    """Who is never short, and for whom no contract ends whose extension would help."""
    lines = {line.code: line for line in answer.at("province")}
    for part in PARTS:
        none = [lines[one.province] for one in answer.extensions if one.of == part]
        helped = {one.province for one in answer.extensions if one.of == part and one.options}
        never = [
            line.name
            for line in none
            if line.shortness(part).largest.on is None
            and any(gap is not None for gap in line.gap.of(part))
        ]
        rest = [
            line.name
            for line in none
            if line.code not in helped
            and line.shortness(part).largest.on is not None
            and any(line.available.total)
        ]
        if never:
            yield f"Never short of {PART_NAMES[part]}: {', '.join(never)}."
        if rest:
            yield (
                "No contract ends whose extension would close any of the gap in "
                f"{PART_NAMES[part]}: {', '.join(rest)}."
            )


def _best_in_words(answer: TimelineAnswer, line: AreaLine, one: Extensions) -> str:
    largest, what = line.shortness(one.of).largest, PART_NAMES[one.of]
    best = one.options[0]
    contract = answer.contracts[best.contract]
    also = [answer.contracts[number] for number in one.as_good]
    named = [f"{_named(same)} ({same.row})" for same in also[:MOST_EXTENSIONS]]
    if len(also) > len(named):
        named.append(f"and {len(also) - len(named)} more")
    equal = f" As good: {', '.join(named)}."
    asked = "the single extension that closes most of the largest gap is"
    closes = f"{best.closes:,} of {largest.places:,}, and {best.place_months:,} place-months"
    if not best.closes:
        asked = f"the largest gap, on {largest.on}, comes before; most is closed afterwards by"
        closes = f"{best.place_months:,} place-months"
    return (
        f"{line.name}, {what}: {asked} {_named(contract)}, {contract.places:,} {contract.kind} "
        f"places beyond {contract.until} ({contract.row}){_beside(answer, best)}: {closes}."
        f"{equal if also else ''}"
    )


def _beside(answer: TimelineAnswer, option: Extension) -> str:
    """What else ends of the same site and is extended with it."""
    return "".join(
        f" and {one.places:,} {one.kind} places beyond {one.until} ({one.row})"
        for one in (answer.contracts[number] for number in option.beside)
    )


def _named(one: Contract) -> str:
    """`Zwolle (site 1)`, `Kampen (from Dronten, not extendable)`: whose places, and which."""
    what = one.name
    if one.source == "exchange":
        what = f"from {one.giver_name}{'' if one.extendable else ', not extendable'}"
    return f"{one.area_name} ({what})" if what else one.area_name


def _month_pages(answer: TimelineAnswer) -> list[Page]:
    return [
        _through_time(answer),
        _endings(answer),
        _drops(answer),
        *_extensions(answer),
    ]


def _through_time(answer: TimelineAnswer) -> Page:
    """What each area has, on the days on which that changes; of many fewer days."""
    tried = ((every, _changes(answer, every)) for every in STEPS)
    every, rows = next(one for one in tried if len(one[1]) <= MOST_CHANGES)
    days = "Only the days on which something changes; it stays so until the next."
    if every > 1:
        days = f"Every {every} months, where something has changed; CSV and JSON have each month."
    said = (
        f"{days} Places in all, and the amv places among them. To redo a number: --on with its day."
    )
    columns = ("From", "Area", ">available", ">amv", ">gap", ">amv")
    return Page("Month by month", (said,), sheet=Sheet(columns, tuple(rows)))


def _changes(answer: TimelineAnswer, every: int) -> list[tuple[Cell, ...]]:
    """A row for an area and a day on which it has or lacks something else than so long before."""
    rows: list[tuple[Cell, ...]] = []
    for number in range(0, len(answer.days), every):
        for line in _shown_lines(answer):
            has = (line.available.total, line.available.amv)
            told = (*has, line.gap.total, line.gap.amv)
            if number and all(each[number] == each[number - every] for each in told):
                continue
            gaps = (line.gap.total[number], line.gap.amv[number])
            now = (places[number] for places in has)
            rows.append((str(answer.days[number]), line.name, *now, *gaps))
    return rows


def _endings(answer: TimelineAnswer) -> Page:
    rows: list[tuple[Cell, ...]] = []
    for ending in answer.endings:
        one = answer.contracts[ending.contract]
        rows.append((str(one.until), _named(one), one.places, one.kind, one.row))
    if not rows:
        return Page("What ends", ("No contract ends in these months.",))
    columns = ("Last day", "Contract", ">places", "kind", "file and line")
    return Page("What ends", sheet=_cut(columns, rows))


def _drops(answer: TimelineAnswer) -> Page:
    """From which month each municipality has fewer places."""
    rows: list[tuple[Cell, ...]] = []
    for line in answer.at("municipality"):
        for drop in line.drops:
            at = answer.days.index(drop.on)
            before, after = line.available.total[at - 1], line.available.total[at]
            amv = (line.available.amv[at - 1], line.available.amv[at])
            share = answer.task_on(line, "total", drop.on)
            numbers = (share, before, after, line.gap.total[at], *amv)
            rows.append((str(drop.on), line.name, *numbers))
    rows.sort(key=lambda row: str(row[0]))
    columns = (
        "From",
        "Municipality",
        ">share",
        ">before",
        ">after",
        ">gap then",
        ">amv before",
        ">after",
    )
    return Page("Municipalities that drop", sheet=_cut(columns, rows)) if rows else Page("")


def _extensions(answer: TimelineAnswer) -> Iterator[Page]:
    """The best extensions of one province; of several the sentences above tell the best of each."""
    said = (
        "All that ends of one site at a time, extended to the end of these months: the places that "
        "it closes of the largest gap, and those of every month added up (place-months)."
    )
    for one in answer.extensions:
        if len(answer.extensions) == len(PARTS) and one.options:
            rows = [_extension(answer, option) for option in one.options[:MOST_EXTENSIONS]]
            columns = ("Contract", "last day", ">closes", ">place-months", "file and line")
            heading = f"What one extension closes: {PART_NAMES[one.of]}"
            more = len(one.options) - len(rows)
            left = f"{said} {more} more: see `extensions` in the JSON." if more else said
            yield Page(heading, (left,), sheet=Sheet(columns, tuple(rows)))


def _extension(answer: TimelineAnswer, option: Extension) -> tuple[Cell, ...]:
    one = answer.contracts[option.contract]
    numbers = (option.closes, option.place_months)
    rows = [one.row, *(answer.contracts[number].row for number in option.beside)]
    return (_named(one), str(one.until), *numbers, " and ".join(rows))


def _unknown(answer: TimelineAnswer) -> Page:
    """Places without a window: they count on no day."""
    said = "From when until when is not known: these places count on no day here."
    items = tuple(
        f"{one.name} ({one.area_name}): {one.places.total:,} places, of which {one.places.amv:,} "
        f"amv{f' [{one.row}]' if one.row else ''}."
        for one in answer.unknown
    )
    return Page("Window not known", (said,), items) if items else Page("")


def _to_know(answer: TimelineAnswer) -> Page:
    lines = [*answer.at("municipality"), *answer.not_known_at("municipality")]
    estimated = sum(line.task_status == "estimated" for line in lines)
    said = [f"{one.message}." for one in answer.warnings]
    if estimated:
        said.append(f"{estimated} of {len(lines)} shares of municipalities are estimated.")
    return Page("To know", items=tuple(said))


def _cut(columns: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> Sheet:
    """A sheet of the first rows, and how many there are more."""
    shown = list(rows[:MOST_ROWS])
    if len(rows) > MOST_ROWS:
        more = ("...", f"and {len(rows) - MOST_ROWS:,} more in the JSON")
        shown.append((*more, *(None for _ in columns[2:])))
    return Sheet(tuple(columns), tuple(shown))
