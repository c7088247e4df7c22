# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How wide a text is, and where a name may break, so that no label leaves its place.

The widths are those of Liberation Sans, which Arial and Helvetica share to the letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

EM = 2048
REGULAR = {
    391: "'",
    455: "ijlł‘’",
    532: "|",
    569: " !,./:;I[\\]ft·ı",
    682: "()-`r“”",
    684: "{}",
    717: "•",
    727: '"',
    797: "*",
    819: "°",
    961: "^",
    1024: "Jcksvxyz",
    1124: "≈",
    1139: "#$0123456789?L_abdeghnopqu–đþ",
    1196: "+<=>~×−",
    1251: "FTZøß",
    1366: "&ABEKPSVXY",
    1479: "CDHNRUw",
    1593: "GOQ",
    1706: "Mm",
    1821: "%æ",
    1933: "Wœ",
    2079: "@",
}
BOLD = {
    487: "'",
    569: " ,./I\\ijl·ıł‘’",
    573: "|",
    682: "!()-:;[]`ft",
    717: "•",
    797: "*r{}",
    819: "°",
    971: '"',
    1024: "z“”",
    1124: "≈",
    1139: "#$0123456789J_aceksvxy–",
    1196: "+<=>^~×−",
    1251: "?FLTZbdghnopquøßđþ",
    1366: "EPSVXY",
    1479: "&ABCDHKNRU",
    1593: "GOQw",
    1706: "M",
    1821: "%mæ",
    1933: "Wœ",
    1997: "@",
}
WIDTHS = {
    bold: {letter: wide for wide, letters in table.items() for letter in letters}
    for bold, table in ((False, REGULAR), (True, BOLD))
}

# A letter that the table does not know is taken for one of the widest.
UNKNOWN = 2200
FEWEST_LETTERS = 3
# What many names of places end with: there a long one breaks best.
ENDINGS = (
    "waterland", "land", "water", "meer", "waard", "bosch", "veen", "dam", "wijk", "burg", "berg",
    "bergen", "horst", "broek", "dijk", "wolde", "werf", "diel", "drecht", "dorp", "hoven", "oog",
    "daal", "doorn", "kanaal", "schoten", "weert", "mond", "bosch", "spelen", "velde", "gein",
    "kwartier", "polder", "stelle", "woude", "lingen", "voort", "waarden", "streek", "rade",
)  # fmt: skip


def width(text: str, size: int, *, bold: bool = False) -> Fraction:
    """How wide a text is at a size, in units; a letter with an accent is as wide as without."""
    return Fraction(_parts_of_em(text, bold) * size, EM)


def _parts_of_em(text: str, bold: bool) -> int:
    return sum(_letter(letter, bold) for letter in text)


@lru_cache(maxsize=1_000)
def _letter(letter: str, bold: bool) -> int:
    """How wide a letter is, in parts of an em."""
    table = WIDTHS[bold]
    return sum(
        0 if unicodedata.combining(part) else table.get(part, UNKNOWN)
        for part in unicodedata.normalize("NFD", letter)
    )


def fitted(name: str, room: Callable[[int], Sequence[Fraction]], size: int) -> tuple[str, ...]:
    """A name in as few lines as hold it, whole words before hyphens, hyphens before syllables.

    Args:
        name: as it is written.
        room: for a number of lines, how wide each may be; none where so many have no room.
        size: of the letters.

    Returns:
        The lines; none where the name does not fit.
    """
    for parts in (_words(name), _compounds(name), _syllables(name)):
        lines = 1
        while widths := room(lines):
            found = _filled(parts, widths, size)
            if found:
                return found
            lines += 1
    return ()


def shortened(text: str, room: Fraction, size: int, *, bold: bool = False) -> str:
    """A text that may be far too long (a name from a file), with … for what has no room."""
    if width(text, size, bold=bold) <= room:
        return text
    left = room * EM / size - _letter("…", bold)
    kept = 0
    while kept < len(text) and (wide := _letter(text[kept], bold)) <= left:
        left -= wide
        kept += 1
    return f"{text[:kept]}…"


def wrapped(text: str, room: Fraction, size: int, *, bold: bool = False) -> tuple[str, ...]:
    """A text in lines of at most so wide, broken at spaces; a longer word is broken anywhere."""
    most = room * EM / size
    space = _letter(" ", bold)
    lines: list[str] = []
    used = 0
    for word in text.split():
        wide = _parts_of_em(word, bold)
        if lines and used + space + wide <= most:
            lines[-1] = f"{lines[-1]} {word}"
            used += space + wide
        else:
            lines += _broken(word, most, bold)
            used = _parts_of_em(lines[-1], bold)
    return tuple(lines)


def _broken(word: str, most: Fraction, bold: bool) -> list[str]:
    """A word in pieces of at most so many parts of an em, a letter at least: read once."""
    starts, used = [0], 0
    for at, letter in enumerate(word):
        wide = _letter(letter, bold)
        if used + wide > most and at > starts[-1]:
            starts.append(at)
            used = 0
        used += wide
    return [word[start:end] for start, end in pairwise([*starts, len(word)])]


# A part of a name, and what is written behind it where the line ends there.
Part = tuple[str, str]


@lru_cache(maxsize=1_000)
def _words(name: str) -> tuple[Part, ...]:
    """Parts between which a line may end: at spaces and behind hyphens."""
    parts: list[Part] = []
    for word in name.split():
        pieces = word.split("-")
        for at, piece in enumerate(pieces):
            parts.append((piece + ("-" if at < len(pieces) - 1 else ""), ""))
        parts[-1] = (parts[-1][0] + " ", "")
    return tuple(part for part in parts if part[0])


@lru_cache(maxsize=1_000)
def _compounds(name: str) -> tuple[Part, ...]:
    return tuple(
        (piece, "" if piece.endswith(("-", " ")) else "-")
        for part, _ in _words(name)
        for piece in _halves(part)
    )


def _halves(word: str) -> tuple[str, ...]:
    bare = word.rstrip("- ")
    for ending in sorted(ENDINGS, key=lambda ending: (-len(ending), ending)):
        at = len(bare) - len(ending)
        if at >= FEWEST_LETTERS and bare.endswith(ending):
            return word[:at], word[at:]
    return (word,)


@lru_cache(maxsize=1_000)
def _syllables(name: str) -> tuple[Part, ...]:
    return tuple(
        (piece, "" if piece.endswith(("-", " ")) else "-")
        for part, _ in _words(name)
        for piece in _pieces(part)
    )


@lru_cache(maxsize=1_000)
def _pieces(word: str) -> tuple[str, ...]:
    """Where Dutch breaks a word."""
    from pyphen import Pyphen

    rules = Pyphen(lang="nl_NL", left=FEWEST_LETTERS, right=FEWEST_LETTERS)
    bare = word.rstrip("- ")
    ends = [*rules.positions(bare), len(word)] if bare.isalpha() else [len(word)]
    return tuple(word[start:end] for start, end in zip([0, *ends], ends, strict=False))


def _filled(parts: Sequence[Part], widths: Sequence[Fraction], size: int) -> tuple[str, ...]:
    """The parts in lines of these widths, each as full as can be; none where they do not fit."""
    lines: list[str] = []
    at = 0
    for room in widths:
        best = 0
        for end in range(at + 1, len(parts) + 1):
            if width(_line(parts[at:end], last=end == len(parts)), size) <= room:
                best = end
            elif width(_line(parts[at:end], last=True), size) > room:
                break  # without a hyphen it is too wide already, and so is all that is longer
        if not best:
            return ()
        lines.append(_line(parts[at:best], last=best == len(parts)))
        at = best
        if at == len(parts):
            return tuple(lines) if len(lines) == len(widths) else ()
    return ()


def _line(parts: Sequence[Part], *, last: bool) -> str:
    said = "".join(piece for piece, _ in parts)
    return said.rstrip() if last else (said + parts[-1][1]).rstrip()
