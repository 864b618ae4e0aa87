//! The one page that a head of sales understands at a glance: what there is, how it moves, where the hours go, what to do next.
use crate::arr::{self, ArrView, Group};
use crate::time::{self, TimeView};
use crate::{Actor, App, Result, visibility};
use std::sync::Arc;
use tandem_core::subscriptions::Month;
use tandem_store::customers::{self, Visible};

/// Something to do, with the place where it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// What kind of thing.
    pub kind: &'static str,
    /// How many.
    pub count: i64,
    /// The page's address.
    pub link: &'static str,
}

/// Everything at a glance.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The last 24 months.
    pub arr: Arc<ArrView>,
    /// Customers with ARR today.
    pub customers: i64,
    /// People who sell.
    pub sellers: i64,
    /// The last half year.
    pub time: Arc<TimeView>,
    /// What to do next.
    pub next: Vec<Next>,
}

const COVERAGE_ENOUGH: f64 = 0.5;

/// The overview of what the actor sees.
pub async fn show(app: &App, actor: &Actor) -> Result<Overview> {
    let now = Month::of(app.clock.today());
    let arr = arr::view(app, actor, Some(now.plus(-23)), Some(now), Group::None).await?;
    let time = time::view(app, actor, None, None).await?;
    let visible = visibility::customers(app, actor).await?;
    let seen = customers::glance(&app.db, &visible, app.clock.today()).await?;
    // What nobody owns is in nobody's book: only those who see everything hear of it.
    let without_owner = match visible {
        Visible::Everything => customers::units_without_owner(&app.db).await?,
        Visible::Books(_) => 0,
    };
    let nothing_yet = seen.customers == 0 && is_empty(app).await?;
    let all_next = [
        Next { kind: "import_first", count: i64::from(nothing_yet), link: "/import" },
        Next {
            kind: "record_time",
            count: i64::from(seen.customers > 0 && time.coverage.share < COVERAGE_ENOUGH),
            link: "/time",
        },
        Next { kind: "units_without_owner", count: without_owner, link: "/customers?owner=none" },
        Next { kind: "renewals_soon", count: seen.renewals_soon, link: "/customers?sort=renewal" },
        Next { kind: "silent_customers", count: seen.silent, link: "/customers?sort=-activity" },
        Next { kind: "rates_missing", count: arr.left_out.len() as i64, link: "/settings" },
    ];
    let sellers = time.people.len() as i64;
    Ok(Overview {
        arr,
        customers: seen.buying,
        sellers,
        time,
        next: all_next.into_iter().filter(|next| next.count > 0).collect(),
    })
}

/// Whether the company has no customers at all: whoever merely has an empty book need not import anything.
async fn is_empty(app: &App) -> Result<bool> {
    Ok(customers::glance(&app.db, &Visible::Everything, app.clock.today()).await?.customers == 0)
}
