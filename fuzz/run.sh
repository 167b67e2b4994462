#!/usr/bin/env bash
# Runs every fuzz target for a while: fuzz/run.sh [SECONDS PER TARGET, default 10] [TARGET ...]
# Works with the stable compiler: coverage comes from LLVM's sancov pass, bounds and overflow checks from debug assertions.
# With cargo-fuzz and a nightly compiler, `cargo fuzz run <target>` in this directory does the same under AddressSanitizer.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-10}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(args ret events header error)

host=$(rustc -vV | sed -n 's/^host: //p')
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}/fuzz"
cargo run --quiet --release --target "$host" --bin seeds -- corpus

flags=(
    --cfg fuzzing -Ccodegen-units=1 -Cpasses=sancov-module
    -Cllvm-args=-sanitizer-coverage-level=4
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
    -Cllvm-args=-sanitizer-coverage-pc-table
    -Cllvm-args=-sanitizer-coverage-trace-compares
)
# --target keeps build scripts out of the instrumented build.
export RUSTFLAGS="${flags[*]}" CARGO_TARGET_DIR="$CARGO_TARGET_DIR/instrumented"
bins=()
for target in "${targets[@]}"; do bins+=(--bin "$target"); done
cargo build --quiet --release --target "$host" "${bins[@]}"
for target in "${targets[@]}"; do
    echo "== $target"
    mkdir -p "corpus/$target" "artifacts/$target"
    status=0
    "$CARGO_TARGET_DIR/$host/release/$target" -max_total_time="$seconds" -max_len=4096 -rss_limit_mb=1024 \
        -malloc_limit_mb=64 -print_final_stats=1 -artifact_prefix="artifacts/$target/" "corpus/$target" \
        >"artifacts/$target.log" 2>&1 || status=$?
    grep -E 'INITED|DONE|stat::(number_of_executed|peak_rss)' "artifacts/$target.log" || true
    if [ "$status" != 0 ]; then
        tail -n 30 "artifacts/$target.log" >&2
        echo "$target: status $status, input in fuzz/artifacts/$target" >&2
        exit 1
    fi
done
