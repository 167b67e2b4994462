//! What is installed names every command and option, and nothing that does not exist.
use super::{PROGRAMS, documents, global};
use crate::table::Kind;

fn document(path: &str) -> String {
    documents().into_iter().find(|document| document.path == path).unwrap().text
}

#[test]
fn every_command_and_option_is_in_the_manual_and_in_the_completion() {
    for program in PROGRAMS {
        let name = program.name();
        let page = document(&format!("man/man1/{name}.1")).replace("\\-", "-");
        let zsh = document(&format!("zsh/vendor-completions/_{name}"));
        let fish = document(&format!("fish/vendor_completions.d/{name}.fish"));
        assert!(!page.lines().any(|line| line.starts_with('@')), "{name}: something was not filled in");
        let commands = program.groups().iter().flat_map(|group| group.commands());
        for command in commands.filter(|command| command.is_listed()) {
            let word = command.name;
            assert!(page.contains(&format!(".TP\n\\fB{word}\\fR")), "{word} is not in the manual");
            assert!(zsh.contains(&format!("        '{word}:")), "{word} is not in zsh's");
            assert!(fish.contains(&format!(" -a {word} -d ")), "{word} is not in fish's");
            for option in command.options.iter().filter(|option| option.kind != Kind::Alias) {
                let option = option.name;
                assert!(page.contains(&format!(".TP\n\\fB--{option}\\fR")), "{word} --{option} is not in the manual");
                assert!(zsh.contains(&format!("'--{option}:")), "{word} --{option} is not in zsh's");
                let line = format!("_command {word}' -l {option} ");
                assert!(fish.contains(&line), "{word} --{option} is not in fish's");
            }
        }
        for option in global::options(program) {
            assert!(!option.help.is_empty(), "--{} has no meaning", option.name);
            assert!(page.contains(&format!("--{}\\fR", option.name)), "--{} is not in the manual", option.name);
        }
    }
}

#[test]
fn no_line_of_a_manual_is_a_request_by_accident() {
    const REQUESTS: [&str; 17] =
        ["TH", "SH", "SS", "TP", "PP", "B", "I", "BR", "BI", "RB", "RI", "IR", "RS", "RE", "EX", "EE", "br"];
    for program in PROGRAMS {
        let page = document(&format!("man/man1/{}.1", program.name()));
        for line in page.lines().filter(|line| line.starts_with(['.', '\'']) && !line.starts_with(".\\\"")) {
            let request = line.split_whitespace().next().unwrap().trim_start_matches('.');
            assert!(REQUESTS.contains(&request), "{line}");
        }
    }
}
