//! How somebody is contacted, and how never, in one line: by which ways, when, with which word.

use views::Reach;

use crate::T;

/// What stands between the parts of a line.
pub const BETWEEN: &str = " · ";

/// The line. Nobody calls anybody without it.
pub fn reach(t: T, reach: &Reach) -> String {
    let Some(channels) = &reach.safe_channels else {
        return t.say("day-reach-unknown");
    };
    let has = |code: &str| channels.iter().any(|known| known == code);
    if has("none_contact_unsafe") {
        return t.code("channel", "none_contact_unsafe");
    }
    let ways: Vec<String> = channels
        .iter()
        .map(|channel| t.code("channel", channel))
        .collect();
    let mut parts = vec![ways.join(BETWEEN)];
    let phones = has("phone_call") || has("messaging_app");
    if phones && !has("sms") {
        parts.push(t.say("day-reach-no-sms"));
    }
    if phones && !reach.may_leave_message {
        parts.push(t.say("day-reach-no-message"));
    }
    if let Some(word) = &reach.code_word {
        parts.push(t.say_with("day-reach-ask-for", &[("word", word.as_str().into())]));
    }
    if let Some(times) = &reach.safe_times {
        parts.push(t.say_with("day-reach-when", &[("times", times.as_str().into())]));
    }
    parts.join(BETWEEN)
}

/// Whether a way is one that the person called safe. Whoever comes to the centre chose to.
pub fn is_safe(reach: &Reach, mode: &str) -> bool {
    let chosen = ["in_person_centre", "hotline"].contains(&mode);
    let said = reach.safe_channels.as_ref();
    chosen || said.is_none_or(|all| all.iter().any(|known| known == mode))
}

/// In which language, and whether somebody has to interpret.
pub fn spoken(t: T, language: Option<&str>, needed: bool, who: Option<&str>) -> Option<String> {
    let mut parts: Vec<String> = language
        .map(|code| t.code("language", code))
        .into_iter()
        .collect();
    match who {
        Some(who) => parts.push(t.say_with("day-interpreter", &[("who", who.into())])),
        None if needed => parts.push(t.say("day-interpreter-missing")),
        None => {}
    }
    (!parts.is_empty()).then(|| parts.join(BETWEEN))
}
