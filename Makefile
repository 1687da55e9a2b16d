# make        reads seeds/ into output/
# make test   runs all checks and tests
# make bench        measures speed against other tools (benchmarks/results.md, README.md; takes 40 minutes)
# make snapshot     renews output/graph.ttl, which a test holds against a fresh build
# make ontology     renews docs/ontology/index.html, the page of all terms
# make questions    renews docs/questions.md, the named questions and some answers
# make screenshot   renews the pictures in docs/ (needs chromium)
# make clean  removes what the others made

PYTHON ?= python3
BIN := .venv/bin
SIZES ?= 1000 10000 100000
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: all bench test snapshot ontology questions screenshot clean

all: .venv/installed
	$(BIN)/kg build seeds -o output
	@echo
	@echo "Open output/network.html in a browser, or ask:"
	@echo "  $(BIN)/kg query --list"
	@echo "  $(BIN)/kg explain seeds/000_d285a43d48e08c3c.txt"

test: .venv/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: .venv/installed-for-tests
	$(PIP) --editable '.[bench]'
	$(BIN)/python benchmarks/bench.py --sizes $(SIZES)

# Run it when the reading of the seeds has changed for the better; a test holds output/graph.ttl against a fresh build.
snapshot: .venv/installed
	$(BIN)/kg build seeds -o output
	@git --no-pager diff --stat -- output/graph.ttl

ontology: .venv/installed
	$(BIN)/python benchmarks/ontology_page.py

questions: .venv/installed-for-tests
	$(BIN)/python benchmarks/questions.py

screenshot: .venv/installed-for-tests
	$(PIP) pillow
	$(BIN)/python benchmarks/screenshots.py

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	$(PIP) --editable .
	@touch $@

.venv/installed-for-tests: .venv/bin/python pyproject.toml
	$(PIP) --editable '.[test]'
	@touch $@ .venv/installed

clean:
	rm -rf .venv tests/clients/node_modules dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find kg tests -name __pycache__ -type d -prune -exec rm -rf {} +
	find output -mindepth 1 -not -name graph.ttl -delete
