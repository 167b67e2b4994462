//! What a header declares.

use super::doc::Doc;

/// One header.
#[derive(Debug)]
pub(super) struct Header {
    /// File name without `.h`.
    pub(super) name: String,
    /// Path, for errors.
    pub(super) path: String,
    /// The comment that opens the file.
    pub(super) about: String,
    /// Declarations in order.
    pub(super) items: Vec<Item>,
}

/// One declaration.
#[derive(Debug)]
pub(super) struct Item {
    /// The declared name; the tag for a struct's body.
    pub(super) name: String,
    /// Where, for errors.
    pub(super) line: usize,
    /// The comment above it.
    pub(super) doc: Doc,
    /// What it is.
    pub(super) kind: Kind,
}

/// What is declared.
#[derive(Debug)]
pub(super) enum Kind {
    /// `#define name(parameters) body`
    Macro { parameters: Option<Vec<String>>, body: String },
    /// `typedef enum { … } name;`; the name is empty where there is none.
    Enum(Vec<Constant>),
    /// `struct tag { … };`
    Struct(Vec<Field>),
    /// `typedef type name;`; `struct tag` is kept as such.
    Typedef(String),
    /// `typedef returns (*name)(arguments);`
    Callback(Signature),
    /// A prototype.
    Function(Signature),
    /// A variable of the library.
    Variable(String),
}

/// An enum constant.
#[derive(Debug)]
pub(super) struct Constant {
    pub(super) name: String,
    pub(super) value: Value,
    pub(super) doc: Doc,
}

/// How a constant gets its value.
#[derive(Debug)]
pub(super) enum Value {
    /// A number.
    Number(i64),
    /// `1 << bits`
    Bit(u32),
    /// Another constant's name.
    Alias(String),
}

/// A struct's field; a union has fields of its own.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) type_: String,
    pub(super) doc: Doc,
    pub(super) union: Vec<Field>,
}

/// What a function takes and gives.
#[derive(Debug)]
pub(super) struct Signature {
    pub(super) returns: String,
    /// Name and type.
    pub(super) arguments: Vec<(String, String)>,
}
