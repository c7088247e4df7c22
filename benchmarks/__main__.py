# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Run every benchmark: `python -m benchmarks`, or `make bench`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCHMARKS = (
    "apportionment.py",
    "commands.py",
    "choice.py",
    "ensemble.py",
    "merging.py",
    "repeated_merging.py",
    "timeline.py",
    "warm.py",
)

for name in BENCHMARKS:
    subprocess.run([sys.executable, str(Path(__file__).parent / name)], check=True)
    print()
