//! Days and times in words. Digits are European in every language, as they are on papers here.

use jiff::Zoned;
use jiff::civil::Date;

use super::T;

impl T {
    /// `21 November 2026`.
    pub fn day(&self, date: Date) -> String {
        let month = self.say(&format!("month-{}", date.month()));
        in_one_run(&self.say_with(
            "date-long",
            &[
                ("day", date.day().to_string().into()),
                ("month", month.into()),
                ("year", date.year().to_string().into()),
            ],
        ))
    }

    /// `10:30`, in the zone that the moment carries.
    pub fn time(&self, at: &Zoned) -> String {
        at.strftime("%H:%M").to_string()
    }

    /// `21 November 2026, 10:30`.
    pub fn moment(&self, at: &Zoned) -> String {
        in_one_run(&self.say_with(
            "date-time",
            &[
                ("day", self.day(at.date()).into()),
                ("time", self.time(at).into()),
            ],
        ))
    }
}

/// Without isolates: they would hide the month's letters from what decides in which direction the
/// whole date runs, and an Arabic date would stand in a jumble.
fn in_one_run(date: &str) -> String {
    date.replace(['\u{2068}', '\u{2069}'], "")
}
