//! `<sysinfo>`: what the firmware tells the guest.
use oxivirt_model::{ErrorCode, Result, Uuid};

use crate::element::{Context, Element, Rules, Source};
use crate::tree::Node;
use crate::value::words;
use crate::write::Writer;

words! {
    /// The table that is filled.
    SysinfoType { Smbios = "smbios", Fwcfg = "fwcfg" }
}

/// Names of entries in the order of printing.
const BIOS: &[&str] = &["vendor", "version", "date", "release"];
const SYSTEM: &[&str] = &["manufacturer", "product", "version", "serial", "uuid", "sku", "family"];
const BASE_BOARD: &[&str] = &["manufacturer", "product", "version", "serial", "asset", "location"];
const CHASSIS: &[&str] = &["manufacturer", "version", "serial", "asset", "sku"];

/// Entries of one block: name and text.
pub type Entries = Vec<(String, String)>;

/// `<sysinfo>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sysinfo {
    /// The table that is filled.
    pub kind: SysinfoType,
    /// `<bios>`.
    pub bios: Entries,
    /// `<system>`.
    pub system: Entries,
    /// `<baseBoard>`.
    pub base_boards: Vec<Entries>,
    /// `<chassis>`.
    pub chassis: Entries,
    /// `<oemStrings>`.
    pub oem_strings: Vec<String>,
    /// Entries of fw_cfg: name, text and file.
    pub fw_cfg: Vec<(String, Option<String>, Option<String>)>,
}

fn entries(node: Option<Node<'_>>, names: &[&str]) -> Entries {
    let Some(node) = node else { return Vec::new() };
    let find = |name: &&str| {
        let entry = node.elements("entry").find(|entry| entry.attr("name") == Some(name))?;
        Some(((*name).to_owned(), entry.text().into_owned())).filter(|(_, text)| !text.is_empty())
    };
    names.iter().filter_map(find).collect()
}

fn write_entries(out: &mut Writer, name: &'static str, entries: &Entries) {
    out.open_optional(name);
    for (name, text) in entries {
        out.open("entry");
        out.attr("name", name);
        out.text(text);
        out.close();
    }
    out.close();
}

fn is_date(text: &str) -> bool {
    let mut parts = text.split('/').map(|part| crate::value::parse_signed(part, 10));
    let (Some(Some(month)), Some(Some(day)), Some(Some(year)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    (1..=12).contains(&month) && (1..=31).contains(&day) && year >= 0 && !(100..1900).contains(&year)
}

impl Element for Sysinfo {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let kind = Source::attr(node, "", "type").required(cx, &Rules::NONE)?;
        let mut made = Self {
            kind,
            bios: Vec::new(),
            system: Vec::new(),
            base_boards: Vec::new(),
            chassis: Vec::new(),
            oem_strings: Vec::new(),
            fw_cfg: Vec::new(),
        };
        match kind {
            SysinfoType::Smbios => made.read_smbios(node, cx)?,
            SysinfoType::Fwcfg => made.read_fw_cfg(node, cx)?,
        }
        Ok(made)
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("type", self.kind.as_str());
    }

    fn children(&self, out: &mut Writer) {
        write_entries(out, "bios", &self.bios);
        write_entries(out, "system", &self.system);
        for board in &self.base_boards {
            write_entries(out, "baseBoard", board);
        }
        write_entries(out, "chassis", &self.chassis);
        out.open_optional("oemStrings");
        for text in &self.oem_strings {
            out.text_element("entry", text);
        }
        out.close();
        for (name, text, file) in &self.fw_cfg {
            out.open("entry");
            out.attr("name", name);
            out.attr_opt("file", file.as_ref());
            if let Some(text) = text {
                out.text(text);
            }
            out.close();
        }
    }
}

impl Sysinfo {
    fn read_smbios(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let detail = |text: &str| cx.error(ErrorCode::XML_DETAIL, text);
        self.bios = entries(node.element("bios"), BIOS);
        if self.bios.iter().any(|(name, text)| name == "date" && !is_date(text)) {
            return Err(detail("Invalid BIOS 'date' format"));
        }
        self.system = entries(node.element("system"), SYSTEM);
        for (name, text) in &mut self.system {
            if name == "uuid" {
                let uuid = Uuid::parse(&*text).map_err(|_| detail("malformed <sysinfo> uuid element"))?;
                *text = uuid.to_string();
            }
        }
        self.base_boards = node
            .elements("baseBoard")
            .map(|board| entries(Some(board), BASE_BOARD))
            .filter(|board| !board.is_empty())
            .collect();
        self.chassis = entries(node.element("chassis"), CHASSIS);
        if let Some(strings) = node.element("oemStrings") {
            self.oem_strings = strings.elements("entry").map(|entry| entry.text().into_owned()).collect();
        }
        Ok(())
    }

    fn read_fw_cfg(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        for entry in node.elements("entry") {
            let Some(name) = entry.attr("name") else {
                return Err(cx.xml("Firmware entry is missing 'name' attribute"));
            };
            let text = Some(entry.text().into_owned()).filter(|text| !text.is_empty());
            let file = entry.attr("file").map(str::to_owned);
            if text.is_none() && file.is_none() {
                return Err(cx.xml("Firmware entry must have either value or 'file' attribute"));
            }
            self.fw_cfg.push((name.to_owned(), text, file));
        }
        Ok(())
    }

    /// Returns the UUID that the system block tells.
    #[must_use]
    pub fn uuid(&self) -> Option<Uuid> {
        self.system.iter().find(|(name, _)| name == "uuid").and_then(|(_, text)| Uuid::parse(text).ok())
    }
}
