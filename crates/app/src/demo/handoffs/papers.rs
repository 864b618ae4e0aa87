//! Files that the giver attaches to a unit before it passes on: a statement of work as text and the terms as a page of PDF, made here so that the
//! demo company holds nothing of anybody.
use super::{Players, Who};
use crate::attachments::{self, NewAttachment};
use crate::{App, Result};
use chrono::{Days, NaiveDate};
use tandem_store::customers as record;

/// Attaches them.
pub(super) async fn attach(app: &App, players: &Players<'_>, unit: i64) -> Result<()> {
    let Some(customer) = record::of_unit(&app.db, unit).await? else { return Ok(()) };
    let Some(whole) = record::get(&app.db, customer).await? else { return Ok(()) };
    let today = app.clock.today();
    let files = [
        (
            "Statement of work.txt",
            "What was sold and what it is to do; the second site is not part of it.",
            statement(&whole.name, today).into_bytes(),
        ),
        ("Terms.pdf", "The price per user stays until the end of the term.", pdf(&terms(&whole.name, today))),
    ];
    for (name, about, content) in files {
        let (name, about) = (name.to_owned(), Some(about.to_owned()));
        let new = NewAttachment { customer, unit: Some(unit), name, about, content };
        attachments::add(app, players.actor(Who::Giver), new).await?;
    }
    Ok(())
}

fn statement(customer: &str, day: NaiveDate) -> String {
    format!(
        "STATEMENT OF WORK\n\nCustomer: {customer}\nWritten: {day}\n\n\
         1. Orders of the first site run through the product by {}.\n\
         2. Two days of training for new users, at the customer's.\n\
         3. A report for the board every month; its second currency follows.\n\n\
         Not part of it: the second site, and data older than two years.\n",
        day + Days::new(60)
    )
}

fn terms(customer: &str, day: NaiveDate) -> [String; 4] {
    [
        format!("Terms agreed with {customer}"),
        format!("As of {day}, for two years, paid yearly in advance."),
        "The price per user stays until the end of the term.".to_owned(),
        "Made for the demo company: nobody has signed this.".to_owned(),
    ]
}

/// A page of plain lines as PDF 1.4. Letters beyond ASCII become question marks, because the page brings no font.
pub fn pdf(lines: &[String]) -> Vec<u8> {
    let plain = |letter: char| match letter {
        '(' | ')' | '\\' => format!("\\{letter}"),
        ' '..='~' => letter.to_string(),
        _ => "?".to_owned(),
    };
    let shown = lines.iter().map(|line| format!("({}) Tj T*\n", line.chars().map(plain).collect::<String>()));
    let page = format!("BT /F1 12 Tf 18 TL 72 770 Td\n{}ET", shown.collect::<String>());
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut text = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(format!("{:010} 00000 n \n", text.len()));
        text += &format!("{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let (start, count) = (text.len(), objects.len() + 1);
    text += &format!("xref\n0 {count}\n0000000000 65535 f \n{}", places.concat());
    text += &format!("trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    text.into_bytes()
}
