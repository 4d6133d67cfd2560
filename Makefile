# Two commands matter: `make demo` and `make test`. Everything is set up in .venv by itself.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-slow test-all lint fix reference lock bench clean

demo: .venv/.run
	@$(BIN)/jirga demo

test: .venv/.dev
	@$(BIN)/python -m pytest -n auto

# Those that only compute run side by side; those with a terminal, a browser, a server or a clock, one by one.
COMPUTING := tests/laws tests/faces/test_fuzz.py tests/faces/test_bargain_fuzz.py

test-slow: .venv/.dev
	@$(BIN)/python -m pytest -m slow -n auto $(COMPUTING)
	@$(BIN)/python -m pytest -m slow $(COMPUTING:%=--ignore=%)

test-all: test test-slow

lint: .venv/.dev
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports --no-cache
	@$(BIN)/python tools/reference.py --check

fix: .venv/.dev
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

reference: .venv/.dev
	@$(BIN)/python tools/reference.py

bench: .venv/.dev
	@$(BIN)/python benchmarks/shell.py
	@$(BIN)/python benchmarks/scale.py
	@$(BIN)/python benchmarks/consent.py
	@$(BIN)/python benchmarks/bargaining.py
	@$(BIN)/python benchmarks/stress.py
	@$(BIN)/python benchmarks/peers.py
	@$(BIN)/python benchmarks/reading.py
	@$(BIN)/python benchmarks/intake.py 200
	@$(BIN)/python benchmarks/events.py
	@$(BIN)/python benchmarks/brief.py

lock:
	@cd requirements && for f in run dev; do uv pip compile --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --no-emit-index-url -q $$f.in -o $$f.lock; done

clean:
	rm -rf .venv

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Jirga needs Python 3.11 or later; try make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing; on Debian: apt install python3-venv" >&2; rm -rf .venv; exit 1; }

.venv/.run: .venv/bin/python requirements/run.lock pyproject.toml
	@echo "Setting up .venv (once) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/run.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.run requirements/dev.lock
	@echo "Adding the test tools (once) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@
