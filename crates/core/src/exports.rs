//! Cells that people will open in a spreadsheet program: text that would be taken for a formula is made plain text.

/// Makes a cell safe: a leading apostrophe where the text would start a formula, also behind blanks and control characters, and in full-width
/// forms that some programs fold.
pub fn safe_cell(text: &str) -> String {
    let first = text.chars().find(|c| {
        !c.is_whitespace()
            && !c.is_control()
            && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}')
    });
    let starts_formula =
        matches!(first, Some('=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠' | '−'));
    let is_number = text.trim().parse::<f64>().is_ok();
    let starts_blank = text.starts_with(['\t', '\r', '\n']);
    if (starts_formula && !is_number) || starts_blank { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::safe_cell;

    #[test]
    fn formulas_are_made_text_and_numbers_stay() {
        for text in [
            "=1+1",
            "+cmd",
            "-2+3",
            "@SUM(A1)",
            " =1",
            "\t=1",
            "\u{200b}=1",
            "＝1+1",
            "|x",
            "%0a=1",
            "\u{1}=1",
            "−1+1",
        ] {
            assert!(safe_cell(text).starts_with('\''), "{text:?}");
        }
        for text in ["Acme", "-12.50", "+3", "a=b", "", "台積電子"] {
            assert_eq!(safe_cell(text), text);
        }
    }
}
