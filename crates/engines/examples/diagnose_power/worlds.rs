//! Worlds whose truth is known, made day by day from single customers. It shares no code with what is tested: its own random numbers,
//! its own clock, load that acts on the day and not at the month's start.
use tandem_engines::diagnose::panel::{ArrMonth, Hours, Panel, SellerMonth, SellerSeries, TeamMonth};

/// What the world is like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Steady sellers of different skill.
    Plain,
    /// Quarter ends and summers.
    Seasonal,
    /// The market shrinks for everybody.
    Shrinking,
    /// Sellers come and go; books are handed over.
    Turnover,
    /// Good and bad times that last.
    Streaks,
    /// Most months bring nothing.
    ZeroHeavy,
    /// Better sellers have larger books.
    Skilled,
    /// Like Maven's fictional team: 30 sellers, 15 months, quarter ends.
    Maven,
    /// Like Olist's team: 22 sellers who start from nothing over 10 months, nobody leaves them.
    Olist,
    /// Few sellers.
    Few,
    /// The market shrinks, and sellers turn to their customers with part of the time.
    Fallback,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::Plain,
        Self::Seasonal,
        Self::Shrinking,
        Self::Turnover,
        Self::Streaks,
        Self::ZeroHeavy,
        Self::Skilled,
        Self::Maven,
        Self::Olist,
        Self::Few,
        Self::Fallback,
    ];
}

/// A world to make.
#[derive(Clone, Copy, Debug)]
pub struct World {
    /// What it is like.
    pub kind: Kind,
    /// Sellers, where the kind does not say.
    pub sellers: usize,
    /// Months, where the kind does not say.
    pub months: usize,
    /// New customers a month that each further customer costs.
    pub lost_per_customer: f64,
    /// New customers a month of a usual seller.
    pub wins: f64,
}

/// Random numbers of its own (splitmix64).
pub struct Dice(u64);

impl Dice {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D_4C95_7F2D)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Between 0 and 1.
    pub fn uniform(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Whether something of this chance happens.
    pub fn happens(&mut self, chance: f64) -> bool {
        self.uniform() < chance
    }

    /// Standard normal (Box and Muller).
    pub fn normal(&mut self) -> f64 {
        (-2.0 * self.uniform().ln()).sqrt() * (std::f64::consts::TAU * self.uniform()).cos()
    }
}

const DAYS: usize = 21;
const HOURS: f64 = 150.0;

struct Seller {
    skill: f64,
    held: usize,
    held_first: f64,
    arr: Vec<f64>,
    streak: f64,
    age: usize,
    there: bool,
    notice: usize,
    hours_habit: f64,
    months: Vec<SellerMonth>,
}

/// Makes a world.
pub fn make(world: World, seed: u64) -> Panel {
    let world = sized(world);
    let mut dice = Dice::new(seed);
    let mut sellers: Vec<Seller> = (0..world.sellers).map(|_| seller(&world, &mut dice)).collect();
    if world.kind == Kind::Olist {
        for seller in &mut sellers {
            seller.there = dice.happens(0.5);
        }
    }
    let mut team = Vec::new();
    for month in 0..world.months {
        team.push(one_month(&world, month, &mut sellers, &mut dice));
    }
    let sellers = sellers
        .into_iter()
        .enumerate()
        .map(|(index, s)| SellerSeries { id: index as i64 + 1, months: s.months });
    Panel { from: "2023-01".parse().expect("a month"), sellers: sellers.collect(), team }
}

fn sized(world: World) -> World {
    let (sellers, months, wins) = match world.kind {
        Kind::Maven => (30, 15, 9.0),
        Kind::Olist => (22, 10, 4.0),
        Kind::ZeroHeavy => (world.sellers, world.months, 0.25),
        Kind::Few => (3, world.months, world.wins),
        _ => (world.sellers, world.months, world.wins),
    };
    World { sellers, months, wins, ..world }
}

fn seller(world: &World, dice: &mut Dice) -> Seller {
    let spread = match world.kind {
        Kind::Skilled => 0.6,
        Kind::Olist => 0.8,
        _ => 0.3,
    };
    let skill = (spread * dice.normal() - spread * spread / 2.0).exp();
    let held = match world.kind {
        Kind::Olist => 0,
        Kind::Skilled => (25.0 * skill * skill) as usize,
        _ => 12 + (dice.uniform() * 16.0) as usize,
    };
    Seller {
        skill,
        held,
        held_first: held as f64,
        arr: (0..held).map(|_| value(dice)).collect(),
        streak: 0.5 * dice.normal(),
        age: 24,
        there: true,
        notice: 0,
        hours_habit: 0.2 * dice.normal(),
        months: Vec::new(),
    }
}

fn value(dice: &mut Dice) -> f64 {
    20_000.0 * (1.2 * dice.normal() - 0.72).exp()
}

fn market(kind: Kind, month: usize) -> f64 {
    let of_year = month % 12;
    let quarter_end = of_year % 3 == 2;
    match kind {
        Kind::Seasonal => {
            let season = if quarter_end { 1.7 } else { 0.8 };
            season * if of_year == 7 { 0.5 } else { 1.0 }
        }
        Kind::Maven => {
            if quarter_end {
                1.5
            } else {
                0.85
            }
        }
        Kind::Shrinking | Kind::Fallback => (-0.03 * month as f64).exp(),
        Kind::Olist => [0.3, 0.8, 1.0, 1.3, 1.5, 1.3, 1.0, 0.8, 0.7, 0.4][month % 10],
        _ => 1.0,
    }
}

fn leaving(kind: Kind) -> f64 {
    match kind {
        Kind::Olist => 0.0,
        Kind::Maven => 0.06,
        _ => 0.012,
    }
}

fn one_month(world: &World, month: usize, sellers: &mut [Seller], dice: &mut Dice) -> TeamMonth {
    turnover(world, month, sellers, dice);
    let mut arr = ArrMonth { start: sellers.iter().flat_map(|s| &s.arr).sum(), ..ArrMonth::default() };
    for seller in sellers.iter_mut() {
        let held = seller.held;
        seller.streak = 0.8 * seller.streak + 0.5 * 0.6 * dice.normal();
        if !seller.there {
            seller.months.push(SellerMonth::default());
            continue;
        }
        let (mut won, mut opened) = (0, 0);
        for _ in 0..DAYS {
            let rate = rate(world, month, seller) / DAYS as f64;
            opened += u32::from(dice.happens(rate * 3.0));
            if dice.happens(rate) {
                won += 1;
                seller.held += 1;
                let worth = value(dice);
                arr.new += worth;
                seller.arr.push(worth);
            }
            for index in (0..seller.arr.len()).rev() {
                if dice.happens(leaving(world.kind) / DAYS as f64) {
                    arr.churn += seller.arr.swap_remove(index);
                    seller.held -= 1;
                }
            }
        }
        seller.age += 1;
        let hours = hours(world, seller, dice);
        seller.months.push(SellerMonth {
            present: 1.0,
            held: Some(held as u32),
            won: Some(won),
            opportunities: Some(opened),
            hours_available: Some(HOURS),
            hours: Some(hours),
        });
    }
    // Price rises keep the base growing at the same pace as new business would let it shrink.
    arr.expansion = arr.start * 0.01 * (0.3 * dice.normal()).exp();
    let share = 1.0 + arr.expansion / arr.start.max(1.0);
    sellers.iter_mut().flat_map(|s| &mut s.arr).for_each(|worth| *worth *= share);
    TeamMonth { arr: Some(arr) }
}

fn rate(world: &World, month: usize, seller: &Seller) -> f64 {
    let ramp = (0.3 + 0.7 * seller.age as f64 / 6.0).min(1.0);
    let mut rate = world.wins * seller.skill * market(world.kind, month) * ramp;
    if world.kind == Kind::Streaks {
        rate *= (seller.streak - 0.125).exp();
    }
    if seller.notice > 0 {
        rate *= 0.5;
    }
    (rate - world.lost_per_customer * (seller.held as f64 - seller.held_first)).max(0.02)
}

fn turnover(world: &World, month: usize, sellers: &mut [Seller], dice: &mut Dice) {
    if world.kind == Kind::Olist {
        sellers.iter_mut().filter(|s| !s.there).for_each(|s| s.there = dice.happens(0.25));
    }
    if world.kind != Kind::Turnover || month == 0 {
        return;
    }
    for index in 0..sellers.len() {
        if !sellers[index].there {
            let fresh = dice.happens(0.5);
            let seller = &mut sellers[index];
            (seller.there, seller.age, seller.held_first) = (fresh, 0, 0.0);
            continue;
        }
        if sellers[index].notice == 1 {
            let book = std::mem::take(&mut sellers[index].arr);
            (sellers[index].held, sellers[index].there, sellers[index].notice) = (0, false, 0);
            for worth in book {
                let heirs: Vec<usize> = (0..sellers.len()).filter(|i| sellers[*i].there).collect();
                if let Some(heir) = heirs.get((dice.uniform() * heirs.len() as f64) as usize) {
                    sellers[*heir].held += 1;
                    sellers[*heir].arr.push(worth);
                }
            }
        } else if sellers[index].notice > 1 {
            sellers[index].notice -= 1;
        } else if dice.happens(0.025) {
            sellers[index].notice = 2;
        }
    }
}

fn hours(world: &World, seller: &mut Seller, dice: &mut Dice) -> Hours {
    seller.hours_habit = 0.5 * seller.hours_habit + 0.15 * dice.normal();
    let rest = HOURS * 0.75;
    let customers = if world.lost_per_customer > 0.0 {
        (1.6 * seller.held as f64 * (0.5 * seller.hours_habit).exp()).min(rest * 0.92)
    } else {
        rest * 0.55 * (0.4 * seller.hours_habit).exp().min(1.5)
    };
    // Hunting falls by a percent a month where wins fall by three.
    let months = seller.months.len() as f64;
    let customers = match world.kind {
        Kind::Fallback => rest - (rest - customers) * (-0.01 * months).exp(),
        _ => customers,
    };
    let recorded = 0.8 + 0.15 * dice.uniform();
    let (hunting, internal) = (rest - customers, HOURS * 0.25);
    let easy = 0.6 + 0.05 * dice.normal();
    let c = customers * recorded;
    let categories = [
        hunting * recorded,
        0.15 * c,
        0.45 * c,
        0.2 * c,
        0.2 * c,
        internal * 0.7 * recorded,
        internal * 0.3 * recorded,
    ];
    let classes = [easy * c, (1.0 - easy) * c, hunting * recorded, internal * recorded];
    Hours { categories, classes }
}
