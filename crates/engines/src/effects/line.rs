//! A line, straight or bent, over the months of the year: fitted to the months before and drawn on into the months after.

/// How the line may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Straight.
    Straight,
    /// Bent once: a fall that slows down is no effect.
    Bent,
}

/// The line of one series: which months are fitted and which are forecast.
pub struct Line {
    /// One row per month that is fitted.
    fitted: Vec<Vec<f64>>,
    /// One row per month that is forecast.
    forecast: Vec<Vec<f64>>,
    /// Coefficients are this times the fitted values.
    solve: Vec<Vec<f64>>,
}

/// What a fit leaves.
pub struct Left {
    /// The mean of what was seen after, less the mean of the forecast.
    pub gap: f64,
    /// The scatter of the residuals.
    pub scatter: f64,
    /// The residuals of the months before.
    pub residuals: Vec<f64>,
    /// Correlation of neighbouring residuals.
    pub persistence: f64,
}

const MONTHS: usize = 12;

impl Line {
    /// For months counted from any January; absent where a month of the year was never seen before, or too few are left to judge.
    pub fn new(before: &[usize], after: &[usize], shape: Shape) -> Option<Self> {
        let middle = before.iter().sum::<usize>() as f64 / before.len().max(1) as f64;
        let row = |month: &usize| {
            let time = (*month as f64 - middle) / MONTHS as f64;
            let season = (0..MONTHS).map(|place| f64::from(u8::from(month % MONTHS == place)));
            let bend = (shape == Shape::Bent).then_some(time * time);
            season.chain([time]).chain(bend).collect::<Vec<f64>>()
        };
        let fitted: Vec<Vec<f64>> = before.iter().map(row).collect();
        let forecast: Vec<Vec<f64>> = after.iter().map(row).collect();
        let width = fitted.first()?.len();
        // Two months are left over at least, or the scatter is not known.
        if after.is_empty() || fitted.len() < width + 2 {
            return None;
        }
        let solve = solve(&fitted)?;
        Some(Self { fitted, forecast, solve })
    }

    /// How many months are fitted and forecast.
    pub fn months(&self) -> usize {
        self.fitted.len() + self.forecast.len()
    }

    /// The forecast.
    pub fn forecast(&self, values: &[f64]) -> Vec<f64> {
        let coefficients = self.coefficients(values);
        self.forecast.iter().map(|row| dot(row, &coefficients)).collect()
    }

    /// Fits the first months of `values` and holds the others against the forecast.
    pub fn left(&self, values: &[f64]) -> Left {
        let (before, after) = values.split_at(self.fitted.len().min(values.len()));
        let coefficients = self.coefficients(before);
        let residuals: Vec<f64> =
            before.iter().zip(&self.fitted).map(|(value, row)| value - dot(row, &coefficients)).collect();
        let gaps = after.iter().zip(&self.forecast).map(|(value, row)| value - dot(row, &coefficients));
        let gap = gaps.sum::<f64>() / after.len().max(1) as f64;
        let square: f64 = residuals.iter().map(|residual| residual * residual).sum();
        let free = (self.fitted.len() - coefficients.len()) as f64;
        let neighbours: f64 = residuals.windows(2).map(|pair| pair[0] * pair[1]).sum();
        let persistence = if square > 0.0 { neighbours / square } else { 0.0 };
        Left { gap, scatter: (square / free).sqrt(), residuals, persistence }
    }

    fn coefficients(&self, values: &[f64]) -> Vec<f64> {
        self.solve.iter().map(|row| dot(row, values)).collect()
    }
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// The matrix that makes least-squares coefficients of values: the inverse of X'X times X', by elimination.
fn solve(rows: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let width = rows.first()?.len();
    let product = |one: usize, other: usize| rows.iter().map(|row| row[one] * row[other]).sum::<f64>();
    let mut left: Vec<Vec<f64>> =
        (0..width).map(|one| (0..width).map(|other| product(one, other)).collect()).collect();
    let mut right: Vec<Vec<f64>> =
        (0..width).map(|place| rows.iter().map(|row| row[place]).collect()).collect();
    for pivot in 0..width {
        let scale = left[pivot][pivot];
        // X'X is never negative, so a pivot that is nearly nothing means that the months cannot tell two parts apart.
        if scale < 1e-9 {
            return None;
        }
        left[pivot].iter_mut().chain(&mut right[pivot]).for_each(|value| *value /= scale);
        let (own_left, own_right) = (left[pivot].clone(), right[pivot].clone());
        for other in (0..width).filter(|other| *other != pivot) {
            let factor = left[other][pivot];
            left[other].iter_mut().zip(&own_left).for_each(|(value, own)| *value -= factor * own);
            right[other].iter_mut().zip(&own_right).for_each(|(value, own)| *value -= factor * own);
        }
    }
    Some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bent_line_with_season_is_drawn_on() {
        let value = |month: usize| {
            let time = month as f64 / 12.0;
            3.0 + 2.0 * time - 0.7 * time * time + f64::from(u8::from(month % 12 == 5))
        };
        let (before, after): (Vec<usize>, Vec<usize>) = ((7..40).collect(), (40..46).collect());
        let line = Line::new(&before, &after, Shape::Bent).unwrap();
        let mut values: Vec<f64> = before.iter().chain(&after).map(|month| value(*month)).collect();
        values[33..].iter_mut().for_each(|value| *value += 0.25);
        let left = line.left(&values);
        assert!((left.gap - 0.25).abs() < 1e-9 && left.scatter < 1e-9, "{} {}", left.gap, left.scatter);
        let straight = Line::new(&before, &after, Shape::Straight).unwrap().left(&values);
        assert!((straight.gap - 0.25).abs() > 0.1, "a straight line is fooled: {}", straight.gap);
        assert!(Line::new(&before[..14], &after, Shape::Bent).is_none());
        assert!(Line::new(&before[..11], &after, Shape::Straight).is_none());
    }
}
