# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planning: from the situation before merging to the best plans, proven.

Tasks that no group can hold together are planned apart (`clusters`), each as a set partition
(`partition`) that is solved once for each question (`cluster_plans`). Where plans of both kinds
want the same room (`rooms`) their clusters become one; `plan` puts all together and looks for the
balance, and `trade_off` for everything between few sites, few moves and few kilometres.
"""
