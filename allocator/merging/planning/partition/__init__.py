# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The set partition: every task of a cluster in one group, at the least cost, proven.

Nothing here knows a municipality or a rule of the law: a cluster has tasks, hosts and what may
come together. Groups are found by price (`pricing`), prices come from a relaxation (`relaxation`),
a search (`cover`) or a solver (`choice`) goes through what the prices leave, and `optimum` leads
from one to the other.
"""
