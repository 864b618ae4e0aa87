//! Documents made from the code: the API's description and the reference of commands.
use crate::say::say;
use clap::{Command, CommandFactory};
use std::fmt::Write;
use std::process::ExitCode;

/// Prints the description of the API.
pub fn openapi() -> anyhow::Result<ExitCode> {
    super::print_json(&tandem_server::openapi())?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the reference of all commands as Markdown.
pub fn commands() -> anyhow::Result<ExitCode> {
    let mut text = "# Commands\n\nMade from the program's own help.\n".to_owned();
    let mut root = crate::Cli::command();
    root.build();
    for command in
        root.get_subcommands().filter(|command| !command.is_hide_set() && command.get_name() != "help")
    {
        describe(&mut text, command, "tandem")?;
    }
    say!("{}", text.trim_end());
    Ok(ExitCode::SUCCESS)
}

fn describe(text: &mut String, command: &Command, before: &str) -> anyhow::Result<()> {
    let name = format!("{before} {}", command.get_name());
    let help = command.clone().term_width(100).render_help().to_string();
    writeln!(
        text,
        "\n## {name}\n\n```text\n{}\n```",
        help.trim_end().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    )?;
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        describe(text, inner, &name)?;
    }
    Ok(())
}
