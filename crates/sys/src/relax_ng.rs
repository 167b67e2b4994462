//! Documents against RELAX NG schemas, through the system's libxml2, which is loaded on first use.
//!
//! No settings of the library are touched, which the program may use for itself: errors come through the contexts made here.
use crate::dynamic::Library;
use crate::{ForkLock, OnceBox};
use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr::{NonNull, null};

/// Why a document was not found to be valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RelaxNgError {
    /// libxml2 is not installed.
    NoLibrary,
    /// Nothing could be made that reads the schema.
    NoParser,
    /// Nothing could be made that validates.
    NoValidation,
    /// The schema cannot be read: libxml2's words.
    Schema(Vec<u8>),
    /// The document is not well-formed to libxml2.
    Document,
    /// The document is not valid: libxml2's words, a line each.
    Invalid(Vec<u8>),
}

/// The beginning of `xmlError`.
#[repr(C)]
struct XmlError {
    domain: c_int,
    code: c_int,
    message: *const c_char,
    level: c_int,
}

/// `XML_ERR_WARNING`.
const WARNING: c_int = 1;
/// `XML_PARSE_NOERROR`, `XML_PARSE_NOWARNING`, `XML_PARSE_NONET`.
const PARSE_OPTIONS: c_int = 32 | 64 | 2048;

/// `xmlStructuredErrorFunc`.
type OnError = unsafe extern "C" fn(*mut c_void, *const XmlError);
type SetErrors = unsafe extern "C" fn(*mut c_void, Option<OnError>, *mut c_void);
type Free = unsafe extern "C" fn(*mut c_void);
type Make = unsafe extern "C" fn(*mut c_void) -> *mut c_void;

/// The functions used, by their C names.
#[derive(Debug, Clone, Copy)]
struct Functions {
    read_memory: unsafe extern "C" fn(*const c_char, c_int, *const c_char, *const c_char, c_int) -> *mut c_void,
    free_document: Free,
    new_parser: unsafe extern "C" fn(*const c_char) -> *mut c_void,
    set_parser_errors: SetErrors,
    free_parser: Free,
    parse_schema: Make,
    free_schema: Free,
    new_validation: Make,
    set_validation_errors: SetErrors,
    free_validation: Free,
    validate: unsafe extern "C" fn(*mut c_void, *mut c_void) -> c_int,
}

impl Functions {
    fn load() -> Option<Self> {
        let library = Library::load(c"libxml2.so.2").or_else(|| Library::load(c"libxml2.so.16"))?;
        macro_rules! get {
            ($name:literal) => {
                // SAFETY: the field that takes it has the type that libxml2's headers declare for this name, where `void *`
                // stands for pointers to structs that are not looked into.
                unsafe { library.function($name) }?
            };
        }
        Some(Self {
            read_memory: get!(c"xmlReadMemory"),
            free_document: get!(c"xmlFreeDoc"),
            new_parser: get!(c"xmlRelaxNGNewParserCtxt"),
            set_parser_errors: get!(c"xmlRelaxNGSetParserStructuredErrors"),
            free_parser: get!(c"xmlRelaxNGFreeParserCtxt"),
            parse_schema: get!(c"xmlRelaxNGParse"),
            free_schema: get!(c"xmlRelaxNGFree"),
            new_validation: get!(c"xmlRelaxNGNewValidCtxt"),
            set_validation_errors: get!(c"xmlRelaxNGSetValidStructuredErrors"),
            free_validation: get!(c"xmlRelaxNGFreeValidCtxt"),
            validate: get!(c"xmlRelaxNGValidateDoc"),
        })
    }

    fn get() -> Option<&'static Self> {
        static LOADED: OnceBox<Option<Functions>> = OnceBox::new();
        LOADED.get_or_init(Self::load).as_ref()
    }
}

/// Something of the library's, freed at its end.
struct Owned {
    pointer: NonNull<c_void>,
    free: Free,
}

impl Owned {
    fn new(pointer: *mut c_void, free: Free) -> Option<Self> {
        Some(Self { pointer: NonNull::new(pointer)?, free })
    }

    fn as_ptr(&self) -> *mut c_void {
        self.pointer.as_ptr()
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        // SAFETY: made by the library, of the kind that `free` frees, once.
        unsafe { (self.free)(self.pointer.as_ptr()) };
    }
}

/// Appends an error's text to a `Vec<u8>`; warnings are passed over.
///
/// # Safety
/// libxml2 calls it with the `Vec` that was registered with it, and an error that is complete.
unsafe extern "C" fn note(texts: *mut c_void, error: *const XmlError) {
    // SAFETY: NULL, or an error that the library has filled in.
    let Some(error) = (unsafe { error.as_ref() }) else { return };
    if error.level == WARNING || error.message.is_null() {
        return;
    }
    // SAFETY: a text of C that lives as long as the error.
    let message = unsafe { CStr::from_ptr(error.message) };
    // SAFETY: the `Vec` outlives the context that it was registered with, and nothing else uses it while the library runs.
    if let Some(texts) = unsafe { texts.cast::<Vec<u8>>().as_mut() } {
        texts.extend_from_slice(message.to_bytes());
    }
}

/// Checks a document against the schema in a file, which may include others.
///
/// # Errors
/// It is not valid, or that cannot be found out.
pub fn validate_relax_ng(schema: &CStr, document: &[u8]) -> Result<(), RelaxNgError> {
    let library = Functions::get().ok_or(RelaxNgError::NoLibrary)?;
    // The library makes its tables of types when they are first needed, without a lock.
    static ONE_AT_A_TIME: ForkLock<()> = ForkLock::new((), || ());
    let _alone = ONE_AT_A_TIME.lock();

    let mut said = Vec::new();
    let texts: *mut c_void = (&raw mut said).cast();
    // SAFETY: a path, which the library copies.
    let parser = Owned::new(unsafe { (library.new_parser)(schema.as_ptr()) }, library.free_parser);
    let parser = parser.ok_or(RelaxNgError::NoParser)?;
    // SAFETY: a context that lives; `texts` outlives it.
    unsafe { (library.set_parser_errors)(parser.as_ptr(), Some(note), texts) };
    // SAFETY: a context that lives.
    let rules = Owned::new(unsafe { (library.parse_schema)(parser.as_ptr()) }, library.free_schema);
    let Some(rules) = rules else { return Err(RelaxNgError::Schema(said)) };

    let length = c_int::try_from(document.len()).map_err(|_| RelaxNgError::Document)?;
    // SAFETY: as many bytes as are told, a name or NULL, and no encoding.
    let read = unsafe { (library.read_memory)(document.as_ptr().cast(), length, null(), null(), PARSE_OPTIONS) };
    let document = Owned::new(read, library.free_document).ok_or(RelaxNgError::Document)?;
    // SAFETY: a schema that outlives the context.
    let validation = Owned::new(unsafe { (library.new_validation)(rules.as_ptr()) }, library.free_validation);
    let validation = validation.ok_or(RelaxNgError::NoValidation)?;
    // SAFETY: as for the parser.
    unsafe { (library.set_validation_errors)(validation.as_ptr(), Some(note), texts) };
    // SAFETY: a context and a document that live.
    let invalid = unsafe { (library.validate)(validation.as_ptr(), document.as_ptr()) } != 0;
    // In this order: what is made from something ends before it.
    drop(validation);
    drop(document);
    drop(rules);
    drop(parser);
    if invalid { Err(RelaxNgError::Invalid(said)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHEMA: &str = "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start>
        <element name='a'><element name='b'><text/></element></element></start></grammar>";

    /// Writes a schema, and tells what is said of a document.
    fn said(schema: &str, document: &str) -> Result<(), RelaxNgError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("schema.rng");
        std::fs::write(&path, schema).unwrap();
        let path = std::ffi::CString::new(path.to_str().unwrap()).unwrap();
        validate_relax_ng(&path, document.as_bytes())
    }

    #[test]
    fn documents_are_valid_or_it_is_said_why_not() {
        if Functions::get().is_none() {
            assert_eq!(said(SCHEMA, "<a/>"), Err(RelaxNgError::NoLibrary));
            return;
        }
        assert_eq!(said(SCHEMA, "<a><b>text</b></a>"), Ok(()));
        let Err(RelaxNgError::Invalid(text)) = said(SCHEMA, "<a><c/></a>") else { panic!("valid") };
        // Versions of the library have words of their own.
        let text = String::from_utf8(text).unwrap();
        assert!(text.contains(" c"), "{text}");
        assert_eq!(said(SCHEMA, "<a>"), Err(RelaxNgError::Document));
        assert!(matches!(said("<grammar/>", "<a/>"), Err(RelaxNgError::Schema(text)) if !text.is_empty()));
        assert!(matches!(validate_relax_ng(c"/nonexistent/schema.rng", b"<a/>"), Err(RelaxNgError::Schema(_))));
    }
}
