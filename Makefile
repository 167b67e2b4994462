# The two commands: `make check` proves everything, `make demo` shows it. Both install what they need on a fresh machine.
DESTDIR ?=
PREFIX  ?= /usr/local
LIBDIR  ?= $(PREFIX)/lib

.PHONY: all lib setup check demo bench install tar deb rpm clean

all: lib

# Built for size, by the profile `small`: the programs that people start, and the small libraries.
small := oxivirt-virsh oxivirt-qemu oxivirt-lxc oxivirt-admin
# Pieces of code that stand in many functions are made functions: 0.2 MB of virsh.
small_rustflags := -Cllvm-args=-enable-machine-outliner=always
# What a quick build asks of one profile, it asks of both.
$(foreach name,LTO OPT_LEVEL CODEGEN_UNITS INCREMENTAL,$(if $(CARGO_PROFILE_RELEASE_$(name)),\
    $(eval export CARGO_PROFILE_SMALL_$(name) ?= $(CARGO_PROFILE_RELEASE_$(name)))))

lib:
	cargo build --release --workspace $(addprefix --exclude ,xtask xtask-headers oxivirt-doctor $(small))
	RUSTFLAGS="$(RUSTFLAGS) $(small_rustflags)" cargo build --profile small $(addprefix -p ,$(small))
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
