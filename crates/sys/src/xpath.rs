//! Expressions of XPath through the system's libxml2, which is loaded on first use: what it selects of a document, as it prints it.
use crate::OnceBox;
use crate::dynamic::Library;
use std::ffi::{CStr, c_char, c_int, c_uchar, c_void};
use std::ptr::{NonNull, null};

/// Why nothing was selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum XpathError {
    /// The library is not installed.
    NoLibrary,
    /// The document is none.
    Document,
    /// The expression is something else than a set of nodes.
    NotNodes,
    /// There is no memory, or a node cannot be below another one.
    Failed,
}

/// The sonames of the library; its functions that are used here are the same in both.
const SONAMES: [&CStr; 2] = [c"libxml2.so.16", c"libxml2.so.2"];

/// `XML_PARSE_NOBLANKS`, `XML_PARSE_NONET` and `XML_PARSE_NOWARNING`, `XML_PARSE_NOERROR`.
const PARSE: c_int = 0x100 | 0x800 | 0x40 | 0x20;
/// `XPATH_NODESET`.
const NODES: c_int = 1;

/// A document, a node, a context or a buffer of the library.
type Raw = *mut c_void;
type Text = *const c_uchar;

/// The beginning of `xmlXPathObject`.
#[repr(C)]
struct Object {
    kind: c_int,
    nodes: *const NodeSet,
}

/// `xmlNodeSet`.
#[repr(C)]
struct NodeSet {
    count: c_int,
    room: c_int,
    nodes: *const Raw,
}

/// The functions used, by their C names.
#[derive(Debug, Clone, Copy)]
struct Functions {
    read_memory: unsafe extern "C" fn(*const c_char, c_int, *const c_char, *const c_char, c_int) -> Raw,
    root: unsafe extern "C" fn(Raw) -> Raw,
    new_context: unsafe extern "C" fn(Raw) -> Raw,
    evaluate: unsafe extern "C" fn(Raw, Text, Raw) -> *mut Object,
    free_object: unsafe extern "C" fn(*mut Object),
    free_context: unsafe extern "C" fn(Raw),
    new_document: unsafe extern "C" fn(Text) -> Raw,
    new_node: unsafe extern "C" fn(Raw, Raw, Text, Text) -> Raw,
    set_root: unsafe extern "C" fn(Raw, Raw) -> Raw,
    copy: unsafe extern "C" fn(Raw, Raw, c_int) -> Raw,
    add_child: unsafe extern "C" fn(Raw, Raw) -> Raw,
    free_document: unsafe extern "C" fn(Raw),
    new_buffer: unsafe extern "C" fn() -> Raw,
    dump: unsafe extern "C" fn(Raw, Raw, Raw, c_int, c_int) -> c_int,
    content: unsafe extern "C" fn(Raw) -> Text,
    free_buffer: unsafe extern "C" fn(Raw),
}

impl Functions {
    fn load() -> Option<Self> {
        let library = SONAMES.into_iter().find_map(Library::load)?;
        macro_rules! get {
            ($name:literal) => {
                // SAFETY: the field that takes it has the type of the library's headers for this name.
                unsafe { library.function($name) }?
            };
        }
        Some(Self {
            read_memory: get!(c"xmlReadMemory"),
            root: get!(c"xmlDocGetRootElement"),
            new_context: get!(c"xmlXPathNewContext"),
            evaluate: get!(c"xmlXPathNodeEval"),
            free_object: get!(c"xmlXPathFreeObject"),
            free_context: get!(c"xmlXPathFreeContext"),
            new_document: get!(c"xmlNewDoc"),
            new_node: get!(c"xmlNewDocNode"),
            set_root: get!(c"xmlDocSetRootElement"),
            copy: get!(c"xmlDocCopyNode"),
            add_child: get!(c"xmlAddChild"),
            free_document: get!(c"xmlFreeDoc"),
            new_buffer: get!(c"xmlBufferCreate"),
            dump: get!(c"xmlNodeDump"),
            content: get!(c"xmlBufferContent"),
            free_buffer: get!(c"xmlBufferFree"),
        })
    }

    fn get() -> Result<&'static Self, XpathError> {
        static LOADED: OnceBox<Option<Functions>> = OnceBox::new();
        LOADED.get_or_init(Self::load).as_ref().ok_or(XpathError::NoLibrary)
    }

    /// Takes a thing that the library made.
    fn owned(&self, made: Raw, free: unsafe extern "C" fn(Raw)) -> Result<Owned, XpathError> {
        let made = NonNull::new(made).ok_or(XpathError::Failed)?;
        Ok(Owned { made, free })
    }

    /// Returns the text of a node of a document.
    fn text(&self, document: &Owned, node: Raw) -> Result<Vec<u8>, XpathError> {
        // SAFETY: no arguments.
        let buffer = self.owned(unsafe { (self.new_buffer)() }, self.free_buffer)?;
        // SAFETY: a buffer, a document and a node of that document, all alive; no depth, indented.
        if unsafe { (self.dump)(buffer.raw(), document.raw(), node, 0, 1) } < 0 {
            return Err(XpathError::Failed);
        }
        // SAFETY: a living buffer.
        let content = unsafe { (self.content)(buffer.raw()) };
        if content.is_null() {
            return Err(XpathError::Failed);
        }
        // SAFETY: the content of a buffer ends with a NUL and lives as long as the buffer.
        Ok(unsafe { CStr::from_ptr(content.cast()) }.to_bytes().to_vec())
    }

    /// Returns copies of these nodes below one element.
    fn wrapped(&self, nodes: &[Raw]) -> Result<Vec<u8>, XpathError> {
        // SAFETY: a NUL-terminated version.
        let document = self.owned(unsafe { (self.new_document)(c"1.0".as_ptr().cast()) }, self.free_document)?;
        // SAFETY: a living document, no namespace, a NUL-terminated name, no content.
        let root =
            unsafe { (self.new_node)(document.raw(), null::<c_void>().cast_mut(), c"nodes".as_ptr().cast(), null()) };
        if root.is_null() {
            return Err(XpathError::Failed);
        }
        // SAFETY: both were made above; the document owns the element from here on.
        unsafe { (self.set_root)(document.raw(), root) };
        for &node in nodes {
            // SAFETY: a node of a living document, copied with all that is below it, for a document that lives.
            let copy = unsafe { (self.copy)(node, document.raw(), 1) };
            // SAFETY: two living nodes of one document, or NULL, which is refused; the parent owns the child from here on.
            if unsafe { (self.add_child)(root, copy) }.is_null() {
                return Err(XpathError::Failed);
            }
        }
        self.text(&document, root)
    }
}

/// Something that the library made, and how it is freed.
struct Owned {
    made: NonNull<c_void>,
    free: unsafe extern "C" fn(Raw),
}

impl Owned {
    fn raw(&self) -> Raw {
        self.made.as_ptr()
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        // SAFETY: made by the library, freed once, by the function for its kind.
        unsafe { (self.free)(self.made.as_ptr()) };
    }
}

/// The result of an expression.
struct Found<'a> {
    functions: &'a Functions,
    object: NonNull<Object>,
}

impl Drop for Found<'_> {
    fn drop(&mut self) {
        // SAFETY: made by the library, freed once.
        unsafe { (self.functions.free_object)(self.object.as_ptr()) };
    }
}

impl Found<'_> {
    fn nodes(&self) -> Result<&[Raw], XpathError> {
        // SAFETY: an object that the library made and that lives as long as this.
        let object = unsafe { self.object.as_ref() };
        if object.kind != NODES {
            return Err(XpathError::NotNodes);
        }
        // SAFETY: NULL, or a set that lives as long as the object.
        let Some(set) = (unsafe { object.nodes.as_ref() }) else { return Ok(&[]) };
        let count = usize::try_from(set.count).unwrap_or_default();
        if set.nodes.is_null() || count == 0 {
            return Ok(&[]);
        }
        // SAFETY: the set holds as many nodes as it says.
        Ok(unsafe { std::slice::from_raw_parts(set.nodes, count) })
    }
}

/// Returns the texts of the nodes of a document that an expression selects from its root element on; with `wrap` one text, of an
/// element `nodes` around all of them. An expression that cannot be read selects nothing; the library says so on standard error.
///
/// # Errors
/// See [`XpathError`].
pub fn select_xml(document: &[u8], expression: &CStr, wrap: bool) -> Result<Vec<Vec<u8>>, XpathError> {
    let functions = Functions::get()?;
    let length = c_int::try_from(document.len()).map_err(|_| XpathError::Document)?;
    // SAFETY: that many readable bytes; no name and no encoding are given.
    let document = unsafe { (functions.read_memory)(document.as_ptr().cast(), length, null(), null(), PARSE) };
    let document = functions.owned(document, functions.free_document).map_err(|_| XpathError::Document)?;
    // SAFETY: a living document.
    let context = functions.owned(unsafe { (functions.new_context)(document.raw()) }, functions.free_context)?;
    // SAFETY: a living document.
    let root = unsafe { (functions.root)(document.raw()) };
    // SAFETY: a node of the document of the context, and a NUL-terminated expression.
    let object = unsafe { (functions.evaluate)(root, expression.as_ptr().cast(), context.raw()) };
    let found = NonNull::new(object).map(|object| Found { functions, object });
    let nodes = found.as_ref().map_or(Ok(&[][..]), Found::nodes)?;
    if wrap {
        return Ok(vec![functions.wrapped(nodes)?]);
    }
    nodes.iter().map(|&node| functions.text(&document, node)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns what is selected, `None` where the library is not installed.
    fn selected(expression: &CStr, wrap: bool) -> Option<Result<Vec<String>, XpathError>> {
        let document = b"<a>\n  <b x='1'><c/></b>\n  <b>t</b>\n</a>";
        match select_xml(document, expression, wrap) {
            Err(XpathError::NoLibrary) => None,
            other => Some(other.map(|texts| texts.into_iter().map(|text| String::from_utf8(text).unwrap()).collect())),
        }
    }

    #[test]
    fn nodes_are_printed_one_by_one_or_wrapped() {
        let Some(Ok(texts)) = selected(c"b", false) else { return };
        assert_eq!(texts, ["<b x=\"1\">\n  <c/>\n</b>", "<b>t</b>"]);
        let wrapped = selected(c"//b[2]", true).unwrap().unwrap();
        assert_eq!(wrapped, ["<nodes>\n  <b>t</b>\n</nodes>"]);
        assert_eq!(selected(c"//@x", false).unwrap().unwrap(), [" x=\"1\""]);
        assert_eq!(selected(c"//nosuch", true).unwrap().unwrap(), ["<nodes/>"]);
    }

    #[test]
    fn what_is_no_set_of_nodes_is_refused() {
        let Some(refused) = selected(c"count(//b)", false) else { return };
        assert_eq!(refused, Err(XpathError::NotNodes));
        assert_eq!(select_xml(b"<a", c"a", false), Err(XpathError::Document));
    }
}
