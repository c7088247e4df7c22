# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The set partition: every task of a cluster in one group, at the least cost, proven.

Nothing here knows a municipality or a rule of the law: a cluster has tasks, hosts and what may
come together. Of a small cluster that is listed (`shapes`), and a table leads to the best plan
(`table`). Of a larger one groups are found by price (`pricing`), prices come from a relaxation
(`relaxation`) that rows of its own make tighter (`cuts`), and a search (`cover`) or a solver
(`choice`) goes through what the prices leave. `optimum` leads from one to the other.
"""
