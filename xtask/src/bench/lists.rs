//! How long the server takes to answer what the page asks for, on a large company. Each address is asked in turn with the others.
use super::measure::held_mib;
use super::{folder, tandem, world};
use crate::shell::command;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 25;
const ADDRESSES: [&str; 13] = [
    "/customers",
    "/customers?after=50000",
    "/customers?sort=arr",
    "/customers?sort=arr&after=50000",
    "/customers?sort=renewal",
    "/customers?sort=activity",
    "/customers?segment=large",
    "/customers?q=customer%2012345",
    "/customers?q=%E5%8F%B0%E5%8C%97",
    "/customers/facets",
    "/overview",
    "/arr",
    "/time",
];

/// Prints a table of milliseconds by address.
pub fn run(customers: u64) -> Result<()> {
    let (tandem, folder) = (tandem()?, folder("lists")?);
    world::company(&folder, customers)?;
    world::activities(&folder, customers, customers * 5)?;
    let database = folder.join("tandem.db").to_string_lossy().into_owned();
    let words = ["import", "--db", &database, "--source", "bench", "--json"];
    let imported = Command::new(&tandem).args(words).arg(&folder).stdout(Stdio::null()).status()?;
    if !imported.success() {
        bail!("the import failed");
    }
    let mut server = serve(&tandem, &folder, &database)?;
    let outcome = measure(&mut server, customers);
    server.kill()?;
    server.wait()?;
    std::fs::remove_dir_all(&folder)?;
    outcome
}

const PORT: u16 = 8479;

fn serve(tandem: &Path, folder: &Path, database: &str) -> Result<Child> {
    let add = ["user", "--db", database, "add", "bench@example.com", "--name", "Bench", "--role", "admin"];
    let mut user = Command::new(tandem).args(add).stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
    user.stdin.take().context("a pipe")?.write_all(b"a long password\n")?;
    if !user.wait()?.success() {
        bail!("the user could not be made");
    }
    let mut serve = command(&tandem.to_string_lossy(), &["serve", "--db", database]);
    serve.args(["--addr", &format!("127.0.0.1:{PORT}"), "--uploads"]).arg(folder.join("uploads"));
    let server = serve.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let until = Instant::now() + Duration::from_secs(20);
    while TcpStream::connect(("127.0.0.1", PORT)).is_err() {
        if Instant::now() > until {
            bail!("the server did not start within 20 seconds");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(server)
}

fn measure(server: &mut Child, customers: u64) -> Result<()> {
    let body = r#"{"email":"bench@example.com","password":"a long password"}"#;
    let (head, _) = ask("POST", "/session", "", body)?;
    let cookie = head
        .lines()
        .find_map(|line| line.strip_prefix("set-cookie: "))
        .and_then(|line| line.split(';').next())
        .context("the server gives a cookie")?
        .to_owned();
    let mut times: Vec<Vec<f64>> = vec![Vec::new(); ADDRESSES.len()];
    let mut bytes = vec![0; ADDRESSES.len()];
    for run in 0..=RUNS {
        for (index, address) in ADDRESSES.iter().enumerate() {
            let started = Instant::now();
            let (head, length) = ask("GET", address, &cookie, "")?;
            if !head.starts_with("HTTP/1.1 200") {
                bail!("{address}: {}", head.lines().next().unwrap_or_default());
            }
            bytes[index] = length;
            // The first round warms the caches and is not counted.
            if run > 0 {
                times[index].push(started.elapsed().as_secs_f64() * 1000.0);
            }
        }
    }
    println!("| {customers} customers, {RUNS} requests each | median ms | p95 ms | KiB |");
    println!("| --- | --- | --- | --- |");
    for ((address, mut times), bytes) in ADDRESSES.iter().zip(times).zip(bytes) {
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
        println!("| `{address}` | {:.1} | {:.1} | {} |", at(0.5), at(0.95), bytes / 1024);
    }
    println!("\nThe server held {:.0} MiB at most.", held_mib(server));
    Ok(())
}

/// One request on a connection of its own; returns the head and the length of the body.
fn ask(method: &str, address: &str, cookie: &str, body: &str) -> Result<(String, usize)> {
    let mut stream = TcpStream::connect(("127.0.0.1", PORT))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    write!(
        stream,
        "{method} /api/v1{address} HTTP/1.1\r\nhost: 127.0.0.1:{PORT}\r\nconnection: close\r\ncookie: {cookie}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head)? == 0 {
            break;
        }
    }
    let mut rest = Vec::new();
    reader.read_to_end(&mut rest)?;
    Ok((head, rest.len()))
}
