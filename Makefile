# Everything a person does with this project. `make help` lists it.
PORT ?= 8000
ARGS ?=
RUN := .venv/bin/python
.DEFAULT_GOAL := help

help: ## List these targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: run ## Set up and serve the site with its sample content (PORT=8123 for another port).
	@$(RUN) manage.py demo --port $(PORT)

dev: run ## The same for writing code: debug pages, and a restart at each change.
	@DJANGO_SETTINGS_MODULE=tourism.settings.dev $(RUN) manage.py demo --port $(PORT) --dev

test: dev-packages ## Set up and pass all tests (ARGS="-k hijri" passes arguments on).
	@$(RUN) -m pytest $(ARGS)

postgres-test: dev-packages ## The same on PostgreSQL: TEST_DATABASE_URL, or the one on 127.0.0.1.
	@TEST_DATABASE_URL=$${TEST_DATABASE_URL:-postgresql://postgres@127.0.0.1:5432/postgres} $(RUN) -m pytest $(ARGS)

lint: dev-packages ## Check style, types, walls, messages, migrations and settings.
	@.ci/lint

format: dev-packages ## Put code and templates into the house style.
	@$(RUN) -m ruff format . && $(RUN) -m ruff check --fix . && .venv/bin/djhtml --tabwidth 2 templates

messages: dev-packages ## Collect interface strings and compile the translations (needs GNU gettext).
	@$(RUN) manage.py makemessages --locale id --no-wrap --no-obsolete --add-location file --ignore .venv && $(RUN) manage.py compilemessages --locale id --ignore .venv

bench: dev-packages ## Measure: ratios, query counts and CPU, printed and never judged.
	@$(RUN) -m tests.benchmarks

screenshots: dev-packages ## Draw the pictures of the README anew (needs Chromium).
	@$(RUN) -m tests.browser.screenshots

lighthouse: dev-packages ## Measure pages on a phone with Lighthouse (needs Chromium, Node.js 18.16 or newer).
	@$(RUN) -m tests.browser.lighthouse $(ARGS)

lock: dev-packages ## Lock the packages of pyproject.toml anew (needs uv).
	@uv pip compile pyproject.toml --upgrade --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet -o requirements.txt
	@uv pip compile pyproject.toml --group dev --upgrade --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet -o requirements-dev.txt

run:
	@.ci/venv requirements.txt

dev-packages:
	@.ci/venv requirements-dev.txt

.PHONY: help demo dev test postgres-test lint format messages bench screenshots lighthouse lock run dev-packages
