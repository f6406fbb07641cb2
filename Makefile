# Every target sets up what it needs, once; see tools/start.py. ARGS are handed on: make test ARGS="-k planner"
PYTHON ?= python3
ARGS ?=
START = @$(PYTHON) tools/start.py

.DEFAULT_GOAL := help
.PHONY: run test check bench fix lock messages setup clean help

run:       ## set Lumbar up and start it
	$(START) run $(ARGS)

test:      ## run every test: Python, TypeScript and the browser
	$(START) test $(ARGS)

check:     ## rules, types, rooms, sizes and the exercise files
	$(START) check $(ARGS)

bench:     ## measure what should be fast
	$(START) bench $(ARGS)

fix:       ## format the code and mend what can be mended
	$(START) fix $(ARGS)

messages:  ## collect the texts to translate
	$(START) messages $(ARGS)

lock:      ## lock the packages again (ARGS=--upgrade takes the newest)
	$(START) lock $(ARGS)

setup:     ## set everything up and start nothing
	$(START) setup

clean:     ## remove everything that was made here
	$(START) clean

help:      ## show this
	$(START) help
