//! The top of the case page: is the person safe, how are they reached and how never, what do they
//! want, what do they allow (`domain.md` 2.0 to 2.3).

use casebook::CaseLook;
use casework::lists::{Channel, CurrentSafety};

use super::{
    super::{household::called, reading::moment},
    Reader, consent,
};
use crate::{
    App,
    app::Inside,
    parts::{Badge, Card, Glance, Line, Look},
};

/// Ways to reach somebody from afar: those that were not called safe are forbidden (3.13).
const FROM_AFAR: [Channel; 7] = [
    Channel::PhoneCall,
    Channel::Sms,
    Channel::MessagingApp,
    Channel::Email,
    Channel::Letter,
    Channel::HomeVisit,
    Channel::ViaTrustedPerson,
];

/// The four cards.
#[must_use]
pub fn glance(app: &App, inside: &Inside, look: &CaseLook) -> Glance {
    let reader = Reader::new(app, inside, look);
    // Nobody is invited to call somebody who died (2.7).
    let lives = look.case.closure.death.is_none();
    let contact = lives.then(|| contact(&reader));
    let mut cards = vec![safety(&reader)];
    cards.extend(contact);
    cards.extend([wishes(&reader), consents(&reader)]);
    Glance::new(cards)
}

/// Safe now? Asked when and by whom; the risk and since when; what is due next.
fn safety(reader: &Reader<'_>) -> Card {
    let (t, case) = (reader.t, &reader.look.case);
    let mut card = Card::new(t.say("glance-safe"));
    card = match case.assessment.last_said(case) {
        Some((at, safety)) => {
            let word = t.code("current_safety", safety.code());
            let when = moment(t, &reader.app.zone, at.happened);
            let by = reader.partner(at.by.account);
            let asked = [("when", when.into()), ("by", by.into())];
            card.badge(match safety {
                CurrentSafety::Safe => Badge::done(word),
                CurrentSafety::AtRisk => Badge::doubtful(word),
                CurrentSafety::ImmediateDanger => Badge::grave(word),
            })
            .line(Line::new(Look::Soft, t.say_with("glance-asked", &asked)))
        }
        None => {
            let card = card.badge(Badge::new(t.say("glance-not-asked")));
            match reader.ways("assessment", &["check_safety"], "").pop() {
                Some((href, words)) => card.way(href, words),
                None => card,
            }
        }
    };
    if let Some(risk) = &case.screening.risk {
        let level = t.code("risk_level", risk.level.code());
        let day = t.day(risk.reached.to_zoned(reader.app.zone.clone()).date());
        let words = t.say_with(
            "glance-since",
            &[("what", level.into()), ("day", day.into())],
        );
        card = card.line(Line::new(Look::Plain, words).under(t.say("head-risk")));
    }
    card.perhaps(reader.look.due.first().map(|next| {
        let what = t.code("due", next.what.code());
        let until = moment(t, &reader.app.zone, next.at);
        let key = if next.at < reader.now {
            "glance-overdue"
        } else {
            "glance-until"
        };
        let words = t.say_with(key, &[("what", what.into()), ("until", until.into())]);
        Line::new(Look::Plain, words).under(t.say("strip-next"))
    }))
}

/// How to contact the person, and how never to.
fn contact(reader: &Reader<'_>) -> Card {
    let (t, state) = (reader.t, &reader.look.case.registration);
    let card = Card::new(t.say("glance-contact"));
    let Some((_, said)) = &state.safe_contact else {
        let card = card.badge(Badge::new(t.say("glance-not-asked")));
        let ways = reader.ways("registration", &["set_safe_contact"], "").pop();
        let card = match ways {
            Some((href, words)) => card.way(href, words),
            None => card,
        };
        return card.perhaps(never(reader, Vec::new()));
    };
    let channels = said.safe_channel.iter();
    let channels = channels.map(|one| match &said.phone {
        Some(phone) if *one == Channel::PhoneCall => {
            let phone = ("phone", phone.clone().into());
            t.say_with("glance-phone", &[phone])
        }
        _ => t.code("channel", one.code()),
    });
    let labelled = |text: &Option<String>, key: &str| {
        let text = text.clone().filter(|text| !text.trim().is_empty())?;
        Some(Line::new(Look::Plain, text).under(t.say(key)))
    };
    card.line(Line::of(Look::Strong, channels.collect()))
        .perhaps(labelled(&said.safe_times, "glance-hours"))
        .perhaps(labelled(&said.code_word, "field-code_word"))
        .perhaps(labelled(&said.who_may_answer, "glance-may-answer"))
        .perhaps(never(reader, forbidden(reader)))
}

/// What must never be done, each in a few words.
fn never(reader: &Reader<'_>, mut all: Vec<String>) -> Option<Line> {
    let (t, case) = (reader.t, &reader.look.case);
    if case.household.hidden.is_some() {
        all.push(t.say("never-household"));
    }
    let interpreters = case.reception.unsafe_interpreters.iter();
    all.extend(interpreters.map(|(name, _)| {
        let name = ("name", name.clone().into());
        t.say_with("never-interpreter", &[name])
    }));
    (!all.is_empty()).then(|| Line::of(Look::Never, all).under(t.say("glance-never")))
}

/// The ways that were not called safe, messages, and what was said of danger.
fn forbidden(reader: &Reader<'_>) -> Vec<String> {
    let t = reader.t;
    let Some((_, said)) = &reader.look.case.registration.safe_contact else {
        return Vec::new();
    };
    let unsafe_ways = FROM_AFAR
        .iter()
        .filter(|one| !said.safe_channel.contains(one))
        .map(|one| t.code("channel", one.code()));
    let mut all: Vec<String> = unsafe_ways.collect();
    if said.safe_channel.contains(&Channel::NoneContactUnsafe) {
        all.clear();
    }
    all.extend((!said.may_leave_message).then(|| t.say("never-message")));
    all.extend(
        said.unsafe_notes
            .clone()
            .filter(|text| !text.trim().is_empty()),
    );
    all
}

/// What the person wants, in their words, and whom they live with.
fn wishes(reader: &Reader<'_>) -> Card {
    let (t, case) = (reader.t, &reader.look.case);
    let plan = &case.planning;
    let goal = plan.as_written().pursued();
    let goal = goal.first().map(|known| known.goal.in_person_words.clone());
    let assessed = case.assessment.priorities.as_ref();
    let assessed = assessed.map(|(_, said)| said.own_priorities.clone());
    let asked = case.reception.arrival.as_ref();
    let asked = asked.map(|arrival| arrival.request.clone());
    let (key, words) = match (goal, assessed, asked) {
        (Some(goal), _, _) => ("glance-goal", Some(goal)),
        (None, Some(wish), _) => ("glance-wish", Some(wish)),
        (None, None, asked) => ("glance-request", asked),
    };
    let card = Card::new(t.say(key));
    let card = card.perhaps(words.map(|words| Line::new(Look::Words, words)));
    card.perhaps(household(reader))
}

/// Members whose cases the reader may open; nobody else is named or counted.
fn household(reader: &Reader<'_>) -> Option<Line> {
    let t = reader.t;
    let (_, join) = reader.look.case.household.present.as_ref()?;
    let book = &reader.app.book;
    let known = book.housemates(&reader.look.reader, join.household, reader.look.file);
    let known = known.unwrap_or_default();
    let items = known.iter().map(|(role, name)| {
        let role = t.code("household_role", role.code());
        let words = [("name", called(t, name).into()), ("role", role.into())];
        let href = format!("/cases/{}", name.file);
        (t.say_with("glance-member", &words), Some(href))
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| Line::linked(items).under(t.say("place-household")))
}

/// What the person allows: yes, until when; no.
fn consents(reader: &Reader<'_>) -> Card {
    let t = reader.t;
    let place = format!("/cases/{}/consent", reader.look.file);
    let card = Card::new(t.say("place-consent")).way(place, t.say("glance-consents"));
    let all = consent::in_short(reader);
    if all.is_empty() {
        return card.badge(Badge::new(t.say("glance-not-asked")));
    }
    let of = |yes: bool, key: &str| {
        let texts = all.iter().filter(|one| one.yes == yes);
        let texts = texts.map(|one| one.words.clone()).collect();
        Line::of(Look::Plain, texts).under(t.say(key))
    };
    card.line(of(true, "glance-yes"))
        .line(of(false, "glance-no"))
}
