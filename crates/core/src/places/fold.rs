//! Names as they are compared: small letters without marks, spaces and punctuation. The packaged tables hold names in this form.
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The form of a name that is compared.
pub fn fold(text: &str) -> String {
    // What is longer than any name is none.
    let mut folded = String::with_capacity(text.len().min(200));
    for letter in text.chars().take(200).nfkd().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(plain) => folded.push_str(plain),
            None if letter.is_alphanumeric() && !is_combining_mark(letter) => folded.push(letter),
            None => {}
        }
    }
    folded.nfc().collect()
}

/// Letters that are not made of another and a mark, yet often written as others; and the two ways to write Tai.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        '臺' => "台",
        _ => return None,
    })
}
