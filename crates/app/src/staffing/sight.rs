//! Who may see what of whom. Fit: the person and whoever leads them, nobody else, however high. Competencies: also those who run the program.
use crate::handoffs::people::{self, Sellers, leads};
use crate::{Actor, App, Error, Result, Role};
use tandem_store::sellers::SellerRow;

/// What an actor may see.
pub struct Sight {
    /// Everybody, as of today.
    pub people: Sellers,
    own: Option<i64>,
    leads: bool,
    runs: bool,
}

impl Sight {
    /// As of today.
    pub async fn of(app: &App, actor: &Actor) -> Result<Self> {
        Ok(Self {
            people: people::all(app).await?,
            own: actor.seller,
            leads: matches!(actor.role, Role::Admin | Role::Operations | Role::Manager),
            runs: matches!(actor.role, Role::Admin | Role::Operations),
        })
    }

    /// Whether it is the actor's own.
    pub fn is_own(&self, seller: i64) -> bool {
        self.own == Some(seller)
    }

    /// Whether the actor leads the seller.
    pub fn leads(&self, seller: i64) -> bool {
        self.leads && self.own.is_some_and(|own| leads(&self.people, own, seller))
    }

    /// Whether the actor may see what scales and the record say of the seller.
    pub fn fit(&self, seller: i64) -> bool {
        self.is_own(seller) || self.leads(seller)
    }

    /// Whether the actor may say for others what the seller can do.
    pub fn assesses(&self, seller: i64) -> bool {
        !self.is_own(seller) && (self.leads(seller) || self.runs)
    }

    /// Whether the actor may see what the seller can do.
    pub fn competencies(&self, seller: i64) -> bool {
        self.fit(seller) || self.runs
    }

    /// Somebody of whom the actor may see something; whom one may not see is as if there were nobody.
    pub fn person(&self, seller: i64) -> Result<&SellerRow> {
        let row = self.people.get(&seller).filter(|row| row.kind == "person");
        row.filter(|row| self.competencies(row.id)).ok_or(Error::NotFound("seller"))
    }

    /// Those who are there today and sell, of whom the actor may see this.
    pub fn sellers(
        &self,
        today: chrono::NaiveDate,
        may: impl Fn(&Self, i64) -> bool,
    ) -> impl Iterator<Item = &SellerRow> {
        self.people.values().filter(move |row| {
            row.kind == "person"
                && row.end_date.is_none_or(|end| end > today)
                && row.role.as_deref().is_some_and(|role| role != "manager")
                && may(self, row.id)
        })
    }
}
