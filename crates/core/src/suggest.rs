//! What somebody may have meant who wrote a name that there is not.

/// The nearest of the names there are, where it is near enough to be a slip: at most 2 letters, or a quarter of the word, apart.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let slip = 2.max(name.chars().count() / 4);
    let (apart, near) = names.map(|other| (distance(other, name), other)).min()?;
    (apart <= slip && apart < name.chars().count()).then_some(near)
}

/// How many letters must be put in, taken out or changed (Levenshtein), without regard to case.
pub fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.to_lowercase().chars().take(LETTERS_MAX).collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.to_lowercase().chars().take(LETTERS_MAX).enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for column in 0..other.len() {
            let change = corner + usize::from(other[column] != letter);
            corner = row[column + 1];
            row[column + 1] = change.min(corner + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}

/// Longer words are compared by their beginning, so that nobody can make this slow.
const LETTERS_MAX: usize = 100;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_nothing_else() {
        let names = || ["penetration", "potential", "arr"].into_iter();
        assert_eq!(nearest("Penetraton", names()), Some("penetration"));
        assert_eq!(nearest("weather", names()), None);
        assert_eq!(nearest("x", names()), None);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
