//! Search in customers' names and places, also in Chinese: trigrams, and a plain look where three letters are not there.
use crate::write::within;
use crate::{Result, Tx};

const TEXT: &str = "lower(c.name || ' ' || coalesce(c.city, '') || ' ' || coalesce(c.country, ''))";

/// Makes the search texts of all customers anew.
pub async fn refresh(tx: &mut Tx) -> Result<()> {
    match tx {
        Tx::Sqlite(_) => {
            tx.execute("delete from customer_search").await?;
            tx.execute(&format!(
                "insert into customer_search (rowid, text) select c.id, {TEXT} from customer c"
            ))
            .await?;
        }
        Tx::Postgres(_) => {
            tx.execute("truncate customer_search").await?;
            tx.execute(&format!(
                "insert into customer_search (customer_id, text) select c.id, {TEXT} from customer c"
            ))
            .await?;
        }
    }
    Ok(())
}

/// Forgets the texts of customers that an import created.
pub(crate) async fn forget(tx: &mut Tx, import: i64) -> Result<()> {
    let sql = match tx {
        Tx::Sqlite(_) => {
            "delete from customer_search where rowid in (select id from customer where import_id = $1)"
        }
        Tx::Postgres(_) => {
            "delete from customer_search where customer_id in (select id from customer where import_id = $1)"
        }
    };
    within!(tx, |c| sqlx::query(sql).bind(import).execute(&mut **c).await?.rows_affected());
    Ok(())
}
