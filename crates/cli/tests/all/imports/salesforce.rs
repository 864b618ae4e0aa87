//! Salesforce: a folder of the export service with its traps, Data Loader, a report without ids, a developer's org saved by Excel.
use crate::imports::headers::HEADERS;
use crate::imports::world::{World, csv, golden, quoted};
use encoding_rs::WINDOWS_1252;
use tandem_core::imports::values::salesforce_id;
use tandem_testkit::Kind;

type Row<'a> = &'a [(&'a str, &'a str)];

fn file(world: &World, object: &str, rows: &[Row<'_>]) {
    let (_, headers) = HEADERS.iter().find(|(name, _)| *name == object).unwrap();
    let text = quoted(headers, rows);
    let (bytes, _, unmappable) = WINDOWS_1252.encode(&text);
    assert!(!unmappable, "the export is in a western encoding");
    world.write(&format!("{object}.csv"), bytes);
}

fn id(prefix: &str, number: u32) -> String {
    salesforce_id(&format!("{prefix}bm00000AbC{number:02}"))
}

pub fn service_export(world: &World) {
    let (user, account, opportunity) = (|n| id("005", n), |n| id("001", n), |n| id("006", n));
    file(
        world,
        "User",
        &[
            &[
                ("Id", &user(1)),
                ("Username", "ana@x"),
                ("FirstName", "Ana"),
                ("LastName", "Núñez"),
                ("Email", "ana@example.com"),
                ("IsActive", "1"),
                ("UserType", "Standard"),
                ("Division", "Sur"),
                ("ManagerId", &user(2)),
                ("CreatedDate", "2022-01-10 08:00:00"),
            ],
            &[
                ("Id", &user(2)),
                ("Username", "leo@x"),
                ("FirstName", "Leo"),
                ("LastName", "Marín"),
                ("UserType", "Standard"),
                ("ManagerId", "000000000000000AAA"),
                ("CreatedDate", "2021-01-10 08:00:00"),
            ],
            &[
                ("Id", &user(3)),
                ("Username", "int@x"),
                ("LastName", "Integration User"),
                ("UserType", "Standard"),
            ],
            &[
                ("Id", &user(4)),
                ("Username", "auto@x"),
                ("FirstName", "Automated"),
                ("LastName", "Process"),
                ("UserType", "AutomatedProcess"),
            ],
        ],
    );
    file(
        world,
        "Account",
        &[
            &[
                ("Id", &account(1)),
                ("IsDeleted", "0"),
                ("Name", "Acción Café S.A."),
                ("Type", "Customer"),
                ("RecordTypeId", "012bm0000004ABC"),
                ("ParentId", &account(2)),
                ("BillingCity", "Málaga"),
                ("BillingCountry", "Spain"),
                ("BillingCountryCode", "ES"),
                ("CurrencyIsoCode", "EUR"),
                ("OwnerId", &user(1)[..15]),
                ("CreatedDate", "2023-02-07 20:47:49"),
            ],
            &[
                ("Id", &account(2)),
                ("IsDeleted", "0"),
                ("Name", "Holding \"Norte\", S.L."),
                ("ParentId", "000000000000000AAA"),
                ("BillingCity", "Bilbao"),
                ("OwnerId", &user(3)),
                ("CreatedDate", "2023-01-01 00:00:00"),
            ],
            &[("Id", &account(3)), ("IsDeleted", "1"), ("Name", "Borrada")],
        ],
    );
    file(
        world,
        "Contact",
        &[&[
            ("Id", &id("003", 1)),
            ("IsDeleted", "0"),
            ("AccountId", &account(1)),
            ("FirstName", "Íñigo"),
            ("LastName", "Peña"),
            ("Email", "i@example.com"),
            ("Title", "CFO"),
        ]],
    );
    let won: Row<'_> = &[("StageName", "Ganada / Negociación cerrada"), ("IsClosed", "1"), ("IsWon", "1")];
    let opp = |n: u32, more: Row<'_>| -> Vec<(String, String)> {
        let mut row = vec![
            ("Id".to_owned(), opportunity(n)),
            ("IsDeleted".to_owned(), "0".to_owned()),
            ("CampaignId".to_owned(), "000000000000000AAA".to_owned()),
        ];
        row.extend(more.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())));
        row
    };
    let rows = [
        opp(
            1,
            &[
                won,
                &[
                    ("AccountId", &account(1)),
                    ("Name", "Primera"),
                    ("Amount", "12000.5"),
                    ("CurrencyIsoCode", "EUR"),
                    ("OwnerId", &user(2)),
                    ("CloseDate", "2024-03-01 00:00:00"),
                    ("CreatedDate", "2024-01-01 10:00:00"),
                ],
            ]
            .concat(),
        ),
        opp(
            2,
            &[
                won,
                &[
                    ("AccountId", &account(1)),
                    ("Name", "Segunda"),
                    ("Amount", "800"),
                    ("CurrencyIsoCode", "USD"),
                    ("OwnerId", &user(1)),
                    ("CloseDate", "2024-09-01 00:00:00"),
                    ("Type", ""),
                ],
            ]
            .concat(),
        ),
        opp(
            3,
            &[
                won,
                &[
                    ("AccountId", &account(2)),
                    ("Name", "Tercera"),
                    ("Amount", "900000"),
                    ("CurrencyIsoCode", "COP"),
                    ("OwnerId", &user(3)),
                    ("CloseDate", "2024-05-01 00:00:00"),
                    ("Type", "New Business"),
                ],
            ]
            .concat(),
        ),
        opp(
            4,
            &[
                ("AccountId", &account(2)),
                ("Name", "Cuarta"),
                ("StageName", "Perdida"),
                ("IsClosed", "1"),
                ("IsWon", "0"),
                ("Amount", "7000000"),
                ("CurrencyIsoCode", "CLP"),
                ("OwnerId", &id("00G", 1)),
                ("CloseDate", "2024-06-01 00:00:00"),
            ],
        ),
        opp(
            5,
            &[
                ("AccountId", &account(1)),
                ("Name", "Quinta"),
                ("StageName", "Negociación"),
                ("IsClosed", "0"),
                ("IsWon", "0"),
                ("OwnerId", &user(9)),
                ("CloseDate", "2026-12-01 00:00:00"),
                ("Type", "Existing Business"),
            ],
        ),
    ];
    let rows: Vec<Vec<(&str, &str)>> =
        rows.iter().map(|row| row.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect()).collect();
    file(world, "Opportunity", &rows.iter().map(Vec::as_slice).collect::<Vec<Row<'_>>>());
    file(
        world,
        "Task",
        &[
            &[
                ("Id", &id("00T", 1)),
                ("WhatId", &opportunity(1)),
                ("AccountId", &account(1)),
                ("OwnerId", &user(1)),
                ("ActivityDate", "2024-02-01 00:00:00"),
                ("IsClosed", "1"),
                ("Subject", "Llamada"),
                ("Type", "Call"),
                ("CallDurationInSeconds", "900"),
                ("IsDeleted", "0"),
            ],
            &[
                ("Id", &id("00T", 2)),
                ("WhatId", &account(1)),
                ("AccountId", &account(1)),
                ("OwnerId", &user(1)),
                ("CompletedDateTime", "2024-02-02 09:00:00"),
                ("IsClosed", "1"),
                ("Subject", "Correo masivo"),
                ("IsDeleted", "0"),
            ],
            &[
                ("Id", &id("00T", 3)),
                ("OwnerId", &id("00G", 1)),
                ("ActivityDate", "2026-12-01 00:00:00"),
                ("IsClosed", "0"),
                ("Subject", "Pendiente"),
            ],
        ],
    );
    file(
        world,
        "Event",
        &[
            &[
                ("Id", &id("00U", 1)),
                ("WhatId", "000000000000000AAA"),
                ("AccountId", &account(2)),
                ("OwnerId", &user(2)),
                ("ActivityDate", "2024-02-03 00:00:00"),
                ("ActivityDateTime", "2024-02-03 15:30:00"),
                ("DurationInMinutes", "45"),
                ("Subject", "Reunión"),
            ],
            &[
                ("Id", &id("00U", 2)),
                ("AccountId", &account(9)),
                ("OwnerId", &user(2)),
                ("ActivityDate", "2024-02-04 00:00:00"),
                ("DurationInMinutes", "30"),
                ("Subject", "Visita"),
            ],
        ],
    );
    file(world, "Contract", &[&[("Id", &id("800", 1)), ("AccountId", &account(1)), ("ContractTerm", "12")]]);
    file(world, "OpportunityHistory", &[&[("Id", &id("008", 1)), ("OpportunityId", &opportunity(1))]]);
    file(world, "Lead", &[]);
}

async fn a_folder_of_the_export_service(kind: Kind) {
    let world = World::new(kind).await;
    service_export(&world);
    let (report, records) = world.there_and_back().await;
    if kind == Kind::Sqlite {
        golden("salesforce-service", &report, &records);
    }
}

async fn assets_are_subscriptions(kind: Kind) {
    let world = World::new(kind).await;
    service_export(&world);
    let account = id("001", 1);
    let asset = id("02i", 1);
    file(
        &world,
        "Asset",
        &[
            &[
                ("Id", &asset),
                ("AccountId", &account),
                ("Name", "Plataforma"),
                ("CurrencyIsoCode", "EUR"),
                ("Price", "1000.25"),
                ("Quantity", "3"),
                ("InstallDate", "2024-03-01 00:00:00"),
                ("UsageEndDate", "2027-03-01 00:00:00"),
                ("IsDeleted", "0"),
            ],
            &[
                ("Id", &id("02i", 2)),
                ("AccountId", &account),
                ("Name", "Sin precio"),
                ("InstallDate", "2024-03-01 00:00:00"),
            ],
        ],
    );
    let (report, records) = world.there_and_back().await;
    if kind == Kind::Sqlite {
        golden("salesforce-assets", &report, &records);
    }
}

tandem_testkit::on_both!(a_folder_of_the_export_service, assets_are_subscriptions);

#[tokio::test]
async fn data_loader_files() {
    let world = World::new(Kind::Sqlite).await;
    world.write(
        "accounts.csv",
        csv(&[
            "ID|NAME|BILLINGCITY|OWNER.NAME|CREATEDDATE",
            "001bm00000AbC01AAF|Edge|Austin|Ann Lee|2024-01-05T10:00:00.000+0000",
        ]),
    );
    world.write(
        "extract.csv",
        csv(&[
            "ID|ACCOUNTID|OWNER.NAME|NAME|STAGENAME|AMOUNT|CLOSEDATE|ISWON|ISCLOSED|TYPE",
            "006bm00000AbC01|001bm00000AbC01|ann  lee|Deal|Closed Won|1500|25/02/2024|true|yes|New Customer",
            "006bm00000AbC02|001bm00000AbC01|Bo Berg|More|Prospecting||01/03/2026|false|no|Existing Customer - Upgrade",
            "006bm00000AbC03|001bm00000AbC01|Bo Berg|Odd|Prospecting|abc|30/02/2026|perhaps|no|",
        ]),
    );
    let (report, records) = world.there_and_back().await;
    golden("salesforce-data-loader", &report, &records);
}

#[tokio::test]
async fn a_report_without_ids() {
    let world = World::new(Kind::Sqlite).await;
    world.write(
        "report1700000000.csv",
        csv(&[
            "Territory Region|Opportunity Owner|Account Name|Opportunity Name|Stage|Forecast Category|Total Amount Currency|Total Amount|ARR to Renew Currency|ARR to Renew|Fiscal Period|Close Date|Opportunity Next Steps|Type",
            "EMEA|Ann Lee|Edge|Robots|Closed Won|Closed|EUR|1,200.50|EUR|0|Q1-2025|1/31/2025||New Business",
            "EMEA|Ann Lee|EDGE|Robots 2|Negotiation|Commit|EUR|500|EUR|0|Q1-2026|12/31/2026|call|Renewal",
            "EMEA|Bo Berg|Edge|Robots|Closed Lost|Omitted|EUR|7|EUR|0|Q1-2025|2/1/2025||New Business",
            "AMER|Bo Berg||Nobody's|Open|Pipeline|USD|7|USD|0|Q1-2025|2/1/2025||",
            "",
            "\"Sales\" report|||||||||||||",
            "Copyright (c) 2000-2025 salesforce.com, inc. All rights reserved.",
            "Confidential Information - Do Not Distribute",
        ]),
    );
    let (report, records) = world.there_and_back().await;
    golden("salesforce-report", &report, &records);
}

#[tokio::test]
async fn a_developers_org_saved_by_excel() {
    let world = World::new(Kind::Sqlite).await;
    world.write(
        "Account.csv",
        csv(&[
            "Id|IsDeleted|Name|Type|ParentId|BillingCity|Industry|AnnualRevenue|Active__c",
            "001bm00000AbC01AAA|FALSE|Edge|Customer - Direct||Austin|Electronics|139000000|Yes",
        ]),
    );
    world.write(
        "Opportunity.csv",
        csv(&[
            "Id|AccountId|Name|StageName|Amount|CloseDate|IsClosed|IsWon|CreatedDate|LastModifiedDate",
            "006bm00000AbC01AAA|001bm00000AbC01AAA|Generators|Closed Won|15000|02/03/24|TRUE|TRUE|02/23/26|02/23/26 08:55 PM",
            "006bm00000AbC02AAA|001bm00000AbC01AAA|More|Qualification||02/28/27|FALSE|FALSE|02/23/26|02/23/26 08:55 PM",
        ]),
    );
    world.write("OpportunityHistoryGroup.csv", csv(&["StageName|Count", "Closed Won|1"]));
    let (report, records) = world.there_and_back().await;
    golden("salesforce-developer", &report, &records);
}
