# make run    sets up .venv, writes a document per sample to out/, serves on http://127.0.0.1:8000
# make test   installs what the tests need, then lint, types and tests
# make bench  measures against docxtpl, the npm engines and UNO direct, prints ratios; ROUNDS=5 is quicker
# make lock   writes requirements.lock and requirements-dev.lock anew from pyproject.toml

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check install --quiet
LOCK := $(BIN)/uv pip compile --quiet --universal --upgrade --no-header --no-annotate
SAMPLES := $(patsubst samples/%.json,out/%.docx,$(wildcard samples/*.json))
ENGINES := benchmarks/npm/node_modules/.package-lock.json
ROUNDS ?= 15

.DELETE_ON_ERROR:
.PHONY: run test bench lint format templates lock clean

run: .venv/ready $(SAMPLES)
	@$(BIN)/vanthu serve --port 8000

test: .venv/ready-dev
	@scripts/setup tests
	$(MAKE) --no-print-directory lint
	$(BIN)/pytest

bench: .venv/ready-dev
	@scripts/setup bench
	@$(MAKE) --no-print-directory $(ENGINES)
	@$(BIN)/python -m benchmarks --rounds $(ROUNDS)

lint: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/ready-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

templates: .venv/ready
	$(BIN)/vanthu templates build

lock: .venv/bin/python
	$(PIP) uv
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv out .mypy_cache .pytest_cache .ruff_cache .hypothesis

out/%.docx: samples/%.json .venv/ready
	@mkdir -p out
	@$(BIN)/vanthu make $(firstword $(subst ., ,$*)) $< -o $@

.venv/bin/python:
	@PYTHON=$(PYTHON) scripts/setup venv
	$(PYTHON) -m venv .venv

.venv/ready: .venv/bin/python requirements.lock pyproject.toml
	$(PIP) -r requirements.lock
	$(PIP) --no-deps -e .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	$(PIP) -r requirements-dev.lock
	@touch $@

$(ENGINES): benchmarks/npm/package-lock.json
	@npm ci --prefix benchmarks/npm >/dev/null
