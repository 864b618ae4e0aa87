//! Cells that people will open in a spreadsheet program: text that would be taken for a formula is made plain text, and read back as it was.
use unicode_normalization::UnicodeNormalization;

/// What begins a formula in some spreadsheet program.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '|', '%', '−'];

/// Makes a cell safe: an apostrophe in front where the text would start a formula, also behind blanks, controls and invisible characters,
/// and in the full-width, small and raised forms that some programs fold. Text that looks like a cell made safe gets one more, so that
/// [`plain_cell`] gives back exactly what went in.
pub fn safe_cell(text: &str) -> String {
    if needs_apostrophe(text) { format!("'{text}") } else { text.to_owned() }
}

/// Takes away what [`safe_cell`] put in front; any other apostrophe (`'t Hooft`) stays.
pub fn plain_cell(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| needs_apostrophe(rest)).unwrap_or(cell)
}

fn needs_apostrophe(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    let first = text.chars().find(|c| !is_skipped(*c));
    let starts_formula = first.is_some_and(|c| std::iter::once(c).nfkc().any(|c| FORMULA.contains(&c)));
    (starts_formula && !is_number(text.trim_matches(' '))) || text.starts_with(['\t', '\r', '\n'])
}

/// Blanks, controls, and what is not seen: joiners, marks of direction, soft hyphens, fillers, selectors, tags (Unicode's default ignorables).
fn is_skipped(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A sign, digits, at most one point: what every program takes for a number. (`-inf` is a number to Rust and a formula to a spreadsheet.)
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    all_digits(whole) && all_digits(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What LibreOffice and Excel do, written anew: after what they strip or fold, does a formula begin?
    fn starts_formula(cell: &str) -> bool {
        let folded: String = cell.nfkc().collect();
        let seen = folded.trim_start_matches(is_skipped);
        let plain_number = !seen
            .contains(|c: char| c != '.' && c != '-' && c != '+' && !c.is_ascii_digit() && c != ' ')
            && seen.trim().parse::<f64>().is_ok();
        seen.starts_with(FORMULA) && !plain_number
    }

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
            "-inf",
            "+nan",
            "﹦1",
            "⁼1",
            "\u{feff}=1",
            "\r\n=1",
            "\u{2066}@x",
            "'=1",
            "''+1",
            "-1-1",
            "=",
        ] {
            assert!(safe_cell(text).starts_with('\''), "{text:?}");
            assert_eq!(plain_cell(&safe_cell(text)), text);
        }
        for text in ["Acme", "-12.50", "+3", "a=b", "", "台積電子", "'t Hooft", "'", "don't"] {
            assert_eq!(safe_cell(text), text);
            assert_eq!(plain_cell(text), text);
        }
    }

    #[test]
    fn no_single_character_in_front_hides_a_formula() {
        // The blocks that hold blanks, controls, invisible characters and forms that fold; the rest are letters and signs.
        let blocks = (0..0x3400).chain(0xfe00..=0xffff).chain(0x1_bc90..0x1_bcb0).chain(0x1_d170..0x1_d180);
        for prefix in blocks.chain(0xe_0000..0xe_0200).filter_map(char::from_u32) {
            for formula in ["=1+1", "@A1", "-A1"] {
                let cell = safe_cell(&format!("{prefix}{formula}"));
                assert!(!starts_formula(&cell), "{prefix:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn cells_never_start_a_formula_and_come_back_as_they_were(
            prefix in "[ \t\r\n'\u{0}\u{1}\u{7f}\u{a0}\u{200b}\u{200e}\u{3000}\u{feff}]{0,5}",
            start in prop::sample::select(vec!["", "=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠", "−", "﹦", "⁻"]),
            rest in any::<String>(),
        ) {
            let text = format!("{prefix}{start}{rest}");
            let cell = safe_cell(&text);
            prop_assert!(!starts_formula(&cell), "{:?}", cell);
            prop_assert_eq!(plain_cell(&cell), &text);
        }
    }
}
