//! `tandem simulate parameters`: everything that a scenario can say.
use super::{print, print_json};
use serde_json::json;
use tandem_engines::simulate::{Parameter, Scenario};

/// List the parameters of a scenario with their defaults
#[derive(clap::Args)]
pub struct Args {
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let parameters = Scenario::parameters();
    if args.json {
        let entry = |parameter: &Parameter| {
            json!({
                "name": parameter.key,
                "default": parameter.default,
                "least": parameter.limits.0,
                "greatest": parameter.limits.1,
                "meaning": parameter.meaning,
            })
        };
        return print_json(&parameters.iter().map(entry).collect::<Vec<_>>());
    }
    let line = |parameter: &Parameter| {
        let setting = format!("{}: {}", parameter.key, parameter.default);
        format!("{setting:<40} # {}\n", parameter.meaning)
    };
    print(&parameters.iter().map(line).collect::<String>())
}
