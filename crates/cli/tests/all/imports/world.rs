//! A folder of files, an empty database, and what is true of every import.
use std::path::{Path, PathBuf};
use tandem_app::imports::{self, Report, Request};
use tandem_app::{Actor, App, Clock};
use tandem_core::imports::mapping::{self, Mapping};
use tandem_testkit::{Dump, Kind, TestDb, dump, today};
use tempfile::TempDir;

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_tandem");

/// Tables that tell of runs, not of records.
const OF_RUNS: [&str; 8] = [
    "customer_summary_day",
    "event",
    "import_run",
    "import_problem",
    "import_change",
    "id_block",
    "notice_state",
    "source",
];

pub struct World {
    pub app: App,
    pub folder: TempDir,
    pub mapping: Option<Mapping>,
    // Last, so that the pool is gone before the database is.
    _database: TestDb,
}

impl World {
    pub async fn new(kind: Kind) -> Self {
        let database = TestDb::new(kind).await;
        let now = today().and_hms_opt(12, 0, 0).unwrap().and_utc();
        let app = App::new(database.open().await, Clock::Fixed(now), PathBuf::from(PROGRAM));
        Self { app, folder: tempfile::tempdir().unwrap(), mapping: None, _database: database }
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        std::fs::write(self.path(name), bytes).unwrap();
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn map(&mut self, document: &str) {
        self.mapping = Some(mapping::parse(document).unwrap());
    }

    fn request(&self, paths: &[PathBuf]) -> Request {
        Request { paths: paths.to_vec(), source: None, mapping: self.mapping.clone() }
    }

    pub async fn check(&self) -> Report {
        let request = self.request(&[self.folder.path().to_owned()]);
        imports::check(&self.app, &Actor::operator(), request).await.unwrap()
    }

    pub async fn run(&self) -> Report {
        self.try_run(&[self.folder.path().to_owned()]).await.unwrap()
    }

    pub async fn try_run(&self, paths: &[PathBuf]) -> Result<Report, String> {
        let run = imports::run(&self.app, &Actor::operator(), self.request(paths)).await;
        run.inspect(every_row_is_counted_once).map_err(|error| error.to_string())
    }

    pub async fn undo(&self, report: &Report) {
        imports::undo(&self.app, &Actor::operator(), report.import.unwrap()).await.unwrap();
    }

    /// Everything but the story of the runs.
    pub async fn records(&self) -> Dump {
        dump(&self.app.db).await.without(&OF_RUNS)
    }

    /// Trial, run, run again, and back: what is true of every import. Returns the report of the run and the records after it.
    pub async fn there_and_back(&self) -> (Report, Dump) {
        let before = self.records().await;
        let trial = self.check().await;
        assert_same(&before, &self.records().await, "a trial keeps nothing");
        let run = self.run().await;
        assert_eq!(counted(&trial), counted(&run), "a trial gives the numbers of the run");
        let after = self.records().await;
        let again = self.run().await;
        let changed: u64 = again.objects.iter().map(|counts| counts.created + counts.updated).sum();
        assert_eq!(changed, 0, "the same files again change nothing: {again:?}");
        assert_same(&after, &self.records().await, "the same files again change nothing");
        self.undo(&again).await;
        assert_same(&after, &self.records().await, "undoing what changed nothing changes nothing");
        self.undo(&run).await;
        assert_same(&before, &self.records().await, "undo restores all");
        (run, after)
    }
}

/// What a run reports, without which run it was.
pub fn counted(report: &Report) -> serde_json::Value {
    let mut value = serde_json::to_value(report).unwrap();
    let fields = value.as_object_mut().unwrap();
    fields.remove("dry_run");
    fields.remove("import");
    value
}

fn every_row_is_counted_once(report: &Report) {
    for c in &report.objects {
        let sum = c.created + c.updated + c.unchanged + c.failed + c.passed_over;
        assert_eq!(c.read, sum, "{c:?}");
    }
    for placed in &report.problems {
        assert!(!placed.problem.problem.is_empty() && !placed.problem.advice.is_empty(), "{placed:?}");
        assert!(placed.line > 0 && !placed.file.is_empty(), "{placed:?}");
    }
}

pub fn assert_same(one: &Dump, other: &Dump, what: &str) {
    let differences = one.differences(other);
    assert!(differences.is_empty(), "{what}:\n{}", differences.join("\n"));
}

/// Compares with the golden file of a name; `UPDATE_GOLDEN=1` writes it anew, to be looked at before it is kept.
pub fn golden(name: &str, report: &Report, records: &Dump) {
    let mut document = counted(report);
    let tables =
        records.0.iter().filter(|(table, rows)| !rows.is_empty() && !table.starts_with("customer_summary"));
    let rows = |(table, rows): (&String, &Vec<String>)| {
        let mut rows: Vec<String> = rows.iter().map(|row| shown(row)).collect();
        rows.sort();
        (table.clone(), rows.into())
    };
    let tables: serde_json::Map<String, serde_json::Value> = tables.map(rows).collect();
    document["records"] = tables.into();
    let text = format!("{}\n", serde_json::to_string_pretty(&document).unwrap());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/all/imports/golden/{name}.json"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, text).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == expected, "{} is not what came:\n{text}", path.display());
}

/// A row without what is empty or says nothing to a reader.
fn shown(row: &str) -> String {
    let hidden = ["content_hash=", "source_id=", "import_id="];
    let cells = row
        .split(' ')
        .filter(|cell| !hidden.iter().any(|name| cell.starts_with(name)) && !cell.ends_with("=NULL"));
    cells.collect::<Vec<&str>>().join(" ")
}

/// A table with every cell in quotes, as export services write; rows give some columns by name.
pub fn quoted(headers: &str, rows: &[&[(&str, &str)]]) -> String {
    let headers: Vec<&str> = headers.split(',').collect();
    let line = |cells: Vec<&str>| {
        let cells: Vec<String> =
            cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        format!("{}\n", cells.join(","))
    };
    let mut text = line(headers.clone());
    for row in rows {
        for (name, _) in *row {
            assert!(headers.contains(name), "{name} is no column");
        }
        let cell = |header: &&str| row.iter().find(|(name, _)| name == header).map_or("", |(_, cell)| *cell);
        text.push_str(&line(headers.iter().map(cell).collect()));
    }
    text
}

/// A table of lines with bars between the cells, as CSV.
pub fn csv(lines: &[&str]) -> String {
    let cell = |cell: &str| {
        if cell.contains([',', '"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    };
    let line = |line: &&str| line.split('|').map(cell).collect::<Vec<String>>().join(",") + "\r\n";
    lines.iter().map(line).collect()
}
