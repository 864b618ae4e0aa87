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
    /// Of sellers in ascending order; one item may be left where it is.
    pub fn of(whole: &Region, sellers: &[u32], fixed: Option<usize>) -> Self {
        let region = Region { starts: vec![0], paired_max: whole.paired_max, ..Region::default() };
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
                part.add(whole, &places, *item);
            }
        }
        part.region.settle();
        part
    }

    fn add(&mut self, whole: &Region, places: &[u32], item: u32) {
        let region = &mut self.region;
        let (begin, mut now) = (region.choices.len(), 0);
        for choice in whole.range(item as usize) {
            let mut to = whole.choices[choice];
            to.seller = places[to.seller as usize];
            if to.seller == u32::MAX {
                continue;
            }
            if whole.now[item as usize] as usize == choice {
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
