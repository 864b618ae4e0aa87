//! HubSpot: labels in the language of the user who exported. `Associated ...` labels stay English.
use super::{Recognised, SourceKind, columns, has};
use crate::imports::records::ObjectKind;

const DEALS: &[(&str, &str)] = &[
    ("Record ID", "opportunity_id"),
    ("Deal ID", "opportunity_id"),
    ("ID de registro", "opportunity_id"),
    ("Deal Name", "name"),
    ("Nombre del negocio", "name"),
    ("Deal Stage", "stage"),
    ("Etapa del negocio", "stage"),
    ("Is Closed Won", "is_won"),
    ("Is Deal Closed?", "is_closed"),
    ("Is closed lost", "is_closed"),
    ("Amount", "amount"),
    ("Valor", "amount"),
    ("Cantidad", "amount"),
    ("Currency", "currency"),
    ("Close Date", "close_date"),
    ("Fecha de cierre", "close_date"),
    ("Create Date", "created_date"),
    ("Fecha de creación", "created_date"),
    ("Deal owner", "owner_name"),
    ("Propietario del negocio", "owner_name"),
    ("Deal Type", "kind"),
    ("Tipo de negocio", "kind"),
    ("Associated Company IDs (Primary)", "customer_id"),
    ("Associated Company IDs", "customer_id"),
    ("Associated Company (Primary)", "customer_name"),
    ("Associated Company Names (Primary)", "customer_name"),
    ("Associated Company", "customer_name"),
];
const COMPANIES: &[(&str, &str)] = &[
    ("Record ID", "customer_id"),
    ("Company ID", "customer_id"),
    ("ID de registro", "customer_id"),
    ("Company name", "name"),
    ("Nombre de la empresa", "name"),
    ("Name", "name"),
    ("Company owner", "owner_name"),
    ("Propietario de la empresa", "owner_name"),
    ("Customer segment", "segment"),
    ("Industry", "industry"),
    ("Sector", "industry"),
    ("City", "city"),
    ("Ciudad", "city"),
    ("State/Region", "region"),
    ("Estado o región", "region"),
    ("Postal Code", "postal_code"),
    ("Código postal", "postal_code"),
    ("Country/Region", "country"),
    ("País/región", "country"),
    ("Create Date", "created_date"),
    ("Fecha de creación", "created_date"),
];
const CONTACTS: &[(&str, &str)] = &[
    ("Record ID", "contact_id"),
    ("Contact ID", "contact_id"),
    ("ID de registro", "contact_id"),
    ("First Name", "first_name"),
    ("Nombre", "first_name"),
    ("Last Name", "last_name"),
    ("Apellidos", "last_name"),
    ("Email", "email"),
    ("Work email", "email"),
    ("Correo", "email"),
    ("Phone Number", "phone"),
    ("Mobile Phone Number", "phone"),
    ("Número de teléfono", "phone"),
    ("Job Title", "title"),
    ("Cargo", "title"),
    ("Associated Company IDs (Primary)", "customer_id"),
    ("Associated Company IDs", "customer_id"),
    ("Associated Company", "customer_name"),
];

/// Recognises deals, companies and contacts by the labels that only they have.
pub fn recognise(headers: &[&str]) -> Option<Recognised> {
    let any = |labels: &[&str]| labels.iter().any(|label| has(headers, label));
    if !any(&["Record ID", "ID de registro", "Deal ID", "Company ID", "Contact ID"]) {
        return None;
    }
    let (object, dictionary) = if any(&["Deal Name", "Deal Stage", "Nombre del negocio"]) {
        (ObjectKind::Opportunity, DEALS)
    } else if any(&["First Name", "Last Name", "Apellidos"]) {
        (ObjectKind::Contact, CONTACTS)
    } else if any(&["Company name", "Company Domain Name", "Nombre de la empresa", "Company owner"]) {
        (ObjectKind::Customer, COMPANIES)
    } else {
        return None;
    };
    Some(Recognised {
        source: SourceKind::HubSpot,
        object: Some(object),
        columns: columns(headers, dictionary),
        because: format!("The labels are those of a HubSpot export of {object}."),
    })
}
