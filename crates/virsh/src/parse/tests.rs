use super::{Args, Refused, parse};
use crate::table::VIRSH;

fn parsed(line: &str) -> Result<Vec<Args>, Refused> {
    let mut rest = line.as_bytes();
    parse(VIRSH, &mut rest, &mut drop)
}

fn values(line: &str, option: &str) -> Vec<String> {
    let commands = parsed(line).unwrap_or_default();
    commands.first().map(|args| args.all(option).to_vec()).unwrap_or_default()
}

#[test]
fn quotes_and_backslashes() {
    assert_eq!(values("echo 'a  b' \"c\\\"d\" e\\ f", "string"), ["a  b", "c\"d", "e f"]);
    assert_eq!(values("echo a # b", "string"), ["a"]);
    assert!(parsed("echo \"a").is_err());
}

#[test]
fn options_in_all_forms() {
    for line in ["dominfo x", "dominfo --domain x", "dominfo --domain=x", "dominfo -- x"] {
        assert_eq!(values(line, "domain"), ["x"], "{line}");
    }
    assert!(parsed("dominfo").is_err());
    assert!(parsed("dominfo x y").is_err());
    assert!(parsed("dominfo --nosuch").is_err());
}

#[test]
fn commands_behind_each_other() {
    assert_eq!(parsed("list; dominfo x;").map(|commands| commands.len()), Ok(2));
    assert_eq!(parsed(";").map(|commands| commands.len()), Ok(0));
}
