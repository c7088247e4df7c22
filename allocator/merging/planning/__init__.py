# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planning: from the situation before merging to the best plans, proven.

Tasks that no group can hold together are planned apart (`clusters`), each as a set partition
(`partition`) that is solved once for each question (`cluster_plans`). Where both kinds want the
same room it is shared out (`rooms`); `plan` puts districts together and looks for the balance.
"""
