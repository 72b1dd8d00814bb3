# The runbook's commands (docs/runbook.md). `make` alone lists them.
#   make ingest FROM=folder    make etl N_ROWS=1000    make dashboard LAKE=folder

CINE := node bin/cine.mjs
# Handed over by the environment, never by a shell line, and as they were given: a path may hold any character, `$` too.
$(foreach name,FROM LAKE N_ROWS ETL_LOG_LEVEL,$(if $(value $(name)),$(eval override $(name) := $$(value $(name)))))
export FROM N_ROWS ETL_LOG_LEVEL
ifdef LAKE
export CINE_LAKE := $(value LAKE)
endif

.DEFAULT_GOAL := help
.PHONY: help install ingest etl pipeline dashboard demo test check spark-etl spark-pipeline

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

install: ## install exactly what package-lock.json names
	npm ci

ingest: ## land every table of FROM=folder
	@test -n "$$FROM" || { echo 'make ingest FROM=folder: name the folder to land.' >&2; exit 2; }
	@$(CINE) ingest --from "$$FROM"

etl: ## transform what has landed, and publish it
	@$(CINE) etl

pipeline: ## ingest FROM=folder, then etl
	@if test -n "$$FROM"; then $(CINE) pipeline --from "$$FROM"; else $(CINE) pipeline; fi

dashboard: ## open the studio
	@$(CINE) dashboard

demo: ## the shipped dataset, end to end
	@$(CINE) demo

test: ## all the tests
	npm test

check: ## types, lint, dependency rules, dead code
	npm run check

spark-etl: ## transform with Spark, and publish it
	@$(CINE) spark-etl

spark-pipeline: ## everything on the cluster: start it, land FROM=folder, send, Spark, publish
	@if test -n "$$FROM"; then $(CINE) spark-pipeline --from "$$FROM"; else $(CINE) spark-pipeline; fi
