# Every verb is one command with flags, python -m tools.<name>; make only sets up what it needs.
# A bare `make` lists the verbs.

ifneq ($(filter 3.%,$(MAKE_VERSION)),)
$(error GNU make 4.0 or newer is needed, and this is $(MAKE_VERSION). On Debian and Ubuntu: sudo apt-get install make; on macOS: brew install make, then gmake)
endif
ifeq ($(wildcard tools/setup/python.sh),)
$(error run make in the folder where its Makefile lies, or with -C and that folder)
endif

INPUTDIR ?= content
OUTPUTDIR ?= output
CONFFILE ?= pelicanconf.py
PUBLISHCONF ?= publishconf.py
TARGET ?= public
PORT ?= 8000

# Text that users give reaches the commands as typed: it is never expanded here, only put between
# quotes for the shell, and it stays out of the environment, for which make would expand it.
VARIABLES := INPUTDIR OUTPUTDIR CONFFILE PUBLISHCONF SITEURL TARGET PORT NOW LEDGER ACCEPT STRICT FORCE JSON PYTHON EPISODE OFFLINE
unexport $(VARIABLES)
# A slip of the pen in TARGET would publish to another folder than was meant.
ifeq ($(MAKELEVEL),0)
unknown := $(sort $(foreach name,$(filter-out $(VARIABLES) SHELL MAKEFLAGS MAKEOVERRIDES -%,$(.VARIABLES)),$(if $(findstring command line,$(origin $(name))),$(name))))
ifneq ($(unknown),)
$(error $(unknown): there is no such variable. There are $(VARIABLES))
endif
endif
quoted = '$(subst ','\'',$(value $1))'
flag = $(if $(value $2),--$1=$(call quoted,$2))

# Another Python's packages have no business here.
unexport PYTHONPATH PYTHONHOME PYTHONSAFEPATH

python := .venv/bin/python -m
system_python = PYTHON=$(call quoted,PYTHON) sh tools/setup/python.sh -m
options = $(call flag,siteurl,SITEURL) $(call flag,now,NOW) $(call flag,ledger,LEDGER) $(call flag,accept,ACCEPT) $(if $(filter-out 0,$(value STRICT)),--strict) $(if $(filter-out 0,$(value OFFLINE)),--offline)
json = $(if $(filter-out 0,$(value JSON)),--json)
source = $(call flag,content,INPUTDIR) $(options)
preview = $(call flag,conf,CONFFILE) $(source) $(call flag,output,OUTPUTDIR)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.SILENT:
.PHONY: help setup setup-tests html regenerate devserver clean embed-chapters probe check quick test lint format diff publish ledger serve

##@ Write
html: setup ## Build the site into output/, with drafts, for a look
	$(python) tools.build $(preview)

devserver: setup ## Show output/ and build it again whenever you save a file
	$(python) tools.serve --watch $(preview) $(call flag,port,PORT)

regenerate: setup ## Build output/ again whenever you save a file, for a server of your own
	$(python) tools.build --watch $(preview)

embed-chapters: setup ## Write the chapters of EPISODE=… into its audio, before it is published
	$(python) tools.embed_chapters $(call flag,episode,EPISODE) $(call flag,content,INPUTDIR) $(call flag,ledger,LEDGER) $(call flag,accept,ACCEPT)

probe: setup ## Measure audio on other hosts, and keep what is found with the content
	$(python) tools.probe $(call flag,content,INPUTDIR) $(call flag,episode,EPISODE) $(if $(filter-out 0,$(value FORCE)),--force) $(json)

clean: ## Remove output/ and all caches; nothing of yours
	$(system_python) tools.build.clean $(call flag,output,OUTPUTDIR)

##@ Prove
check: setup ## Hold all content and its feeds against every rule, and build nothing
	$(python) tools.check $(call flag,conf,PUBLISHCONF) $(source) $(json)

test: lint ## Run every check and every test
	$(python) pytest --numprocesses=auto --dist=loadfile

quick: setup-tests ## Run the tests for every commit: all but the slow ones
	$(python) pytest --numprocesses=auto --dist=loadfile -m 'not slow'

lint: setup-tests ## Check style, format and types
	$(python) ruff check . && $(python) ruff format --check . && $(python) mypy

format: setup-tests ## Put the code in shape
	$(python) ruff format . && $(python) ruff check --fix .

##@ Publish
diff: setup ## Say what a publish would change for listeners, and change nothing
	$(python) tools.publish diff $(call flag,conf,PUBLISHCONF) $(source) $(call flag,target,TARGET) $(json)

publish: setup ## Check everything, build, and switch public/ to it, all or nothing
	$(python) tools.publish $(call flag,conf,PUBLISHCONF) $(source) $(call flag,target,TARGET) $(json)

ledger: setup ## Bring a lost or stale ledger back from what is published
	$(python) tools.publish ledger --from=$(call quoted,TARGET) $(call flag,content,INPUTDIR) $(call flag,ledger,LEDGER) $(if $(filter-out 0,$(value FORCE)),--force)

serve: setup ## Show the published site, or output/ if nothing is published
	$(python) tools.serve $(call flag,folder,TARGET) $(call flag,folder,OUTPUTDIR) $(call flag,port,PORT)

##@ Set up
setup: ## Make .venv with the locked packages; every verb does it when needed
	$(system_python) tools.setup

setup-tests:
	$(system_python) tools.setup test

help: ## Show this list
	if [ -t 1 ] && [ -z "$$NO_COLOR" ]; then bold=$$(printf '\033[1m') cyan=$$(printf '\033[36m') plain=$$(printf '\033[0m'); fi; \
	awk -v bold="$$bold" -v cyan="$$cyan" -v plain="$$plain" -f tools/setup/help.awk Makefile
