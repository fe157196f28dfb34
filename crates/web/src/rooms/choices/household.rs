//! Options of households: which one, and who of them cares for the person.

use casebook::{CaseLook, MemberName};
use casework::Id;

use super::{Asked, Options};

pub(super) fn options(asked: &Asked<'_>, look: &CaseLook) -> Option<Options> {
    match asked.field {
        "household" => Some(households(asked, look)),
        "caregiver" => Some(caregivers(asked, look)),
        _ => None,
    }
}

/// By those who live there, as far as the reader may know them.
fn households(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let known = asked.app.book.households(&look.reader).unwrap_or_default();
    let mut all: Options = known
        .into_iter()
        .map(|(household, names)| (household.to_string(), named(asked, &names)))
        .collect();
    // A record may name one of which the reader knows nobody.
    if asked.reading {
        let own = look.case.household.left.iter().map(|(_, join, _)| join);
        let present = look.case.household.present.iter().map(|(_, join)| join);
        for join in own.chain(present) {
            unless_known(&mut all, join.household, asked.t.say("household-one"));
        }
    }
    all
}

fn caregivers(asked: &Asked<'_>, look: &CaseLook) -> Options {
    let present = look.case.household.present.as_ref();
    let known = present.and_then(|(_, join)| {
        let book = &asked.app.book;
        book.housemates(&look.reader, join.household, look.file)
            .ok()
    });
    let mut all: Options = known
        .unwrap_or_default()
        .into_iter()
        .map(|(role, name)| {
            let role = asked.t.code("household_role", role.code());
            let who = named(asked, std::slice::from_ref(&name));
            (name.file.to_string(), format!("{who} ({role})"))
        })
        .collect();
    if asked.reading {
        for (_, link) in &look.case.household.caregivers {
            unless_known(&mut all, link.caregiver, asked.t.say("household-others"));
        }
    }
    all
}

fn named(asked: &Asked<'_>, names: &[MemberName]) -> String {
    let one = |name: &MemberName| {
        let code = name.name.clone().or_else(|| name.code.clone());
        code.unwrap_or_else(|| asked.t.say("no-code-yet"))
    };
    let all: Vec<String> = names.iter().map(one).collect();
    all.join(&asked.t.say("forms-and"))
}

fn unless_known(all: &mut Options, id: Id, words: String) {
    let id = id.to_string();
    if all.iter().all(|(known, _)| *known != id) {
        all.push((id, words));
    }
}
