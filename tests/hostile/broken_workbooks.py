# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Workbooks that are damaged, pretend to be one, or unpack to far more than they are."""

from __future__ import annotations

import io
import struct
import zipfile

from tests.hostile.make_workbooks import SHEET, nothing, repacked, replaced, workbook, written


@workbook("offers", "holds-macro--visual-basic")
def _() -> bytes:
    return repacked(lambda parts: parts.update({"xl/vbaProject.bin": b"Sub Auto_Open()"}))


@workbook("offers", "holds-macro--sheet-of-macros")
def _() -> bytes:
    return repacked(lambda parts: parts.update({"xl/macrosheets/sheet1.xml": b"<macrosheet/>"}))


@workbook("offers", "zip-bomb--one-huge-part")
def _() -> bytes:
    return repacked(lambda parts: parts.update({"xl/media/image1.png": b"\0" * 60_000_000}))


@workbook("offers", "zip-bomb--thousands-of-parts")
def _() -> bytes:
    return repacked(lambda parts: parts.update({f"xl/{n}.xml": b"" for n in range(1_001)}))


@workbook("offers", "zip-bomb--size-that-is-said")
def _() -> bytes:
    return _with_size_in_directory(4_000_000_000)


@workbook("offers", "not-xlsx--size-that-is-not-true")
def _() -> bytes:
    return _with_size_in_directory(10)


def _with_size_in_directory(size: int) -> bytes:
    """A good workbook whose directory gives its sheet another size."""
    data = bytearray(written(nothing))
    entry = data.rindex(SHEET.encode()) - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    data[entry + 24 : entry + 28] = struct.pack("<I", size)
    return bytes(data)


@workbook("offers", "sheet-too-large--cell-in-the-last-corner")
def _() -> bytes:
    return written(lambda book, sheet: sheet.write(1_048_575, 16_383, "x"))


@workbook("offers", "sheet-too-large--cells-without-references")
def _() -> bytes:
    row = b"<row>" + b"<c/>" * 1_001 + b"</row>"
    return replaced(SHEET, b"</sheetData>", row * 1_000 + b"</sheetData>")


@workbook("offers", "sheet-too-large--rows-without-cells")
def _() -> bytes:
    return replaced(SHEET, b"</sheetData>", b"<row/>" * 2_100_000 + b"</sheetData>")


@workbook("offers", "sheet-too-large--strings-without-cells")
def _() -> bytes:
    strings = b"<si><t>a</t></si>" * 1_100_000 + b"</sst>"
    return replaced("xl/sharedStrings.xml", b"</sst>", strings)


@workbook("offers", "not-xlsx--impossible-reference")
def _() -> bytes:
    return replaced(SHEET, b'r="C2"', b'r="C99999999999999999999"')


@workbook("offers", "not-xlsx--impossible-row")
def _() -> bytes:
    return replaced(SHEET, b'<row r="2"', b'<row r="-2"')


@workbook("offers", "not-xlsx--entities-without-end")
def _() -> bytes:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><worksheet'
    return replaced(SHEET, b"<worksheet", bomb)


@workbook("offers", "not-xlsx--entity-of-another-file")
def _() -> bytes:
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><sst'
    return replaced("xl/sharedStrings.xml", b"<sst", outside)


@workbook("offers", "not-xlsx--sheet-is-not-xml")
def _() -> bytes:
    return replaced(SHEET, b"</sheetData>", b"</sheetDat")


@workbook("offers", "not-xlsx--string-that-is-not-there")
def _() -> bytes:
    return replaced(SHEET, b'<c r="A2" t="s"><v>', b'<c r="A2" t="s"><v>99')


@workbook("offers", "not-xlsx--packed-in-an-unusual-way")
def _() -> bytes:
    return repacked(lambda parts: None, compression=zipfile.ZIP_BZIP2)


@workbook("offers", "not-xlsx--part-twice-in-other-case")
def _() -> bytes:
    return repacked(lambda parts: parts.update({SHEET.upper(): parts[SHEET]}))


@workbook("offers", "not-xlsx--another-office-format")
def _() -> bytes:
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office:document-content/>")
    return page.getvalue()


@workbook("offers", "not-xlsx--cut-off")
def _() -> bytes:
    return written(nothing)[:2_000]


@workbook("offers", "not-xlsx--flipped-bits")
def _() -> bytes:
    data = bytearray(written(nothing))
    for position in range(200, len(data) - 1_000, 97):
        data[position] ^= 0x55
    return bytes(data)


@workbook("offers", "not-xlsx--locked-with-a-password")
def _() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3_000
