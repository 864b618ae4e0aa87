//! Text of a condition -> tokens, each with where it stands.
use super::Fault;

/// One token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Name(String),
    Whole(u64),
    Number(f64),
    Text(String),
    /// Operator or bracket.
    Sign(&'static str),
    End,
}

/// A token and the bytes it covers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    pub token: Token,
    pub start: usize,
    pub end: usize,
}

/// Longer ones first.
const SIGNS: [&str; 23] = [
    "==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", "(", ")", "[", "]",
    ",", ".", "{",
];

/// Cuts a text into tokens.
pub(super) fn tokens(source: &str) -> Result<Vec<Placed>, Fault> {
    let mut tokens = Vec::new();
    let mut at = 0;
    loop {
        at = skipped(source, at);
        let (token, end) = token(source, at)?;
        let last = token == Token::End;
        tokens.push(Placed { token, start: at, end });
        if last {
            return Ok(tokens);
        }
        at = end;
    }
}

/// Past blanks and comments.
fn skipped(source: &str, mut at: usize) -> usize {
    loop {
        let rest = &source[at..];
        let blank = rest.len() - rest.trim_start().len();
        at += blank;
        if source[at..].starts_with("//") {
            at += source[at..].find('\n').unwrap_or(source.len() - at);
        } else if blank == 0 {
            return at;
        }
    }
}

fn token(source: &str, at: usize) -> Result<(Token, usize), Fault> {
    let rest = &source[at..];
    let Some(first) = rest.chars().next() else { return Ok((Token::End, at)) };
    let second = rest[first.len_utf8()..].chars().next();
    if first.is_ascii_digit() || (first == '.' && second.is_some_and(|c| c.is_ascii_digit())) {
        return number(source, at);
    }
    if let Some(end) = super::text::quoted(source, at) {
        let (text, end) = end?;
        return Ok((Token::Text(text), end));
    }
    if first.is_alphabetic() || first == '_' {
        let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        return Ok((Token::Name(rest[..length].to_owned()), at + length));
    }
    if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
        return Ok((Token::Sign(sign), at + sign.len()));
    }
    Err(Fault::new(at, stray(first)))
}

fn stray(letter: char) -> String {
    let advice = match letter {
        '=' => "write `==` to compare",
        '&' => "write `&&` for and",
        '|' => "write `||` for or",
        '“' | '”' | '‘' | '’' | '「' | '」' => "put text in straight quotes, such as \"red\"",
        '≥' => "write `>=`",
        '≤' => "write `<=`",
        '≠' => "write `!=`",
        '（' | '）' => "write round brackets as `(` and `)`",
        _ => "take it out",
    };
    format!("`{letter}` does not belong in a condition: {advice}")
}

fn number(source: &str, at: usize) -> Result<(Token, usize), Fault> {
    let rest = &source[at..];
    if let Some(digits) = rest.strip_prefix("0x").or_else(|| rest.strip_prefix("0X")) {
        let length = digits.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(digits.len());
        let whole = u64::from_str_radix(&digits[..length], 16);
        return whole
            .map(|whole| (Token::Whole(whole), at + 2 + length))
            .map_err(|_| Fault::new(at, too_large()));
    }
    let digits =
        |from: usize| from + rest[from..].find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len() - from);
    let whole = digits(0);
    let mut end = whole;
    if rest[end..].starts_with('.') && digits(end + 1) > end + 1 {
        end = digits(end + 1);
    }
    end = exponent(rest, end, digits);
    let unfit = |reason: String| Err(Fault::new(at, reason));
    if rest[end..].starts_with(|c: char| c.is_alphanumeric() || c == '_') {
        return unfit(format!(
            "`{}` is not a number: leave a blank after it, or write its digits only",
            word(rest)
        ));
    }
    if end == whole {
        return match rest[..end].parse() {
            Ok(whole) => Ok((Token::Whole(whole), at + end)),
            Err(_) => unfit(too_large()),
        };
    }
    match rest[..end].parse::<f64>() {
        Ok(number) if number.is_finite() => Ok((Token::Number(number), at + end)),
        _ => unfit(too_large()),
    }
}

/// Past an exponent, where there is one.
fn exponent(rest: &str, end: usize, digits: impl Fn(usize) -> usize) -> usize {
    if !rest[end..].starts_with(['e', 'E']) {
        return end;
    }
    let from = end + 1 + usize::from(rest[end + 1..].starts_with(['+', '-']));
    if digits(from) > from { digits(from) } else { end }
}

fn too_large() -> String {
    "this number is too large: at most 9223372036854775807 is possible".to_owned()
}

fn word(rest: &str) -> &str {
    let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').unwrap_or(rest.len());
    &rest[..length]
}
