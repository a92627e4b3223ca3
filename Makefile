# Everything that is done with B12 Guide, on a fresh machine too: `make run` and `make test`.

PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py

.PHONY: help run test test-postgres fuzz check bench bench-load locks setup setup-dev

help: ## show what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /: /'

run: setup ## set up, and serve at http://127.0.0.1:8000 (PORT=... for another port)
	@$(MANAGE) migrate --verbosity 0 --skip-checks
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@echo "B12 Guide is at http://127.0.0.1:$(PORT)"
	@echo "Open it in a browser, and choose \"Prepare for your appointment\". Ctrl+C stops it."
	@$(BIN)/gunicorn --bind 127.0.0.1:$(PORT) --log-level error

test: setup-dev ## run all tests
	@$(BIN)/pytest --numprocesses auto

test-postgres: setup-dev ## run the tests of the database on a PostgreSQL of their own
	@scripts/system-packages postgres
	@scripts/test-postgres --numprocesses auto

fuzz: setup-dev ## walk through the form at random, more than ten thousand pages long (half an hour)
	@$(BIN)/pytest tests/integration/appointments/test_walk_fuzz.py --hypothesis-profile=long -rP

check: setup-dev ## formatting, lint, types, import rules, Django checks, migrations, locks
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MANAGE) check
	$(MANAGE) makemigrations --check --dry-run
	scripts/check-locks
	@! git grep -nwE 'TODO|FIXME|XXX' -- '*.py' '*.html' '*.css' '*.md'

bench: setup-dev ## measure the PDF beside WeasyPrint as it comes and Chromium
	@$(BIN)/python -m benchmarks.pdf

bench-load: setup-dev ## measure the server under load, for some five minutes
	@scripts/system-packages load
	@$(BIN)/python -m benchmarks.load

locks: setup-dev ## write the lock files anew from pyproject.toml
	scripts/write-locks

setup: .venv/installed .env var
	@scripts/system-packages run

setup-dev: .venv/installed-dev .env var
	@scripts/system-packages test
	@$(MANAGE) collectstatic --noinput --verbosity 0

.venv/bin/python:
	@scripts/system-packages python
	@$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python requirements.txt
	@echo "Installing Python packages …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/installed-dev: .venv/bin/python requirements-dev.txt
	@echo "Installing Python packages for tests …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ .venv/installed

var:
	@mkdir -p var

.env:
	@sed "s|^SECRET_KEY=.*|SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))')|" .env.example > $@
