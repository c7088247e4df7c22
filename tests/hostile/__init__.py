# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Hostile input: files that attack, mislead or merely err, each named after what it does."""
