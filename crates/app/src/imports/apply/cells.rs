//! Records as the cells of their tables, with what they refer to looked up.
use super::super::references::References;
use tandem_core::imports::Problem;
use tandem_core::imports::records::*;
use tandem_core::money::Money;
use tandem_store::imports::tables::Cell;

pub(super) fn money(amount: Option<Money>) -> (Cell, Cell) {
    (Cell::Int(amount.map(|money| money.minor)), Cell::Text(amount.map(|money| money.currency.to_string())))
}

pub(super) fn seller_cells(r: SellerRecord) -> Vec<Cell> {
    vec![
        Cell::Text(Some(r.name)),
        Cell::Text(r.email),
        Cell::Text(Some(r.kind.to_string())),
        Cell::Date(r.start_date),
        Cell::Date(r.end_date),
        Cell::Int(r.centihours_per_week.map(i64::from)),
        Cell::Real(r.place.map(|place| place.lat)),
        Cell::Real(r.place.map(|place| place.lon)),
    ]
}

pub(super) fn customer_cells(r: CustomerRecord) -> Vec<Cell> {
    let place_source = r.place.map(|place| place.source.to_string());
    let text = [Some(r.name), r.segment, r.industry, r.country, r.region, r.city, r.postal_code];
    let place = [r.place.map(|place| place.point.lat), r.place.map(|place| place.point.lon)];
    // The mother company is set when all customers are in.
    let rest = [Cell::Text(place_source), Cell::Date(r.created_date), Cell::Int(None)];
    text.map(Cell::Text).into_iter().chain(place.map(Cell::Real)).chain(rest).collect()
}

pub(super) fn opportunity_cells(refs: &References, r: OpportunityRecord) -> Result<Vec<Cell>, Problem> {
    let customer = refs.find(ObjectKind::Customer, r.customer.as_ref(), "customer_id")?;
    let unit = refs.find(ObjectKind::Unit, r.unit.as_ref(), "unit_id")?.or_else(|| refs.only_unit(customer?));
    let owner = refs.find(ObjectKind::Seller, r.owner.as_ref(), "owner_id");
    // A seller who has left may be missing from an export; the sale still counts.
    let owner = owner.unwrap_or(None);
    let (amount, currency) = money(r.amount);
    Ok(vec![
        Cell::Int(customer),
        Cell::Int(unit),
        Cell::Int(owner),
        Cell::Text(r.name),
        Cell::Text(Some(r.kind.map_or("new", |kind| kind.text()).to_owned())),
        Cell::Bool(Some(r.kind.is_none())),
        Cell::Text(r.stage),
        Cell::Text(Some(r.status.to_string())),
        amount,
        currency,
        Cell::Date(r.created_date),
        Cell::Date(r.close_date),
    ])
}

pub(super) fn subscription_cells(refs: &References, r: SubscriptionRecord) -> Result<Vec<Cell>, Problem> {
    let customer = refs.find(ObjectKind::Customer, r.customer.as_ref(), "customer_id")?;
    let unit = refs.find(ObjectKind::Unit, r.unit.as_ref(), "unit_id")?.or_else(|| refs.only_unit(customer?));
    let Some(unit) = unit else {
        let (problem, advice) = match customer.is_some_and(|customer| refs.has_several_units(customer)) {
            true => ("The customer has several units.", "Name the unit in unit_id."),
            false => ("It is not known whose subscription this is.", "Give customer_id or unit_id."),
        };
        return Err(Problem::new("unit_id", r.customer.as_deref().unwrap_or_default(), problem, advice));
    };
    Ok(vec![
        Cell::Int(Some(unit)),
        Cell::Text(r.product),
        Cell::Int(Some(r.arr.minor)),
        Cell::Text(Some(r.arr.currency.to_string())),
        Cell::Date(Some(r.start_date)),
        Cell::Date(r.end_date),
        Cell::Int(None),
    ])
}

pub(super) fn activity_cells(refs: &References, r: ActivityRecord) -> Result<Vec<Cell>, Problem> {
    let named = refs.find(ObjectKind::Customer, r.customer.as_ref(), "customer_id")?;
    let met = if named.is_none() && r.unit.is_none() { refs.met(&r) } else { None };
    let customer = named.or(met.map(|(customer, _)| customer));
    let unit = refs.find(ObjectKind::Unit, r.unit.as_ref(), "unit_id")?.or(met.and_then(|(_, unit)| unit));
    let unit = unit.or_else(|| refs.only_unit(customer?));
    let seller = refs.find(ObjectKind::Seller, r.seller.as_ref(), "seller_id")?;
    let opportunity = refs.find(ObjectKind::Opportunity, r.opportunity.as_ref(), "opportunity_id")?;
    Ok(vec![
        Cell::Int(seller),
        Cell::Int(customer),
        Cell::Int(unit),
        Cell::Int(opportunity),
        Cell::Date(Some(r.date)),
        Cell::Int(r.minutes.map(i64::from)),
        Cell::Text(r.kind),
        Cell::Text(r.category.map(|word| word.to_string())),
        Cell::Text(r.urgency.map(|word| word.to_string())),
        Cell::Text(r.initiated_by.map(|word| word.to_string())),
        Cell::Text(r.subject),
        Cell::Bool(r.from_calendar.then_some(true)),
    ])
}
