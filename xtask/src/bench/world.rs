//! A company as files in Tandem's own format, the same for the same size.
use anyhow::Result;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

const SELLERS: u64 = 500;
const SEGMENTS: [&str; 4] = ["small", "medium", "large", "public"];
const CITIES: [(&str, &str); 5] =
    [("TW", "台北市"), ("TW", "Taichung"), ("US", "Boston"), ("DE", "Berlin"), ("JP", "Osaka")];
const KINDS: [&str; 3] = ["meeting", "call", "email"];
const CATEGORIES: [&str; 5] = ["new_business", "implementation", "service", "renewal", "expansion"];

/// Numbers that look like chance (a linear congruence, the high bits).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn pick(&mut self, of: &[&'static str]) -> &'static str {
        of[self.below(of.len() as u64) as usize]
    }
}

fn day(number: u64) -> String {
    format!("{}-{:02}-{:02}", 2023 + number / 336 % 3, number / 28 % 12 + 1, number % 28 + 1)
}

/// Writes sellers, customers, subscriptions and ownerships of one unit each.
pub fn company(folder: &Path, customers: u64) -> Result<()> {
    let mut numbers = Numbers(1);
    let mut file = create(folder, "sellers.csv")?;
    writeln!(file, "seller_id,name,email,role,manager_id,team,lat,lon,start_date,end_date,hours_per_week")?;
    for id in 0..SELLERS {
        writeln!(file, "s{id},Seller {id},s{id}@example.com,generalist,,Team {},,,2022-01-01,,40", id % 20)?;
    }
    let mut file = create(folder, "customers.csv")?;
    writeln!(
        file,
        "customer_id,name,segment,industry,country,region,city,postal_code,lat,lon,parent_id,created_date"
    )?;
    let mut sold = create(folder, "subscriptions.csv")?;
    writeln!(sold, "subscription_id,customer_id,unit_id,product,arr,currency,start_date,end_date")?;
    let mut won = create(folder, "opportunities.csv")?;
    writeln!(
        won,
        "opportunity_id,customer_id,unit_id,owner_id,kind,stage,status,amount,currency,created_date,close_date"
    )?;
    for id in 0..customers {
        let (country, city) = CITIES[numbers.below(5) as usize];
        let start = day(numbers.below(1_000));
        writeln!(
            file,
            "c{id},Customer {id} {},{},Software,{country},,{city},,,,,{start}",
            numbers.below(9_999),
            numbers.pick(&SEGMENTS)
        )?;
        let arr = 1_000 + numbers.below(90_000);
        writeln!(sold, "b{id},c{id},,Core,{arr},USD,{start},")?;
        let seller = numbers.below(SELLERS);
        writeln!(won, "o{id},c{id},,s{seller},new,Closed,won,{arr},USD,{start},{start}")?;
    }
    Ok(())
}

/// Writes activities of those customers, in the order of their days as an export has them.
pub fn activities(folder: &Path, customers: u64, count: u64) -> Result<()> {
    let mut numbers = Numbers(2);
    let mut file = create(folder, "activities.csv")?;
    writeln!(
        file,
        "activity_id,seller_id,customer_id,unit_id,opportunity_id,date,minutes,kind,category,urgency,initiated_by"
    )?;
    for id in 0..count {
        writeln!(
            file,
            "a{id:08},s{},c{},,,{},{},{},{},normal,seller",
            numbers.below(SELLERS),
            numbers.below(customers),
            day(id * 1_000 / count),
            15 + 15 * numbers.below(6),
            numbers.pick(&KINDS),
            numbers.pick(&CATEGORIES)
        )?;
    }
    Ok(())
}

fn create(folder: &Path, name: &str) -> Result<BufWriter<File>> {
    std::fs::create_dir_all(folder)?;
    Ok(BufWriter::with_capacity(1 << 20, File::create(folder.join(name))?))
}
