//! Dates and times as text: `2026-11-22`, `2026-11-22T09:30:00.000+01:00`, `09:30:00.000+01:00`.

use jiff::civil::Date;

const DAY_MS: f64 = 86_400_000.0;

/// A moment as it is written: the day, the milliseconds in it, and the minutes that its clock is
/// ahead of UTC, where it says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moment {
    pub day: Date,
    pub ms: i64,
    pub offset: Option<i64>,
}

fn digits(text: &str, least: usize, most: usize) -> Option<i64> {
    let fits = (least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// A date and nothing else; one digit for a month or day will do.
pub(super) fn date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let year = digits(parts.next()?, 4, 4)?;
    let month = digits(parts.next()?, 1, 2)?;
    let day = digits(parts.next()?, 1, 2)?;
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

/// A time of day, with the offset of its clock where it says so.
pub(super) fn time(text: &str) -> Option<(i64, Option<i64>)> {
    let (clock, offset) = match text.find(['Z', '+', '-']) {
        Some(at) => (text.get(..at)?, Some(offset(text.get(at..)?)?)),
        None => (text, None),
    };
    let mut parts = clock.splitn(3, ':');
    let hour = digits(parts.next()?, 1, 2).filter(|h| *h < 24)?;
    let minute = digits(parts.next()?, 2, 2).filter(|m| *m < 60)?;
    let (second, ms) = match parts.next() {
        None => (0, 0),
        Some(text) => {
            let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
            let part: String = part.chars().chain("00".chars()).take(3).collect();
            (
                digits(whole, 2, 2).filter(|s| *s < 60)?,
                digits(&part, 3, 3)?,
            )
        }
    };
    Some((((hour * 60 + minute) * 60 + second) * 1000 + ms, offset))
}

fn offset(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let rest = text.get(1..)?;
    let (hours, minutes) = match rest.split_once(':') {
        Some((hours, minutes)) => (digits(hours, 2, 2)?, digits(minutes, 2, 2)?),
        None if rest.len() == 4 => (digits(rest.get(..2)?, 2, 2)?, digits(rest.get(2..)?, 2, 2)?),
        None => (digits(rest, 2, 2)?, 0),
    };
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

/// A date with a time.
pub(super) fn date_time(text: &str) -> Option<Moment> {
    let (day, clock) = text.split_once('T')?;
    let (ms, offset) = time(clock)?;
    Some(Moment {
        day: date(day)?,
        ms,
        offset,
    })
}

/// A date or a date with a time.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    date_time(text).or_else(|| {
        Some(Moment {
            day: date(text)?,
            ms: 0,
            offset: None,
        })
    })
}

/// Days from the first of January 1970 to a date.
pub(super) fn day_number(day: Date) -> i64 {
    let years = i64::from(day.year()) - i64::from(day.month() <= 2);
    let era = years.div_euclid(400);
    let of_era = years.rem_euclid(400);
    let month = (i64::from(day.month()) + 9) % 12;
    let of_year = (153 * month + 2) / 5 + i64::from(day.day()) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date that many days after the first of January 1970, if it has a year of four digits.
pub fn day_of(number: f64) -> Option<Date> {
    let days = number.floor();
    if !(-719_528.0..=2_932_896.0).contains(&days) {
        return None;
    }
    Date::new(1970, 1, 1)
        .ok()?
        .checked_add(jiff::Span::new().try_days(days as i64).ok()?)
        .ok()
}

/// Days since 1970: whole for a date, in UTC for a date with a time.
pub(super) fn days(text: &str) -> Option<f64> {
    let moment = moment(text)?;
    let ms = moment.ms - moment.offset.unwrap_or(0) * 60_000;
    Some(day_number(moment.day) as f64 + ms as f64 / DAY_MS)
}

/// The offset of a clock, from a moment it wrote.
pub(super) fn offset_of(now: &str) -> i64 {
    date_time(now).and_then(|now| now.offset).unwrap_or(0)
}

/// A moment moved to a clock of that offset; one that does not say its own is already there.
pub(super) fn on_clock(moment: Moment, offset: i64) -> Option<Moment> {
    let Some(own) = moment.offset else {
        return Some(Moment {
            offset: Some(offset),
            ..moment
        });
    };
    let ms = moment.ms + (offset - own) * 60_000;
    let days = ms.div_euclid(86_400_000);
    let day = day_of((day_number(moment.day) + days) as f64)?;
    Some(Moment {
        day,
        ms: ms.rem_euclid(86_400_000),
        offset: Some(offset),
    })
}

/// A number of days as a moment on a clock of that offset.
pub(super) fn from_days(number: f64, offset: i64) -> Option<Moment> {
    let day = day_of(number)?;
    let ms = ((number - number.floor()) * DAY_MS).round() as i64;
    let utc = Moment {
        day,
        ms: ms.min(86_399_999),
        offset: Some(0),
    };
    on_clock(utc, offset)
}

/// As it is stored.
pub(super) fn written(moment: Moment) -> String {
    let (s, ms) = (moment.ms / 1000, moment.ms % 1000);
    let offset = moment.offset.unwrap_or(0);
    let (sign, ahead) = (if offset < 0 { '-' } else { '+' }, offset.abs());
    format!(
        "{}T{:02}:{:02}:{:02}.{ms:03}{sign}{:02}:{:02}",
        moment.day,
        s / 3600,
        s / 60 % 60,
        s % 60,
        ahead / 60,
        ahead % 60
    )
}

/// Whether an answer is a date.
pub fn is_date(text: &str) -> bool {
    text.len() == 10 && date(text).is_some()
}

/// Whether an answer is a date with a time.
pub fn is_date_time(text: &str) -> bool {
    date_time(text).is_some()
}

/// Whether an answer is a time.
pub fn is_time(text: &str) -> bool {
    time(text).is_some()
}

const NAMES: &[(&str, &str, &str)] = &[
    (
        "en",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "Sun Mon Tue Wed Thu Fri Sat",
    ),
    (
        "fr",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "dim. lun. mar. mer. jeu. ven. sam.",
    ),
    (
        "es",
        "ene feb mar abr may jun jul ago sept oct nov dic",
        "dom lun mar mié jue vie sáb",
    ),
    (
        "it",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "dom lun mar mer gio ven sab",
    ),
    (
        "ar",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت",
    ),
];

fn named(language: &str, day: bool, index: usize) -> &'static str {
    let row = NAMES
        .iter()
        .find(|row| row.0 == language)
        .or_else(|| NAMES.first());
    row.map_or("", |row| {
        let names = if day { row.2 } else { row.1 };
        names.split(' ').nth(index).unwrap_or("")
    })
}

/// A moment under a format such as `%e %b %Y`; what the format does not know stays as it is.
pub(super) fn formatted(moment: Moment, format: &str, language: &str) -> String {
    let day = moment.day;
    let weekday = (day_number(day) + 4).rem_euclid(7) as usize;
    let seconds = moment.ms / 1000;
    let mut out = String::new();
    let mut rest = format.chars();
    while let Some(c) = rest.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        match rest.next() {
            Some('Y') => out.push_str(&format!("{:04}", day.year())),
            Some('y') => out.push_str(&format!("{:02}", day.year().rem_euclid(100))),
            Some('m') => out.push_str(&format!("{:02}", day.month())),
            Some('n') => out.push_str(&day.month().to_string()),
            Some('b') => out.push_str(named(language, false, (day.month() - 1) as usize)),
            Some('d') => out.push_str(&format!("{:02}", day.day())),
            Some('e') => out.push_str(&day.day().to_string()),
            Some('a') => out.push_str(named(language, true, weekday)),
            Some('H') => out.push_str(&format!("{:02}", seconds / 3600)),
            Some('h') => out.push_str(&(seconds / 3600).to_string()),
            Some('M') => out.push_str(&format!("{:02}", seconds / 60 % 60)),
            Some('S') => out.push_str(&format!("{:02}", seconds % 60)),
            Some('3') => out.push_str(&format!("{:03}", moment.ms % 1000)),
            Some('%') | None => out.push('%'),
            Some(other) => out.extend(['%', other]),
        }
    }
    out
}
