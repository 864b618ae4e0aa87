//! Scenario documents: what is taken, and what is refused with its place and what to do.
use tandem_engines::simulate::{Policy, Scenario, parse};

#[test]
fn what_is_not_given_has_its_default() {
    assert_eq!(parse("").unwrap(), Scenario::default());
    assert_eq!(parse("# only a comment\n").unwrap(), Scenario::default());
    let given =
        parse("team: [0, 6, 4, 2]\npolicy: bu_pen\npsi_week: 26\npsi_slots: [0, 3]\nimpl_am: 0\nT: 52.0\n")
            .unwrap();
    assert_eq!((given.team, given.policy, given.weeks), ([0, 6, 4, 2], Policy::UnitPenetration, 52));
    assert_eq!((given.intervention_week, given.intervention_seats.clone()), (Some(26), Some(vec![0, 3])));
    assert!(!given.joint_implementation);
    assert_eq!(given.hours, Scenario::default().hours);
}

#[test]
fn what_was_changed_can_be_read_again() {
    let text = r#"{"R_init":0.4,"m_wk":[6,13,26],"policy":"pen","psi_slots":[1],"sync":0,"team":[0,6,4,2]}"#;
    let given = parse(text).unwrap();
    assert_eq!(serde_json::Value::Object(given.changed()).to_string(), text);
    assert_eq!(Scenario::default().changed().len(), 0);
}

#[test]
fn every_parameter_can_be_given_its_default() {
    let parameters = Scenario::parameters();
    assert_eq!(parameters.len(), 113);
    for parameter in parameters {
        let text = format!("{}: {}", parameter.key, parameter.default);
        assert_eq!(parse(&text).unwrap(), Scenario::default(), "{text}");
    }
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    for (document, refusal) in [
        ("temas: [1, 0, 0, 0]", "line 1, column 1: there is no parameter `temas`: did you mean `team`?"),
        (
            "\nsalespeople: 3",
            "line 2, column 1: there is no parameter `salespeople`: `tandem simulate parameters` lists those there are",
        ),
        ("hours: many", "line 1, column 8: `hours` cannot be `\"many\"`: give a number"),
        (
            "hours: .nan",
            "line 1, column 8: this cannot be read: non-finite float `.nan` rejected by the configured policy; write one `name: value` a line",
        ),
        ("T: 1.5", "line 1, column 4: `T` cannot be `1.5`: give a whole number"),
        ("T: -5", "line 1, column 4: `T`: `-5` is not possible: give a number from 1 to 1040"),
        (
            "team: [1, 2]",
            "line 1, column 7: `team` cannot be `[1,2]`: give a list of 4 numbers, as in [1, 1, 1, 1]",
        ),
        (
            "team: [-1, 2, 3, 4]",
            "line 1, column 7: `team` cannot be `[-1,2,3,4]`: give a whole number that is not negative and not huge",
        ),
        ("team: [0, 0, 0, 0]", "line 1, column 7: `team`: there is nobody in it: give at least one seat"),
        ("p_rem: 1.2", "line 1, column 8: `p_rem`: `1.2` is not possible: give a number from 0 to 1"),
        (
            "policy: soon",
            "line 1, column 9: `policy` cannot be `\"soon\"`: give one of never, first, months, pen, bu_pen",
        ),
        ("sync: 2", "line 1, column 7: `sync` cannot be `2`: give 1 or 0"),
        (
            "land: [0.5, 0.2]",
            "line 1, column 7: `land`: the least is above the greatest: give the smaller number first",
        ),
        (
            "n_cust0: [1, 2, 999]",
            "line 1, column 10: `n_cust0`: a segment has more customers than accounts: raise `n_acc` or lower `n_cust0`",
        ),
        (
            "psi_slots: [12]",
            "line 1, column 12: `psi_slots`: a seat is not in the team: seats are counted from 0",
        ),
        (
            "coord: 39",
            "line 1, column 8: `coord`: coordination takes more than the hours there are: lower `coord` or `adm`, or raise `hours`",
        ),
    ] {
        let refusals = parse(document).unwrap_err();
        let texts: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        assert_eq!(texts, [refusal], "{document}");
    }
}

#[test]
fn all_refusals_come_at_once_in_their_order() {
    let refusals = parse("p_rem: 7\nteam: 3\nwinn: [1, 1, 1]\n").unwrap_err();
    assert_eq!(refusals.iter().map(|refusal| refusal.place.unwrap().0).collect::<Vec<u64>>(), [1, 2, 3]);
}

#[test]
fn documents_that_are_no_list_of_names_are_refused() {
    for document in [
        "[1, 2]",
        "just words",
        "team: [1",
        "a: b: c",
        "team: [12, 0, 0, 0]\nteam: [0, 6, 6, 0]",
        "? [1]\n: 2",
        "&a [*a]",
    ] {
        let refusals = parse(document).unwrap_err();
        assert_eq!(refusals.len(), 1, "{document}");
        let text = refusals[0].to_string();
        assert!(
            text.contains("this cannot be read: ")
                && text.ends_with("; write one `name: value` a line")
                && text.starts_with("line "),
            "{document}: {text}"
        );
    }
}
