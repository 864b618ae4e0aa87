//! Tables of people and months: read, or refused with line and column.
use expect_test::{Expect, expect};
use tandem_core::interventions::{Outcome, Panel, panel};

fn check(text: &str, expected: Expect) {
    let shown = match panel::read_csv(text) {
        Ok((panel, strange)) => format!("{}{}", shown(&panel), strange.join("\n")),
        Err(refusals) => refusals.iter().map(|refusal| format!("{refusal}\n")).collect(),
    };
    expected.assert_eq(&shown);
}

fn shown(panel: &Panel) -> String {
    let cells = |person: &tandem_core::interventions::PersonMonths| {
        let cell = |cell: &tandem_core::interventions::Cell| {
            let known =
                Outcome::ALL.iter().filter_map(|outcome| Some(format!("{outcome} {}", cell.rate(*outcome)?)));
            known.collect::<Vec<_>>().join(" ")
        };
        person.cells.iter().map(cell).collect::<Vec<_>>().join(" | ")
    };
    let line = |person| format!("{}: {}\n", person_name(person), cells(person));
    format!("from {}\n", panel.from) + &panel.people.iter().map(line).collect::<String>()
}

fn person_name(person: &tandem_core::interventions::PersonMonths) -> String {
    person.stratum.as_ref().map_or(person.person.clone(), |stratum| format!("{} ({stratum})", person.person))
}

#[test]
fn months_that_are_missing_are_not_known() {
    check(
        "person,month,present,stratum,won,hunting_share\nben,2026-12,0.5,north,2,0.3\nann,2026-10,1,,3,\nben,2026-11,0.2,north,4,0.5\n",
        expect![[r#"
            from 2026-10
            ann: won 3 |  | 
            ben (north):  |  | hunting_share 0.3 won 4
        "#]],
    );
}

#[test]
fn what_cannot_be_used_is_named_with_its_place() {
    check(
        "",
        expect![[r#"
        line 1, column 1: there is no column of an outcome: give one of hunting_share, hunting_hours, opportunities, won, easy_share, urgent_share, arr_added
    "#]],
    );
    check(
        "person,month\nann,2026-01\n",
        expect![[r#"
        line 1, column 1: there is no column of an outcome: give one of hunting_share, hunting_hours, opportunities, won, easy_share, urgent_share, arr_added
    "#]],
    );
    check(
        "person,mounth,won\nann,2026-01,1\n",
        expect![[r#"
        line 1, column 1: there is no column `month`: give months such as 2027-01 (`mounth` is left alone: did you mean `month`?)
    "#]],
    );
    check(
        "person,month,won\n",
        expect![[r#"
        there is no row: give people and months
    "#]],
    );
    check(
        "person,month,won,wons\nann,2026-01,1,2\n",
        expect![[r#"
        from 2026-01
        ann: won 1
        `wons` is left alone: did you mean `won`?"#]],
    );
    check(
        "person,month,won\nann,2026-1,1\n,2026-01,1\nann,2026-02,one\nann,2026-02,NaN\n",
        expect![[r#"
            line 2, column 2: `2026-1` is no month: write one such as 2027-01
            line 3, column 1: nobody is named: give a person
            line 4, column 3: `one` is no number: write it with a point and without thousands, or leave it empty
            line 5, column 3: `NaN` is no number: write it with a point and without thousands, or leave it empty
        "#]],
    );
    check(
        "person,month,won\nann,2026-01,1\nann,2026-01,1\n",
        expect![[r#"
        line 3, column 2: `ann` has two rows for 2026-01: keep one
    "#]],
    );
    check(
        "person,month,present,hunting_share\nann,2026-01,1.5,\nann,2026-02,1,30\n",
        expect![[r#"
            line 2, column 3: `present` is 1.5: give the share of the month from 0 to 1
            line 3, column 4: `hunting_share` is 30: give a share from 0 to 1, such as 0.3 for 30 %
        "#]],
    );
    check(
        "person,month,stratum,won\nann,2026-01,a,1\nann,2026-02,b,1\n",
        expect![[r#"
        line 3, column 3: `ann` is in two strata: give the one of the beginning on all rows
    "#]],
    );
    check(
        "person,month,won\nann,1990-01,1\nann,2026-02,1\n",
        expect![[r#"
        it spans 434 months, at most 240 are possible
    "#]],
    );
}

#[test]
fn what_was_known_then() {
    let panel = super::measured();
    assert_eq!(panel.until("2026-03".parse().unwrap()).months(), 3);
    assert_eq!(panel.until("2025-03".parse().unwrap()).months(), 0);
    assert_eq!(panel.outcomes(), [Outcome::HuntingShare]);
}
