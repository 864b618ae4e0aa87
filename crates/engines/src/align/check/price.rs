//! The checker's own prices of every pair, by the haversine formula, and the lower bound of a certificate over all of them.
use super::files::{Hunter, Instance, Unit};

fn kilometres(earth_km: f64, from: (f64, f64), to: (f64, f64)) -> f64 {
    let (north, south) = (from.0.to_radians(), to.0.to_radians());
    let up = ((south - north) / 2.0).sin().powi(2);
    let across = ((to.1 - from.1).to_radians() / 2.0).sin().powi(2);
    let haversine = up + north.cos() * south.cos() * across;
    2.0 * earth_km * haversine.sqrt().min(1.0).asin()
}

/// Dollars of a unit with a seller; infinite where that is forbidden.
pub fn unit_price(instance: &Instance, unit: &Unit, rep: usize) -> f64 {
    let (c, seller) = (&instance.constants, &instance.sellers[rep]);
    let home = unit.owner == rep as f64;
    let banned = seller.inside && (unit.enterprise || unit.hunter >= 0.0);
    if (unit.locked && !home) || (banned && !unit.locked) {
        return f64::INFINITY;
    }
    let mut price = 0.0;
    if seller.inside {
        price += c.inside_tz_cost * unit.hours * (unit.longitude - seller.longitude).abs() / 15.0;
        if !unit.remote {
            price += c.inside_nonremote_frac * unit.potential + c.inside_nonremote_fix;
        }
    } else {
        let ends = ((unit.latitude, unit.longitude), (seller.latitude, seller.longitude));
        price += 2.0 * kilometres(c.earth_km, ends.0, ends.1) * unit.visits * c.km_cost;
        if unit.remote {
            price += c.field_premium * unit.hours;
        }
    }
    if unit.owner >= 0.0 && !home {
        price += unit.relationship * (unit.arr * c.disrupt_frac + c.disrupt_fix);
    }
    price + c.skill_missing_cost * unit.needs.difference(&seller.skills).count() as f64
}

/// Dollars of a hunter with a seller, pipeline apart; infinite where that is forbidden.
pub fn hunter_price(instance: &Instance, hunter: &Hunter, rep: usize) -> f64 {
    let (c, seller) = (&instance.constants, &instance.sellers[rep]);
    let home = hunter.partner == rep as f64;
    if seller.inside || (hunter.locked && !home) {
        return f64::INFINITY;
    }
    let way =
        kilometres(c.earth_km, (hunter.latitude, hunter.longitude), (seller.latitude, seller.longitude));
    let parted = if hunter.partner >= 0.0 && !home { hunter.relationship } else { 0.0 };
    2.0 * way * c.hunter_meetings * c.km_cost + parted * c.hunter_disrupt
}

/// The lower bound of prices: every unit outside the pipelines, and every hunter with the whole pipeline, at its cheapest seller
/// among all; and the bands' terms. Prices beyond the rates are cut, so that any numbers prove a bound.
pub fn bound(instance: &Instance, prices: &[[f64; 2]]) -> f64 {
    let c = &instance.constants;
    let cut = |[alpha, beta]: &[f64; 2]| [alpha.clamp(-c.pen_w, c.pen_w), beta.clamp(-c.pen_p, c.pen_p)];
    let prices: Vec<[f64; 2]> = prices.iter().map(cut).collect();
    let charged = |load: [f64; 2], rep: usize| prices[rep][0] * load[0] + prices[rep][1] * load[1];
    let reps = 0..instance.sellers.len();
    let whole = |hunter: &Hunter| {
        let load = [hunter.hours, hunter.potential];
        reps.clone().map(|rep| hunter_price(instance, hunter, rep) + charged(load, rep)).collect()
    };
    let mut hunters: Vec<Vec<f64>> = instance.hunters.iter().map(whole).collect();
    let mut sum = 0.0;
    for unit in &instance.units {
        let load = [unit.hours, unit.potential];
        let priced = reps.clone().map(|rep| unit_price(instance, unit, rep) + charged(load, rep));
        match hunters.get_mut(unit.hunter as usize).filter(|_| unit.hunter >= 0.0) {
            Some(hunter) => hunter.iter_mut().zip(priced).for_each(|(sum, price)| *sum += price),
            None => sum += priced.fold(f64::INFINITY, f64::min),
        }
    }
    sum += hunters.iter().map(|hunter| hunter.iter().copied().fold(f64::INFINITY, f64::min)).sum::<f64>();
    sum - reps.map(|rep| ends(instance, rep, prices[rep])).sum::<f64>()
}

/// What the prices are worth at the ends of a seller's bands.
fn ends(instance: &Instance, rep: usize, prices: [f64; 2]) -> f64 {
    let (c, seller) = (&instance.constants, &instance.sellers[rep]);
    let end = |price: f64, target: f64, tolerance: f64| {
        if price > 0.0 { price * target * (1.0 + tolerance) } else { price * target * (1.0 - tolerance) }
    };
    end(prices[0], seller.hours, c.tol_w) + end(prices[1], seller.potential, c.tol_p)
}
