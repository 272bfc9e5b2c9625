# Needs python3 (3.11 or newer, with venv) and make; everything else is set up by the first target that runs.
PYTHON ?= python3
BIN    := .venv/bin
BUILD  := .venv/.build-ready
TEST   := .venv/.test-ready
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all:

.DEFAULT_GOAL := help
.PHONY: help site serve check review approve test quick fix hooks bench stages mutate golden lock clean

help: ## Say what the targets do
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 9

site: $(BUILD) ## Build the site, verify it, publish it to site/
	@$(BIN)/python -m build_tools build

serve: $(BUILD) ## Show the site at http://127.0.0.1:8000 and follow every edit
	@$(BIN)/python -m mkdocs serve

check: $(BUILD) ## Say what is wrong with the content; writes nothing
	@$(BIN)/python -m build_tools check

review: $(BUILD) ## Print each cited statement beside its findings (ARGS="--since main --sample 60")
	@$(BIN)/python -m build_tools review $(ARGS)

approve: $(BUILD) ## Make the content the approved copy of what readers see (REASON='...' if milder)
	@$(BIN)/python -m build_tools approve --reason "$(REASON)"

test: $(TEST) ## Run all tests (in a browser too, if there is one)
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal

quick: $(TEST) ## Run the tests that need no build and no browser
	@$(BIN)/python -m pytest -q -m "not build and not browser"

fix: $(TEST) ## Format the code and mend what can be mended
	@$(BIN)/python -m ruff check --fix .
	@$(BIN)/python -m ruff format .

hooks: $(TEST) ## Run the quick checks before each commit from now on
	@$(BIN)/python -m pre_commit install

bench: $(TEST) ## Say what pages weigh and how soon they are there, beside the theme as it comes
	@PYTHONPATH=.:tests $(BIN)/python tests/weigh.py

stages: $(TEST) ## Say what each stage of a build costs as the content grows (SIZES=1000,3000)
	@PYTHONPATH=. $(BIN)/python tests/bench.py $(SIZES)

mutate: $(TEST) ## Edit the content at random; what changes for a reader must be refused, and nothing else
	@PYTHONPATH=.:tests $(BIN)/python tests/mutate.py

golden: $(TEST) ## Write the golden files anew; review the diff like prose
	@$(BIN)/python -m pytest --update-golden tests/test_pipeline.py tests/test_broken.py

lock: ## Pin every package anew, with hashes (needs uv)
	@for name in requirements requirements-test; do \
	  uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet --upgrade $$name.in -o $$name.txt; done

clean: ## Take away everything that was made
	@rm -rf .venv site build/site build/bench build/typeset build/cards build/mkdocs.yml build/.lock .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find build/docs -mindepth 1 ! -name .gitkeep -delete

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv is missing. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }

$(BUILD): requirements.txt | .venv/bin/python
	@$(PIP) -r requirements.txt
	@touch $@

$(TEST): requirements-test.txt | .venv/bin/python
	@$(PIP) -r requirements-test.txt
	@touch $@ $(BUILD)
