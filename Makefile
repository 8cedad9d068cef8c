# The targets people use. `make help` lists them.

SWIFT ?= swift
# Warnings are errors here; see Package.swift.
export BUILDSPEC_STRICT = 1
RELEASE = .build/static
# What a start needs lies together in the executable: that spares a fifth of the time of a small lint.
# Each function is a section, and the linker follows a list; see scripts/startup-order.sh.
ORDER = -Xswiftc -Xfrontend -Xswiftc -function-sections -Xswiftc -use-ld=lld \
	-Xlinker --no-warn-symbol-ordering -Xlinker --symbol-ordering-file=$(CURDIR)/packaging/startup.order
# So that programs are started by posix_spawn; see Sources/CStaticSymbols.
SPAWN = -Xlinker --wrap=dlsym
RELEASE_FLAGS = -c release -Xswiftc -static-executable $(ORDER) $(SPAWN) --scratch-path $(RELEASE) --product buildspec

.PHONY: help setup build release order wheel image test demo lint format docs check check-wheel check-hooks fuzz bench clean

help: ## List the targets.
	@awk -F ' *## *' '/^[a-z-]+:.*##/ { split($$1, name, ":"); printf "  %-11s %s\n", name[1], $$2 }' $(MAKEFILE_LIST)

setup: ## Install what building and testing need.
	@scripts/setup.sh

build: setup ## Build for development.
	$(SWIFT) build

release: setup ## Build the static executable, .build/static/release/buildspec.
	$(SWIFT) build $(RELEASE_FLAGS)

order: release ## Write packaging/startup.order anew; needs valgrind.
	scripts/startup-order.sh
	rm $(RELEASE)/release/buildspec # So that the next release is linked anew.

wheel: release ## Pack the static executable for pip, into .build/wheel.
	packaging/wheel/build.sh

image: release ## Make the tool's own image; needs a Docker engine.
	packaging/image/build.sh

test: setup ## Run all tests.
	@scripts/setup-aws.sh
	$(SWIFT) build --build-tests
	SWIFT="$(SWIFT)" scripts/with-engine.sh scripts/test.sh

demo: setup ## From source to a pushed image on this machine, without an AWS account.
	@scripts/demo.sh

lint: setup ## Check style, banned words, scripts and generated pages.
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Fuzzing
	scripts/gate.sh
	shellcheck scripts/*.sh scripts/demo/*.sh benchmarks/*.sh packaging/*.sh packaging/*/*.sh .ci/run
	$(SWIFT) build --product buildspec
	.build/debug/buildspec lint --shellcheck off --fail-on warning buildspec.yml examples
	$(MAKE) --no-print-directory docs
	git diff --exit-code -- docs/rules docs/parity.md docs/*.schema.json

format: ## Format the sources.
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Fuzzing

docs: ## Write the generated pages.
	$(SWIFT) build --product buildspec
	scripts/docs.sh

check: setup ## Have other tools read the formats and the JSON Schema.
	$(SWIFT) build --product buildspec
	scripts/check-formats.sh
	scripts/check-schema.sh

check-wheel: wheel ## Install the wheel and have other tools check it.
	scripts/check-wheel.sh

check-hooks: wheel ## Have pre-commit run the hooks as the documents show them; takes minutes.
	scripts/check-hooks.sh

fuzz: setup ## Feed random texts to lint and its fixes, for SECONDS=600.
	scripts/fuzz.sh $(or $(SECONDS),600)

bench: release ## Measure against the yardsticks; prints a table.
	scripts/with-engine.sh benchmarks/run.sh

clean: ## Remove what was built.
	rm -rf .build target
