//! A call that comes back even when what it called unwinds: the one frame of the library that catches what is not its own.
//!
//! Stable Rust cannot catch a foreign exception: `catch_unwind` ends the process. So the frame is written in assembly,
//! with a personality routine that stops all unwinding there: exceptions of any language, and the forced unwinding by which
//! the C library ends a thread. Nothing is consumed: the caller has to send the exception on its way again.
use std::ffi::c_void;

/// What is called.
pub(crate) type Body = unsafe extern "C-unwind" fn(*mut c_void);

/// Whether there is such a frame for this machine. Where there is none a foreign exception ends the process.
#[cfg(test)]
pub(crate) const CATCHES: bool = cfg!(any(
    target_arch = "x86_64",
    target_arch = "x86",
    target_arch = "aarch64",
    target_arch = "riscv64",
    target_arch = "s390x"
));

/// Calls `body`; NULL when it returned, else the exception that unwound it.
///
/// # Safety
/// The call is sound, and `body` leaves no destructor of its frame behind when it is unwound.
pub(crate) unsafe fn guarded(body: Body, data: *mut c_void) -> *mut c_void {
    // SAFETY: the caller says so.
    unsafe { frame::oxivirt_guarded(body, data) }
}

/// Each frame keeps to the same plan: it calls its first argument with its second one and answers NULL; at the landing
/// place the register in which the personality routine puts the exception is the result.
#[cfg(any(
    target_arch = "x86_64",
    target_arch = "x86",
    target_arch = "aarch64",
    target_arch = "riscv64",
    target_arch = "s390x"
))]
mod frame {
    use super::{Body, c_void};
    use std::arch::global_asm;
    use std::ffi::c_int;

    /// The register for the exception, as DWARF numbers them.
    const REGISTER: c_int = if cfg!(target_arch = "riscv64") {
        10
    } else if cfg!(target_arch = "s390x") {
        6
    } else {
        0
    };
    const SEARCH_PHASE: c_int = 1;
    const HANDLER_FOUND: c_int = 6;
    const INSTALL_CONTEXT: c_int = 7;

    unsafe extern "C-unwind" {
        pub(super) fn oxivirt_guarded(body: Body, data: *mut c_void) -> *mut c_void;
    }

    unsafe extern "C" {
        /// The landing place: code, never read.
        static oxivirt_guarded_landing: u8;
        fn _Unwind_SetGR(context: *mut c_void, register: c_int, value: usize);
        fn _Unwind_SetIP(context: *mut c_void, value: usize);
    }

    /// Stops whatever unwinds, in both phases, and in the only one of a forced unwinding.
    extern "C" fn personality(
        _version: c_int,
        actions: c_int,
        _class: u64,
        exception: *mut c_void,
        context: *mut c_void,
    ) -> c_int {
        if actions & SEARCH_PHASE != 0 {
            return HANDLER_FOUND;
        }
        // SAFETY: the context is the unwinder's, and the register one that a landing place may be given.
        unsafe { _Unwind_SetGR(context, REGISTER, exception as usize) };
        // SAFETY: as above; the place belongs to the frame that is being looked at.
        unsafe { _Unwind_SetIP(context, &raw const oxivirt_guarded_landing as usize) };
        INSTALL_CONTEXT
    }

    // 0x1b: the personality is at a distance of four bytes from here.
    macro_rules! frame {
        ($($line:literal),+ $(,)?) => {
            global_asm!(
                ".pushsection .text.oxivirt_guarded,\"ax\",@progbits",
                ".p2align 4",
                ".globl oxivirt_guarded",
                ".hidden oxivirt_guarded",
                ".type oxivirt_guarded,@function",
                ".globl oxivirt_guarded_landing",
                ".hidden oxivirt_guarded_landing",
                "oxivirt_guarded:",
                ".cfi_startproc",
                ".cfi_personality 0x1b, {personality}",
                $($line,)+
                ".cfi_endproc",
                ".size oxivirt_guarded, . - oxivirt_guarded",
                ".popsection",
                personality = sym personality,
            );
        };
    }

    #[cfg(target_arch = "x86_64")]
    frame!(
        "sub rsp, 8",
        ".cfi_adjust_cfa_offset 8",
        "mov rax, rdi",
        "mov rdi, rsi",
        "call rax",
        "xor eax, eax",
        "oxivirt_guarded_landing:",
        "add rsp, 8",
        ".cfi_adjust_cfa_offset -8",
        "ret",
    );

    #[cfg(target_arch = "x86")]
    frame!(
        "sub esp, 12",
        ".cfi_adjust_cfa_offset 12",
        "mov eax, [esp + 16]",
        "mov ecx, [esp + 20]",
        "mov [esp], ecx",
        "call eax",
        "xor eax, eax",
        "oxivirt_guarded_landing:",
        "add esp, 12",
        ".cfi_adjust_cfa_offset -12",
        "ret",
    );

    // Registers 2 to 5 are not the unwinder's to set: the exception comes in register 6, which the caller gets back.
    #[cfg(target_arch = "s390x")]
    frame!(
        "stmg %r6, %r15, 48(%r15)",
        ".cfi_offset %r6, -112",
        ".cfi_offset %r14, -48",
        ".cfi_offset %r15, -40",
        "aghi %r15, -160",
        ".cfi_adjust_cfa_offset 160",
        "lgr %r1, %r2",
        "lgr %r2, %r3",
        "basr %r14, %r1",
        "lghi %r6, 0",
        "oxivirt_guarded_landing:",
        "lgr %r2, %r6",
        "lmg %r6, %r15, 208(%r15)",
        ".cfi_restore %r6",
        ".cfi_restore %r14",
        ".cfi_restore %r15",
        ".cfi_adjust_cfa_offset -160",
        "br %r14",
    );

    #[cfg(target_arch = "aarch64")]
    frame!(
        "stp x29, x30, [sp, #-16]!",
        ".cfi_def_cfa_offset 16",
        ".cfi_offset x29, -16",
        ".cfi_offset x30, -8",
        "mov x29, sp",
        "mov x2, x0",
        "mov x0, x1",
        "blr x2",
        "mov x0, xzr",
        "oxivirt_guarded_landing:",
        "ldp x29, x30, [sp], #16",
        ".cfi_def_cfa_offset 0",
        ".cfi_restore x30",
        ".cfi_restore x29",
        "ret",
    );

    #[cfg(target_arch = "riscv64")]
    frame!(
        "addi sp, sp, -16",
        ".cfi_def_cfa_offset 16",
        "sd ra, 8(sp)",
        ".cfi_offset ra, -8",
        "mv a2, a0",
        "mv a0, a1",
        "jalr a2",
        "li a0, 0",
        "oxivirt_guarded_landing:",
        "ld ra, 8(sp)",
        ".cfi_restore ra",
        "addi sp, sp, 16",
        ".cfi_def_cfa_offset 0",
        "ret",
    );
}

/// Other machines have no such frame yet.
#[cfg(not(any(
    target_arch = "x86_64",
    target_arch = "x86",
    target_arch = "aarch64",
    target_arch = "riscv64",
    target_arch = "s390x"
)))]
mod frame {
    use super::{Body, c_void};

    pub(super) unsafe fn oxivirt_guarded(body: Body, data: *mut c_void) -> *mut c_void {
        // SAFETY: the caller's promise.
        unsafe { body(data) };
        std::ptr::null_mut()
    }
}
