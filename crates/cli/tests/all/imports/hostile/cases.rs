//! The hostile files, and what each must end in.
use crate::imports::sheets::{archive, rows, workbook};
use encoding_rs::{BIG5, GBK, SHIFT_JIS, WINDOWS_1252};

pub enum Outcome {
    /// So many records, and no problem.
    Clean(u64),
    /// A problem with its line, its column and a part of its text.
    Problem(i64, &'static str, &'static str),
    /// Nothing was imported, because of this.
    Refused(&'static str),
}
pub use Outcome::{Clean, Problem, Refused};

pub struct Case {
    pub name: &'static str,
    pub file: &'static str,
    pub bytes: Vec<u8>,
    pub outcome: Outcome,
}

pub fn case(name: &'static str, file: &'static str, bytes: impl Into<Vec<u8>>, outcome: Outcome) -> Case {
    Case { name, file, bytes: bytes.into(), outcome }
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

pub const CUSTOMERS: &str = "customer_id,name,created_date\n";

pub fn customers(rest: &str) -> String {
    format!("{CUSTOMERS}{rest}")
}

pub fn encodings() -> Vec<Case> {
    let chinese = "customer_id,name,city\n1,台積電子股份有限公司,新竹市\n2,鴻海精密工業股份有限公司,新北市\n";
    let japanese = "customer_id,name,city\n1,株式会社トヨタ自動車,豊田市\n2,ソニーグループ株式会社,港区\n";
    let simplified = "customer_id,name,city\n1,上海汽车集团股份有限公司,上海市\n2,华为技术有限公司,深圳市\n";
    let late = format!(
        "{}{}",
        customers(&(0..4_000).map(|n| format!("{n},Plain name {n},2024-01-01\n")).collect::<String>()),
        "x,Negociación y acción,2024-01-01\n"
    );
    vec![
        case("mark of utf-8", "customers.csv", format!("\u{feff}{chinese}"), Clean(2)),
        case(
            "utf-16 little end",
            "customers.csv",
            utf16(&format!("\u{feff}{chinese}"), u16::to_le_bytes),
            Clean(2),
        ),
        case(
            "utf-16 big end",
            "customers.csv",
            utf16(&format!("\u{feff}{chinese}"), u16::to_be_bytes),
            Clean(2),
        ),
        case(
            "utf-16 without mark",
            "customers.csv",
            utf16(&customers("1,A,2024-01-01\n"), u16::to_le_bytes),
            Clean(1),
        ),
        case(
            "utf-16 cut in a letter",
            "customers.csv",
            {
                let mut b = utf16(&format!("\u{feff}{chinese}"), u16::to_le_bytes);
                b.pop();
                b
            },
            Clean(2),
        ),
        case("big5", "customers.csv", BIG5.encode(chinese).0, Clean(2)),
        case("shift-jis", "customers.csv", SHIFT_JIS.encode(japanese).0, Clean(2)),
        case("gbk", "customers.csv", GBK.encode(simplified).0, Clean(2)),
        case(
            "western",
            "customers.csv",
            WINDOWS_1252.encode("customer_id,name\n1,Acción Café\n").0,
            Clean(1),
        ),
        case("western after 64 KiB of ascii", "customers.csv", WINDOWS_1252.encode(&late).0, Clean(4_001)),
        case(
            "one western cell in utf-8",
            "customers.csv",
            ["customer_id,name\n1,台北晶片科技股份有限公司\n2,".as_bytes(), b"Caf\xe9\n"].concat(),
            Problem(3, "", "not UTF-8"),
        ),
        case("nul in cells", "customers.csv", customers("1,A\0B,2024-01-01\n"), Problem(2, "", "not UTF-8")),
        case("nul everywhere", "customers.csv", vec![0; 10_000], Refused("no table of text")),
        case(
            "noise",
            "customers.csv",
            (0..20_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect::<Vec<u8>>(),
            Refused("No system is known"),
        ),
    ]
}

pub fn lines() -> Vec<Case> {
    vec![
        case("windows lines", "customers.csv", "customer_id,name\r\n1,A\r\n2,B\r\n", Clean(2)),
        case("old mac lines", "customers.csv", "customer_id,name\r1,A\r2,B", Clean(2)),
        case(
            "mixed lines",
            "customers.csv",
            "customer_id,name\r\n1,A\n2,B\r3,\n",
            Problem(4, "name", "needed"),
        ),
        case(
            "lines in quotes",
            "customers.csv",
            "customer_id,name\n1,\"A\n\nB\"\n2,\n",
            Problem(5, "name", "needed"),
        ),
        case(
            "open quote at the end",
            "customers.csv",
            "customer_id,name\n1,A\n2,\"B\n3,C\n4,D\n",
            Problem(3, "", "opens in line 3 is not closed"),
        ),
        case(
            "open quote in the header",
            "customers.csv",
            "customer_id,\"name\n1,A\n",
            Refused("opens in line 1 is not closed"),
        ),
        case("stray quotes", "customers.csv", "customer_id,name\n1,5\" pipe\n2,\"A\"B\n", Clean(2)),
        case("nothing", "customers.csv", "", Refused("a row of headers is needed")),
        case("blank lines only", "customers.csv", "\n\n\r\n", Refused("a row of headers is needed")),
        case("headers only", "customers.csv", CUSTOMERS, Clean(0)),
        case(
            "three million blank lines",
            "customers.csv",
            customers(&format!("{}1,A,2024-01-01\n", "\n".repeat(3_000_000))),
            Clean(1),
        ),
        case(
            "half a million rows of commas",
            "customers.csv",
            customers(&format!("{}1,A,2024-01-01\n", ",,\n".repeat(500_000))),
            Clean(1),
        ),
        case(
            "delimiter in a value",
            "customers.csv",
            customers("1,Edge, Inc.,2024-01-01\n"),
            Problem(2, "", "4 cells, but there are 3 headers"),
        ),
        case("short rows", "customers.csv", customers("1,A\n2\n"), Problem(3, "name", "needed")),
        case("semicolons", "customers.csv", "customer_id;name\n1;A,B\n", Clean(1)),
        case("tabs", "customers.tsv", "customer_id\tname\n1\tA\n", Clean(1)),
        case(
            "100,000 columns",
            "customers.csv",
            format!("customer_id,name{}\n", ",x".repeat(100_000)),
            Refused("100002 columns, at most 2000"),
        ),
        case(
            "a line of 9 MiB",
            "customers.csv",
            customers(&format!("1,{},\n2,B,\n", "x".repeat(9 << 20))),
            Problem(2, "", "longer than 8 MiB"),
        ),
        case(
            "a cell of 180 KB",
            "notes.csv",
            format!("note_id,date,text\n1,2024-01-01,\"{}\"\n", "x\n".repeat(90_000)),
            Clean(1),
        ),
    ]
}

pub fn headers() -> Vec<Case> {
    vec![
        case(
            "headers twice",
            "customers.csv",
            "customer_id,name,name\n1,A,B\n",
            Problem(1, "name", "Several columns"),
        ),
        case(
            "right-to-left header",
            "customers.csv",
            "\u{202e}customer_id\u{202c},\u{200f}name\n1,A\n",
            Clean(1),
        ),
        case(
            "header of look-alikes",
            "customers.csv",
            "сustomer_id,nаme\n1,A\n",
            Refused("No system is known"),
        ),
        case("header with blanks", "customers.csv", " customer_id , name \n1,A\n", Clean(1)),
        case("header with a formula", "x.csv", "=cmd()|customer,+name\n1,A\n", Refused("No system is known")),
        case("no headers", "x.csv", "1,A,2024-01-01\n2,B,2024-01-02\n", Refused("No system is known")),
    ]
}

pub fn values() -> Vec<Case> {
    let subscriptions =
        |rest: &str| format!("subscription_id,customer_id,arr,currency,start_date,end_date\n{rest}\n");
    vec![
        case(
            "the 30th of February",
            "customers.csv",
            customers("1,A,2023-02-30\n"),
            Problem(2, "created_date", "not a date"),
        ),
        case(
            "a date and more",
            "customers.csv",
            customers("1,A,2023-02-0312\n"),
            Problem(2, "created_date", "not a date"),
        ),
        case(
            "the year 0",
            "customers.csv",
            customers("1,A,0000-01-01\n"),
            Problem(2, "created_date", "not a date"),
        ),
        case(
            "the year of the republic",
            "customers.csv",
            customers("1,A,113/01/05\n"),
            Problem(2, "created_date", "not a date"),
        ),
        case(
            "day or month first",
            "customers.csv",
            customers("1,A,01/02/2024\n2,B,03/04/2024\n"),
            Problem(1, "created_date", "month first or day first"),
        ),
        case(
            "day first told by a late row",
            "customers.csv",
            customers(&format!(
                "{}x,X,25/12/2023\n",
                (1..=1_000).map(|n| format!("{n},A,01/{:02}/2024\n", n % 12 + 1)).collect::<String>()
            )),
            Clean(1_001),
        ),
        case(
            "both orders in one file",
            "customers.csv",
            customers("1,A,25/12/2023\n2,B,12/25/2023\n"),
            Problem(3, "created_date", "not a date"),
        ),
        case(
            "1e400",
            "subscriptions.csv",
            subscriptions("1,c,1e400,USD,2024-01-01,"),
            Problem(2, "arr", "not an amount"),
        ),
        case(
            "1e-400",
            "subscriptions.csv",
            subscriptions("1,c,1e-400,USD,2024-01-01,"),
            Problem(2, "arr", "not an amount"),
        ),
        case(
            "not a number",
            "subscriptions.csv",
            subscriptions("1,c,NaN,USD,2024-01-01,"),
            Problem(2, "arr", "not an amount"),
        ),
        case(
            "a thousand digits",
            "subscriptions.csv",
            subscriptions(&format!("1,c,{},USD,2024-01-01,", "9".repeat(1_000))),
            Problem(2, "arr", "not an amount"),
        ),
        case(
            "more than there is",
            "subscriptions.csv",
            subscriptions("1,c,99999999999999999,USD,2024-01-01,"),
            Problem(2, "arr", "not an amount"),
        ),
        case(
            "no currency of this world",
            "subscriptions.csv",
            subscriptions("1,c,1,ABC,2024-01-01,"),
            Problem(2, "currency", "not a currency"),
        ),
        case(
            "a sign for a currency",
            "subscriptions.csv",
            subscriptions("1,c,1,$,2024-01-01,"),
            Problem(2, "currency", "not a currency"),
        ),
        case(
            "end before start",
            "subscriptions.csv",
            subscriptions("1,c,1,USD,2024-01-01,2023-01-01"),
            Problem(2, "end_date", "not after the start"),
        ),
        case(
            "end on start",
            "subscriptions.csv",
            subscriptions("1,c,1,USD,2024-01-01,2024-01-01"),
            Problem(2, "end_date", "not after the start"),
        ),
        case(
            "dangling customer",
            "subscriptions.csv",
            subscriptions("1,nobody,1,USD,2024-01-01,"),
            Problem(2, "customer_id", "No record of customers"),
        ),
        case(
            "coordinates of nowhere",
            "customers.csv",
            "customer_id,name,lat,lon\n1,A,NaN,500\n",
            Problem(2, "lat", "not a coordinate"),
        ),
        case(
            "minutes of a year",
            "activities.csv",
            "activity_id,date,minutes\n1,2024-01-01,525600\n",
            Problem(2, "minutes", "not a duration"),
        ),
        case(
            "hours beyond all numbers",
            "sellers.csv",
            "seller_id,name,hours_per_week\n1,A,79228162514264337593543950335\n",
            Problem(2, "hours_per_week", "hours in a week"),
        ),
        case(
            "a word nobody knows",
            "sellers.csv",
            "seller_id,name,role\n1,A,wizard\n",
            Problem(2, "role", "not known"),
        ),
        case(
            "an id as long as a book",
            "customers.csv",
            customers(&format!("{},A,\n", "x".repeat(100_000))),
            Problem(2, "customer_id", "too long"),
        ),
        case(
            "an id that Excel rounded",
            "customers.csv",
            customers("1.05286E+11,A,\n"),
            Problem(2, "customer_id", "rounded"),
        ),
        case(
            "the same id with other words",
            "customers.csv",
            customers("1,A,\n1,B,\n"),
            Problem(3, "", "says something else"),
        ),
        case("the same row twice", "customers.csv", customers("1,A,\n1,A,\n"), Clean(1)),
    ]
}

pub fn links() -> Vec<Case> {
    vec![
        case(
            "own mother",
            "customers.csv",
            "customer_id,name,parent_id\n1,A,1\n",
            Problem(2, "parent_id", "round in a circle"),
        ),
        case(
            "circle of mothers",
            "customers.csv",
            "customer_id,name,parent_id\n1,A,2\n2,B,3\n3,C,1\n",
            Problem(4, "parent_id", "round in a circle"),
        ),
        case(
            "dangling mother",
            "customers.csv",
            "customer_id,name,parent_id\n1,A,9\n",
            Problem(2, "parent_id", "No record of customers"),
        ),
        case(
            "circle of managers",
            "sellers.csv",
            "seller_id,name,manager_id\n1,A,2\n2,B,1\n",
            Problem(3, "manager_id", "round in a circle"),
        ),
        case(
            "dangling manager",
            "sellers.csv",
            "seller_id,name,manager_id\n1,A,9\n",
            Problem(2, "manager_id", "No record of sellers"),
        ),
        case(
            "unit of nobody",
            "units.csv",
            "unit_id,customer_id,name\n1,9,A\n",
            Problem(2, "customer_id", "No record of customers"),
        ),
    ]
}

pub fn not_what_they_say() -> Vec<Case> {
    let sheet = rows(&["customer_id|name", "1|A"]);
    let entities = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&c;</t></is></c></row></sheetData></worksheet>";
    let many: Vec<(String, Vec<u8>)> = (0..1_200).map(|n| (format!("part{n}.xml"), Vec::new())).collect();
    let mut many: Vec<(&str, &[u8])> =
        many.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    many.push(("[Content_Types].xml", b"<Types/>"));
    let zeros = vec![b'0'; 5 << 20];
    let nested = archive(&[("inner.zip", &archive(&[("a.csv", b"a,b\n")]))]);
    vec![
        case(
            "old excel",
            "a.xlsx",
            [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600]].concat(),
            Refused("old Excel file (.xls) or one with a password"),
        ),
        case(
            "a page as excel",
            "a.xlsx",
            "<html><table><tr><td>1</td></tr></table></html>",
            Refused("web page or XML"),
        ),
        case("xml of excel 2003", "a.csv", "<?xml version=\"1.0\"?><Workbook/>", Refused("web page or XML")),
        case("pdf", "a.csv", "%PDF-1.7 ...", Refused("no table")),
        case("gzip", "a.csv", [0x1f, 0x8b, 8, 0, 0, 0], Refused("no table")),
        case(
            "zip of files",
            "a.xlsx",
            archive(&[("Account.csv", b"Id,Name\n")]),
            Refused("unpack it and import what is in it"),
        ),
        case("zip in a zip", "a.xlsx", nested, Refused("unpack it")),
        case(
            "names that lead out",
            "a.xlsx",
            archive(&[("../../../etc/passwd", b"x"), ("/tmp/x", b"x")]),
            Refused("unpack it"),
        ),
        case("half a spreadsheet", "a.xlsx", workbook(&sheet, "<sst/>")[..700].to_vec(), Refused("damaged")),
        case("two letters of a zip", "a.xlsx", "PK", Refused("not a spreadsheet")),
        case("1,200 parts", "a.xlsx", archive(&many), Refused("1201 parts, at most 1000")),
        case(
            "5 MiB of zeros",
            "a.xlsx",
            archive(&[("[Content_Types].xml", b"<Types/>"), ("xl/worksheets/sheet1.xml", &zeros)]),
            Refused("unpacks to 5 MiB"),
        ),
        case("entities of entities", "a.xlsx", workbook(entities, "<sst/>"), Refused("cannot be read")),
        case(
            "a cell in the last column",
            "a.xlsx",
            workbook(
                "<worksheet><sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>",
                "<sst/>",
            ),
            Refused("column 16384, at most 2000"),
        ),
        case(
            "a cell in the last row",
            "a.xlsx",
            workbook(
                "<worksheet><sheetData><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row></sheetData></worksheet>",
                "<sst/>",
            ),
            Refused("No system is known"),
        ),
        case(
            "a text that is not there",
            "a.xlsx",
            workbook(
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row></sheetData></worksheet>",
                "<sst/>",
            ),
            Refused("cannot be read"),
        ),
        case(
            "an empty sheet",
            "a.xlsx",
            workbook("<worksheet><sheetData/></worksheet>", "<sst/>"),
            Refused("is empty"),
        ),
        case(
            "no workbook inside",
            "a.xlsx",
            archive(&[("[Content_Types].xml", b"<Types/>")]),
            Refused("cannot be read"),
        ),
    ]
}
