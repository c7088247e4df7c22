# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Random input: scenarios, tables and settings that nobody thought of. `make fuzz` runs them."""
