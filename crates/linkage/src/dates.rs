//! Dates of birth as people give them: exact, a year, or a guess (`domain.md` 2.1).

/// A date of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Born {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day, 1 to 31.
    pub day: u8,
    /// Whether somebody guessed.
    pub estimated: bool,
}

impl Born {
    /// A date as `yyyy-mm-dd`; nothing where it is none.
    #[must_use]
    pub fn parse(text: &str, estimated: bool) -> Option<Self> {
        let mut fields = text.trim().split('-');
        let year: i16 = fields.next()?.parse().ok()?;
        let month: u8 = fields.next()?.parse().ok()?;
        let day: u8 = fields.next()?.parse().ok()?;
        let sane =
            (1..=12).contains(&month) && (1..=31).contains(&day) && (1800..2200).contains(&year);
        (sane && fields.next().is_none()).then_some(Self {
            year,
            month,
            day,
            estimated,
        })
    }

    /// The day alone, however sure.
    #[must_use]
    pub const fn day_only(self) -> Self {
        Self {
            estimated: false,
            ..self
        }
    }

    /// The first or last of a year or its middle: what is written when only the year is known.
    #[must_use]
    pub const fn only_a_year(self) -> bool {
        matches!((self.month, self.day), (1 | 7, 1) | (12, 31))
    }

    const fn vague(self) -> bool {
        self.estimated || self.only_a_year()
    }
}

/// How two dates of birth compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Dates {
    /// One or both are missing.
    Unknown,
    /// The same day of the same year, and no usual stand-in.
    SameDay,
    /// The same stand-in (1 January) of the same year.
    SameStandIn,
    /// The same year; one is only a year.
    SameYearVague,
    /// Day and month changed places.
    Swapped,
    /// One digit or one neighbour differs in one of day, month, year.
    OneSlip,
    /// The same day and month; the year differs by what calendars differ (1, 7 or 8 years).
    OtherCalendar,
    /// Two of day, month and year agree.
    TwoOfThree,
    /// The same year and nothing else.
    SameYear,
    /// Both are vague, one year apart.
    Vague1,
    /// Both are vague, two or three years apart.
    Vague3,
    /// Both are vague, four to six years apart.
    Vague6,
    /// One or both are vague, seven to twelve years apart.
    Vague12,
    /// One is vague, one year apart.
    Mixed1,
    /// One is vague, two or three years apart.
    Mixed3,
    /// One is vague, four to six years apart.
    Mixed6,
    /// Both exact, one year apart.
    Near,
    /// Both exact, two to five years apart.
    Apart,
    /// Further apart.
    Far,
}

impl Dates {
    /// How many there are.
    pub const COUNT: usize = 19;
}

/// Compares two dates of birth.
#[must_use]
pub fn compare(one: Option<Born>, other: Option<Born>) -> Dates {
    let (Some(a), Some(b)) = (one, other) else {
        return Dates::Unknown;
    };
    let years = a.year.abs_diff(b.year);
    if (a.year, a.month, a.day) == (b.year, b.month, b.day) {
        return if a.vague() {
            Dates::SameStandIn
        } else {
            Dates::SameDay
        };
    }
    if a.vague() || b.vague() {
        return vague(years, a.vague() && b.vague());
    }
    if years == 0 && a.month == b.day && a.day == b.month {
        return Dates::Swapped;
    }
    exact(a, b, years)
}

/// Years between two dates of birth, by the calendar; 0 where one is missing.
#[must_use]
pub fn years_between(one: Option<Born>, other: Option<Born>) -> u16 {
    one.zip(other).map_or(0, |(a, b)| a.year.abs_diff(b.year))
}

const fn vague(years: u16, both: bool) -> Dates {
    match (years, both) {
        (0, _) => Dates::SameYearVague,
        (1, true) => Dates::Vague1,
        (1, false) => Dates::Mixed1,
        (2..=3, true) => Dates::Vague3,
        (2..=3, false) => Dates::Mixed3,
        (4..=6, true) => Dates::Vague6,
        (4..=6, false) => Dates::Mixed6,
        (7..=12, _) => Dates::Vague12,
        _ => Dates::Far,
    }
}

fn exact(a: Born, b: Born, years: u16) -> Dates {
    let (same_month, same_day) = (a.month == b.month, a.day == b.day);
    let agreeing = usize::from(years == 0) + usize::from(same_month) + usize::from(same_day);
    if agreeing == 2 {
        if same_month && same_day && matches!(years, 1 | 7 | 8) {
            return Dates::OtherCalendar;
        }
        let slip = slips(a.year.unsigned_abs(), b.year.unsigned_abs())
            + slips(u16::from(a.month), u16::from(b.month))
            + slips(u16::from(a.day), u16::from(b.day));
        return if slip <= 1 {
            Dates::OneSlip
        } else {
            Dates::TwoOfThree
        };
    }
    match years {
        0 => Dates::SameYear,
        7 | 8 if (a.month.abs_diff(b.month) <= 1 || same_day) && a.day.abs_diff(b.day) <= 12 => {
            Dates::OtherCalendar
        }
        1 => Dates::Near,
        2..=5 => Dates::Apart,
        _ => Dates::Far,
    }
}

/// Digits that differ; two digits in the wrong order are one slip.
fn slips(one: u16, other: u16) -> u32 {
    let (mut a, mut b, mut differing, mut digits) = (one, other, 0, [0_u16; 4]);
    for digit in &mut digits {
        if a % 10 != b % 10 {
            differing += 1;
        }
        *digit = a % 10;
        (a, b) = (a / 10, b / 10);
    }
    let turned = |low: usize| {
        let scale = 10_u16.pow(u32::try_from(low).unwrap_or(0));
        let (x, y) = (digits[low], digits[low + 1]);
        let rest = one - x * scale - y * scale * 10;
        rest + y * scale + x * scale * 10 == other
    };
    if differing == 2 && (0..3).any(turned) {
        1
    } else {
        differing
    }
}
