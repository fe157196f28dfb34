//! Any text as an expression: read, printed, read again. `cargo +nightly fuzz run expression` in `crates/forms`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(expr) = forms::expression::parse(text) {
        assert_eq!(forms::expression::parse(&expr.to_string()), Ok(expr));
    }
});
