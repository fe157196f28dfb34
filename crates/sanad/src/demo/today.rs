//! What today holds: contacts planned by the hour, who has duty under which number, who is on leave.

use access::duty::Leave;
use casebook::{Casebook, DutySaid, fresh_id};
use jiff::{SignedDuration, Timestamp, Zoned, civil::Time, tz::TimeZone};
use serde_json::json;

use super::{Turned, course::Course, script::Scene, staff::Staff};

/// The working day begins, and ends.
const BEGINS: i64 = 8 * 60 + 30;
const ENDS: i64 = 20 * 60;
/// Where it is later than that, contacts stand in the evening that is left.
const MIDNIGHT: i64 = 23 * 60 + 45;

/// A moment of today in the centre's time zone: so many hundredths into what is left of the working
/// day, on a quarter of an hour. Always on this day, and ahead as long as the day has a quarter left.
pub fn later_today(now: Timestamp, zone: &TimeZone, part: i64) -> Timestamp {
    let here = now.to_zoned(zone.clone());
    let passed = i64::from(here.hour()) * 60 + i64::from(here.minute());
    let from = BEGINS.max((passed / 15 + 1) * 15).min(MIDNIGHT);
    let until = if from + 90 > ENDS { MIDNIGHT } else { ENDS };
    let minute = (from + (until - from).max(0) * part / 100) / 15 * 15;
    at_minute(&here, minute).unwrap_or(now)
}

fn at_minute(here: &Zoned, minute: i64) -> Option<Timestamp> {
    let hour = i8::try_from(minute / 60).ok()?;
    let minute = i8::try_from(minute % 60).ok()?;
    let time = Time::new(hour, minute, 0, 0).ok()?;
    Some(here.with().time(time).build().ok()?.timestamp())
}

impl Course<'_> {
    /// The contact that was planned for today, agreed at the last one.
    pub fn comes_today(&mut self) -> anyhow::Result<()> {
        let Some(planned) = self.person.today.clone() else {
            return Ok(());
        };
        let scene = self.life.scene;
        self.on(1, 16);
        let spoken = &self.person.speaks[0];
        let body = json!({"planned_for": scene.later_today(planned.part), "mode": planned.mode,
            "appointment_purpose": planned.purpose, "language": spoken,
            "interpreter_needed": planned.interpreter.is_some(),
            "interpreter_ref": planned.interpreter, "place": planned.place});
        self.does("review.plan_appointment", body).map(drop)
    }

    /// The window in which a call is safe, around the one that is planned for today.
    pub fn safe_window(&self) -> Option<String> {
        let planned = self.person.today.as_ref()?;
        let scene = self.life.scene;
        let call = scene.later_today(planned.part).to_zoned(scene.zone.clone());
        let hour = call.hour();
        (planned.mode == "phone_call").then(|| format!("{hour}:00–{}:00", (hour + 2).min(24)))
    }
}

/// The duty list of the town's centre, first asked first: everybody's work telephone.
const DUTY: [(&str, &str); 5] = [
    ("worker", "0555 010 121"),
    ("manager", "0555 010 102"),
    ("supervisor", "0555 010 101"),
    ("child", "0555 010 131"),
    ("colleague", "0555 010 122"),
];

/// Who is asked first, and who is away: some of her cases name a backup, some do not.
pub fn roster(book: &Casebook, staff: &Staff, scene: &Scene<'_>) -> anyhow::Result<()> {
    let admin = staff.actor("admin")?;
    Turned::to(scene.now - SignedDuration::from_hours(24 * 30));
    for (number, (who, phone)) in (1..).zip(DUTY) {
        let said = DutySaid {
            account: staff.id(who)?,
            number,
            phone: phone.into(),
            from: None,
            until: None,
        };
        book.set_duty(&admin, fresh_id()?, said)?;
    }
    Turned::to(scene.now - SignedDuration::from_hours(24 * 7));
    let leave = Leave {
        from: scene.day(5),
        until: scene.day(-9),
        cover: Some(staff.id("colleague")?),
    };
    book.set_leave(&admin, fresh_id()?, staff.id("worker4")?, leave)?;
    Ok(())
}
