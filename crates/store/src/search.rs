//! Search in customers' names and places, also in Chinese: trigrams, and a plain look where three letters are not there.
use crate::write::within;
use crate::{Result, Tx};
use tandem_core::imports::records::ObjectKind;

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

/// Makes the search texts of those customers anew that an import created or changed.
pub async fn refresh_of(tx: &mut Tx, import: i64) -> Result<()> {
    let key = if tx.is_sqlite() { "rowid" } else { "customer_id" };
    let touched = format!(
        "select id from customer where import_id = $1 \
         union select record_id from import_change where import_id = $1 and object = '{}'",
        ObjectKind::Customer.text()
    );
    for sql in [
        format!("delete from customer_search where {key} in ({touched})"),
        format!(
            "insert into customer_search ({key}, text) select c.id, {TEXT} from customer c where c.id in ({touched})"
        ),
    ] {
        let sql = sqlx::AssertSqlSafe(sql);
        within!(tx, |c| sqlx::query(sql).bind(import).execute(&mut **c).await?.rows_affected());
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
