//! Credits in one cell: `ann:60;bo:40`, in percent or in parts of 1, with an overlay named so: `cy:20:overlay`.
use crate::incentives::event::{Credits, WHOLE};
use rust_decimal::Decimal;

/// Reads a cell of credits. Shares of the revenue add up to exactly 100 (percent) or exactly 1; each person stands once, and once more at most
/// as overlay. Nothing in it: nobody is credited.
///
/// # Errors
/// What is wrong and what to write.
pub fn credits(cell: &str) -> Result<Credits, String> {
    let (mut revenue, mut overlay): (Vec<Share>, Vec<Share>) = (Vec::new(), Vec::new());
    for part in cell.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (share, beyond) = share(part)?;
        let list = if beyond { &mut overlay } else { &mut revenue };
        if list.iter().any(|(person, _)| *person == share.0) {
            return Err(format!("`{}` stands twice: add the two shares up", share.0));
        }
        list.push(share);
    }
    let unit = unit(&revenue, &overlay)?;
    let scaled = |list: Vec<Share>| -> Result<Vec<(String, u64)>, String> {
        list.into_iter().map(|(person, share)| Ok((person, billionths(share, unit)?))).collect()
    };
    Ok(Credits { revenue: scaled(revenue)?, overlay: scaled(overlay)? })
}

type Share = (String, Decimal);

const FORM: &str = "write `person:share`, several with `;` between them, such as `ann:60;bo:40`";

/// A person with a share, and whether it is an overlay. Names may hold colons: the share is what follows the last one.
fn share(part: &str) -> Result<(Share, bool), String> {
    let (part, beyond) = match part.rsplit_once(':') {
        Some((rest, word)) if word.trim().eq_ignore_ascii_case("overlay") => (rest, true),
        _ => (part, false),
    };
    let (person, number) = part.rsplit_once(':').ok_or_else(|| format!("`{part}` has no share: {FORM}"))?;
    let person = person.trim();
    if person.is_empty() {
        return Err(format!("`{part}` names nobody: {FORM}"));
    }
    let number = number.trim();
    let plain = number.strip_suffix('%').unwrap_or(number).trim();
    let share = Decimal::from_str_exact(plain).ok().filter(|share| share.is_sign_positive());
    let share = share.ok_or_else(|| {
        format!("`{number}` is not a share: write a number that is not below 0, such as 60")
    })?;
    Ok(((person.to_owned(), share), beyond))
}

/// What is the whole: 100 or 1.
fn unit(revenue: &[Share], overlay: &[Share]) -> Result<Decimal, String> {
    let mut total = Decimal::ZERO;
    for (_, share) in revenue {
        total = total.checked_add(*share).ok_or("the shares are too large: they are percentages")?;
    }
    let hundred = Decimal::ONE_HUNDRED;
    match total {
        total if total == hundred => Ok(hundred),
        total if total == Decimal::ONE => Ok(Decimal::ONE),
        _ if revenue.is_empty() && overlay.is_empty() => Ok(hundred),
        _ if revenue.is_empty() => {
            Err("there is an overlay but nobody has the revenue: credit the revenue first, such as `ann:100`"
                .to_owned())
        }
        total => Err(format!(
            "the shares of the revenue add up to {}, not to exactly 100: correct them, and write what is beyond as an overlay, such as `cy:20:overlay`",
            total.normalize()
        )),
    }
}

fn billionths(share: Decimal, unit: Decimal) -> Result<u64, String> {
    let exact = share.checked_mul(Decimal::from(WHOLE)).map(|share| share / unit);
    let whole = exact.filter(|exact| exact.fract().is_zero()).and_then(|exact| u64::try_from(exact).ok());
    whole.filter(|whole| *whole <= 10 * WHOLE).ok_or_else(|| {
        format!("`{share}` is not a share: write at most 7 decimals of a percent, and at most 1000 %")
    })
}
