//! Groups of neighbouring sellers, drawn anew for every round, so that groups can be worked on side by side and no border stays.
use super::random::Random;
use crate::align::market::Market;

/// Sellers in a group, about. Fewer sellers than twice that are one group.
const GROUP: usize = 40;

/// All sellers in groups; each group in ascending order.
pub fn groups<M: Market>(market: &M, random: &mut Random) -> Vec<Vec<u32>> {
    let sellers: Vec<u32> = (0..market.sellers() as u32).collect();
    if sellers.len() < 2 * GROUP {
        return vec![sellers];
    }
    let (apart, mut near): (Vec<u32>, Vec<u32>) =
        sellers.into_iter().partition(|seller| market.place(*seller as usize).is_none());
    let mut groups = Vec::new();
    halve(market, random, &mut near, &mut groups);
    if groups.is_empty() {
        groups.push(Vec::new());
    }
    // Now all who belong nowhere together, now some of them in every group.
    if apart.len() > 1 && random.below(4) == 0 {
        groups.push(apart);
    } else {
        spread(market, random, apart, &mut groups);
    }
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups
}

/// Spreads sellers who belong nowhere over groups: mostly those from the same west and east to the same group, so that there is
/// something to choose among them, now and then by chance.
fn spread<M: Market>(market: &M, random: &mut Random, mut apart: Vec<u32>, groups: &mut [Vec<u32>]) {
    let count = groups.len();
    if random.below(4) == 0 {
        for seller in apart {
            groups[random.below(count)].push(seller);
        }
        return;
    }
    let line = |seller: &u32| market.line(*seller as usize);
    let middle = |group: &Vec<u32>| group.iter().map(line).sum::<f64>() / group.len().max(1) as f64;
    let middles: Vec<f64> = groups.iter().map(middle).collect();
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| middles[*a].total_cmp(&middles[*b]).then(a.cmp(b)));
    apart.sort_by(|a, b| line(a).total_cmp(&line(b)).then(a.cmp(b)));
    let (all, begin) = (apart.len().max(1), f64::from(random.unit()) - 0.5);
    for (at, seller) in apart.into_iter().enumerate() {
        let share = (at as f64 + 0.5) / all as f64 * count as f64 + begin;
        groups[order[(share.max(0.0) as usize).min(count - 1)]].push(seller);
    }
}

/// Halves sellers along a random direction until the groups are small.
fn halve<M: Market>(market: &M, random: &mut Random, sellers: &mut [u32], groups: &mut Vec<Vec<u32>>) {
    if sellers.is_empty() {
        return;
    }
    if sellers.len() <= GROUP {
        groups.push(sellers.to_vec());
        return;
    }
    let direction: [f64; 3] = [0; 3].map(|_: u8| f64::from(random.unit()) - 0.5);
    let along = |seller: &u32| {
        let place = market.place(*seller as usize).unwrap_or_default();
        place[0] * direction[0] + place[1] * direction[1] + place[2] * direction[2]
    };
    // A cut between a third and two thirds.
    let cut = sellers.len() / 3 + random.below(sellers.len() / 3 + 1);
    sellers.sort_by(|a, b| along(a).total_cmp(&along(b)).then(a.cmp(b)));
    let (left, right) = sellers.split_at_mut(cut);
    halve(market, random, left, groups);
    halve(market, random, right, groups);
}
