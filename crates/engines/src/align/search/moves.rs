//! The moves: an item goes to another seller, two items change places, an item throws another one out, three go round. Each is priced
//! without being made.
use super::random::Random;
use super::region::{Region, less, more};
use crate::align::dual::exponential;

/// Tries for a partner that fits.
const TRIES: usize = 4;
/// Of so many moves ...
const MOVES: usize = 16;
/// ... so many are shifts, ...
const SHIFTS: usize = 6;
/// ... as far as here swaps, ...
const SWAPS: usize = 12;
/// ... as far as here chains, the rest rounds of three.
const CHAINS: usize = 14;
/// Changes so many temperatures up are never made.
const HEAT_MAX: f32 = 16.0;

/// An item and the choice that it goes to.
type Step = (usize, usize);

/// Steps of which each item goes where the next one leaves.
struct Steps {
    steps: [Step; 3],
    count: usize,
    /// The last goes where the first one leaves.
    closed: bool,
}

impl Steps {
    fn list(&self) -> &[Step] {
        &self.steps[..self.count]
    }

    /// The item that leaves where this step goes.
    fn leaver(&self, at: usize) -> Option<usize> {
        let next = if at + 1 < self.count { Some(at + 1) } else { self.closed.then_some(0) };
        next.map(|next| self.steps[next].0)
    }
}

/// One random move at a temperature in dollars; whether it was made. There is at least one item.
pub fn step(region: &mut Region, random: &mut Random, temperature: f32) -> bool {
    let item = random.below(region.items());
    let Some(choice) = other(region, random, item) else { return false };
    let first = (item, choice);
    let steps = match random.below(MOVES) {
        ..SHIFTS => Some(Steps { steps: [first; 3], count: 1, closed: false }),
        SHIFTS..SWAPS => swap(region, random, first),
        SWAPS..CHAINS => chain(region, random, first),
        _ => round(region, random, first),
    };
    let Some(steps) = steps else { return false };
    let change = change(region, &steps);
    let heat = -(change as f32) / temperature;
    let made =
        (change <= 0.0 || (heat > -HEAT_MAX && random.unit() < exponential(heat))) && fits(region, &steps);
    if made {
        for (item, choice) in steps.list() {
            region.take(*item, *choice);
        }
    }
    made
}

/// Another choice of an item than the one that it has.
pub fn other(region: &Region, random: &mut Random, item: usize) -> Option<usize> {
    let range = region.range(item);
    if range.len() < 2 {
        return None;
    }
    let pick = range.start + random.below(range.len() - 1);
    Some(if pick >= region.now[item] as usize { pick + 1 } else { pick })
}

/// Nobody gets more hunters than allowed. A hunter may take the place of another who leaves.
fn fits(region: &Region, steps: &Steps) -> bool {
    steps.list().iter().enumerate().all(|(at, (item, choice))| {
        steps.leaver(at).is_some_and(|leaver| region.paired[leaver])
            || !region.full(*item, region.choices[*choice].seller)
    })
}

/// An item of the seller where the first one goes comes back for it.
fn swap(region: &Region, random: &mut Random, first: Step) -> Option<Steps> {
    let (item, choice) = first;
    let second = partner(region, random, region.choices[choice].seller, region.has(item).seller, item)?;
    Some(Steps { steps: [first, second, second], count: 2, closed: true })
}

/// An item of one seller that can go to another one.
fn partner(region: &Region, random: &mut Random, of: u32, to: u32, not: usize) -> Option<Step> {
    let members = region.members_of(of);
    if members.is_empty() {
        return None;
    }
    (0..TRIES).find_map(|_| {
        let item = members[random.below(members.len())] as usize;
        Some((item, region.choice_with(item, to).filter(|_| item != not)?))
    })
}

/// An item where the first one goes that goes on to a third seller.
fn thrown(region: &Region, random: &mut Random, first: Step) -> Option<Step> {
    let (a, b) = (region.has(first.0).seller, region.choices[first.1].seller);
    let members = region.members_of(b);
    if members.is_empty() {
        return None;
    }
    let second = members[random.below(members.len())] as usize;
    let onward = other(region, random, second)?;
    let c = region.choices[onward].seller;
    (c != a && c != b && second != first.0).then_some((second, onward))
}

/// The first item throws another one out, which finds a third seller.
fn chain(region: &Region, random: &mut Random, first: Step) -> Option<Steps> {
    let second = thrown(region, random, first)?;
    Some(Steps { steps: [first, second, second], count: 2, closed: false })
}

/// The first item throws another one out, for which a third one comes back.
fn round(region: &Region, random: &mut Random, first: Step) -> Option<Steps> {
    let second = thrown(region, random, first)?;
    let (a, c) = (region.has(first.0).seller, region.choices[second.1].seller);
    let third = partner(region, random, c, a, first.0)?;
    Some(Steps { steps: [first, second, third], count: 3, closed: true })
}

/// What steps change, in dollars.
fn change(region: &Region, steps: &Steps) -> f64 {
    let mut change = 0.0;
    for (at, (item, choice)) in steps.list().iter().enumerate() {
        let (has, comes) = (region.has(*item), region.choices[*choice]);
        let seller = comes.seller as usize;
        let load = match steps.leaver(at) {
            Some(leaver) => less(region.loads[seller], region.has(leaver).load),
            None => region.loads[seller],
        };
        change += f64::from(comes.regret - has.regret) - region.cost_now(seller)
            + region.cost(seller, more(load, comes.load));
    }
    if !steps.closed {
        let has = region.has(steps.steps[0].0);
        let seller = has.seller as usize;
        change += region.cost(seller, less(region.loads[seller], has.load)) - region.cost_now(seller);
    }
    change
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::rules::band::Band;
    use crate::align::search::region::Choice;
    use crate::align::search::shape::Shape;

    /// Four sellers, thirty items with two or three choices, every fifth a hunter.
    fn region(random: &mut Random) -> Region {
        let mut region =
            Region { names: (0..4).collect(), starts: vec![0], paired_max: 2, ..Region::default() };
        region.loads = vec![[0.0; 2]; 4];
        region.pairs = vec![0; 4];
        for item in 0..30 {
            let first = item % 4;
            for turn in 0..2 + random.below(2) as u32 {
                let load = [random.unit() * 20.0, random.unit() * 9000.0];
                let regret = random.unit() * 50.0;
                region.choices.push(Choice { seller: (first + turn) % 4, regret, load });
            }
            region.now.push(region.starts[item as usize]);
            region.starts.push(region.choices.len() as u32);
            region.paired.push(item % 5 == 0);
            region.pairs[first as usize] += u32::from(item % 5 == 0);
            let of = region.has(item as usize);
            region.loads[first as usize] = more(region.loads[first as usize], of.load);
        }
        let hours = Shape::new(&Band::around(75.0, 0.1, 120.0), 7.0, 1e9);
        let potential = Shape::new(&Band::around(30_000.0, 0.15, 0.02), -0.004, 1e9);
        region.shapes = vec![[hours, potential]; 4];
        region.settle();
        region
    }

    #[test]
    fn what_a_move_changes_is_the_difference_of_two_totals() {
        let mut random = Random::new(7, &[]);
        let mut region = region(&mut random);
        let mut counts = [0; 4];
        for _ in 0..3000 {
            let item = random.below(region.items());
            let Some(choice) = other(&region, &mut random, item) else { continue };
            let first = (item, choice);
            let candidates = [
                Some(Steps { steps: [first; 3], count: 1, closed: false }),
                swap(&region, &mut random, first),
                chain(&region, &mut random, first),
                round(&region, &mut random, first),
            ];
            for (kind, steps) in candidates.into_iter().enumerate() {
                let Some(steps) = steps else { continue };
                let (expected, before) = (change(&region, &steps), region.total());
                let back: Vec<Step> =
                    steps.list().iter().map(|step| (step.0, region.now[step.0] as usize)).collect();
                let sum: f64 = steps.list().iter().map(|step| region.take(step.0, step.1)).sum();
                let mut anew = region.clone();
                anew.settle();
                let found = anew.total() - before;
                assert!(
                    (found - expected).abs() < 0.02 && (sum - expected).abs() < 0.02,
                    "{:?} {expected} {found}",
                    steps.list()
                );
                counts[kind] += 1;
                back.into_iter().for_each(|(item, choice)| {
                    region.take(item, choice);
                });
            }
        }
        assert!(counts.iter().all(|count| *count > 300), "{counts:?}");
    }

    #[test]
    fn nobody_gets_more_hunters_than_allowed() {
        let mut random = Random::new(8, &[]);
        let mut region = region(&mut random);
        let made = (0..30_000).filter(|_| step(&mut region, &mut random, 500.0)).count();
        assert!(made > 1000);
        let mut pairs = vec![0; 4];
        for item in (0..30).step_by(5) {
            pairs[region.has(item).seller as usize] += 1;
        }
        assert_eq!(pairs, region.pairs);
        assert!(pairs.iter().all(|count| *count <= 2), "{pairs:?}");
    }

    #[test]
    fn at_no_temperature_the_total_only_falls() {
        let mut random = Random::new(9, &[]);
        let mut region = region(&mut random);
        let mut total = region.total();
        for _ in 0..20_000 {
            step(&mut region, &mut random, 1e-9);
            assert!(region.total() <= total + 1e-6);
            total = region.total();
        }
    }
}
