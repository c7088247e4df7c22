# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the words mean: frozen types, without file access, solver or pandas."""
