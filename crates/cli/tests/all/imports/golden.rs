//! The other sources: HubSpot in several languages, Pipedrive, Tandem's own nine files, any other table through a mapping.
use crate::imports::world::{World, csv, golden};
use tandem_testkit::{Kind, acme};

fn hubspot_english(world: &World) {
    world.write(
        "hubspot-crm-exports-all-companies-2026-01-05.csv",
        csv(&[
            "Record ID|Company name|Company Domain Name|Company owner|Industry|City|Country/Region|Create Date|Last Activity Date",
            "20486411986|Edge, Inc.|edge.example|Ann Lee|ELECTRONICS|Austin|United States|2024-01-05 10:05|",
            "20486411987|Tide||Bo Berg||Oslo|Norway|2024-02-05 10:05|",
        ]),
    );
    world.write(
        "hubspot-crm-exports-all-contacts-2026-01-05.csv",
        csv(&[
            "Record ID|First Name|Last Name|Email|Phone Number|Lead Status|Contact owner|Associated Company IDs|Associated Company|Create Date",
            "105286411986|Rosa|Gonzalez|rosa@edge.example|+1 512 757 6000||Ann Lee|20486411986;20486411987|Edge, Inc.|2024-01-06 10:05",
            "105286411987||||||||Nobody's|2024-01-06 10:05",
            "1.05286E+11|Rounded||||||||",
        ]),
    );
    // Some portals export a thousand properties, and the addresses of a company's mails in one cell.
    let more: String = (0..990).map(|n| format!("|Custom property {n}")).collect();
    let long = "mail@example.com;".repeat(11_000);
    world.write(
        "hubspot-crm-exports-all-deals-2026-01-05.csv",
        csv(&[
            &format!("Record ID|Deal Name|Pipeline|Deal Stage|Amount|Close Date|Create Date|Last Activity Date|Deal owner|Associated Company IDs (Primary)|Associated Company (Primary)|Deal Type|Currency{more}|Associated Email"),
            &format!("30528641198|Robots|Sales|Closed Won (Sales)|1000|4/17/2025 13:07|4/7/2024 13:07||Ann Lee|20486411986|Edge, Inc.|newbusiness|EUR{}|{long}", "|".repeat(990)),
            "30528641199|Robots renewal|Sales|Closed lost|1000|4/20/2026 9:00|4/7/2026 13:07||Ann Lee|20486411986;20486411987|Edge, Inc.|renewal|EUR",
            "30528641200|First|Sales|Appointment scheduled|500|12/31/2026 9:00|4/7/2026 13:07||Cy Young|99|Only Here|newbusiness|NOK",
            "30528641201|Wrong|Sales|Appointment scheduled|500|12/31/2026 9:00|4/7/2026 13:07||Cy Young|98||newbusiness|XYZ",
        ]),
    );
}

async fn hubspot(kind: Kind) {
    let world = World::new(kind).await;
    hubspot_english(&world);
    let (report, records) = world.there_and_back().await;
    if kind == Kind::Sqlite {
        golden("hubspot-english", &report, &records);
    }
}

async fn own_files(kind: Kind) {
    let world = World::new(kind).await;
    acme::write_to(world.folder.path());
    let (report, records) = world.there_and_back().await;
    assert_eq!(report.objects.len(), 9);
    assert_eq!(report.failed(), 0, "{:?}", report.problems);
    if kind == Kind::Sqlite {
        golden("tandem-acme", &report, &records);
    }
}

tandem_testkit::on_both!(hubspot, own_files);

#[tokio::test]
async fn hubspot_in_spanish_german_japanese_and_chinese() {
    for (name, headers, rows) in [
        (
            "spanish",
            "ID de registro|Nombre del negocio|Etapa del negocio|Valor|Fecha de cierre|Fecha de creación|Propietario del negocio|Associated Company IDs (Primary)|Associated Company (Primary)",
            [
                "1|Licencias|Cierre ganado|1000|17/4/2025 13:07|1/4/2025 13:07|Ana Núñez|9|Uno",
                "2|Más|Cierre perdido|5|18/4/2025 13:07|1/4/2025 13:07|Ana Núñez|9|Uno",
            ],
        ),
        (
            "german",
            "Datensatz-ID|Deal-Name|Deal-Phase|Betrag|Abschlussdatum|Erstellungsdatum|Deal-Inhaber|Associated Company IDs (Primary)|Associated Company (Primary)",
            [
                "1|Lizenzen|Abgeschlossen und gewonnen|1.000,50|17.04.2025|01.04.2025|Jörg Weiß|9|Eins GmbH",
                "2|Mehr|Angebot|5|18.04.2027|01.04.2025|Jörg Weiß|9|Eins GmbH",
            ],
        ),
        (
            "japanese",
            "レコードID|取引名|取引ステージ|金額|クローズ日|作成日|取引担当者|Associated Company IDs (Primary)|Associated Company (Primary)",
            [
                "1|ライセンス|契約成立|1000|2025年4月17日|2025年4月1日|田中 太郎|9|株式会社一",
                "2|更新|失注|5|2025-04-18|2025-04-01|田中 太郎|9|株式会社一",
            ],
        ),
        (
            "chinese",
            "記錄 ID|交易名稱|交易階段|金額|結案日期|建立日期|交易負責人|Associated Company IDs (Primary)|Associated Company (Primary)",
            [
                "1|授權|成交|1000|2025/4/17|2025/4/1|林志明|9|台北晶片",
                "2|續約|流失|5|2025/4/18|2025/4/1|林志明|9|台北晶片",
            ],
        ),
    ] {
        let world = World::new(Kind::Sqlite).await;
        // Spanish headers come with their accents apart, behind a byte order mark.
        let headers = headers.replace('ó', "o\u{301}");
        world.write("export.csv", format!("\u{feff}{}", csv(&[&headers, rows[0], rows[1]])));
        let (report, records) = world.there_and_back().await;
        golden(&format!("hubspot-{name}"), &report, &records);
    }
}

#[tokio::test]
async fn pipedrive_links_by_name() {
    let world = World::new(Kind::Sqlite).await;
    world.write(
        "organizations.csv",
        csv(&[
            "Organization - ID|Organization - Name|Organization - Owner|Organization - Country of Address",
            "1|Edge|Ann Lee|US",
            "2|Twin|Ann Lee|US",
            "3|twin|Bo Berg|NO",
        ]),
    );
    world.write(
        "people.csv",
        csv(&[
            "Person - ID|Person - Name|Person - Organization|Person - Email - Work",
            "7|Rosa|Edge|r@e.example",
        ]),
    );
    world.write(
        "deals.csv",
        csv(&[
            "Deal - ID|Deal - Title|Deal - Organization|Deal - Owner|Deal - Stage|Deal - Status|Deal - Value|Deal - Currency of Value|Deal - Deal created|Deal - Won time|Deal - Expected close date",
            "11|Robots|Edge|Ann Lee|Contract|Won|1000|EUR|45600|45631|",
            "12|More|New Name|Bo Berg|Proposal|Open|20|EUR|45600||46400",
            "13|Whose|TWIN|Bo Berg|Proposal|Lost|20|EUR|45600||45700",
            "14|What|Edge|Bo Berg|Proposal|Deleted|20|EUR|45600||",
        ]),
    );
    let (report, records) = world.there_and_back().await;
    golden("pipedrive", &report, &records);
}

#[tokio::test]
async fn any_other_table_through_a_mapping() {
    let mut world = World::new(Kind::Sqlite).await;
    world.write(
        "kunden.csv",
        "Nr;Firma;Ort;Seit\r\n007;Müller & Söhne;Köln;03/04/2019\r\n008;;Bonn;31/12/2020\r\n",
    );
    world.write(
        "abos.csv",
        "Abo;Kunde;Summe;Geld;Von;Bis\r\nA1;007;1.200,50;EUR;01/02/2024;\r\nA2;7;1;EUR;01/02/2024;\r\n",
    );
    world.map(include_str!("../../../../../docs/guides/mapping-example.yaml"));
    let (report, records) = world.there_and_back().await;
    golden("mapping", &report, &records);
}

#[tokio::test]
async fn a_mapping_that_does_not_fit_is_refused_before_anything_is_read() {
    let mut world = World::new(Kind::Sqlite).await;
    world.write("kunden.csv", "Nr;Firma\n1;A\n");
    let here = [world.folder.path().to_owned()];
    let refused = world.try_run(&here).await.unwrap_err();
    assert!(refused.contains("kunden.csv` (Nr, Firma)") && refused.contains("--mapping"), "{refused}");
    for (document, expected) in [
        (
            "files: [{file: other.csv, object: customers, columns: {Nr: customer_id, Firma: name}}]",
            "not among the files",
        ),
        (
            "files: [{file: kunden.csv, object: customers, columns: {Nr: customer_id, Name: name}}]",
            "has no column `Name`",
        ),
    ] {
        world.map(document);
        let refused = world.try_run(&here).await.unwrap_err();
        assert!(refused.contains(expected), "{refused}");
    }
}
