//! Field sellers in blocks of neighbours, so that a whole block can be passed over when it is too far or too dear.
use crate::align::problem::{Problem, Role};
use std::ops::Range;

/// Sellers per block, at most.
const BLOCK: usize = 16;

/// All field sellers.
#[derive(Debug)]
pub struct Blocks {
    /// Sellers, block by block.
    pub sellers: Vec<u32>,
    /// Where each of them starts from.
    pub vectors: Vec<[f64; 3]>,
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// Some neighbours.
#[derive(Debug)]
pub struct Block {
    /// Where they stand in the list of sellers.
    pub range: Range<usize>,
    /// A point in their middle.
    centre: [f64; 3],
    /// The longest chord from there to one of them, earth radii.
    radius: f64,
}

impl Blocks {
    /// Halves the sellers along their longest axis until the blocks are small.
    pub fn new(problem: &Problem) -> Self {
        let field = |seller: &u32| problem.sellers[*seller as usize].role == Role::Field;
        let mut sellers: Vec<u32> = (0..problem.sellers.len() as u32).filter(field).collect();
        let mut blocks = Vec::new();
        let vector = |seller: &u32| problem.sellers[*seller as usize].place.vector;
        let whole = 0..sellers.len();
        split(&vector, &mut sellers, whole, BLOCK, &mut |_, range, centre, radius| {
            blocks.push(Block { range, centre, radius });
        });
        let vectors = sellers.iter().map(vector).collect();
        Self { sellers, vectors, blocks }
    }

    /// The least price of an hour and of a dollar of potential in every block, one after the other.
    pub fn least_prices(&self, prices: &[[f64; 2]]) -> Vec<f64> {
        let least = |block: &Block| {
            let of = self.sellers[block.range.clone()].iter().map(|seller| prices[*seller as usize]);
            of.fold([f64::INFINITY; 2], |a, b| [a[0].min(b[0]), a[1].min(b[1])])
        };
        self.blocks.iter().flat_map(least).collect()
    }

    /// The nearest sellers to a place.
    pub fn nearest(&self, from: [f64; 3], most: usize, found: &mut Vec<u32>) {
        let mut near: Vec<(f64, u32)> = Vec::with_capacity(most + 1);
        let mut lows: Vec<(f64, usize)> =
            self.blocks.iter().enumerate().map(|(at, block)| (block.chord_min(from), at)).collect();
        lows.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for (low, block) in lows {
            if near.len() == most && near.last().is_some_and(|(far, _)| *far < low) {
                break;
            }
            for at in self.blocks[block].range.clone() {
                let (far, seller) = (chord(from, self.vectors[at]), self.sellers[at]);
                let place = near.partition_point(|(other, id)| (*other, *id) < (far, seller));
                if place < most {
                    near.truncate(most - 1);
                    near.insert(place, (far, seller));
                }
            }
        }
        found.extend(near.into_iter().map(|(_, seller)| seller));
    }
}

impl Block {
    /// No chord from this place to a seller of the block is shorter, earth radii.
    pub fn chord_min(&self, from: [f64; 3]) -> f64 {
        (chord(from, self.centre) - self.radius).max(0.0)
    }
}

/// The straight line between two places, earth radii.
pub fn chord(a: [f64; 3], b: [f64; 3]) -> f64 {
    let [x, y, z] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
    (x * x + y * y + z * z).sqrt()
}

/// Halves a list along its longest axis, again and again; every part of at most so many is told, in order, with its middle and radius.
pub fn split(
    vector: &impl Fn(&u32) -> [f64; 3],
    list: &mut [u32],
    range: Range<usize>,
    most: usize,
    tell: &mut impl FnMut(&[u32], Range<usize>, [f64; 3], f64),
) {
    let part = &mut list[range.clone()];
    if part.is_empty() {
        return;
    }
    let (mut low, mut high) = ([f64::INFINITY; 3], [f64::NEG_INFINITY; 3]);
    for at in part.iter().map(vector) {
        for axis in 0..3 {
            low[axis] = low[axis].min(at[axis]);
            high[axis] = high[axis].max(at[axis]);
        }
    }
    if part.len() <= most {
        let centre = [0, 1, 2].map(|axis| f64::midpoint(low[axis], high[axis]));
        let radius = part.iter().map(|id| chord(centre, vector(id))).fold(0.0, f64::max);
        tell(part, range, centre, radius);
        return;
    }
    let wide = |axis: &usize| high[*axis] - low[*axis];
    let axis = (0..3).max_by(|a, b| wide(a).total_cmp(&wide(b))).unwrap_or_default();
    let half = part.len() / 2;
    part.select_nth_unstable_by(half, |a, b| vector(a)[axis].total_cmp(&vector(b)[axis]).then(a.cmp(b)));
    let middle = range.start + half;
    split(vector, list, range.start..middle, most, tell);
    split(vector, list, middle..range.end, most, tell);
}
