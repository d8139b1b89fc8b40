# `make` alone lists what there is.
.DEFAULT_GOAL := help
.PHONY: help run test bench shots clean

PORT ?= 5000
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/installed ## serve on PORT (5000); WEB_CONCURRENCY sets the number of processes
	@PORT=$(PORT) exec $(BIN)/python app.py

test: .venv/installed-dev ## check style, types, room walls and behaviour; the summary comes last
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: .venv/installed-dev ## print how fast reading is, beside the usual way
	$(BIN)/python -m tests.benchmark

shots: .venv/installed-dev ## take the pictures of docs/pictures
	$(BIN)/python -m tests.screenshots

clean: ## remove what was made here
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/python
	$(PIP) -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt requirements-axe.txt .venv/installed
	$(PIP) -r requirements-dev.txt
	$(PIP) --no-deps -r requirements-axe.txt
	@touch $@
