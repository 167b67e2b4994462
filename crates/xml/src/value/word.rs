//! Words: enumerations whose values are texts, one table each.
use super::Value;

/// Declares enumerations: each line names a type, what it is, and its values with their texts.
///
/// ```text
/// words! {
///     /// Whether a tray is open.
///     Tray { Closed = "closed", Open = "open" }
/// }
/// ```
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name { $(#[doc = concat!("`", $text, "`")] $variant),* }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }
        }

        impl crate::blank::Blank for $name {
            fn blank() -> Self {
                $crate::value::first!($(Self::$variant),*)
            }
        }

        impl crate::value::Word for $name {
            fn word(self) -> &'static str {
                self.as_str()
            }
        }

        impl crate::value::Value for $name {
            fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }

            fn text(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Borrowed(self.as_str())
            }

            fn print(&self, out: &mut crate::write::Printer) {
                out.plain(self.as_str());
            }
        }
    )*};
}

pub(crate) use words;

/// The first of a list.
macro_rules! first {
    ($first:expr $(, $rest:expr)*) => {
        $first
    };
}
pub(crate) use first;

words! {
    /// Yes or no.
    YesNo { Yes = "yes", No = "no" }
    /// On or off.
    OnOff { On = "on", Off = "off" }
}

impl From<bool> for YesNo {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl From<bool> for OnOff {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

impl Value for bool {
    fn parse(text: &str) -> Option<Self> {
        YesNo::parse(text).map(|word| word == YesNo::Yes)
    }

    fn text(&self) -> std::borrow::Cow<'_, str> {
        YesNo::from(*self).as_str().into()
    }
}

/// Says which word of a table it is when none is told.
macro_rules! default_word {
    ($name:ident, $variant:ident) => {
        impl Default for $name {
            fn default() -> Self {
                Self::$variant
            }
        }
    };
}
pub(crate) use default_word;
