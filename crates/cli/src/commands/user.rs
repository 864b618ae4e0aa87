//! `tandem user`: who may sign in, from the command line.
use super::open;
use crate::say::say;
use std::io::{IsTerminal, Read};
use std::process::ExitCode;
use tandem_app::users::{self, NewUser, UserChange};
use tandem_app::{Actor, App};

/// Make, list and change users
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(clap::Subcommand)]
enum Act {
    /// Make a user; the password is read from the standard input
    Add {
        /// The e-mail address to sign in with
        email: String,
        /// The name
        #[arg(long)]
        name: String,
        /// admin, operations, manager, hunter, account_manager or viewer
        #[arg(long)]
        role: String,
        /// The seller this person is
        #[arg(long)]
        seller: Option<String>,
    },
    /// List the users
    List,
    /// Give a user a new password, read from the standard input; ends their sessions
    Password {
        /// The e-mail address
        email: String,
    },
    /// Refuse a user from now on; ends their sessions
    Disable {
        /// The e-mail address
        email: String,
    },
}

pub async fn run(args: Args, database: &str) -> anyhow::Result<ExitCode> {
    let app = open(database).await?;
    let actor = Actor::operator();
    match args.act {
        Act::Add { email, name, role, seller } => {
            let new =
                NewUser { email, name, password: read_password()?, role, seller_id: seller, locale: None };
            say!("user {}", users::create(&app, &actor, new).await?);
        }
        Act::List => {
            for user in users::list(&app, &actor).await? {
                let state = if user.active { "" } else { "  (disabled)" };
                say!("{:>6}  {:<32} {:<16} {}{state}", user.id, user.email, user.role, user.name);
            }
        }
        Act::Password { email } => {
            let change = UserChange { password: Some(read_password()?), ..UserChange::default() };
            users::change(&app, &actor, id(&app, &email).await?, change).await?;
        }
        Act::Disable { email } => {
            users::change(
                &app,
                &actor,
                id(&app, &email).await?,
                UserChange { active: Some(false), ..UserChange::default() },
            )
            .await?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn id(app: &App, email: &str) -> anyhow::Result<i64> {
    let users = users::list(app, &Actor::operator()).await?;
    let found = users.iter().find(|user| user.email == email.to_lowercase());
    Ok(found.ok_or_else(|| anyhow::anyhow!("there is no user `{email}`"))?.id.parse()?)
}

fn read_password() -> anyhow::Result<String> {
    if std::io::stdin().is_terminal() {
        eprintln!("password (it is shown; end with Enter and Ctrl-D):");
    }
    let mut text = String::new();
    std::io::stdin().take(4_096).read_to_string(&mut text)?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}
