//! Amounts of money in words.

use super::T;

impl T {
    /// `120.50 EUR`, from minor units; digits are European in every language, as on papers here.
    pub fn amount(&self, minor: i64, currency: &str) -> String {
        let sign = if minor < 0 { "-" } else { "" };
        let minor = minor.unsigned_abs();
        format!("{sign}{}.{:02} {currency}", minor / 100, minor % 100)
    }
}
