# Everything runs in a virtual environment of its own, .venv, made at first use from deploy/constraints.txt.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := deploy/constraints.txt
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help setup chat run test check fix docs bench bench-snel kills wheel clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | sort

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Ruggespraak vraagt Python 3.11 of nieuwer; zet PYTHON=/pad/naar/python3.11 erbij." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "De module venv ontbreekt; op Debian en Ubuntu: apt install python3-venv." >&2; exit 1; }
	@$(PIP) install --constraint $(LOCK) pip
	@touch $@

$(VENV)/.chat: pyproject.toml $(LOCK) $(VENV)/.made
	@echo "Even klaarzetten, dit duurt de eerste keer een minuut." >&2
	@$(PIP) install --constraint $(LOCK) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml $(LOCK) $(VENV)/.chat
	@$(PIP) install --constraint $(LOCK) --group dev
	@touch $@

setup: $(VENV)/.dev ## install everything, tools for developers too
	@test ! -d .git || $(BIN)/pre-commit install --install-hooks >/dev/null 2>&1 || true

chat: $(VENV)/.chat ## hold a reflection in the terminal
	@$(BIN)/ruggespraak chat

run: $(VENV)/.chat ## serve Telegram (needs TELEGRAM_BOT_TOKEN)
	@$(BIN)/ruggespraak start

test: $(VENV)/.dev ## all tests
	@$(BIN)/pytest --numprocesses auto

check: $(VENV)/.dev ## everything that must hold before a change lands
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/ruggespraak dialoog controleer
	$(BIN)/ruggespraak dialoog proef
	$(BIN)/ruggespraak dialoog netjes --kijk
	$(BIN)/cog --check -I . README.md dialogues/README.md
	$(MAKE) --no-print-directory test

fix: $(VENV)/.dev ## repair what a machine can repair
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/ruggespraak dialoog netjes
	$(BIN)/ruggespraak dialoog schema > dialogues/schema.json
	$(BIN)/cog -r -I . README.md dialogues/README.md

docs: $(VENV)/.dev ## renew the generated parts of the pages
	$(BIN)/cog -r -I . README.md dialogues/README.md

bench: $(VENV)/.dev ## measure speed against peers, in one run
	$(BIN)/python -m tests.bench

bench-snel: $(VENV)/.dev ## the same in about two minutes
	$(BIN)/python -m tests.bench --quick

kills: $(VENV)/.dev ## 300 kills under load, and what became of it
	@$(BIN)/python -m tests.end_to_end.kills --kills 300

wheel: $(VENV)/.dev ## build the wheel into dist/
	@$(BIN)/python -m build --wheel --outdir dist . >/dev/null && ls dist/*.whl

clean: ## remove the virtual environment and caches
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
