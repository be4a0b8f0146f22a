# Two commands matter: `make run` and `make test`. Whatever they need, they make here.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest --numprocesses=logical --maxprocesses=4 --dist=worksteal
FIND_CHROMIUM = export SAMEN_CHROMIUM="$$($(BIN)/python tools/find_chromium.py)"
ON_SQLITE := DATABASE_URL=
ON_POSTGRES := $(BIN)/python tools/with_postgres.py
TRANSLATIONS := $(BIN)/python tools/translations.py
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard src/samen/locale/*/LC_MESSAGES/*.po))

.PHONY: help run test test-all check translations package locks clean

help:  ## tell what can be made
	@sed -n 's/^\([a-z-]*\):.*##/make \1:/p' Makefile

run: $(VENV)/run.stamp $(CATALOGUES)  ## start Samen, with a demo initiative the first time
	@exec $(BIN)/samen run --demo

test: $(VENV)/dev.stamp $(CATALOGUES)  ## run every test; on PostgreSQL those that depend on the database
	$(FIND_CHROMIUM) && $(ON_SQLITE) $(PYTEST)
	$(FIND_CHROMIUM) && $(ON_POSTGRES) $(PYTEST) -m postgres

test-all: export SAMEN_TEST_GRID := full
test-all: $(VENV)/dev.stamp $(CATALOGUES)  ## run everything on both databases, every page in every language and size
	$(FIND_CHROMIUM) && $(ON_SQLITE) $(PYTEST)
	$(FIND_CHROMIUM) && $(ON_POSTGRES) $(PYTEST)

check: export SAMEN_DATA := build/check
check: $(VENV)/dev.stamp $(CATALOGUES)  ## format, lint, types, imports, templates, translations, migrations, settings
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet src
	$(TRANSLATIONS) missing
	rm -rf $(SAMEN_DATA)
	$(BIN)/samen check
	$(BIN)/python -m django makemigrations --check --dry-run --settings=samen.site.settings

translations: $(VENV)/run.stamp  ## bring the catalogues up to date with the source, then compile them
	$(TRANSLATIONS) update
	$(TRANSLATIONS) compile

package: $(VENV)/run.stamp $(CATALOGUES)  ## build the wheel in dist/
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .

LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url
locks:  ## choose versions anew within requirements/*.in (needs uv)
	$(LOCK) --upgrade requirements/build.in --output-file requirements/build.txt
	$(LOCK) --upgrade requirements/run.in --output-file requirements/run.txt
	$(LOCK) --upgrade requirements/dev.in --constraints requirements/run.txt --output-file requirements/dev.txt

clean:  ## remove what was made; the data folder stays
	rm -rf $(VENV) build dist $(CATALOGUES)

# A stamp is older than a lock only when there is something to install.
$(VENV)/run.stamp: requirements/build.txt requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Samen needs Python 3.11 or newer; $(PYTHON) is %d.%d. Name another one: make PYTHON=python3.12" % sys.version_info[:2])'
	@$(PIP) --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --require-hashes -r requirements/build.txt
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

%.mo: %.po | $(VENV)/run.stamp
	$(TRANSLATIONS) compile $<
