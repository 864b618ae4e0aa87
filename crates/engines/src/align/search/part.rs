//! A part of a region: some of its sellers, and the items that are with one of them and can go to another of them.
use super::region::Region;

/// A part, and what its items and choices are called in the whole.
#[derive(Clone, Debug)]
pub struct Part {
    /// The part as a region of its own.
    pub region: Region,
    items: Vec<u32>,
    choices: Vec<u32>,
}

impl Part {
    /// Of sellers in ascending order, with choices of at most so much regret; one item may be left where it is.
    pub fn of(whole: &Region, sellers: &[u32], regret_max: f32, fixed: Option<usize>) -> Self {
        let (paired_max, near) = (whole.paired_max, whole.near);
        let region = Region { starts: vec![0], paired_max, near, ..Region::default() };
        let mut part = Self { region, items: Vec::new(), choices: Vec::new() };
        for seller in sellers {
            let at = *seller as usize;
            part.region.names.push(whole.names[at]);
            part.region.loads.push(whole.loads[at]);
            part.region.shapes.push(whole.shapes[at]);
            part.region.pairs.push(whole.pairs[at]);
        }
        let mut places = vec![u32::MAX; whole.loads.len()];
        for (place, seller) in sellers.iter().enumerate() {
            places[*seller as usize] = place as u32;
        }
        for item in sellers.iter().flat_map(|seller| whole.members_of(*seller)) {
            if fixed != Some(*item as usize) {
                part.add(whole, &places, regret_max, *item);
            }
        }
        part.region.settle();
        part
    }

    fn add(&mut self, whole: &Region, places: &[u32], regret_max: f32, item: u32) {
        let region = &mut self.region;
        let (begin, mut now) = (region.choices.len(), 0);
        for choice in whole.range(item as usize) {
            let mut to = whole.choices[choice];
            to.seller = places[to.seller as usize];
            let has = whole.now[item as usize] as usize == choice;
            if to.seller == u32::MAX || (to.regret > regret_max && !has) {
                continue;
            }
            if has {
                now = region.choices.len();
            }
            region.choices.push(to);
            self.choices.push(choice as u32);
        }
        if region.choices.len() < begin + 2 {
            region.choices.truncate(begin);
            self.choices.truncate(begin);
            return;
        }
        region.starts.push(region.choices.len() as u32);
        region.now.push(now as u32);
        region.paired.push(whole.paired[item as usize]);
        self.items.push(item);
    }

    /// The items of the whole that have another choice here than there, with that choice.
    pub fn changes(&self, whole: &Region) -> Vec<(u32, u32)> {
        let now = self.items.iter().zip(&self.region.now);
        let of_whole = now.map(|(item, now)| (*item, self.choices[*now as usize]));
        of_whole.filter(|(item, choice)| whole.now[*item as usize] != *choice).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::rules::band::Band;
    use crate::align::search::region::Choice;
    use crate::align::search::shape::Shape;

    /// Two sellers; of each item what its choices cost above the cheapest, and which it has.
    fn region(items: &[([f32; 2], u32)]) -> Region {
        let mut region = Region { names: vec![0, 1], starts: vec![0], paired_max: 1, ..Region::default() };
        region.loads = vec![[0.0; 2]; 2];
        region.pairs = vec![0; 2];
        let shape = Shape::new(&Band::around(2.0, 0.1, 120.0), 0.0, 1e9);
        region.shapes = vec![[shape; 2]; 2];
        for (regrets, has) in items {
            region.now.push(region.choices.len() as u32 + has);
            let choice = |(seller, regret): (u32, &f32)| Choice { seller, regret: *regret, load: [1.0; 2] };
            region.choices.extend((0..).zip(regrets).map(choice));
            region.starts.push(region.choices.len() as u32);
            region.paired.push(false);
        }
        region.settle();
        region
    }

    #[test]
    fn far_choices_are_left_out_but_not_what_an_item_has() {
        let whole = region(&[([0.0, 2.0], 0), ([0.0, 0.2], 0), ([0.0, 5.0], 1), ([0.0, 2.0], 0)]);
        let part = |regret_max| Part::of(&whole, &[0, 1], regret_max, None);
        let items = |part: &Part| {
            let mut items = part.items.clone();
            items.sort_unstable();
            items
        };
        assert_eq!(items(&part(f32::INFINITY)), [0, 1, 2, 3]);
        assert_eq!(items(&part(1.0)), [1, 2]);
        assert!(part(1.0).changes(&whole).is_empty(), "nothing has moved");
    }
}
