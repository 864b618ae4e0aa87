//! What is refused, where, and what is advised.
use expect_test::{Expect, expect};
use tandem_core::rules::{Condition, read};

fn check(source: &str, expected: Expect) {
    let shown = match Condition::parse(source) {
        Ok(condition) => format!("taken, asks for {}", condition.facts().names().join(", ")),
        Err(fault) => {
            let (line, letter) = fault.place(source);
            format!("{line}:{letter} {}", fault.reason)
        }
    };
    expected.assert_eq(&shown);
}

fn refusals(text: &str, expected: Expect) {
    let shown = match read(text) {
        Ok(document) => format!("taken: {} rules, {} holds", document.rules.len(), document.holds.len()),
        Err(refusals) => refusals.iter().map(|refusal| format!("{refusal}\n")).collect(),
    };
    expected.assert_eq(&shown);
}

#[test]
fn names_and_texts_are_suggested() {
    check("months_since_first_sale >= 6", expect!["taken, asks for months_since_first_sale"]);
    check(
        "arr > 1 && pentration >= 0.4",
        expect!["1:12 there is no fact `pentration`: did you mean `penetration`?"],
    );
    check("health == \"amberr\"", expect![[r#"1:11 `health` is never "amberr": did you mean "amber"?"#]]);
    check(
        "health == red",
        expect![[
            r#"1:11 there is no fact `red`: put it in quotes where you mean the text, such as `health == "red"`"#
        ]],
    );
    check(
        "\"green\" == health || health in [\"blue\"]",
        expect![[r#"1:32 `health` is never "blue": it is one of red, amber, green"#]],
    );
    check(
        "weather > 3",
        expect![
            "1:1 there is no fact `weather`: put text in quotes; `tandem rules facts` lists the facts there are"
        ],
    );
    check("sise(contact_roles) > 1", expect!["1:1 there is no function `sise`: did you mean `size`?"]);
}

#[test]
fn types_are_checked() {
    check(
        "arr",
        expect!["1:1 this is a number, but true or false is needed here: compare it, such as `arr >= 1`"],
    );
    check(
        "segment",
        expect![[
            r#"1:1 this is text, but true or false is needed here: compare it, such as `segment == "..."`"#
        ]],
    );
    check(
        "contact_roles",
        expect![[
            r#"1:1 this is a list of texts, but true or false is needed here: ask for one of them, such as `"champion" in contact_roles`"#
        ]],
    );
    check(
        "arr > \"1000\"",
        expect!["1:7 a number cannot be compared with text: take the quotes away from the number"],
    );
    check(
        "segment == large",
        expect![
            "1:12 there is no fact `large`: put text in quotes; `tandem rules facts` lists the facts there are"
        ],
    );
    check(
        "segment == 3",
        expect!["1:12 text cannot be compared with a whole number: put the text in quotes"],
    );
    check(
        "brief_complete == \"yes\"",
        expect![
            "1:19 true or false cannot be compared with text: `brief_complete` or `!brief_complete` is enough"
        ],
    );
    check(
        "brief_complete > true",
        expect!["1:1 true and false have no order: use `==` or `!=` instead of `>`"],
    );
    check(
        "contact_roles == \"champion\"",
        expect![[r#"1:1 a list is not compared: use `"champion" in contact_roles` or `size(...)`"#]],
    );
    check(
        "\"champion\" in segment",
        expect![[
            r#"1:15 this is text, but `in` needs a list, such as `["EMEA", "APAC"]` or `contact_roles`"#
        ]],
    );
    check("3 in contact_roles", expect!["1:1 a whole number cannot be in a list of texts"]);
    check("arr % 2 == 0", expect!["1:1 `%` needs whole numbers: `int(...)` makes one"]);
    check(
        "arr > (brief_complete ? 1 : \"a\")",
        expect!["1:29 both sides of `:` must be of one kind, but one is a whole number and one is text"],
    );
    check(
        "segment in [\"a\", 1]",
        expect!["1:18 this is a whole number: a list holds texts only or numbers only"],
    );
    check(
        "!arr",
        expect!["1:2 this is a number, but true or false is needed here: compare it, such as `arr >= 1`"],
    );
}

#[test]
fn syntax_is_explained() {
    check("arr = 3", expect!["1:5 `=` does not belong in a condition: write `==` to compare"]);
    check("arr > 3 and potential > 4", expect!["1:9 write `&&` for and, `||` for or, `!` for not"]);
    check("arr > 3 & potential > 4", expect!["1:9 `&` does not belong in a condition: write `&&` for and"]);
    check("(arr > 3", expect!["1:9 a `)` is missing here"]);
    check("arr >", expect!["1:6 the condition ends too early: a fact or a value is missing"]);
    check("arr > 3 potential", expect!["1:9 the condition should end here, or go on with `&&` or `||`"]);
    check("health == \"red", expect![[r#"1:11 this text has no end: close it with ""#]]);
    check(
        "health == “red”",
        expect![[r#"1:11 `“` does not belong in a condition: put text in straight quotes, such as "red""#]],
    );
    check("arr ≥ 3", expect!["1:5 `≥` does not belong in a condition: write `>=`"]);
    check(
        "arr > 99999999999999999999",
        expect!["1:7 this number is too large: at most 9223372036854775807 is possible"],
    );
    check("arr > 3k", expect!["1:7 `3k` is not a number: leave a blank after it, or write its digits only"]);
    check(
        "brief_complete &&\n  pentration > 1",
        expect!["2:3 there is no fact `pentration`: did you mean `penetration`?"],
    );
}

#[test]
fn what_the_language_has_and_conditions_have_not() {
    check(
        "has(arr)",
        expect!["1:1 `has` is not needed: where a fact is missing the condition is undecided by itself"],
    );
    check(
        "contact_roles.exists(x, x == \"champion\")",
        expect![[
            r#"1:1 `exists` goes through lists, which conditions do not: use `"champion" in contact_roles`"#
        ]],
    );
    check(
        "segment.matches(\"a+\")",
        expect!["1:1 `matches` is not possible: use `startsWith`, `endsWith` or `contains`"],
    );
    check(
        "arr > null",
        expect!["1:7 `null` is not used: where a fact is missing the condition is undecided by itself"],
    );
    check("{\"a\": 1}.a == 1", expect!["1:8 `}` does not belong in a condition: take it out"]);
    check(
        "contact_roles[0] == \"champion\"",
        expect![[
            r#"1:14 parts of a list or a record cannot be taken out: use `"champion" in contact_roles`"#
        ]],
    );
    check("customer.arr > 3", expect!["1:1 facts have no parts: take `.arr` away"]);
}

#[test]
fn documents_are_refused_whole_with_every_place() {
    refusals(
        "",
        expect![[r#"
        the document is empty: begin with `name:`, `version:`, `effective:` and `rules:`
    "#]],
    );
    refusals(
        "- a",
        expect![[r#"
        line 1, column 1: the document is a list: write names and values
    "#]],
    );
    refusals(
        "name: A\nversion: 1\neffective: tomorrow\nrules: []\n",
        expect![[r#"
        line 3, column 12: `effective` is `tomorrow`: write a day such as 2027-01-01
    "#]],
    );
    refusals(
        "name: A\nversion: 1\neffective: 2027-01-01\nrules:\n- id: a\n  when: arr > x\n  then: handoff\n  too: hunter\n- id: a\n  when: [1]\n  then: keep\nholds:\n- when: pentration > 1\n",
        expect![[r#"
            line 6, column 9: rules[0].when, letter 7: there is no fact `x`: put text in quotes; `tandem rules facts` lists the facts there are
            line 7, column 9: `then` cannot be `handoff`: did you mean `hand_off`?
            line 8, column 3: rules[0] has no `too`: did you mean `to`?
            line 10, column 9: rules[1].when is a list: write a condition
            line 13, column 3: holds[0] has no `id`: give one
            line 13, column 9: holds[0].when, letter 1: there is no fact `pentration`: did you mean `penetration`?
        "#]],
    );
    refusals(
        "name: A\nname: B\nversion: 1\neffective: 2027-01-01\nrules: 3\n",
        expect![[r#"
            line 2, column 1: this cannot be read: duplicate mapping key: name; write one `name: value` a line
        "#]],
    );
    refusals(
        "name: A\nversion: 1\neffective: 2027-01-01\nrules:\n- id: a\n  when: \"champion\" in contact_roles\n  then: keep\n",
        expect![[r#"
            line 6, column 20: this cannot be read: invalid trailing content after double-quoted scalar; write one `name: value` a line; put a condition that holds quotes, `!`, `#` or `: ` in single quotes, such as when: '"champion" in contact_roles'
        "#]],
    );
    refusals(
        "name: A\nversion: 1\neffective: 2027-01-01\nrules:\n- id: a\n  when: !brief_complete\n  then: keep\n",
        expect![[r#"
            line 6, column 24: rules[0].when is empty: write a condition, or `true`; one that begins with `!` must be in quotes
        "#]],
    );
    refusals(
        "{\"name\": \"A\", \"version\": \"1\", \"effective\": \"2027-01-01\", \"rules\": [{\"id\": \"a\", \"when\": \"true\", \"then\": \"keep\"}]}",
        expect!["taken: 1 rules, 0 holds"],
    );
}
