# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Comparisons: alignment, measures, what changed, the twin and the command."""
