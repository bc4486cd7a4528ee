# make edition   the demonstration edition, validated and built into site/
# make test      the tests
# make check     format, lint, types, imports, spelling
# make reference the generated parts of docs/ and schemas/
# make clean     remove what these have made

PYTHON ?= python3
VENV ?= .venv
ARGS ?=
bin := $(VENV)/bin

.PHONY: edition test check reference clean

edition: $(VENV)/installed
	$(bin)/tei-edition validate
	$(bin)/tei-edition build --output site

test: $(VENV)/installed-test
	$(bin)/python -m pytest $(ARGS)

check: $(VENV)/installed-dev
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports
	$(bin)/deptry .
	$(bin)/codespell
	$(bin)/python docs/reference.py --check

reference: $(VENV)/installed-test
	$(bin)/python docs/reference.py

clean:
	rm -rf $(VENV) site dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage

$(bin)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "tei-edition needs Python 3.11 or newer: make PYTHON=…")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(bin)/python pyproject.toml
	$(bin)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/installed-%: $(bin)/python pyproject.toml
	$(bin)/python -m pip install --quiet --disable-pip-version-check --editable '.[$*]'
	touch $@
