//! The demo company: made by the engine, written as files, brought in through the ordinary import, and signed in to by four people.
mod alignments;
mod designs;
mod files;
pub(crate) mod handoffs;
mod incentives;
mod interventions;
mod people;
mod rules;
mod split;
mod staffing;

pub use files::{Written, export};
pub use people::{DEMO_PASSWORD, SignIn};
pub use tandem_engines::demo::{CUSTOMERS_DEFAULT, CUSTOMERS_MIN, Size};

use crate::imports::{self, Report, Request};
use crate::settings::{self, Company, Rate};
use crate::{Actor, App, Error, Permission, Result, customers};
use tandem_core::imports::sources::SourceKind;
use tandem_engines::demo;

/// What was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// What the import of the company's files came to.
    pub report: Report,
    /// Who can sign in.
    pub sign_ins: Vec<SignIn>,
}

/// Makes the demo company in a database that holds no customers yet.
pub async fn make(app: &App, actor: &Actor, size: Size) -> Result<Made> {
    actor.require(Permission::Import)?;
    actor.require(Permission::ManageUsers)?;
    refuse_real_data(app).await?;
    settings::put(
        app,
        actor,
        "company",
        &Company { name: demo::COMPANY_NAME.to_owned(), currency: demo::company_currency() },
    )
    .await?;
    settings::put_rates(app, actor, rates(&size)).await?;
    let (folder, sellers) = files::write_for_import(size).await?;
    let request = Request { paths: vec![folder.path().to_owned()], source: None, mapping: None };
    let report = imports::run(app, actor, request).await?;
    let failed: u64 = report.objects.iter().map(|counts| counts.failed).sum();
    if failed > 0 {
        return Err(Error::Conflict(format!(
            "{failed} rows of the demo company were not accepted: {:?}",
            report.problems.first()
        )));
    }
    rules::make(app, actor, size.as_of).await?;
    let cast = people::make(app, actor, &sellers).await?;
    handoffs::make(app, actor, &cast, size.as_of).await?;
    Box::pin(split::make(app, actor, size.as_of)).await?;
    incentives::make(app, actor, &cast, size.as_of).await?;
    staffing::make(app, actor, &cast, size.as_of).await?;
    designs::make(app, &cast, size.as_of).await?;
    Box::pin(interventions::make(app, actor, &sellers, size.as_of)).await?;
    Box::pin(alignments::make(app, actor, size.as_of)).await?;
    // Some of the handoffs ended in the past; lists speak of today.
    customers::keep_current(app).await?;
    Ok(Made { report, sign_ins: cast.sign_ins })
}

async fn refuse_real_data(app: &App) -> Result<()> {
    let everything = tandem_store::customers::Visible::Everything;
    let customers = tandem_store::customers::glance(&app.db, &everything, app.clock.today()).await?.customers;
    if customers > 0 {
        return Err(Error::Conflict(format!(
            "the database holds {customers} customers already, and the demo company would mix with them: name another file with --db"
        )));
    }
    Ok(())
}

fn rates(size: &Size) -> Vec<Rate> {
    let rate = |(currency, date, rate_e9): (tandem_core::money::Currency, _, _)| Rate {
        currency: currency.to_string(),
        date,
        rate_e9,
    };
    demo::rates(size.seed, size.as_of).into_iter().map(rate).collect()
}

/// The systems whose exports can be written.
pub const SOURCES: [SourceKind; 3] = demo::SOURCES;
