//! The list of customers as a file.
use super::{Wanted, rows};
use crate::Server;
use crate::extract::{Query, SignedIn};
use crate::problem::Problem;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use tandem_app::{Actor, App, customers};
use tandem_core::exports::safe_cell;

const HEADERS: [&str; 9] =
    ["Name", "Segment", "Industry", "Country", "City", "ARR", "Currency", "Owners", "Next renewal"];
const EXPORT_ROWS_MAX: i64 = 100_000;

/// The list's rows as text, in the order of its headers, page by page.
async fn cells(app: &App, actor: &Actor, wanted: &Wanted) -> Result<Vec<[String; 9]>, Problem> {
    let mut all = Vec::new();
    for offset in (0..EXPORT_ROWS_MAX).step_by(500) {
        let page = rows(customers::list(app, actor, &wanted.query(offset, 500)).await?);
        let last = page.len() < 500;
        all.extend(page.into_iter().map(|row| {
            let owners: Vec<String> = row.owners.into_iter().map(|owner| owner.name).collect();
            let text = |value: Option<String>| value.unwrap_or_default();
            let renewal = row.next_renewal.map_or_else(String::new, |day| day.to_string());
            [
                row.name,
                text(row.segment),
                text(row.industry),
                text(row.country),
                text(row.city),
                row.arr.amount,
                row.arr.currency,
                owners.join(", "),
                renewal,
            ]
        }));
        if last {
            break;
        }
    }
    Ok(all)
}

/// The list as CSV, safe to open in a spreadsheet program
#[utoipa::path(get, path = "/customers.csv", tag = "customers", params(Wanted), responses((status = 200, content_type = "text/csv")))]
pub async fn export_csv(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<impl IntoResponse, Problem> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let failed = |error: csv::Error| Problem::bad_request(error.to_string());
    writer.write_record(HEADERS).map_err(failed)?;
    for row in cells(&server.app, &actor, &wanted).await? {
        writer.write_record(row.map(|cell| safe_cell(&cell))).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| Problem::bad_request(error.to_string()))?;
    Ok((
        [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
            (header::CONTENT_DISPOSITION, "attachment; filename=\"customers.csv\""),
        ],
        bytes,
    ))
}

/// The list as a spreadsheet
#[utoipa::path(get, path = "/customers.xlsx", tag = "customers", params(Wanted), responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))]
pub async fn export_xlsx(
    State(server): State<Server>,
    SignedIn(actor): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<impl IntoResponse, Problem> {
    let rows = cells(&server.app, &actor, &wanted).await?;
    let bytes = sheet(&rows).map_err(|error| Problem::bad_request(error.to_string()))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok((
        [
            (header::CONTENT_TYPE, kind),
            (header::CONTENT_DISPOSITION, "attachment; filename=\"customers.xlsx\""),
        ],
        bytes,
    ))
}

fn sheet(rows: &[[String; 9]]) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(HEADERS) {
        sheet.write_string(0, column, name)?;
    }
    for (line, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            // Strings are written as strings: a spreadsheet program never takes them for formulas.
            match (column, cell.parse::<f64>()) {
                (5, Ok(number)) => sheet.write_number(line, column, number)?,
                _ => sheet.write_string(line, column, cell)?,
            };
        }
    }
    book.save_to_buffer()
}
