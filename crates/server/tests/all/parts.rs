//! Parts that no door shows. Their tests stand here and not within the crate, so that the crate is compiled once.
use axum::http::{HeaderName, HeaderValue};
use std::collections::BTreeSet;
use tandem_server::openapi;
use tandem_server::parts::{day, disposition, free_place, has_nul, is_same_site, safe_name, sentence};

#[test]
fn every_operation_has_an_id_of_its_own() {
    let document = serde_json::to_value(openapi()).unwrap();
    let paths = document["paths"].as_object().unwrap().values();
    let operations = paths.flat_map(|path| path.as_object().unwrap().values());
    let ids: Vec<&str> = operations.filter_map(|operation| operation["operationId"].as_str()).collect();
    assert!(ids.len() > 30, "{ids:?}");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
}

#[test]
fn escaped_nul_is_found_and_a_written_out_one_is_not() {
    assert!(has_nul(br#"{"a":"x\u0000y"}"#) && has_nul(br#"{"a":"\\\u0000"}"#));
    assert!(!has_nul(br#"{"a":"\\u0000"}"#) && !has_nul(br#"{"a":"\u0001"}"#));
}

#[test]
fn days_have_four_digits_of_year() {
    let parsed = |text: &str| day(serde_json::Value::from(text)).is_ok();
    assert!(parsed("1900-01-01") && parsed("2999-12-31"));
    assert!(!parsed("+262142-12-31") && !parsed("-262143-01-01") && !parsed("1899-12-31"));
}

#[test]
fn details_are_sentences() {
    assert_eq!(sentence("there is no such unit"), "There is no such unit.");
    assert_eq!(sentence("Done."), "Done.");
}

#[test]
fn other_sites_do_not_write() {
    let check = |pairs: &[(&'static str, &'static str)], expected: bool| {
        let headers =
            pairs.iter().map(|(n, v)| (HeaderName::from_static(n), HeaderValue::from_static(v))).collect();
        assert_eq!(is_same_site(&headers), expected, "{pairs:?}");
    };
    check(&[("sec-fetch-site", "same-origin")], true);
    check(&[("sec-fetch-site", "cross-site"), ("origin", "http://a"), ("host", "a")], false);
    check(&[("sec-fetch-site", "same-site")], false);
    check(&[("origin", "http://a:1"), ("host", "a:1")], true);
    check(&[("origin", "http://b"), ("host", "a")], false);
    check(&[("origin", "null"), ("host", "a")], false);
    check(&[("host", "a")], true);
}

#[test]
fn names_are_quoted_whatever_they_are() {
    for (name, header) in [
        ("Order form.pdf", "attachment; filename=\"Order form.pdf\"; filename*=UTF-8''Order%20form.pdf"),
        ("合約.pdf", "attachment; filename=\"__.pdf\"; filename*=UTF-8''%E5%90%88%E7%B4%84.pdf"),
        ("a\"; x=\"b", "attachment; filename=\"a_; x=_b\"; filename*=UTF-8''a%22%3B%20x%3D%22b"),
    ] {
        assert_eq!(disposition(name), header);
        assert!(HeaderValue::from_str(&disposition(name)).is_ok(), "{name}");
    }
}

#[test]
fn files_of_one_name_keep_a_place_each() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["a.csv", "a.csv", "a.csv", "b"].map(|name| {
        let path = free_place(folder.path(), name);
        std::fs::write(&path, "").unwrap();
        path.file_name().unwrap().to_string_lossy().into_owned()
    });
    assert_eq!(names, ["a.csv", "a (2).csv", "a (3).csv", "b"]);
}

#[test]
fn names_never_lead_out_of_the_folder() {
    for (name, kept) in
        [("../../etc/x.csv", Some("x.csv")), ("..\\y.csv", Some("y.csv")), ("..", None), ("a/", None)]
    {
        assert_eq!(safe_name(name).as_deref(), kept, "{name}");
    }
}
