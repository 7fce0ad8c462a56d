# make run   index the sample corpus and serve it
# make test  everything that must hold
# make bench-reading  how faithfully and how fast documents are read
# make bench-knowledge  how right and how fast what is known of them is
# make bench-search  how fast cases are indexed and searched, beside other engines
# They make the virtual environment first; VENV=… and PYTHON=… choose other ones.

PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 8000

.PHONY: run test lint install clean bench-reading bench-knowledge bench-search

run: $(VENV)/.run
	$(BIN)/casebase reindex || true
	$(BIN)/casebase serve --port $(PORT)

test: lint
	$(BIN)/pytest

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench-reading: $(VENV)/.dev
	$(BIN)/python bench/reading.py

bench-knowledge: $(VENV)/.dev
	$(BIN)/python bench/knowledge.py

bench-search: $(VENV)/.dev
	$(BIN)/python bench/search.py

install: $(VENV)/.run

$(VENV)/.venv:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "casebase 需要 Python 3.11 或更新的版本。")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.run: $(VENV)/.venv pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.venv pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) index/*.sqlite* index/engine index/stamps.json
