//! Rows put together by what they belong to: one list, and where each group begins in it.

/// Rows by group; a group is a place in the list of keys.
#[derive(Clone, Debug)]
pub struct Grouped<T> {
    rows: Vec<T>,
    starts: Vec<usize>,
}

impl<T> Grouped<T> {
    /// Groups rows by key, keeping their order within each; rows of other keys are left out. Keys differ.
    pub fn new(keys: &[i64], rows: Vec<(i64, T)>) -> Self {
        let mut places: Vec<(i64, usize)> = keys.iter().copied().zip(0..).collect();
        places.sort_unstable();
        let place = |key: i64| places.binary_search_by_key(&key, |(key, _)| *key).ok().map(|at| places[at].1);
        let mut placed: Vec<(usize, T)> =
            rows.into_iter().filter_map(|(key, row)| Some((place(key)?, row))).collect();
        placed.sort_by_key(|(place, _)| *place);
        let mut starts = vec![0; keys.len() + 1];
        for (place, _) in &placed {
            starts[place + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self { rows: placed.into_iter().map(|(_, row)| row).collect(), starts }
    }

    /// The rows of a group.
    pub fn of(&self, group: usize) -> &[T] {
        &self.rows[self.starts[group]..self.starts[group + 1]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_together_and_strangers_are_left_out() {
        let grouped = Grouped::new(&[7, 3, 5], vec![(5, 'a'), (3, 'b'), (9, 'c'), (5, 'd')]);
        assert_eq!(grouped.of(0), []);
        assert_eq!(grouped.of(1), ['b']);
        assert_eq!(grouped.of(2), ['a', 'd']);
    }
}
