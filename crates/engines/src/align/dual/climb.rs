//! Climbs one stage: accelerated steps, each price by itself with the bend of its load, and the band's term in closed form. Two
//! safeguards keep it from running away: bends have a floor and a memory, and after a collapse it goes back to the best point.
use super::smooth::Smooth;
use crate::align::market::Market;
use crate::align::rules::band::Band;

/// A climb under way.
pub struct Climb<'a> {
    smooth: &'a Smooth,
    bands: Vec<[Band; 2]>,
    floors: Vec<[f64; 2]>,
    /// How far each price may go in this stage.
    boxes: Vec<[[f64; 2]; 2]>,
    bends: Vec<[f64; 2]>,
    now: Vec<[f64; 2]>,
    ahead: Vec<[f64; 2]>,
    momentum: f64,
    caution: f64,
}

/// The best point of a stage.
pub struct Reached {
    /// Where it is.
    pub prices: Vec<[f64; 2]>,
    /// The smoothed dual there.
    pub smooth: f64,
    /// The dual without smoothing, over the columns of the stage.
    pub hard: f64,
    /// How many sellers' prices are at the end of the way that they may go in a round.
    pub stopped: usize,
}

/// An item bends both loads at once and in two sellers at once, so that a step by its own bend would be too long.
const BEND_TIMES: f64 = 3.0;
/// What of a bend is remembered in the next step.
const MEMORY: f64 = 0.9;
/// The floor of a bend: this share of the target moves with a price change of one temperature.
const FLOOR_SHARE: f64 = 0.02;
/// A fall by this share of the value is a collapse.
const COLLAPSE: f64 = 0.02;
/// How many temperatures a price may move in a stage. Columns that were too dear at its begin stay too dear.
const BOX: f64 = 8.0;
/// Steps without progress after which the stage is done.
const PATIENCE: usize = 10;
/// Progress that counts, as a share of the value.
const PROGRESS: f64 = 1e-6;

impl<'a> Climb<'a> {
    /// Begins at some prices.
    pub fn new<M: Market>(market: &M, smooth: &'a Smooth, from: Vec<[f64; 2]>, temperature: f64) -> Self {
        let sellers = market.sellers();
        let bands: Vec<[Band; 2]> = (0..sellers).map(|seller| market.bands(seller)).collect();
        let units: Vec<[f64; 2]> = bands.iter().map(|bands| market.unit_prices(bands)).collect();
        let floor = |(bands, units): (&[Band; 2], &[f64; 2])| {
            [0, 1].map(|which| FLOOR_SHARE * bands[which].high.min(1e15) / (units[which] * temperature))
        };
        let floors: Vec<[f64; 2]> = bands.iter().zip(&units).map(floor).collect();
        let reach = |seller: usize, which: usize| {
            let (rate, by) = (bands[seller][which].rate, BOX * temperature * units[seller][which]);
            let from = from[seller][which];
            [(from - by).max(-rate), (from + by).min(rate)]
        };
        let boxes = (0..sellers).map(|seller| [0, 1].map(|which| reach(seller, which))).collect();
        Self {
            smooth,
            bends: floors.clone(),
            bands,
            floors,
            boxes,
            ahead: from.clone(),
            now: from,
            momentum: 1.0,
            caution: 1.0,
        }
    }

    /// Takes at most so many steps; the best point on the way.
    pub fn steps(mut self, most: usize) -> Reached {
        let mut best = Reached {
            prices: self.now.clone(),
            smooth: f64::NEG_INFINITY,
            hard: f64::NEG_INFINITY,
            stopped: 0,
        };
        let mut idle = 0;
        for _ in 0..most {
            let found = self.smooth.at(&self.ahead);
            let terms = self.terms(&self.ahead);
            let value = found.value + terms;
            idle = if value > best.smooth + PROGRESS * value.abs() { 0 } else { idle + 1 };
            if value > best.smooth {
                best = Reached {
                    prices: self.ahead.clone(),
                    smooth: value,
                    hard: found.hard + terms,
                    stopped: 0,
                };
            }
            if idle >= PATIENCE {
                break;
            }
            if value < best.smooth - COLLAPSE * best.smooth.abs() {
                self.go_back(&best.prices);
            } else {
                self.step(&found.loads, &found.bends);
            }
        }
        best.stopped = self.stopped(&best.prices);
        best
    }

    fn stopped(&self, prices: &[[f64; 2]]) -> usize {
        let at_end = |seller: usize, which: usize| {
            let ([low, high], price, rate) =
                (self.boxes[seller][which], prices[seller][which], self.bands[seller][which].rate);
            (price <= low && low > -rate) || (price >= high && high < rate)
        };
        (0..prices.len()).filter(|seller| at_end(*seller, 0) || at_end(*seller, 1)).count()
    }

    /// The bands' terms.
    fn terms(&self, prices: &[[f64; 2]]) -> f64 {
        let term = |(bands, prices): (&[Band; 2], &[f64; 2])| {
            bands[0].support(prices[0]) + bands[1].support(prices[1])
        };
        self.bands.iter().zip(prices).map(term).sum()
    }

    fn go_back(&mut self, best: &[[f64; 2]]) {
        self.now = best.to_vec();
        self.ahead = best.to_vec();
        self.momentum = 1.0;
        self.caution *= 3.0;
    }

    fn step(&mut self, loads: &[[f64; 2]], bends: &[[f64; 2]]) {
        let mut turn = 0.0;
        let mut next = self.now.clone();
        for seller in 0..next.len() {
            for which in [0, 1] {
                let bend = &mut self.bends[seller][which];
                let seen = BEND_TIMES * self.caution * bends[seller][which];
                *bend = seen.max(MEMORY * *bend).max(self.caution * self.floors[seller][which]);
                let (ahead, now) = (self.ahead[seller][which], self.now[seller][which]);
                let [low, high] = self.boxes[seller][which];
                let to = best_price(&self.bands[seller][which], ahead, loads[seller][which], *bend)
                    .clamp(low, high);
                turn += *bend * (ahead - to) * (to - now);
                next[seller][which] = to;
            }
        }
        // Where the step turns back on the momentum, the momentum has carried too far.
        let before = if turn > 0.0 { 1.0 } else { self.momentum };
        self.momentum = f64::midpoint(1.0, (1.0 + 4.0 * before * before).sqrt());
        let carry = (before - 1.0) / self.momentum;
        for (seller, to) in next.iter().enumerate() {
            for which in [0, 1] {
                let [low, high] = self.boxes[seller][which];
                let (to, now) = (to[which], self.now[seller][which]);
                self.ahead[seller][which] = (to + carry * (to - now)).clamp(low, high);
            }
        }
        self.now = next;
    }
}

/// The price that is best for one seller where the load falls with the price by the bend: beyond the upper end of the band the
/// price rises, below the lower end it falls below zero, between them it is zero.
fn best_price(band: &Band, price: f64, load: f64, bend: f64) -> f64 {
    let high = price + (load - band.high) / bend;
    let low = price + (load - band.low) / bend;
    if high > 0.0 { high } else { low.min(0.0) }
}
