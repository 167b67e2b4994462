//! The numbers by which Cyrus SASL tells failures apart; errors show them.

/// Anything without a number of its own.
pub const FAIL: i32 = -1;
/// A text is longer than its place.
pub const BUFOVER: i32 = -3;
/// No mechanism fits.
pub const NOMECH: i32 = -4;
/// A message is not what the mechanism allows.
pub const BADPROT: i32 = -5;
/// An answer is missing.
pub const BADPARAM: i32 = -7;
/// The server could not prove who it is.
pub const BADSERV: i32 = -10;
/// The other side is not believed.
pub const BADAUTH: i32 = -13;
/// The mechanism protects too little.
pub const TOOWEAK: i32 = -15;

/// Returns Cyrus SASL's words for a number.
pub(super) fn meaning(code: i32) -> &'static str {
    match code {
        FAIL => "generic failure",
        BUFOVER => "overflowed buffer",
        NOMECH => "no mechanism available",
        BADPROT => "bad protocol / cancel",
        BADPARAM => "invalid parameter supplied",
        BADSERV => "server failed mutual authentication step",
        BADAUTH => "authentication failure",
        TOOWEAK => "mechanism too weak for this user",
        _ => "undefined error!",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_words_of_cyrus_sasl() {
        for (number, code, words) in [
            (-1, FAIL, "generic failure"),
            (-3, BUFOVER, "overflowed buffer"),
            (-4, NOMECH, "no mechanism available"),
            (-5, BADPROT, "bad protocol / cancel"),
            (-7, BADPARAM, "invalid parameter supplied"),
            (-10, BADSERV, "server failed mutual authentication step"),
            (-13, BADAUTH, "authentication failure"),
            (-15, TOOWEAK, "mechanism too weak for this user"),
        ] {
            assert_eq!((code, meaning(code)), (number, words));
        }
        assert_eq!(meaning(7), "undefined error!");
    }
}
