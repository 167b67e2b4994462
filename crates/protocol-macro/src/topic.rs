//! What follows from a driver trait.

use std::fmt::Write;

use proc_macro::{Delimiter, TokenStream, TokenTree};

use crate::rules;
use crate::tokens::{Attributed, Opt, Result, group, name_after, option, split, text};

pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> Result<String> {
    let program = arguments.to_string();
    let item = Attributed::new(item);
    let name = name_after(&item.rest, "trait").ok_or("#[topic] is for traits")?;
    let body = group(item.rest.clone(), Delimiter::Brace).ok_or("a trait without a body")?;
    let methods = split(body, ';').into_iter().map(Method::new).collect::<Result<Vec<_>>>()?;
    let topic = Topic { docs: item.docs(), name, program, methods };
    let parts = [Topic::driver, Topic::client, Topic::guarded, Topic::procedures, Topic::tables];
    Ok(parts.map(|part| part(&topic)).join("\n"))
}

struct Topic {
    docs: String,
    name: String,
    /// The program's module.
    program: String,
    methods: Vec<Method>,
}

struct Method {
    docs: String,
    name: String,
    /// `fn name(…) -> Result<…>`
    signature: String,
    /// Type of the arguments, `None` for none.
    args: Option<String>,
    /// Type of the result, `()` for none.
    ret: String,
    number: String,
    facts: Vec<Opt>,
    /// Public function and error domain.
    function: String,
    /// Rules as expressions.
    rules: Vec<String>,
    acl: Vec<String>,
    acl_filter: Vec<String>,
    /// Arguments that rules compare: name in C, field.
    numbers: Vec<(String, String)>,
}

impl Method {
    fn new(method: Vec<TokenTree>) -> Result<Self> {
        let method = Attributed::new(method);
        let name = name_after(&method.rest, "fn").ok_or("a method without a name")?;
        let facts = method.options("procedure");
        let number = facts.first().map(|number| number.name.clone()).unwrap_or_default();
        if number.parse::<u32>().is_err() {
            return Err(format!("{name}: #[procedure(…)] begins with the number"));
        }
        let parameters = group(method.rest.clone(), Delimiter::Parenthesis).ok_or(format!("{name}: no parameters"))?;
        // `&self`, `call: &mut Call`, perhaps `args: &Type`.
        let args = split(parameters, ',').into_iter().nth(2).map(|args| text(args.into_iter().skip(3)));
        let ret = result(&method.rest).ok_or(format!("{name}: no Result<…>"))?;
        let function = match method.options("function").as_slice() {
            [] => "::oxivirt_model::Function::NONE".to_owned(),
            [function, section] => {
                let section = format!("::oxivirt_model::ErrorDomain::{}", section.name);
                format!("::oxivirt_model::Function({:?}, {section})", function.name)
            }
            _ => return Err(format!("{name}: #[function(name, section)]")),
        };
        let docs = method.docs();
        let mut new = Self {
            docs,
            name,
            signature: text(method.rest.iter().cloned()),
            args,
            ret,
            number,
            facts,
            function,
            rules: Vec::new(),
            acl: Vec::new(),
            acl_filter: Vec::new(),
            numbers: Vec::new(),
        };
        new.collect_rules(&method.options("rules")).map_err(|error| format!("{}: {error}", new.name))?;
        Ok(new)
    }

    fn collect_rules(&mut self, rules: &[Opt]) -> Result<()> {
        for option in rules {
            let (rule, number) = rules::rule(option)?;
            self.rules.push(rule);
            self.numbers.extend(number);
        }
        for (list, name) in [(&mut self.acl, "acl"), (&mut self.acl_filter, "acl_filter")] {
            for text in option(&self.facts, name).into_iter().flat_map(|option| &option.values) {
                if let Some((rule, compared)) = rules::access(text)? {
                    list.push(rule);
                    self.numbers.extend(compared.map(|name| (name.clone(), name)));
                }
            }
        }
        self.numbers.sort();
        self.numbers.dedup();
        Ok(())
    }

    /// `DOMAIN_GET_INFO`: the name without the program's prefix.
    fn constant(&self, program: &str) -> String {
        let prefix = format!("{program}_");
        self.name.strip_prefix(&prefix).unwrap_or(&self.name).to_uppercase()
    }

    fn c_name(&self, program: &str) -> String {
        format!("{}_PROC_{}", program.to_uppercase(), self.constant(program))
    }

    fn has(&self, fact: &str) -> bool {
        option(&self.facts, fact).is_some()
    }

    /// The arguments as they are passed on.
    fn passed(&self) -> &'static str {
        if self.args.is_some() { ", args" } else { "" }
    }

    /// The row of the table of facts.
    fn row(&self) -> String {
        let mut row = format!("number: {}, name: {:?},", self.number, self.name);
        if self.has("high") {
            row.push_str("priority: crate::Priority::High,");
        }
        if self.has("long") {
            row.push_str("long: true,");
        }
        let _ = write!(row, "function: {},", self.function);
        for fact in &self.facts {
            let _ = match fact.name.as_str() {
                "read_stream" => write!(row, "stream: Some(crate::Stream::Read({})),", fact.value()),
                "write_stream" => write!(row, "stream: Some(crate::Stream::Write({})),", fact.value()),
                "sparse" => write!(row, "sparse_flag: Some(::oxivirt_model::constants::{}),", fact.value()),
                _ => Ok(()),
            };
        }
        if let Some(args) = &self.args {
            let _ = write!(row, "args: Some(<{args} as ::oxivirt_xdr::Decode<'_>>::NAME),");
        }
        format!("crate::ProcedureInfo {{ {row} ..crate::ProcedureInfo::PLAIN }},\n")
    }
}

impl Topic {
    fn each(&self, one: impl Fn(&Method) -> String) -> String {
        self.methods.iter().map(one).collect()
    }

    /// The trait, with default bodies.
    fn driver(&self) -> String {
        let methods = self.each(|method| {
            let Method { docs, signature, name, .. } = method;
            let unused = if method.args.is_some() { "(call, args)" } else { "call" };
            format!("{docs} {signature} {{ let _ = {unused}; crate::driver::no_support({name:?}) }}\n")
        });
        format!("{} pub trait {} {{ {methods} }}", self.docs, self.name)
    }

    /// The trait for whoever can transact.
    fn client(&self) -> String {
        let Self { program, name, .. } = self;
        let upper = program.to_uppercase();
        let methods = self.each(|method| {
            let args = if method.args.is_some() { "args" } else { "&()" };
            let Method { signature, number, .. } = method;
            format!(
                "{signature} {{ crate::client::transact(self, call, crate::Program::{upper}, {number}, {args}) }}\n"
            )
        });
        format!("impl<T: crate::Transact> {name} for T {{ {methods} }}")
    }

    /// The trait for a guarded driver.
    fn guarded(&self) -> String {
        let Self { program, name, .. } = self;
        let upper = program.to_uppercase();
        let methods = self.each(|method| {
            let Method { signature, number, name, .. } = method;
            let args = if method.args.is_some() { "args" } else { "&()" };
            let rules = method.rules.join(", ");
            let numbers = method.numbers.iter();
            let numbers: String = numbers
                .map(|(name, field)| format!("({name:?}, crate::guard::Number::number(&args.{field})),"))
                .collect();
            format!(
                "{signature} {{
                    self.admit((crate::Program::{upper}, {number}), &[{rules}], {args}, &[{numbers}])?;
                    self.driver.{name}(call{})
                }}\n",
                method.passed()
            )
        });
        format!("impl<A: crate::Access> {name} for crate::Guarded<'_, A> {{ {methods} }}")
    }

    /// The constants of the program's `Procedure`.
    fn procedures(&self) -> String {
        let constants = self.each(|method| {
            let (c_name, constant) = (method.c_name(&self.program), method.constant(&self.program));
            format!("#[doc = \"`{c_name}`\"] pub const {constant}: Self = Self({});\n", method.number)
        });
        format!("impl crate::{}::Procedure {{ {constants} }}", self.program)
    }

    fn tables(&self) -> String {
        format!(
            "pub(crate) const TOPIC: crate::topic::Topic =
                crate::topic::Topic {{ facts: &[{}], rules: &[{}], handlers: &[{}], bodies: &[{}] }};",
            self.facts(),
            self.rules(),
            self.handlers(),
            self.bodies()
        )
    }

    fn facts(&self) -> String {
        self.each(|method| method.row())
    }

    /// Rules by number, of the procedures that have any.
    fn rules(&self) -> String {
        self.each(|method| {
            let Method { number, rules, acl, acl_filter, .. } = method;
            if rules.is_empty() && acl.is_empty() && acl_filter.is_empty() {
                return String::new();
            }
            let [rules, acl, acl_filter] = [rules, acl, acl_filter].map(|rules| rules.join(", "));
            let row = format!("rules: &[{rules}], acl: &[{acl}], acl_filter: &[{acl_filter}]");
            format!("({number}, crate::ProcedureRules {{ {row} }}),\n")
        })
    }

    /// The server's side by number.
    fn handlers(&self) -> String {
        self.each(|method| {
            let Method { number, name, .. } = method;
            let (payload, decode) = match &method.args {
                Some(args) => ("payload", format!("let args = &crate::server::arguments::<{args}>(payload)?;")),
                None => ("_", String::new()),
            };
            let passed = method.passed();
            format!(
                "({number}, |driver, call, {payload}, out| {{
                    {decode} crate::server::reply(&driver.{name}(call{passed})?, out)
                }}),\n"
            )
        })
    }

    /// Codecs of all bodies, for tests and fuzzers.
    fn bodies(&self) -> String {
        self.each(|method| {
            let row = |part: &str, kind: &str| {
                format!(
                    "({}, crate::Part::{part}, |payload, out| crate::recode::recode::<{kind}>(payload, out)),\n",
                    method.number
                )
            };
            let args = method.args.as_deref().map(|args| row("Args", args));
            let ret = (method.ret != "()").then(|| row("Ret", &method.ret));
            args.into_iter().chain(ret).collect()
        })
    }
}

/// What stands between the angle brackets of the signature's `Result<…>`.
fn result(signature: &[TokenTree]) -> Option<String> {
    let at = signature.iter().position(|token| token.to_string() == "Result")?;
    let inside = signature.get(at.checked_add(2)?..signature.len().checked_sub(1)?)?;
    // `'c` is the call's; in an expression the compiler finds it.
    Some(text(inside.iter().cloned()).replace("'c", "'_"))
}
