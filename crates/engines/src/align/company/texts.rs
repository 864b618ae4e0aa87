//! What core assembled as the four texts of a problem: the same that `tandem align` reads from files and that the independent checker reads, so that
//! there is one door into the engine.
use super::emphasis::Emphasis;
use super::solved::Failed;
use crate::align::check::Texts;
use crate::align::parameters::Parameters;
use crate::align::problem::Problem;
use crate::align::read::{self, Files};
use serde_json::json;
use std::fmt::Write;
use tandem_core::alignments::{Input, Lock, PairLock, Part, Segment};

/// What people decided beforehand.
#[derive(Clone, Copy, Debug)]
pub struct Decided<'a> {
    /// Units.
    pub locks: &'a [Lock],
    /// Pairs.
    pub pairs: &'a [PairLock],
}

/// A problem with its texts.
#[derive(Clone, Debug)]
pub struct Made {
    /// For the engine.
    pub problem: Problem,
    texts: [String; 4],
}

impl Made {
    /// For the checker and for files.
    pub fn texts(&self) -> Texts<'_> {
        let [accounts, reps, hunters, parameters] = &self.texts;
        Texts { accounts, reps, hunters, parameters }
    }
}

/// Makes it under an emphasis.
///
/// # Errors
/// Where decisions contradict each other or leave somebody nobody.
pub fn made(input: &Input, decided: &Decided, emphasis: Emphasis) -> Result<Made, Failed> {
    let texts = [
        accounts(input, decided),
        reps(input),
        hunters(input, decided),
        parameters(&emphasis.on(&usual(input)), input.skills.is_empty()).to_string(),
    ];
    let [units, sellers, pairs, constants] = &texts;
    let files = Files {
        accounts: units.as_bytes(),
        reps: sellers.as_bytes(),
        hunters: pairs.as_bytes(),
        parameters: constants.as_bytes(),
    };
    let told = |refusals: Vec<crate::align::refusal::Refusal>| {
        let all: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        Failed(all.join("; "))
    };
    let problem = read::problem(&files).map_err(told)?;
    Ok(Made { problem, texts })
}

/// The company's constants as the engine calls them.
pub fn usual(input: &Input) -> Parameters {
    let rules = &input.rules;
    Parameters {
        earth_km: 6_371.0,
        km_cost: rules.km_cost,
        field_premium: rules.field_premium,
        inside_nonremote_frac: rules.inside_loss_share,
        inside_nonremote_fix: rules.inside_loss_fix,
        inside_tz_cost: rules.inside_zone_cost,
        disrupt_frac: rules.disruption_share,
        disrupt_fix: rules.disruption_fix,
        hunter_meetings: rules.pair_meetings,
        hunter_disrupt: rules.pair_cost,
        tol_w: rules.hours_band,
        tol_p: rules.potential_band,
        pen_w: rules.hour_cost,
        pen_p: rules.potential_cost,
        hunters_max: rules.hunters_max,
        skill_missing_cost: rules.skill_cost,
    }
}

fn parameters(of: &Parameters, is_unskilled: bool) -> serde_json::Value {
    let mut value = json!({
        "earth_km": of.earth_km, "km_cost": of.km_cost, "field_premium": of.field_premium,
        "inside_nonremote_frac": of.inside_nonremote_frac, "inside_nonremote_fix": of.inside_nonremote_fix,
        "inside_tz_cost": of.inside_tz_cost, "disrupt_frac": of.disrupt_frac, "disrupt_fix": of.disrupt_fix,
        "hunter_meetings": of.hunter_meetings, "hunter_disrupt": of.hunter_disrupt, "tol_w": of.tol_w,
        "tol_p": of.tol_p, "pen_w": of.pen_w, "pen_p": of.pen_p,
    });
    if let Some(most) = of.hunters_max {
        value["hunters_max"] = json!(most);
    }
    if !is_unskilled {
        value["skill_missing_cost"] = json!(of.skill_missing_cost);
    }
    value
}

/// Units. Whoever is decided for counts as the owner, because a lock keeps a unit where it is; who had it before is no cost of the search then.
fn accounts(input: &Input, decided: &Decided) -> String {
    let mut text = String::from(
        "account,lat,lon,segment,remote,visits,workload_h,arr,potential,owner,relationship,locked,hunter",
    );
    // Files of whoever has no skills are as they were before there were any.
    let is_skilled = !input.skills.is_empty();
    text.push_str(if is_skilled { ",needs\n" } else { "\n" });
    let (places, fixed) = (input.places(), input.fixed(decided.locks));
    for (at, (unit, fixed)) in input.units.iter().zip(fixed).enumerate() {
        let segment = match unit.segment {
            Segment::Enterprise => "ENT",
            Segment::Middle => "MM",
            Segment::Small => "SMB",
        };
        let owner = fixed.or_else(|| places.get(&unit.owner?).copied());
        let hunter = unit.hunter.and_then(|hunter| input.hunter_at(hunter));
        // Writing to a text never fails.
        let _ = write!(
            text,
            "{at},{},{},{segment},{},{},{},{},{},{},{},{},{}",
            unit.lat,
            unit.lon,
            u8::from(unit.channel.is_inside()),
            unit.visits,
            unit.hours,
            unit.arr,
            unit.potential,
            number(owner),
            unit.relationship,
            u8::from(fixed.is_some()),
            number(hunter),
        );
        end(&mut text, is_skilled, unit.needs);
    }
    text
}

/// Ends a row with the numbers of skills, where there are any. Names that people give could hold commas.
fn end(text: &mut String, is_skilled: bool, skills: u64) {
    let numbers: Vec<String> =
        (0..u64::BITS).filter(|at| skills & (1 << at) != 0).map(|at| at.to_string()).collect();
    let _ = if is_skilled { writeln!(text, ",{}", numbers.join(";")) } else { writeln!(text) };
}

fn number(place: Option<usize>) -> i64 {
    place.map_or(-1, |place| place as i64)
}

fn reps(input: &Input) -> String {
    let mut text = String::from("rep,role,lat,lon,target_h,target_potential");
    let is_skilled = !input.skills.is_empty();
    text.push_str(if is_skilled { ",skills\n" } else { "\n" });
    for (at, seller) in input.sellers.iter().enumerate() {
        let role = if seller.part == Part::Inside { "inside" } else { "field" };
        let (lat, lon, hours, potential) = (seller.lat, seller.lon, seller.hours, seller.potential);
        let _ = write!(text, "{at},{role},{lat},{lon},{hours},{potential}");
        end(&mut text, is_skilled, input.skills_of(seller.id));
    }
    text
}

fn hunters(input: &Input, decided: &Decided) -> String {
    let mut text = String::from("hunter,lat,lon,new_workload_h,new_potential,partner,relationship,locked\n");
    for (at, hunter) in input.hunters.iter().enumerate() {
        let locked = decided.pairs.iter().find(|pair| pair.hunter == hunter.id);
        let locked = locked.and_then(|pair| input.seller_at(pair.manager));
        let partner = locked.or_else(|| input.seller_at(hunter.partner?));
        let _ = writeln!(
            text,
            "{at},{},{},{},{},{},{},{}",
            hunter.lat,
            hunter.lon,
            hunter.hours,
            hunter.potential,
            number(partner),
            hunter.relationship,
            u8::from(locked.is_some()),
        );
    }
    text
}
