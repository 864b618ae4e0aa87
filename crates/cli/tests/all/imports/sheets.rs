//! Spreadsheets: read in a process of its own that may use little memory, time and disk, whatever is in them.
use crate::imports::world::{PROGRAM, World, golden};
use rust_xlsxwriter::{Format, Workbook};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};
use tandem_testkit::Kind;
use zip::CompressionMethod::{Deflated, Stored};
use zip::write::SimpleFileOptions;

/// An archive of parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // What is large here is large on purpose, and not to be packed but where packing is the point.
        let method = if bytes.len() > 1 << 20 && bytes.starts_with(b"<?xml") { Stored } else { Deflated };
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet and its shared texts, both as XML.
pub fn workbook(sheet: &str, texts: &str) -> Vec<u8> {
    workbook_with(sheet, texts, "")
}

pub fn workbook_with(sheet: &str, texts: &str, settings: &str) -> Vec<u8> {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let doc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let pack = "http://schemas.openxmlformats.org/package/2006";
    let types = format!(
        "{head}<Types xmlns=\"{pack}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{kinds}.sheet.main+xml\"/></Types>"
    );
    let rels = format!(
        "{head}<Relationships xmlns=\"{pack}/relationships\"><Relationship Id=\"rId1\" Type=\"{doc}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book = format!(
        "{head}<workbook xmlns=\"{main}\" xmlns:r=\"{doc}\">{settings}<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let book_rels = format!(
        "{head}<Relationships xmlns=\"{pack}/relationships\"><Relationship Id=\"rId1\" Type=\"{doc}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{doc}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"{doc}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    let styles = format!(
        "{head}<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    );
    let sheet = format!("{head}{}", sheet.replace("<worksheet>", &format!("<worksheet xmlns=\"{main}\">")));
    let texts = texts.replace("<sst", &format!("<sst xmlns=\"{main}\""));
    archive(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", rels.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", book_rels.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", texts.as_bytes()),
    ])
}

/// A sheet of rows of texts, in rows 1, 2, ...
pub fn rows(lines: &[&str]) -> String {
    let cell = |(column, text): (usize, &str)| {
        let letter = char::from(b'A' + u8::try_from(column).unwrap());
        (letter, format!("t=\"inlineStr\"><is><t>{text}</t></is></c>"))
    };
    let row = |(number, line): (usize, &&str)| {
        let cells: String = line
            .split('|')
            .enumerate()
            .map(cell)
            .map(|(letter, rest)| format!("<c r=\"{letter}{}\" {rest}", number + 1))
            .collect();
        format!("<row r=\"{}\">{cells}</row>", number + 1)
    };
    format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        lines.iter().enumerate().map(row).collect::<String>()
    )
}

fn dynamics(path: &Path) {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let hidden = book.add_worksheet().set_name("hiddenSheet").unwrap();
    hidden.write(0, 0, "opportunity:AAAA").unwrap();
    hidden.set_hidden(true);
    let sheet = book.add_worksheet().set_name("My Opportunities").unwrap();
    sheet.set_active(true);
    let headers = [
        "(Do Not Modify) Opportunity",
        "(Do Not Modify) Row Checksum",
        "(Do Not Modify) Modified On",
        "Topic",
        "Account",
        "Owner",
        "Status",
        "Status Reason",
        "Est. revenue",
        "Actual Revenue",
        "Currency",
        "Created On",
        "Est. close date",
        "Actual Close Date",
    ];
    for (column, header) in (0..).zip(headers) {
        sheet.write(0, column, header).unwrap();
    }
    let mut row = |number: u32, texts: [&str; 7], money: [Option<f64>; 2], days: [Option<f64>; 3]| {
        for (column, text) in (0..).zip(texts) {
            sheet.write(number, if column > 1 { column + 1 } else { column }, text).unwrap();
        }
        for (column, amount) in (8..).zip(money) {
            amount.map(|amount| sheet.write(number, column, amount).unwrap());
        }
        for (column, day) in (11..).zip(days) {
            day.map(|day| sheet.write_with_format(number, column, day, &date).unwrap());
        }
    };
    row(
        1,
        ["a1f0c3d2-0001", "x", "Robots", "Edge", "Ann Lee", "Won", "Won"],
        [Some(900.0), Some(1000.5)],
        [Some(45600.5), Some(45610.0), Some(45631.25)],
    );
    // Blank rows in between, as people leave them.
    row(
        5,
        ["a1f0c3d2-0002", "x", "More", "Edge", "Ann Lee", "Open", "In Progress"],
        [Some(20.0), None],
        [Some(45600.5), Some(46400.0), None],
    );
    row(
        6,
        ["a1f0c3d2-0003", "x", "Odd", "Edge", "Ann Lee", "Sold", ""],
        [Some(20.0), None],
        [Some(45600.5), Some(46400.0), None],
    );
    book.save(path).unwrap();
}

#[tokio::test]
async fn dynamics_with_serial_dates() {
    let world = World::new(Kind::Sqlite).await;
    dynamics(&world.path("My Opportunities.xlsx"));
    let (report, records) = world.there_and_back().await;
    assert_eq!(report.problems[0].line, 7, "problems name the row of the sheet");
    golden("dynamics", &report, &records);
}

#[tokio::test]
async fn any_other_sheet_through_a_mapping() {
    let mut world = World::new(Kind::Sqlite).await;
    world.write("firms.xlsx", workbook(&rows(&["No;a|Firm", "1|A; B, \"C\"", "2|"]), "<sst/>"));
    world.map("files: [{file: firms.xlsx, object: customers, columns: {'No;a': customer_id, Firm: name}}]");
    let (report, _) = world.there_and_back().await;
    assert_eq!((report.objects[0].created, report.objects[0].failed), (1, 1));
}

#[tokio::test]
async fn days_count_from_1900_or_1904_as_the_book_says() {
    let day = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>note_id</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>date</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>text</t></is></c></row>\
               <row r=\"2\"><c r=\"A2\"><v>105286411986</v></c><c r=\"B2\" s=\"1\"><v>44000</v></c><c r=\"C2\" t=\"e\"><v>#N/A</v></c></row>\
               <row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"B3\" s=\"1\"><v>9999999999</v></c><c r=\"C3\" t=\"str\"><v>x</v></c></row></sheetData></worksheet>";
    for (settings, expected) in [("", "2020-06-18"), ("<workbookPr date1904=\"1\"/>", "2024-06-19")] {
        let world = World::new(Kind::Sqlite).await;
        world.write("notes.xlsx", workbook_with(day, "<sst/>", settings));
        let (report, records) = world.there_and_back().await;
        let note = &records.0["note"][0];
        assert!(note.contains(expected) && note.contains("105286411986") && note.contains("#N/A"), "{note}");
        let problem = &report.problems[0];
        assert_eq!(
            (problem.line, problem.problem.column.as_str()),
            (3, "date"),
            "what is no day is not dropped"
        );
    }
}

/// Parses with the real program; what it said.
fn parse(path: &Path, limits: &[&str]) -> Output {
    Command::new(PROGRAM).arg("parse-sheet").arg(path).args(limits).output().unwrap()
}

#[test]
fn the_process_may_use_little_memory_and_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    // A million cells, 15 MB of XML: fine with the usual limits, too much for a second of the processor.
    let cells: String =
        (1..=20_000).map(|row| format!("<row r=\"{row}\">{}</row>", "<c><v>1</v></c>".repeat(50))).collect();
    std::fs::write(
        &path,
        workbook(&format!("<worksheet><sheetData>{cells}</sheetData></worksheet>"), "<sst/>"),
    )
    .unwrap();
    let slow = parse(&path, &["--cpu-seconds", "1"]);
    assert!(!slow.status.success(), "the time of the processor is limited");
    // Shared texts are held while the cells are read. They differ, for what packs too well is refused before.
    let texts: String =
        (0..1_500_000_u64).map(|n| format!("{:x}", n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32)).collect();
    let texts = format!("<sst><si><t>{texts}</t></si></sst>");
    std::fs::write(
        &path,
        workbook(
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
            &texts,
        ),
    )
    .unwrap();
    let usual = parse(&path, &[]);
    assert!(usual.status.success(), "{}", String::from_utf8_lossy(&usual.stderr));
    let small = parse(&path, &["--memory-mib", "24"]);
    assert!(!small.status.success(), "memory is limited");
}

#[test]
fn texts_that_are_only_claimed_are_never_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    let sheet = rows(&["customer_id|name", "1|A"]);
    let claim = "<sst count=\"4000000000\" uniqueCount=\"4000000000\"><si><t>x</t></si></sst>";
    std::fs::write(&path, workbook(&sheet, claim)).unwrap();
    let output = parse(&path, &[]);
    // Either the claim is not believed, or the allocation fails inside the limits.
    if output.status.success() {
        assert_eq!(String::from_utf8(output.stdout).unwrap(), "1,customer_id,name\n2,1,A\n");
    }
}
