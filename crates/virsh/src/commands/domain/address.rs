//! Addresses of devices, as users write them and as definitions do.
use crate::fail::{Done, Failure};
use crate::xml::Writer;

/// An address: its type, and the attributes that are shown.
pub(super) struct Address {
    pub(super) kind: Kind,
    attributes: Vec<(&'static str, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Pci,
    Ccw,
    Scsi,
    Sata,
    Ide,
    Usb,
}

/// How a field of an address is written.
#[derive(Clone, Copy)]
enum Form {
    Decimal,
    Hex(usize),
}

/// The fields of a type.
type Fields = &'static [(&'static str, Form)];

const KINDS: [(&str, Kind, Fields); 6] = [
    (
        "pci",
        Kind::Pci,
        &[("domain", Form::Hex(4)), ("bus", Form::Hex(2)), ("slot", Form::Hex(2)), ("function", Form::Hex(1))],
    ),
    ("ccw", Kind::Ccw, &[("cssid", Form::Hex(2)), ("ssid", Form::Hex(1)), ("devno", Form::Hex(4))]),
    ("scsi", Kind::Scsi, &[("controller", Form::Decimal), ("bus", Form::Decimal), ("unit", Form::Decimal)]),
    ("sata", Kind::Sata, &[("controller", Form::Decimal), ("bus", Form::Decimal), ("unit", Form::Decimal)]),
    ("ide", Kind::Ide, &[("controller", Form::Decimal), ("bus", Form::Decimal), ("unit", Form::Decimal)]),
    ("usb", Kind::Usb, &[("bus", Form::Decimal), ("port", Form::Decimal)]),
];

fn number(text: &str, form: Form) -> Option<String> {
    let value = match form {
        Form::Decimal => crate::parse::number::to_u32(text)?.to_string(),
        Form::Hex(width) => {
            let digits = text.strip_prefix("0x").unwrap_or(text);
            let value = u32::from_str_radix(digits, 16).ok()?;
            format!("0x{value:0width$x}")
        }
    };
    Some(value)
}

impl Address {
    /// Parses `TYPE:FIELD.FIELD…`; a PCI address may have `:` between its fields as well.
    pub(super) fn parse(text: &str, multifunction: bool) -> Option<Self> {
        let (name, fields) = text.split_once(':')?;
        let (_, kind, forms) = KINDS.iter().find(|(known, ..)| *known == name)?;
        let fields: Vec<&str> = fields.split(['.', ':']).collect();
        if fields.len() != forms.len() {
            return None;
        }
        let mut attributes = Vec::new();
        for (field, (name, form)) in fields.iter().zip(*forms) {
            attributes.push((*name, number(field, *form)?));
        }
        if multifunction && *kind == Kind::Pci {
            attributes.push(("multifunction", "on".into()));
        }
        Some(Self { kind: *kind, attributes })
    }

    /// Writes the address.
    pub(super) fn write(&self, writer: &mut Writer) {
        let kind = match self.kind {
            Kind::Pci => "pci",
            Kind::Ccw => "ccw",
            Kind::Scsi | Kind::Sata | Kind::Ide => "drive",
            Kind::Usb => "usb",
        };
        let mut all = vec![("type", Some(kind))];
        all.extend(self.attributes.iter().map(|(name, value)| (*name, Some(value.as_str()))));
        writer.empty("address", &all);
    }
}

/// Writes the address of a disk, which must suit its target.
pub(super) fn of_disk(writer: &mut Writer, text: &str, target: &str, multifunction: bool) -> Done {
    let address = Address::parse(text, multifunction).ok_or_else(|| Failure::say("Invalid address."))?;
    let (kinds, expected): (&[Kind], _) = match target.get(..2) {
        Some("vd") => (&[Kind::Pci, Kind::Ccw], "expecting a pci:0000.00.00.00 or ccw:00.0.0000 address."),
        Some("sd") => {
            (&[Kind::Scsi, Kind::Usb, Kind::Sata], "expecting a scsi:00.00.00 or usb:00.00 or sata:00.00.00 address.")
        }
        Some("hd") => (&[Kind::Ide], "expecting an ide:00.00.00 address."),
        _ => (&[], ""),
    };
    if !kinds.is_empty() && !kinds.contains(&address.kind) {
        return Err(Failure::say(expected));
    }
    address.write(writer);
    Ok(())
}
