//! What is known of a person and a role -> numbers from 0 to 100, one way for each aspect, so that everybody can follow where they come from.
use super::{Aspect, Suits};
use crate::competencies::Standing;
use crate::fit::Fit;
use crate::languages::Words;
use crate::sellers::SellerRole;
use crate::words::words;

words! {
    /// What a person says of doing the work of a role.
    Wish {
        /// Wants it.
        Want = "want",
        /// Would do it.
        Open = "open",
        /// Would rather not.
        RatherNot = "rather_not",
    }
}

impl Wish {
    /// What people call it.
    pub fn words(self) -> Words {
        match self {
            Self::Want => Words::fixed("wants it", "希望擔任"),
            Self::Open => Words::fixed("is open to it", "願意考慮"),
            Self::RatherNot => Words::fixed("would rather not", "不太願意"),
        }
    }

    /// 0 to 100.
    pub fn points(self) -> u8 {
        match self {
            Self::Want => 100,
            Self::Open => 60,
            Self::RatherNot => 10,
        }
    }
}

/// The roles that people are staffed to.
pub const ROLES: [SellerRole; 3] =
    [SellerRole::Hunter, SellerRole::AccountManager, SellerRole::InsideAccountManager];

/// Points of fit that a standard deviation of it is worth; 50 is the mean of people.
const POINTS_OF_SD: f64 = 20.0;
/// Standard deviations that 80 % of a normal distribution lie within.
const BAND: f64 = 1.281_551_565_544_6;
/// Parts of a role's competencies that must have been assessed before anything is said.
const ASSESSED_PERCENT_MIN: usize = 50;

/// Fit as points with how far they may be off.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0 to 100")]
pub fn of_fit(fit: Fit) -> (u8, u8) {
    let whole = |points: f64| points.round().clamp(0.0, 100.0) as u8;
    (whole(50.0 + POINTS_OF_SD * fit.mean), whole(POINTS_OF_SD * BAND * fit.sd))
}

/// What was assessed of the competencies of a role: the mean of levels over what is needed, at most all of it; none where less than half of them
/// was assessed by somebody but the person.
pub fn of_competencies(standings: &[Standing]) -> Option<u8> {
    let known: Vec<(u32, u32)> = standings
        .iter()
        .filter_map(|one| Some((u32::from(one.level?.min(one.needed)), u32::from(one.needed))))
        .collect();
    if known.is_empty() || known.len() * 100 < standings.len() * ASSESSED_PERCENT_MIN {
        return None;
    }
    let (have, need) = known.iter().fold((0, 0), |(have, need), one| (have + one.0, need + one.1));
    u8::try_from(have * 100 / need).ok()
}

/// Relationships with customers: whoever serves many keeps them in a role that keeps customers, and gives them away when hunting. `most` is the
/// largest book among those who are thought of; none where nobody serves anybody.
pub fn of_relationships(role: SellerRole, customers: u32, most: u32) -> Option<u8> {
    let kept = u8::try_from(customers.min(most).checked_mul(100)?.checked_div(most)?).ok()?;
    Some(if role == SellerRole::Hunter { 100 - kept } else { kept })
}

/// How near the person lives to the customers that the person serves: `near` of `all` within a day's drive. By video it does not matter; for
/// hunting it is not known, because the customers are not there yet.
pub fn of_location(role: SellerRole, near: u32, all: u32) -> Option<u8> {
    let share = u8::try_from(near.min(all).checked_mul(100)?.checked_div(all)?).ok()?;
    match role {
        SellerRole::AccountManager => Some(share),
        SellerRole::InsideAccountManager => Some(100),
        _ => None,
    }
}

/// Kilometres between two places, latitude before longitude, in degrees (haversine, on a sphere).
pub fn kilometres(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (from, to) = (one.0.to_radians(), other.0.to_radians());
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let angle = half(other.0 - one.0) + from.cos() * to.cos() * half(other.1 - one.1);
    2.0 * 6_371.0 * angle.clamp(0.0, 1.0).sqrt().asin()
}

/// One aspect in words: what the number was made from.
pub fn meaning(aspect: Aspect) -> Words {
    match aspect {
        Aspect::Fit => Words::fixed(
            "50 is the mean of people, 20 points are one standard deviation; traits count little, the record more",
            "50 為平均，20 分為一個標準差；量表影響小，實績影響較大",
        ),
        Aspect::Wish => Words::fixed(
            "100 wants it, 60 is open to it, 10 would rather not",
            "希望擔任 100，願意考慮 60，不太願意 10",
        ),
        Aspect::Competencies => Words::fixed(
            "the part of what the role needs that others have seen",
            "角色所需職能中，他人已看到的比例",
        ),
        Aspect::Relationships => Words::fixed(
            "customers served today, beside the largest book of the group; for hunting what is left of 100",
            "目前服務的客戶數相對於群組內最大者；開發角色則為 100 減去該值",
        ),
        Aspect::Location => Words::fixed(
            "the part of the own customers within 100 km; by video it does not matter",
            "自己的客戶位於 100 公里內的比例；遠距服務不受影響",
        ),
    }
}

impl Suits {
    /// Without fit, because the person took back what it was made from.
    #[must_use]
    pub fn without_fit(self) -> Self {
        Self { fit: None, fit_band: None, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::competencies::Source;

    #[test]
    fn numbers_come_from_what_is_known() {
        assert_eq!(of_fit(Fit { mean: 0.5, sd: 0.95 }), (60, 24));
        assert_eq!(of_fit(Fit { mean: -4.0, sd: 0.0 }), (0, 0));
        let (hunter, keeper) = (SellerRole::Hunter, SellerRole::AccountManager);
        assert_eq!(
            (of_relationships(hunter, 15, 60), of_relationships(keeper, 15, 60)),
            (Some(75), Some(25))
        );
        assert_eq!(of_relationships(keeper, 0, 0), None);
        // Taipei to Kaohsiung.
        assert!((kilometres((25.04, 121.56), (22.63, 120.30)) - 297.0).abs() < 3.0);
        assert_eq!((of_location(keeper, 3, 4), of_location(hunter, 3, 4)), (Some(75), None));
        let standing = |level: Option<u8>| Standing {
            competency: "x",
            title: Words::same("x"),
            level,
            source: level.map(|_| Source::Manager),
            own: Some(4),
            needed: 3,
            critical: true,
            gap: 0,
            talk: false,
        };
        assert_eq!(of_competencies(&[standing(Some(4)), standing(Some(2)), standing(None)]), Some(83));
        assert_eq!(of_competencies(&[standing(Some(4)), standing(None), standing(None)]), None);
    }
}
