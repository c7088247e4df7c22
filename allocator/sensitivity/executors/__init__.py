# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Executors: who does the runs, on this machine or on a cluster."""

from allocator.sensitivity.executors.jobs import Executor, Job, Stopped, Told
from allocator.sensitivity.executors.local import on_this_machine

__all__ = ["Executor", "Job", "Stopped", "Told", "on_this_machine"]
