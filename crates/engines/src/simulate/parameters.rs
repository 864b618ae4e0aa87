//! The table of parameters: code name in documents, name here, default, possible values, meaning. Defaults and their sources are
//! in docs/guides/simulation.md; the limits only refuse what cannot be.
use super::setting::{Policy, Setting};
use serde_json::{Map, Value};

/// One row of the table, for people.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// The name in documents.
    pub key: &'static str,
    /// What it is, with its unit.
    pub meaning: &'static str,
    /// Its default.
    pub default: Value,
    /// The least and greatest possible number.
    pub limits: (f64, f64),
}

macro_rules! parameters {
    ($($key:literal $field:ident: $type:ty = $default:expr, $low:literal..$high:literal, $meaning:literal;)*) => {
        /// One company and one plan for its sales force. Arrays of three are by segment (small, mid, enterprise), of four by role
        /// (generalist, hunter, account manager, inside account manager), of two as each says. Money is in dollars.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Scenario { $(#[doc = $meaning] pub $field: $type,)* }

        impl Default for Scenario {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        impl Scenario {
            /// All parameters in the table's order.
            pub fn parameters() -> Vec<Parameter> {
                let default = Self::default();
                vec![$(Parameter {
                    key: $key,
                    meaning: $meaning,
                    default: default.$field.to_value(),
                    limits: ($low as f64, $high as f64),
                },)*]
            }

            /// Sets a parameter by its code name. The error says what was wanted; an unknown name is `None`.
            pub(super) fn set(&mut self, key: &str, value: &Value) -> Option<Result<(), String>> {
                match key {
                    $($key => Some(Setting::read(value).map(|value| self.$field = value)),)*
                    _ => None,
                }
            }

            /// The parameters outside their limits, with what is wrong.
            pub(super) fn outside_limits(&self) -> Vec<(&'static str, String)> {
                let mut found = Vec::new();
                $(if let Some(number) = self.$field.numbers().into_iter().find(|number| !($low as f64..=$high as f64).contains(number)) {
                    found.push(($key, format!("`{number}` is not possible: give a number from {} to {}", $low, $high)));
                })*
                found
            }

            /// The parameters that differ from their defaults, as a document would give them.
            pub fn changed(&self) -> Map<String, Value> {
                let default = Self::default();
                let mut changed = Map::new();
                $(if self.$field != default.$field {
                    changed.insert($key.to_owned(), self.$field.to_value());
                })*
                changed
            }
        }
    };
}

parameters! {
    "T" weeks: i32 = 156, 1..1040, "weeks that are simulated";
    "N0" seats_before: usize = 12, 1..2000, "seats of generalists before the split";
    "team" team: [usize; 4] = [12, 0, 0, 0], 0..2000, "seats from the split on: generalists, hunters, field and inside account managers";
    "t_split" split_week: i32 = 0, 0..1040, "week of the split";
    "n_acc" accounts: [usize; 3] = [2000, 1000, 300], 0..10000000, "accounts of the market, by segment";
    "n_cust0" customers_at_start: [usize; 3] = [60, 42, 10], 0..10000000, "customers among them at the start, by segment";
    "n_bu" units_per_account: [usize; 3] = [1, 2, 4], 1..50, "business units of an account, by segment";
    "p_rem" remote_share: f64 = 0.25, 0..1, "share of remote accounts";
    "pot" potential: [f64; 3] = [40e3, 90e3, 180e3], 1..1e9, "median potential of a unit in dollars of ARR, by segment";
    "s_pot" potential_scale: f64 = 0.45, 0..2, "scale of the log-logistic distribution of potential";
    "land" first_deal: [f64; 2] = [0.25, 0.45], 0..1, "least and greatest share of a unit's potential in the first deal";
    "pen0" penetration_at_start: [f64; 2] = [0.20, 0.60], 0..1, "least and greatest penetration of first units at the start";
    "virg0" other_unit_share: f64 = 0.30, 0..1, "share of the other units that buy at the start";
    "pen0v" other_unit_penetration: [f64; 2] = [0.15, 0.45], 0..1, "least and greatest penetration of those";
    "age0" age_max: i32 = 104, 0..1040, "greatest age of a customer at the start, in weeks";
    "v_seg" attention: [f64; 3] = [0.5, 1.0, 1.5], 0..100, "weight of a prospect in the hunters' attention, by segment";
    "q_max" opportunity_chance_max: f64 = 0.011, 0..1, "greatest chance of an opportunity per prospect and week";
    "kap_h" hunting_half: f64 = 0.08, 1e-6..100, "hunting hours per prospect and week that give half of it";
    "a_h" hunting_shape: f64 = 1.0, 0.1..5, "shape of the response to hunting; above 1 it is S-shaped";
    "win" win_rate: [f64; 3] = [0.25, 0.22, 0.18], 0..1, "share of opportunities that are won, by segment";
    "cyc" cycle: [i32; 3] = [6, 12, 26], 0..520, "weeks from opportunity to decision, by segment";
    "cool" cooling: i32 = 26, 0..1040, "weeks before a lost opportunity is a prospect again";
    "hours" hours: f64 = 40.0, 1..168, "hours of a seller per week";
    "adm" admin_share: f64 = 0.30, 0..1, "share of them without customers";
    "coord" coordination: f64 = 1.0, 0..40, "hours of coordination per seller and week in the two-role model";
    "tau" travel: [f64; 2] = [0.15, 0.60], 0..5, "travel hours per contact hour, near and remote";
    "omega" density: f64 = 0.25, 0..1, "exponent by which thinner roles travel more";
    "zeta" switching_loss: f64 = 0.20, 0..1, "share of hunting lost to switching at full customer load";
    "m_rt" routine_hours: [f64; 3] = [0.15, 0.30, 0.45], 0..40, "routine hours per unit and week, by segment";
    "p_inc" incident_chance: [f64; 3] = [0.04, 0.06, 0.08], 0..1, "urgent incidents per unit and week, by segment";
    "g_inc" incident_hours: [f64; 3] = [2.5, 3.5, 5.0], 0..100, "hours of an incident, by segment";
    "l_impl" implementation_weeks: i32 = 6, 0..520, "weeks of implementation after a sale";
    "h_impl" implementation_hours: [f64; 3] = [1.0, 2.0, 3.0], 0..40, "hours per week of it, by segment";
    "f_easy" easy_hours: f64 = 0.45, 0..40, "easy hours that a friendly unit attracts per week";
    "r_friend" friendly_from: f64 = 0.55, 0..1, "relationship from which a unit is friendly";
    "e_x" expansion_hours: f64 = 0.20, 0..40, "planned expansion hours per unit and week";
    "psi" protection: f64 = 0.20, 0..1, "priority of hunting that coaching and incentives protect";
    "g_plan" hunting_plan: [f64; 2] = [0.50, 0.90], 0..1, "planned share of hunting, of generalists and of hunters";
    "psi_week" intervention_week: Option<i32> = None, 0..1040, "week from which an intervention changes the protection; none: no intervention";
    "psi_new" protection_after: f64 = 0.20, 0..1, "protection from then on";
    "psi_slots" intervention_seats: Option<Vec<usize>> = None, 0..2000, "seats that the intervention is for, counted from 0; none: all";
    "c_psi" protection_cost: f64 = 300.0, 0..1e6, "dollars of coaching per seller and week at full protection";
    "ramp0" ramp_start: f64 = 0.30, 0..1, "productivity of a new seller";
    "t_ramp" ramp_weeks: f64 = 22.0, 0.1..520, "weeks to full productivity";
    "att" turnover: f64 = 0.20, 0..0.99, "share of sellers who leave per year";
    "vac" vacancy_weeks: i32 = 6, 0..520, "weeks that a seat stays vacant";
    "c_vac" vacancy_cover: f64 = 0.5, 0..1, "share of the demand served meanwhile";
    "hire" hire_cost: f64 = 30e3, 0..1e7, "dollars per hire";
    "sig_s" skill_spread: f64 = 0.25, 0..2, "coefficient of variation of skill";
    "r_fit" score_validity: f64 = 0.30, 0..1, "validity of the role-fit score";
    "m_app" applicants: u64 = 3, 1..10, "applicants per hire";
    "fit_assign" fit_assign: bool = true, 0..1, "whether scores decide who gets which role (1 or 0)";
    "l_spec" focus_lift: f64 = 0.08, 0..2, "lift of skill by having one task";
    "l_off" off_role_penalty: f64 = 0.15, 0..1, "loss of skill in the other role's task";
    "t_spec" focus_weeks: f64 = 26.0, 0.1..520, "weeks until the lift is whole";
    "d_in" inside_effectiveness: f64 = 0.95, 0..2, "effectiveness of inside account managers";
    "R_init" relationship_at_signing: f64 = 0.50, 0..1, "relationship at signing";
    "R0" relationship_reference: f64 = 0.60, 0..1, "relationship of reference, and at the start";
    "kap_R" relationship_ceiling: f64 = 0.72, 0..1, "relationship under full coverage by average skill";
    "rho_R" relationship_speed: f64 = 0.02, 0..1, "weekly adjustment of the relationship";
    "rho_Q" dependence_speed: f64 = 1.0 / 78.0, 0..1, "weekly growth of personal dependence";
    "mu_Q" dependence_effect: f64 = 0.30, 0..10, "its effect on the loss at a change of owner";
    "I0" information_at_signing: f64 = 0.20, 0..1, "share of the customer's information recorded at signing";
    "I_max" information_ceiling: f64 = 0.60, 0..1, "share that is recorded in the end";
    "rho_I" information_speed: f64 = 1.0 / 13.0, 0..1, "weekly growth of it";
    "mu_I" information_effect: f64 = 0.50, 0..1, "its effect on the loss";
    "D0" handoff_loss: f64 = 0.75, 0..1, "loss of relationship at an unprepared change of owner";
    "mu_O" overlap_effect: f64 = 0.60, 0..1, "effect of a full overlap on the loss";
    "W_ref" overlap_full: f64 = 8.0, 0.1..520, "weeks of a full overlap";
    "W_ov" overlap_weeks: i32 = 4, 0..520, "planned weeks of overlap";
    "impl_am" joint_implementation: bool = true, 0..1, "whether the account manager takes part in the implementation (1 or 0)";
    "mu_V" early_effect: f64 = 0.50, 0..10, "additional loss before the customer has seen value";
    "tau_V" early_weeks: f64 = 8.0, 0.1..520, "weeks in which that fades";
    "mu_S" same_team_effect: f64 = 0.10, 0..1, "effect of steady pairs of hunter and account manager on the loss";
    "sync" steady_pairs: bool = true, 0..1, "whether pairs are steady (1 or 0)";
    "nu_re" new_eyes: f64 = 0.0, 0..5, "lift of expansion in the 26 weeks after a change of owner";
    "shock" shock: f64 = 0.0, 0..1, "share of every relationship lost at the start, for trials";
    "h_ov" overlap_hours: f64 = 0.5, 0..40, "hours per week of the new owner in the overlap, per account";
    "h_ho" handoff_hours: f64 = 3.0, 0..100, "hours of the old owner at the handoff, per account";
    "cap_ho" handoffs_max: usize = 2, 0..1000, "accounts that a seller can start to hand off per week";
    "nu_act" expansion_chance: f64 = 0.012, 0..10, "weekly hazard of expansion of a unit that buys";
    "nu_virg" first_expansion_chance: f64 = 0.007, 0..10, "the same of a unit that does not yet buy";
    "kap_x" expansion_half: f64 = 0.30, 0..100, "expansion hours per unit and week that give half of it";
    "lump" expansion_share: [f64; 2] = [0.10, 0.30], 0..1, "least and greatest share of the open potential in an expansion";
    "th_dev" developed_from: f64 = 0.40, 0..1, "penetration from which a unit is developed";
    "w_dev" hunting_weight_before: f64 = 0.8, 0..1, "weight of hunting skill in expansion before that";
    "w_est" hunting_weight_after: f64 = 0.1, 0..1, "weight of hunting skill after";
    "gap_min" gap_min: f64 = 0.05, 0..1, "open share of potential below which nobody tries";
    "term" term: i32 = 52, 1..1040, "weeks of a contract";
    "p_churn" churn: [f64; 3] = [0.16, 0.10, 0.05], 0..0.99, "annual chance that a customer leaves, at reference and full coverage, by segment";
    "b_R" churn_by_relationship: f64 = 4.5, 0..50, "effect of the relationship on its logit";
    "b_C" churn_by_coverage: f64 = 2.0, 0..50, "effect of coverage on its logit";
    "rho_C" coverage_speed: f64 = 1.0 / 26.0, 0..1, "weekly adjustment of the memory of coverage";
    "p_con" contraction_chance: f64 = 0.07, 0..1, "chance that a renewing unit contracts, at reference";
    "f_con" contraction_share: f64 = 0.25, 0..1, "share of ARR that it loses then";
    "uplift" uplift: f64 = 0.02, 0..1, "rise of price at renewal";
    "policy" policy: Policy = Policy::Months, 0..0, "when units are handed off: never, first, months, pen or bu_pen";
    "m_wk" handoff_weeks: [i32; 3] = [26, 26, 26], 0..2000, "weeks from signing to handoff under `months`, by segment";
    "theta" handoff_penetration: f64 = 0.40, 0..1, "penetration for a handoff under `pen` (of the account) and `bu_pen` (of the unit)";
    "m_max" handoff_weeks_max: i32 = 104, 0..2000, "weeks after which `pen` and `bu_pen` hand off all the same";
    "base" salary: [f64; 4] = [100e3, 100e3, 80e3, 60e3], 0..1e7, "yearly salary by role";
    "burden" burden: f64 = 0.25, 0..3, "employer's costs on top, as a share of salary";
    "c_new" commission_new: [f64; 4] = [0.10, 0.10, 0.0, 0.0], 0..1, "commission on new ARR, by role";
    "c_exp" commission_expansion: [f64; 4] = [0.08, 0.08, 0.06, 0.05], 0..1, "commission on expansion, by role";
    "c_ren" commission_renewal: [f64; 4] = [0.01, 0.0, 0.01, 0.01], 0..1, "commission on renewed ARR, by role";
    "W_share" share_weeks: i32 = 13, 0..520, "weeks of the transition share after a handoff";
    "share" transition_share: f64 = 0.5, 0..1, "transition share of the hunter, of the commission on expansion";
    "te" travel_cost: f64 = 40.0, 0..1e4, "dollars per travel hour";
    "span" span: f64 = 8.0, 0.1..1e4, "seats per manager";
    "mgr" manager_cost: f64 = 220e3, 0..1e7, "dollars per manager and year";
    "gm" gross_margin: f64 = 0.78, 0..1, "gross margin";
    "disc" discount: f64 = 0.10, 0..5, "yearly discount rate";
    "m_tv" terminal_multiple: f64 = 2.0, 0..50, "terminal value as a multiple of the gross margin of a year";
}
