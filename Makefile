# The two commands: `make check` proves everything, `make demo` shows it. Both install what they need on a fresh machine.
DESTDIR ?=
PREFIX  ?= /usr/local
LIBDIR  ?= $(PREFIX)/lib

.PHONY: all lib setup check demo bench install tar deb rpm clean

all: lib

lib:
	cargo build --release --workspace --exclude xtask --exclude xtask-headers
	cargo xtask dist --to target/dist

setup:
	compat-tests/setup

check: setup
	compat-tests/check

demo: setup lib
	compat-tests/consumers/demo/run

bench: setup lib
	compat-tests/run bench

install: lib
	cargo xtask dist --to "$(DESTDIR)" --prefix "$(PREFIX)" --libdir "$(LIBDIR)"

# Packages of what was built, in target/packages; packaging/README.md says which there are.
tar: lib
	packaging/tar

deb: lib
	packaging/deb/build

rpm: lib
	packaging/rpm/build

clean:
	cargo clean
