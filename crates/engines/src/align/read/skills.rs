//! Names of skills as they stand in the tables, each of which becomes one bit for the time that a problem is solved.

/// Most different names of one problem.
pub const SKILLS_MAX: usize = 64;

/// Names in the order in which they were met.
#[derive(Default)]
pub struct Names(Vec<String>);

impl Names {
    /// The bits of names parted by `;`; none where there are more different names than fit.
    pub fn bits(&mut self, text: &str) -> Option<u64> {
        let mut bits = 0;
        for name in text.split(';').map(str::trim).filter(|name| !name.is_empty()) {
            let known = self.0.iter().position(|one| one == name);
            let at = known.unwrap_or(self.0.len());
            if at >= SKILLS_MAX {
                return None;
            }
            if known.is_none() {
                self.0.push(name.to_owned());
            }
            bits |= 1 << at;
        }
        Some(bits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_one_bit_and_the_sixty_fifth_none() {
        let mut names = Names::default();
        assert_eq!(names.bits(""), Some(0));
        assert_eq!(names.bits("German; French"), Some(0b11));
        assert_eq!(names.bits("French;;"), Some(0b10));
        let many: Vec<String> = (0..62).map(|at| at.to_string()).collect();
        assert_eq!(names.bits(&many.join(";")).map(u64::count_ones), Some(62));
        assert_eq!(names.bits("one more"), None);
    }
}
