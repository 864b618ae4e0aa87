//! Who is behind an e-mail address: sellers of all sources, and the contacts of customers.
use crate::write::within;
use crate::{Result, Tx};

/// A seller as addresses and names tell them.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct SellerAddress {
    /// The seller.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The address.
    pub email: Option<String>,
}

/// All people among the sellers.
pub async fn sellers(tx: &mut Tx) -> Result<Vec<SellerAddress>> {
    let sql = "select id, name, email from seller where kind = 'person' order by id";
    Ok(within!(tx, |c| sqlx::query_as(sql).fetch_all(&mut **c).await?))
}

/// A contact's address.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ContactAddress {
    /// The address.
    pub email: String,
    /// The customer.
    pub customer_id: i64,
    /// The unit, where one is known.
    pub unit_id: Option<i64>,
}

/// All contacts of customers that have an address.
pub async fn contacts(tx: &mut Tx) -> Result<Vec<ContactAddress>> {
    let sql = "select c.email, coalesce(c.customer_id, u.customer_id) as customer_id, c.unit_id from contact c \
               left join unit u on u.id = c.unit_id where c.email is not null and coalesce(c.customer_id, u.customer_id) is not null order by c.id";
    Ok(within!(tx, |c| sqlx::query_as(sql).fetch_all(&mut **c).await?))
}
