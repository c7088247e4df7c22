# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Odd values and odd bytes: what every strategy draws from."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

NAMES = (
    "Borne", "GM0147", "gm0147", "Almelo", "Kampen", "Bornee", "Bergen", "Bergen (NH.)", "Utrecht",
    "'s-Hertogenbosch", "Súdwest-Fryslân", "Hengelo", "0363", "141", "GM363", "GM9999", "PV23",
    "PV24", "Overijssel", "Twente", "IJsselland", "VR04", "Twentee", "", " ", "-", "*", "&x", "!x",
    "kampen-dronten-2024", "published", "statutory", "inhabitants", "composite", "column",
    "guaranteed", "likely", "intended", "regular", "amv", "region", "province", "sainte_lague",
    "below_share", "named", "all", "gap", "2024", "2026", "2022-11", "other.csv", "../other.csv",
    "/dev/zero", ".", "..", "~", "overijssel-2024", "mine.yaml", "=1+1", "null", "true", "yes",
)  # fmt: skip
NUMBERS = (
    0, 1, 2, 5, 100, 278, 3275, 6325, 2022, 2023, 2024, 2026, 1_000_000, 1_000_001, 10**12, 10**30,
    -1, -6325, 0.5, 1.5, -0.0, 1e-9, 1e308, float("inf"), float("nan"),
)  # fmt: skip
DATES = (
    "2025-07-01", "2026-02-01", "2028-12-31", "2025-02-30", "0000-01-01", "9999-12-31", "2025-7-1",
    "2025-07-01T00:00:00", "01-07-2025", "20250701",
)  # fmt: skip
MONTHS = ("1", "12", "1200", "1201", "100000", "0", "-1", "-0", "+3", " 3", "3.0", "1e2", "9" * 400)
TOKENS = (
    "0x14", "0o17", "1_000", "1e3", "+5", ".5", "1/3", "2/3", "1/0", "-1/3", "1e999999999", "12,5",
    "1.200", "1.000,5", "１２", "٣", "²", "½", "9" * 50, "9" * 5_000, "#REF!", "NaN", "inf",
    "[", "]", "{", "}", "{}", "[]", "[[]]", "[PV23, PV24]", "{amv: 5}", "{total: 5, amv: 9}",
    "{on: 2028-12-31}", ": ", "- ", "? ", "# ", "|", ">", "%YAML 1.1", "---", "...", "<<", "*a",
    "&a b", "!!python/object:os.system x", "!!binary x", '"', "'", "\\", '"\\ud800"', '"\\e[31m"',
    "\t", "\n", "\r", "\n\n  ", "\0", "\x1b[2J", "\x14", "\x7f", "\x85", "\u2028", "\ufeff",
    "\u202e", "\ud800", "\U0001f3d8", "é", "e\u0301", ";", ",", ";;;", ",,,", "sep=;",
)  # fmt: skip

known = st.sampled_from((*NAMES, *DATES))
words = known | known | st.sampled_from(TOKENS) | st.text(max_size=12)
numbers = st.sampled_from(NUMBERS) | st.integers(-10, 7_000)
scalars = words | numbers | st.none() | st.booleans()


def _nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3)


values: st.SearchStrategy[Any] = st.recursive(scalars, _nested, max_leaves=5)

ascii_words = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=6)
ODD_BYTES = (
    b"", b"\0", b"\xff", b"\xc3", b"\xe9", b"\x80", b"\x81", b"\xef\xbb\xbf", b"\xff\xfe", b"\t",
    b"\r", b"\n", b"\r\n", b"\"", b"'", b"[", b"{", b": ", b"- ", b"&a ", b"*a", b"!!x ", b"PK",
    b"PK\x03\x04", b"\x1b", b",", b";", b"#", b"|", b">", b"%", b"@", b"`", b"<c/>", b"<row>",
    b'r="XFD1048576"', b't="e"', b't="s"', b"</v>", b"<v>1e400</v>", b"9" * 400,
)  # fmt: skip
edits = st.lists(
    st.tuples(
        st.floats(0, 1),  # where
        st.integers(0, 30),  # how many bytes are taken out
        # What is put there: letters mostly, as a slip of the hand would.
        st.one_of(
            ascii_words.map(str.encode),
            ascii_words.map(str.encode),
            st.sampled_from(ODD_BYTES),
            st.binary(max_size=6),
        ),
    ),
    min_size=1,
    max_size=3,
)


def edited(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """Bytes with some of them taken out and others put in."""
    for where, taken, put in changes:
        position = int(where * len(data))
        data = data[:position] + put + data[position + taken :]
    return data
