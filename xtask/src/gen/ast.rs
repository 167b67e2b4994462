//! What an IDL file says, before names are resolved.

/// One `.x` file.
#[derive(Debug, Default)]
pub(crate) struct File {
    /// Path for error messages.
    pub(crate) path: String,
    /// First sentence of the head comment.
    pub(crate) doc: String,
    /// `@module`: the Rust module all its names go to.
    pub(crate) module: String,
    /// `@prefix`: what is cut from type and constant names.
    pub(crate) prefixes: Vec<String>,
    /// `@import`: modules whose names it may use.
    pub(crate) imports: Vec<String>,
    /// `@topic`: the trait its procedures go to.
    pub(crate) topic: Option<String>,
    pub(crate) consts: Vec<Const>,
    pub(crate) types: Vec<TypeDef>,
    pub(crate) program: Option<Program>,
}

#[derive(Debug, Clone)]
pub(crate) struct Const {
    pub(crate) name: String,
    /// A number or the name of another constant.
    pub(crate) value: String,
    pub(crate) line: usize,
}

#[derive(Debug, Clone)]
pub(crate) struct TypeDef {
    pub(crate) name: String,
    pub(crate) body: Body,
    pub(crate) line: usize,
}

#[derive(Debug, Clone)]
pub(crate) enum Body {
    Enum(Vec<Const>),
    Struct(Vec<Field>),
    /// Arms by the constant that selects them.
    Union(Vec<(String, Field)>),
    Alias(Field),
}

#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) ty: String,
    pub(crate) shape: Shape,
    pub(crate) line: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    Plain,
    Optional,
    /// `x[limit]`
    Fixed(String),
    /// `x<limit>`
    Variable(String),
}

#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) name: String,
    pub(crate) number: u32,
    pub(crate) version: u32,
    pub(crate) procedures: Vec<Procedure>,
}

#[derive(Debug, Clone)]
pub(crate) struct Procedure {
    pub(crate) name: String,
    pub(crate) number: u32,
    pub(crate) args: Option<String>,
    pub(crate) ret: Option<String>,
    pub(crate) notes: Notes,
    pub(crate) line: usize,
}

/// The annotations in the comment before a procedure.
#[derive(Debug, Clone, Default)]
pub(crate) struct Notes {
    pub(crate) high: bool,
    pub(crate) event: bool,
    /// Which event it is a form of.
    pub(crate) event_name: Option<String>,
    pub(crate) long: bool,
    pub(crate) read_stream: Option<u32>,
    pub(crate) write_stream: Option<u32>,
    pub(crate) sparse: Option<String>,
    /// The public function, where its name does not follow from the procedure's.
    pub(crate) function: Option<String>,
    /// What must hold before a driver is asked: the rule's name and its words.
    pub(crate) rules: Vec<(String, Vec<String>)>,
    pub(crate) acl: Vec<String>,
    pub(crate) acl_filter: Vec<String>,
}
