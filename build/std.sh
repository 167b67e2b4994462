# Sourced: std for targets that the toolchain has none for, from the archive of its source (the folder `library` of the toolchain's own
# release), which OXIVIRT_RUST_LIBRARY names.

# std_installed TRIPLE...: whether the toolchain has std for all of them.
std_installed() {
    local triple
    for triple in "$@"; do
        [ -d "$(rustc --print sysroot)/lib/rustlib/$triple/lib" ] || return 1
    done
}

# std_from_source ARCHIVE FOLDER: has cargo build std with `${build_std[@]}`. The source must lie inside the toolchain: in a copy of it in
# FOLDER, whose hard links cost nothing.
std_from_source() {
    local toolchain=$2/toolchain
    if [ ! -d "$toolchain" ]; then
        rm -rf "$toolchain.new"
        mkdir -p "$2"
        cp -al "$(rustc --print sysroot)" "$toolchain.new" 2>/dev/null || {
            rm -rf "$toolchain.new"
            cp -a "$(rustc --print sysroot)" "$toolchain.new"
        }
        mkdir -p "$toolchain.new/lib/rustlib/src/rust"
        tar xf "$1" -C "$toolchain.new/lib/rustlib/src/rust"
        mv "$toolchain.new" "$toolchain"
    fi
    export PATH=$toolchain/bin:$PATH RUSTC=$toolchain/bin/rustc RUSTC_BOOTSTRAP=1
    # shellcheck disable=SC2034  # for who sources this
    build_std=(-Zbuild-std)
}
