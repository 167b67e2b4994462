#!/usr/bin/env bash
# Runs every fuzz target for a while: fuzz/run.sh [SECONDS PER TARGET, default 10] [TARGET ...]
# Works with the stable compiler: coverage comes from LLVM's sancov pass, bounds and overflow checks from debug assertions.
# With cargo-fuzz and a nightly compiler, `cargo fuzz run <target>` in this directory does the same under AddressSanitizer.
#
# Inputs are made from a fixed seed, so that what a run finds is no accident; OXIVIRT_FUZZ_SEED names another, 0 a random one.
# An input that fails stays in fuzz/artifacts/TARGET and is tried first by every later run. Last line:
# "fuzz: N passed, N failed, N skipped", one per target.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-10}
shift || true
all=(args ret events header error engine pair server uri
    xml_domain xml_network xml_storage xml_interface xml_nwfilter xml_moment xml_nodedev xml_secret)
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=("${all[@]}")
passed=0 failed=0

finish() {
    echo "fuzz: $passed passed, $failed failed, 0 skipped"
    [ "$failed" -eq 0 ]
    exit
}

for target in "${targets[@]}"; do
    if [[ " ${all[*]} " != *" $target "* ]]; then
        echo "$target: no such target; there are ${all[*]}" >&2
        exit 2
    fi
    mkdir -p "corpus/$target" "artifacts/$target"
done

# What a daemon logs about clients that lie costs more than serving them.
export LIBVIRT_LOG_OUTPUTS=4:file:/dev/null
host=$(rustc -vV | sed -n 's/^host: //p')
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}/fuzz"
flags=(
    --cfg fuzzing -Ccodegen-units=1 -Cpasses=sancov-module
    -Cllvm-args=-sanitizer-coverage-level=4
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
    -Cllvm-args=-sanitizer-coverage-pc-table
    -Cllvm-args=-sanitizer-coverage-trace-compares
)
bins=()
for target in "${targets[@]}"; do bins+=(--bin "$target"); done
# --target keeps build scripts out of the instrumented build.
if ! { cargo run --quiet --bin seeds -- corpus &&
    RUSTFLAGS="${flags[*]}" cargo build --quiet --release --target "$host" "${bins[@]}"; }; then
    echo "the targets do not build" >&2
    failed=${#targets[@]}
    finish
fi

# fuzz TARGET: one target; its status is the target's.
fuzz() {
    "$CARGO_TARGET_DIR/$host/release/$1" -seed="${OXIVIRT_FUZZ_SEED:-1}" -max_total_time="$seconds" -max_len=4096 \
        -rss_limit_mb=1024 -malloc_limit_mb=64 -print_final_stats=1 -artifact_prefix="artifacts/$1/" "corpus/$1" "artifacts/$1" \
        >"artifacts/$1.log" 2>&1
}

# judge TARGET STATUS: says how it went.
judge() {
    local target=$1 status=$2
    if [ "$status" = 0 ]; then
        passed=$((passed + 1))
        echo "$target: passed $(sed -nE 's/^#[0-9]+[[:space:]]+DONE +//p' "artifacts/$target.log" | tail -n 1)" \
            "runs: $(sed -n 's/^stat::number_of_executed_units: *//p' "artifacts/$target.log")"
    else
        failed=$((failed + 1))
        grep -m 1 -A 4 -E "panicked|ERROR: libFuzzer" "artifacts/$target.log" || true
        grep -E '^SUMMARY|Test unit written' "artifacts/$target.log" | tail -n 3 || true
        echo "$target: failed with status $status, log in fuzz/artifacts/$target.log, input in fuzz/artifacts/$target"
    fi
}

# As many at a time as there are processors.
width=$(nproc)
for ((at = 0; at < ${#targets[@]}; at += width)); do
    group=("${targets[@]:at:width}") jobs=()
    for target in "${group[@]}"; do
        fuzz "$target" &
        jobs+=($!)
    done
    for index in "${!group[@]}"; do
        status=0
        wait "${jobs[index]}" || status=$?
        judge "${group[index]}" "$status"
    done
done
finish
