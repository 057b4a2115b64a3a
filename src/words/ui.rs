//! The texts of the interface, as a closed set: a key that the views use and `content/*/ui.toml` lacks is a finding of
//! the validator, and the other way round.

macro_rules! ui {
    ($($name:ident => $key:literal,)+) => {
        /// A text of the interface.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the Swedish text in content/sv/ui.toml says what each one is")]
        pub enum Ui { $($name,)+ }

        impl Ui {
            /// Every text of the interface.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its key, as in `content/sv/ui.toml` with the file's name before it.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => concat!("ui.", $key),)+ }
            }
        }
    };
}

ui! {
    ProductName => "product.name",
}
