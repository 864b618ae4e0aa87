//! Which units can be served by video and text chat: by the customer's wish, else by distance and value. It is never forced: what is suitable is
//! offered to the engine with its saving, and large customers never are.
use super::record::WishedChannel;
use super::setup::{InsideRule, Segment};
use crate::words::words;

words! {
    /// How a unit can be served, and by what that is told.
    Channel {
        /// From inside: the customer wants it so.
        Wished = "wished",
        /// From inside: it is far from everybody and not large.
        Far = "far",
        /// From inside: it is small.
        SmallValue = "small_value",
        /// By visits: the customer wants them.
        WantsVisits = "wants_visits",
        /// By visits: it is a large customer.
        Large = "large",
        /// By visits: it is near or worth the way.
        Near = "near",
    }
}

impl Channel {
    /// Whether it can be served from inside.
    pub fn is_inside(self) -> bool {
        matches!(self, Self::Wished | Self::Far | Self::SmallValue)
    }
}

/// How a unit can be served. `km` is how far it is from the nearest account manager in the field, where both places are known.
pub fn channel(
    rule: &InsideRule,
    segment: Segment,
    potential: f64,
    km: Option<f64>,
    wish: Option<WishedChannel>,
) -> Channel {
    match wish {
        _ if segment == Segment::Enterprise => Channel::Large,
        Some(WishedChannel::Video) => Channel::Wished,
        Some(WishedChannel::Visits) => Channel::WantsVisits,
        None if potential <= rule.small_potential_max => Channel::SmallValue,
        None if potential <= rule.far_potential_max && km.is_some_and(|km| km >= rule.far_km) => Channel::Far,
        None => Channel::Near,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_comes_before_distance_and_value_but_large_customers_are_visited() {
        let rule = InsideRule { far_km: 150.0, far_potential_max: 60_000.0, small_potential_max: 12_000.0 };
        let of = |segment, potential, km, wish| channel(&rule, segment, potential, km, wish);
        let (small, large) = (Segment::Small, Segment::Enterprise);
        assert_eq!(of(large, 1.0, Some(900.0), Some(WishedChannel::Video)), Channel::Large);
        assert_eq!(of(small, 90_000.0, Some(1.0), Some(WishedChannel::Video)), Channel::Wished);
        assert_eq!(of(small, 1.0, Some(900.0), Some(WishedChannel::Visits)), Channel::WantsVisits);
        assert_eq!(of(small, 12_000.0, Some(1.0), None), Channel::SmallValue);
        assert_eq!(of(small, 60_000.0, Some(150.0), None), Channel::Far);
        assert_eq!(of(small, 60_000.1, Some(150.0), None), Channel::Near);
        assert_eq!(of(small, 60_000.0, Some(149.9), None), Channel::Near);
        assert_eq!(of(small, 60_000.0, None, None), Channel::Near);
    }
}
