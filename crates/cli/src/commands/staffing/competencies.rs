//! `tandem staffing competencies`: what each role must be able to do, in levels that others can observe.
use super::Language;
use crate::commands::print_json;
use crate::say::say;
use tandem_core::competencies::COMPETENCIES;
use tandem_core::languages::Words;
use tandem_core::sellers::SellerRole;

/// List the competencies of the roles with what others see at each level
#[derive(clap::Args)]
pub struct Args {
    /// Of one role only
    #[arg(long)]
    role: Option<SellerRole>,
    /// The language of sentences
    #[arg(long, value_enum, default_value = "en")]
    language: Language,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let wanted = COMPETENCIES.iter().filter(|one| args.role.is_none_or(|role| one.role == role));
    if args.json {
        return print_json(&wanted.collect::<Vec<_>>());
    }
    for one in wanted {
        let critical = match one.critical {
            true => Words::fixed(", nobody is ready without it", "，缺此不算就緒"),
            false => Words::same(""),
        };
        let (role, title, id, needed) = (one.role.words(), &one.title, one.id, one.needed);
        let told = Words::new(
            format!("{}: {} ({id}; needed {needed}{})", role.en, title.en, critical.en),
            format!("{}：{}（{id}；需要 {needed} 級{}）", role.zh, title.zh, critical.zh),
        );
        say!("{}", args.language.of(&told));
        for (level, words) in (1..).zip(&one.levels) {
            say!("  {level} {}", args.language.of(words));
        }
    }
    Ok(())
}
