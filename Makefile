.DEFAULT_GOAL := help
.PHONY: help setup demo run test threads soak check format lock vendor bench screenshots texts packages generator style types contracts sizes javascript vendored

BIN := .venv/bin
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 $(UPGRADE)
# Files are taken in their order, as the ones with the fewest tests are the longest. Many tests wait more than they compute.
SPREAD := --dist=loadfile --no-loadscope-reorder --numprocesses
# Each of these is two servers, or two mutants, at a time.
HEAVY := tests/faults tests/mutants tests/bench
# Node 18, Debian 12's own, keeps WebCrypto behind a switch that newer ones no longer know.
NODE_SWITCHES = $(shell node --version | grep -q '^v18\.' && echo --experimental-global-webcrypto)

help: ## say what can be done here
	@echo "Lyttepunkt: an anonymous chat between young people and their municipality's youth counsellors."
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "Settings come from the environment (PORT=5001 make demo); docs/operations.md lists them."

setup: ## make .venv from requirements-dev.lock, again only when the lock changes
	@.ci/make-environment

demo: setup ## prepare a demonstration, start it with a page that embeds it, and print where to click
	@$(BIN)/flask database upgrade
	@$(BIN)/flask demo
	@$(BIN)/python -m demo

run: setup ## serve this installation (prepare it first: flask database upgrade)
	@$(BIN)/python wsgi.py

test: setup packages generator style contracts javascript ## run the whole suite, with a real browser, database and server
	@$(BIN)/pytest $(SPREAD)=2 $(HEAVY)
	@$(BIN)/pytest $(SPREAD)=4 $(HEAVY:%=--ignore=%)
	@ASYNC_MODE=threading $(BIN)/pytest $(SPREAD)=4 tests/journeys tests/protocol -m "not once"

threads: setup packages ## hold a server with threads to all of the protocol and journey tests
	@ASYNC_MODE=threading $(BIN)/pytest $(SPREAD)=4 tests/journeys tests/protocol

soak: setup packages ## torment a server on each database for MINUTES=30, everything at random (SEED=… repeats)
	@$(BIN)/python -m tests.faults.soak $(or $(MINUTES),30) $(SEED)

check: setup style types contracts sizes vendored ## hold the code against its habits, without running it

format: setup ## put the code in its one shape
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

lock: setup ## write the lock files again (UPGRADE=--upgrade takes newer releases)
	@$(COMPILE) pyproject.toml --output-file requirements.lock
	@$(COMPILE) pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock

vendor: ## make static/vendor again from its package-lock.json
	@.ci/provide nodejs npm
	@cd static/vendor && npm ci --no-fund --no-audit && node build.mjs

bench: setup generator ## measure the server beside a bare Node relay (MINUTES=5 watches longer, RECORD=yes writes docs/performance.md)
	@.ci/provide postgresql
	@taskset -c 1 node bench/run.js

screenshots: setup packages ## photograph every screen into build/screenshots/, and make the sheets of docs/screens/
	@$(BIN)/python tests/journeys/screenshots.py

texts: setup ## find what has no English yet, and compile what has
	@$(BIN)/python tests/architecture/catalogue.py

packages:
	@.ci/provide chromium postgresql nodejs nginx libatomic1 libfaketime

generator:
	@.ci/provide nodejs npm
	@cd bench && npm ci --no-fund --no-audit

style:
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types:
	@$(BIN)/mypy

contracts:
	@$(BIN)/lint-imports

sizes:
	@$(BIN)/python tests/architecture/sizes.py

javascript:
	@node $(NODE_SWITCHES) --test $$(find tests/js -name '*.test.*js' | sort)

vendored:
	@.ci/provide nodejs npm
	@cd static/vendor && npm ci --no-fund --no-audit && node build.mjs --check
