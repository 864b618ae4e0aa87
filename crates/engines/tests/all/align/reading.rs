//! Files through the door: what is read, and what is told of what cannot be.
use crate::align::made::{Made, by_hand, parameters, random};
use tandem_engines::align::prices::Prices;
use tandem_engines::align::problem::Alignment;
use tandem_engines::align::{read, write};

/// What is told of the problem by hand with one text changed.
fn told(change: impl Fn(&mut Made)) -> Vec<String> {
    let mut made = by_hand();
    change(&mut made);
    match read::problem(&made.files()) {
        Ok(_) => Vec::new(),
        Err(refusals) => refusals.iter().map(ToString::to_string).collect(),
    }
}

/// What is told where a row of accounts.csv is replaced.
fn account(from: &str, to: &str) -> Vec<String> {
    assert!(by_hand().accounts.contains(from));
    told(|made| made.accounts = made.accounts.replace(from, to))
}

#[test]
fn wrong_values_are_told_with_their_line() {
    assert_eq!(
        account("0,0,0,SMB", "0,95,0,SMB"),
        ["accounts.csv, line 2: `lat` is 95: write degrees north, -90 to 90"]
    );
    assert_eq!(
        account("1,0,1,MM", "7,0,1,MM"),
        ["accounts.csv, line 3: `account` is 7: rows are numbered 0, 1, 2 ... in order, this one is 1"]
    );
    assert_eq!(
        account("8000,30000,0,1,0,-1", "8000,30000,9,1,0,-1"),
        ["accounts.csv, line 3: `owner` is 9: write the number of a rep, below 3, or -1 for nobody"]
    );
    assert_eq!(
        account("8000,30000,0,1,0,-1", "8000,NaN,0,1.5,2,-1"),
        [
            "accounts.csv, line 3: `locked` is 2: write 1 for yes and 0 for no",
            "accounts.csv, line 3: `potential` is NaN: write a number from 0 to 1000000000000",
            "accounts.csv, line 3: `relationship` is 1.5: write a number from 0 to 1"
        ]
    );
    assert_eq!(
        account("20000,-1,0,0,0", "20000,-1,0,1,4"),
        ["accounts.csv, line 6: it is locked and has no owner: name the owner or take the lock away"]
    );
}

#[test]
fn unreadable_rows_are_told_with_their_line() {
    let [told] = account("1,0,1,MM,0,4", "1,0,1,MM,0,many").try_into().unwrap();
    assert!(told.starts_with("accounts.csv, line 3: field 6 cannot be read"), "{told}");
    let [told] = account(",MM,0,4", ",MM,0").try_into().unwrap();
    assert!(told.contains("line 3: there are 12 fields where the first line has 13"), "{told}");
    let [told] = account("visits", "besuche").try_into().unwrap();
    assert!(told.contains("visits"), "{told}");
}

#[test]
fn what_makes_an_alignment_impossible_is_told() {
    assert_eq!(
        account("20000,-1,0,0,0\n", "20000,-1,0,0,4\n"),
        ["accounts.csv, line 6: `hunter` is 4: write the number of a hunter, below 1, or -1 for nobody"]
    );
    let torn = account("20000,-1,0,0,0\n", "20000,2,0,1,0\n");
    assert_eq!(
        torn,
        [
            "accounts.csv, line 6: it is locked to rep 2, with whom hunter 0 cannot be paired: take one of the locks away"
        ]
    );
    let inside =
        told(|made| made.hunters = made.hunters.replace("0,0,1,10,10000,0,0.5,0", "0,0,1,10,10000,2,0.5,1"));
    assert!(inside[0].contains("locked to somebody inside"), "{inside:?}");
    let many = told(|made| {
        made.parameters = parameters(", \"hunters_max\": 1");
        made.hunters.push_str("1,0,1,0,0,-1,0,0\n2,0,1,0,0,-1,0,0\n");
    });
    assert!(many[0].contains("there are 3 hunters and 2 account managers"), "{many:?}");
}

#[test]
fn constants_and_counts_are_checked() {
    let [told_of] =
        told(|made| made.parameters = made.parameters.replace("0.1,", "1.5,")).try_into().unwrap();
    assert_eq!(told_of, "params.json: `tol_w` is 1.5: give a share from 0 to below 1");
    let [told_of] = told(|made| made.parameters = parameters(", \"accounts\": 6")).try_into().unwrap();
    assert!(told_of.starts_with("accounts.csv: there are 5 rows, params.json says 6"), "{told_of}");
    assert!(told(|made| made.parameters = "{}".to_owned())[0].contains("earth_km"));
    assert!(told(|made| made.parameters = "{".to_owned())[0].contains("no JSON"));
}

#[test]
fn what_is_written_is_read_back() {
    let problem = random(5, 12, 4, 2).problem();
    let alignment = Alignment { units: (0..12).map(|unit| unit % 4).collect(), hunters: vec![1, 2] };
    let text = write::alignment(&alignment);
    assert_eq!(read::alignment(&problem, text.as_bytes()).unwrap(), alignment);
    let prices = Prices(vec![[0.1, 0.02], [-3.25, 0.0], [1e-17, -0.000_1], [119.0, 1.0 / 3.0]]);
    assert_eq!(read::certificate(&problem, write::certificate(&prices).as_bytes()).unwrap(), prices);
    let refused = |text: &str| read::alignment(&problem, text.as_bytes()).unwrap_err().to_string();
    assert!(
        refused("kind,id,rep\naccount,0,1\naccount,0,1\n").contains("line 3: number 0 stands here again")
    );
    assert!(refused("kind,id,rep\naccount,99,1\n").contains("line 2: there is no number 99"));
    assert!(refused("kind,id,rep\n").contains("14 accounts and hunters are missing"));
}
