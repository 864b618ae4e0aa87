//! Large neighbourhoods: a large item goes elsewhere, or nothing is forced, and some sellers around settle anew from a moderate
//! temperature with all their small items. Kept where it pays.
use super::moves::other;
use super::part::Part;
use super::random::Random;
use super::region::Region;
use super::settle::{Cooling, settle};
use super::shape::Shapes;

/// How neighbourhoods are made and judged.
#[derive(Clone, Copy, Debug)]
pub struct Renewal {
    /// How they settle.
    pub cooling: Cooling,
    /// Sellers in one.
    pub sellers: usize,
    /// Sellers in that of a bad seller.
    pub around_worst: usize,
    /// How many in a hundred are made without moving a large item.
    pub free_percent: usize,
    /// Dollars by which the whole may become worse, times a random number of mean one.
    pub bear: f64,
}

/// One of so many neighbourhoods is that of a bad seller, ...
const WORST: usize = 5;
/// ... who is sought among one of so many.
const SAMPLE: usize = 2;

/// Where some choices are near, one neighbourhood of so many is renewed with all.
const WIDE: usize = 5;

/// So many items are few.
pub const FEW: usize = 64;
/// How many times as hot neighbourhoods of few items begin.
const HOTTER: [f64; 4] = [1.0, 100.0, 300.0, 1000.0];

/// A slope that cuts nothing.
pub const UNCUT: f64 = 1e12;

/// Renews neighbourhoods until so many moves are tried; how many were. `heavy` are the large items.
pub fn renew(
    region: &mut Region,
    random: &mut Random,
    heavy: &[u32],
    moves: u64,
    renewal: &Renewal,
    shapes: &Shapes,
) -> u64 {
    region.reshape(shapes.of(&region.names, UNCUT));
    let mut tried = 0;
    while tried < moves && region.items() > 0 {
        // Now and then whoever is far outside the bands: a leaver, or somebody with a new lock.
        tried += 1 + if random.below(WORST) == 0 {
            let wide = Renewal { sellers: renewal.around_worst, ..*renewal };
            let seller = worst(region, random);
            once(region, random, (seller, None), &wide, shapes)
        } else {
            let seed = (random.below(region.loads.len()) as u32, pick(region, random, heavy, renewal));
            once(region, random, seed, renewal, shapes)
        };
    }
    tried
}

/// Of some sellers at random the one whose loads cost most above the least that they could.
fn worst(region: &Region, random: &mut Random) -> u32 {
    let sellers = region.loads.len();
    let some = (0..sellers.div_ceil(SAMPLE)).map(|_| random.below(sellers));
    let worst = some.max_by(|a, b| region.excess(*a).total_cmp(&region.excess(*b)));
    worst.unwrap_or_default() as u32
}

/// One neighbourhood of a seller, or of a large item that is forced elsewhere; the moves tried.
fn once(
    region: &mut Region,
    random: &mut Random,
    (seller, forced): (u32, Option<(usize, usize)>),
    renewal: &Renewal,
    shapes: &Shapes,
) -> u64 {
    let mut back = None;
    let (mut sellers, mut change) = (vec![seller], 0.0);
    if let Some((item, choice)) = forced {
        sellers = vec![region.has(item).seller, region.choices[choice].seller];
        back = Some((item, region.now[item] as usize));
        change = region.take(item, choice);
    }
    let sellers = around(region, random, sellers, renewal.sellers);
    let mut part = Part::of(region, &sellers, regret_max(region, random), back.map(|(item, _)| item));
    let before = part.region.total();
    let cooling = hotter(&renewal.cooling, region.items(), random);
    let tried = settle(&mut part.region, random, &cooling, shapes);
    part.region.reshape(shapes.of(&part.region.names, UNCUT));
    change += part.region.total() - before;
    let bear = renewal.bear * f64::from(-random.unit().max(1e-7).ln());
    if change <= bear {
        for (item, choice) in part.changes(region) {
            region.take(item as usize, choice as usize);
        }
    } else if let Some((item, choice)) = back {
        region.take(item, choice);
    }
    tried
}

/// Few choices are worth a move at last, and those that are lie near; the others are looked at now and then.
fn regret_max(region: &Region, random: &mut Random) -> f32 {
    let wide = region.near == f32::INFINITY || random.below(WIDE) == 0;
    if wide { f32::INFINITY } else { region.near }
}

/// Among few items every one is a lump, which a moderate temperature never moves: they also begin hotter.
fn hotter(cooling: &Cooling, items: usize, random: &mut Random) -> Cooling {
    let [first, last] = cooling.temperatures;
    let times = if items <= FEW { HOTTER[random.below(HOTTER.len())] } else { 1.0 };
    Cooling { temperatures: [first * times, last], ..*cooling }
}

/// A large item and where it goes; of two places the one with less regret.
fn pick(region: &Region, random: &mut Random, heavy: &[u32], renewal: &Renewal) -> Option<(usize, usize)> {
    if heavy.is_empty() || random.below(100) < renewal.free_percent {
        return None;
    }
    let item = heavy[random.below(heavy.len())] as usize;
    let (one, two) = (other(region, random, item)?, other(region, random, item)?);
    let choice = if region.choices[one].regret <= region.choices[two].regret { one } else { two };
    (!region.full(item, region.choices[choice].seller)).then_some((item, choice))
}

/// Sellers around some, by the choices of their items, in ascending order.
fn around(region: &Region, random: &mut Random, mut sellers: Vec<u32>, most: usize) -> Vec<u32> {
    for _ in 0..most * 6 {
        if sellers.len() >= most {
            break;
        }
        let members = region.members_of(sellers[random.below(sellers.len())]);
        if members.is_empty() {
            continue;
        }
        let range = region.range(members[random.below(members.len())] as usize);
        let seller = region.choices[range.start + random.below(range.len())].seller;
        if !sellers.contains(&seller) {
            sellers.push(seller);
        }
    }
    sellers.sort_unstable();
    sellers
}
