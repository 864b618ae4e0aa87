//! HubSpot: labels in the language of the user who exported. `Associated ...` labels stay English.
use super::{Recognised, SourceKind, columns, has};
use crate::imports::records::ObjectKind;

/// The labels of a field, English first, then the other languages; a file has one of them, or none.
type Labels = &'static [(&'static str, &'static [&'static str])];

/// "Record ID"; the first column of every export.
const RECORD_ID: &[&str] = &[
    "Record ID",
    "ID de registro",
    "Datensatz-ID",
    "ID de l'enregistrement",
    "ID record",
    "レコードID",
    "Record-ID",
    "ID rekordu",
    "ID do registro",
    "Post-ID",
    "記錄 ID",
    "记录 ID",
];
const CREATED: &[&str] = &[
    "Create Date",
    "Created Date",
    "createdate",
    "Fecha de creación",
    "Erstellungsdatum",
    "Erstellt am",
    "Date de création",
    "Data di creazione",
    "作成日",
    "Aanmaakdatum",
    "Data utworzenia",
    "Data de criação",
    "Skapat datum",
    "建立日期",
    "創建日期",
    "创建日期",
];
const CUSTOMER_ID: &[&str] =
    &["Associated Company IDs (Primary)", "Associated Company IDs", "Associated Company ID"];
const CUSTOMER_NAME: &[&str] = &[
    "Associated Company (Primary)",
    "Associated Company Names (Primary)",
    "Associated Company Names",
    "Associated Company",
];

const DEALS: Labels = &[
    ("opportunity_id", &["Deal ID", "hs_object_id"]),
    (
        "name",
        &[
            "Deal Name",
            "dealname",
            "Nombre del negocio",
            "Deal-Name",
            "Name des Deals",
            "Nom de la transaction",
            "Nome trattativa",
            "取引名",
            "Naam deal",
            "Nazwa transakcji",
            "Nome do negócio",
            "Affärsnamn",
            "交易名稱",
            "交易名称",
        ],
    ),
    (
        "stage",
        &[
            "Deal Stage",
            "dealstage",
            "Etapa del negocio",
            "Deal-Phase",
            "Phase de la transaction",
            "Fase trattativa",
            "取引ステージ",
            "Dealfase",
            "Etap transakcji",
            "Etapa do negócio",
            "Affärsfas",
            "交易階段",
            "交易阶段",
        ],
    ),
    ("is_won", &["Is Closed Won", "hs_is_closed_won"]),
    ("is_closed", &["Is Deal Closed?", "Is closed lost", "hs_is_closed"]),
    (
        "amount",
        &[
            "Amount",
            "Valor",
            "Cantidad",
            "Importe",
            "Betrag",
            "Montant",
            "Importo",
            "金額",
            "Bedrag",
            "Kwota",
            "Belopp",
            "金额",
            "Amount in company currency",
            "Annual recurring revenue (ARR)",
        ],
    ),
    (
        "currency",
        &[
            "Currency",
            "deal_currency_code",
            "Moneda",
            "Währung",
            "Devise",
            "Valuta",
            "通貨",
            "Waluta",
            "Moeda",
            "貨幣",
            "幣別",
            "货币",
        ],
    ),
    (
        "close_date",
        &[
            "Close Date",
            "closedate",
            "Fecha de cierre",
            "Abschlussdatum",
            "Date de fermeture",
            "Data di chiusura",
            "クローズ日",
            "Sluitingsdatum",
            "Data zamknięcia",
            "Data de fechamento",
            "Stängningsdatum",
            "結案日期",
            "截止日期",
            "關閉日期",
            "关闭日期",
        ],
    ),
    (
        "owner_name",
        &[
            "Deal owner",
            "Propietario del negocio",
            "Für Deal zuständiger Mitarbeiter",
            "Deal-Inhaber",
            "Propriétaire de la transaction",
            "Proprietario trattativa",
            "取引担当者",
            "取引の担当者",
            "Dealeigenaar",
            "Właściciel transakcji",
            "Proprietário do negócio",
            "Affärsägare",
            "交易負責人",
            "交易擁有者",
            "交易所有者",
        ],
    ),
    (
        "kind",
        &[
            "Deal Type",
            "dealtype",
            "Tipo de negocio",
            "Deal-Typ",
            "Type de transaction",
            "取引タイプ",
            "取引の種類",
            "Dealtype",
            "交易類型",
            "交易类型",
        ],
    ),
];
const COMPANIES: Labels = &[
    ("customer_id", &["Company ID"]),
    (
        "name",
        &[
            "Company name",
            "Nombre de la empresa",
            "Unternehmensname",
            "Nom de l'entreprise",
            "Nome azienda",
            "会社名",
            "Bedrijfsnaam",
            "Nazwa firmy",
            "Nome da empresa",
            "Företagsnamn",
            "公司名稱",
            "公司名称",
            "Name",
        ],
    ),
    (
        "owner_name",
        &[
            "Company owner",
            "Propietario de la empresa",
            "Für Unternehmen zuständiger Mitarbeiter",
            "Propriétaire de l'entreprise",
            "Proprietario azienda",
            "会社の担当者",
            "会社担当者",
            "Bedrijfseigenaar",
            "Właściciel firmy",
            "Proprietário da empresa",
            "Företagsägare",
            "公司負責人",
            "公司擁有者",
            "公司所有者",
        ],
    ),
    ("segment", &["Customer segment"]),
    (
        "industry",
        &[
            "Industry",
            "Sector",
            "Branche",
            "Secteur",
            "Settore",
            "業種",
            "Bedrijfstak",
            "Branża",
            "Setor",
            "Bransch",
            "產業",
            "行業",
            "行业",
        ],
    ),
    (
        "city",
        &[
            "City",
            "Ciudad",
            "Stadt",
            "Ort",
            "Ville",
            "Città",
            "市区町村",
            "Plaats",
            "Stad",
            "Miasto",
            "Cidade",
            "城市",
        ],
    ),
    (
        "region",
        &[
            "State/Region",
            "Estado o región",
            "Bundesland/Region",
            "Région",
            "Stato/Regione",
            "都道府県/地域",
            "都道府県",
            "Estado/Região",
            "州/地區",
            "州/地区",
        ],
    ),
    (
        "postal_code",
        &[
            "Postal Code",
            "Código postal",
            "Postleitzahl",
            "Code postal",
            "CAP",
            "郵便番号",
            "Postcode",
            "Kod pocztowy",
            "CEP",
            "郵遞區號",
            "邮政编码",
        ],
    ),
    (
        "country",
        &[
            "Country/Region",
            "Country",
            "País/región",
            "Land/Region",
            "Pays/Région",
            "Paese/regione",
            "国/地域",
            "Land/regio",
            "País/Região",
            "國家/地區",
            "国家/地区",
        ],
    ),
];
const CONTACTS: Labels = &[
    ("contact_id", &["Contact ID"]),
    (
        "first_name",
        &["First Name", "Nombre", "Vorname", "Prénom", "Nome", "名", "Voornaam", "Imię", "Förnamn", "名字"],
    ),
    (
        "last_name",
        &[
            "Last Name",
            "Apellidos",
            "Nachname",
            "Nom",
            "Cognome",
            "姓",
            "Achternaam",
            "Nazwisko",
            "Sobrenome",
            "Efternamn",
            "姓氏",
        ],
    ),
    ("email", &["Email", "Work email", "Correo", "E-Mail", "E-mail", "Eメール", "電子郵件", "电子邮件"]),
    (
        "phone",
        &[
            "Phone Number",
            "Mobile Phone Number",
            "Número de teléfono",
            "Telefonnummer",
            "Numéro de téléphone",
            "Numero di telefono",
            "電話番号",
            "Telefoonnummer",
            "Número de telefone",
            "電話號碼",
            "电话号码",
        ],
    ),
    (
        "title",
        &[
            "Job Title",
            "Cargo",
            "Jobbezeichnung",
            "Position",
            "Intitulé du poste",
            "Qualifica",
            "役職",
            "Functie",
            "職稱",
            "职位",
        ],
    ),
];

/// Recognises deals, companies and contacts by the labels that only they have.
pub fn recognise(headers: &[&str]) -> Option<Recognised> {
    let any = |labels: &[&str]| labels.iter().any(|label| has(headers, label));
    if !any(RECORD_ID) && !any(&["Deal ID", "Company ID", "Contact ID", "hs_object_id"]) {
        return None;
    }
    let (object, id, labels) = if any(of(DEALS, "name")) || any(of(DEALS, "stage")) {
        (ObjectKind::Opportunity, "opportunity_id", DEALS)
    } else if any(of(CONTACTS, "last_name")) || any(&["First Name"]) {
        (ObjectKind::Contact, "contact_id", CONTACTS)
    } else if any(of(COMPANIES, "name")) || any(of(COMPANIES, "owner_name")) || any(&["Company Domain Name"])
    {
        (ObjectKind::Customer, "customer_id", COMPANIES)
    } else {
        return None;
    };
    Some(Recognised {
        source: SourceKind::HubSpot,
        object: Some(object),
        columns: columns(headers, &dictionary(object, id, labels)),
        because: format!("The labels are those of a HubSpot export of {object}."),
    })
}

fn of(labels: Labels, field: &str) -> &'static [&'static str] {
    labels.iter().find(|(name, _)| *name == field).map_or(&[], |(_, labels)| labels)
}

fn dictionary(object: ObjectKind, id: &'static str, labels: Labels) -> Vec<(&'static str, &'static str)> {
    let shared: &[(&'static str, &'static [&'static str])] = match object {
        ObjectKind::Customer => &[("created_date", CREATED)],
        ObjectKind::Contact => &[("customer_id", CUSTOMER_ID), ("customer_name", CUSTOMER_NAME)],
        _ => &[("created_date", CREATED), ("customer_id", CUSTOMER_ID), ("customer_name", CUSTOMER_NAME)],
    };
    let all = [(id, RECORD_ID)].into_iter().chain(labels.iter().copied()).chain(shared.iter().copied());
    all.flat_map(|(field, labels)| labels.iter().map(move |label| (*label, field))).collect()
}
