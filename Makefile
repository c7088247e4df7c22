# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

# `make run` and `make test` need Python >= 3.11, git and make; everything else goes into .venv.
# Another interpreter: make PYTHON=python3.12 test. With uv on PATH uv installs, otherwise pip does.

PYTHON ?= python3
SCENARIO ?= overijssel-2024
WORKERS ?= 2
UV ?= $(shell command -v uv 2>/dev/null)

VENV := .venv
MUTATION := .venv-mutation
BIN := $(VENV)/bin
LOCKED := $(VENV)/.locked
READY := $(VENV)/.ready

# What lies outside .venv must not decide what runs inside it.
unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE VIRTUAL_ENV PIP_USER PIP_TARGET PIP_PREFIX

# A .venv is complete when its stamp says where it is and which Python it has. A checkout that was moved, a Python
# that was removed and an install that was stopped all fail this test, and .venv is made again from nothing.
IDENTITY := import importlib.metadata as m, sys; m.version("allocator"); print(sys.version_info[:3], sys.prefix)
$(shell [ -e $(READY) ] && [ "$$($(BIN)/python -I -c '$(IDENTITY)' 2>/dev/null)" != "$$(cat $(READY))" ] \
	&& rm -f $(LOCKED) $(READY))

.DEFAULT_GOAL := help
.PHONY: help run test lint types bench mutate fuzz lock clean
.DELETE_ON_ERROR:

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' Makefile

run: $(READY) ## run the example scenario; another one: make SCENARIO=name run
	@$(BIN)/allocator run "$(SCENARIO)"

test: lint types $(READY) ## the whole check: style, types, imports, licences, tests
	$(BIN)/pytest -n auto --maxprocesses $(WORKERS) --dist loadscope $(PYTEST_ARGS)

lint: $(READY) ## style, import contracts and licences
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/reuse lint --lines

types: $(READY) ## mypy --strict
	$(BIN)/mypy --strict

bench: $(READY) ## measure speed and memory
	$(BIN)/python -m benchmarks $(BENCH_ARGS)

mutate: $(MUTATION)/.ready ## mutation testing, an hour or more; one folder: MUTATE_ARGS=verification
	$(MUTATION)/bin/python -m benchmarks.mutation $(MUTATE_ARGS)

fuzz: $(READY) ## put 10,000 random inputs before the program (FUZZ_ARGS="--inputs 500 --seed 7")
	$(BIN)/python -m tests.fuzz $(FUZZ_ARGS)

COMPILE := pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --output-file requirements.txt
lock: ## resolve requirements.txt again (needs uv; LOCK_ARGS=--upgrade takes newer releases)
	@[ -n "$(UV)" ] || { echo "make lock needs uv on PATH" >&2; exit 1; }
	@"$(UV)" $(COMPILE) --custom-compile-command "uv $(COMPILE)" --quiet $(LOCK_ARGS)

clean: ## remove .venv and every cache
	rm -rf $(VENV) $(MUTATION) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The dependencies, exactly as locked. Always from nothing, so that an install that was stopped leaves nothing behind.
$(LOCKED): requirements.txt
	@"$(PYTHON)" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "allocator needs Python 3.11 or newer, and $(PYTHON) is $$("$(PYTHON)" --version 2>&1 | head -n 1)." >&2; \
		echo "Name another one: make PYTHON=python3.12 $(or $(MAKECMDGOALS),run)" >&2; exit 1; }
	@rm -rf $(VENV)
ifneq ($(UV),)
	@echo "Installing into $(VENV) with uv" >&2
	@"$(UV)" venv --quiet --python "$(PYTHON)" $(VENV)
	@"$(UV)" pip install --quiet --python $(BIN)/python --require-hashes -r requirements.txt
else
	@"$(PYTHON)" -I -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) comes without venv and pip (Debian: apt install python3-venv); or put uv on PATH." >&2; exit 1; }
	@echo "Installing into $(VENV) with pip (a minute or two)" >&2
	@"$(PYTHON)" -I -m venv $(VENV)
	@$(BIN)/python -I -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
endif
	@touch $@

# The project itself, editable; its build tools are in the lock, so nothing is fetched.
# (A .venv that uv made has no pip.)
$(READY): $(LOCKED) pyproject.toml
ifneq ($(UV),)
	@"$(UV)" pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	@$(BIN)/python -I -c 'import pip' 2>/dev/null || $(BIN)/python -I -m ensurepip >/dev/null
	@$(BIN)/python -I -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@$(BIN)/python -I -c '$(IDENTITY)' > $@

# What .venv has, and mutmut, which the lock does not have and nothing else needs.
$(MUTATION)/.ready: requirements.txt pyproject.toml
	@rm -rf $(MUTATION)
	@echo "Installing into $(MUTATION)" >&2
ifneq ($(UV),)
	@"$(UV)" venv --quiet --python "$(PYTHON)" $(MUTATION)
	@"$(UV)" pip install --quiet --python $(MUTATION)/bin/python --require-hashes -r requirements.txt
	@"$(UV)" pip install --quiet --python $(MUTATION)/bin/python --no-build-isolation -e '.[mutation]'
else
	@"$(PYTHON)" -I -m venv $(MUTATION)
	@$(MUTATION)/bin/python -I -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(MUTATION)/bin/python -I -m pip install --quiet --disable-pip-version-check --no-build-isolation -e '.[mutation]'
endif
	@touch $@
