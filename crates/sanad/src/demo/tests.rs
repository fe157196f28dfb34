//! The script by the rules alone, without a disk; and the demonstration as its accounts find it.

use std::collections::BTreeMap;

use casework::{Case, Event, Id, Order, class::Classes, decide};
use jiff::Timestamp;

use super::{
    script::{Deed, Scene, What},
    staff::Staff,
    told,
};
use crate::dirs;

/// Plays the commands on persons' files in memory; answers where lives got stuck, and the files.
fn rehearsed(now: Timestamp) -> (Vec<String>, BTreeMap<Id, Vec<Event>>) {
    let staff = Staff::named(now).unwrap();
    let scene = Scene::new(now, &staff).unwrap();
    let sop = dirs::sop(None).unwrap();
    let mut files: BTreeMap<Id, Vec<Event>> = BTreeMap::new();
    let mut stuck = BTreeMap::new();
    for deed in told(&scene).unwrap().deeds {
        if stuck.contains_key(&deed.lane) {
            continue;
        }
        if let Err(no) = rehearse(&staff, &sop, &mut files, &deed) {
            stuck.insert(deed.lane, format!("{} at {}: {no}", deed.about, deed.at));
        }
    }
    (stuck.into_values().collect(), files)
}

fn rehearse(
    staff: &Staff,
    sop: &casework::Sop,
    files: &mut BTreeMap<Id, Vec<Event>>,
    deed: &Deed,
) -> Result<(), String> {
    let What::Case(command) = &deed.what else {
        return Ok(());
    };
    let actor = staff.actor(deed.who).unwrap();
    let file = command.file.unwrap_or_else(|| command.id.nth(u16::MAX));
    let events = files.entry(file).or_default();
    let case = Case::fold(events.iter());
    let holds = (events.iter()).fold(Classes::GENERAL, |all, event| all.union(event.classes));
    let standing = access::stands(&actor, &case, holds);
    let order = Order {
        command: command.id,
        by: actor.by,
        now: deed.at,
        happened: command.happened.unwrap_or(deed.at),
        base: None,
        held: access::classes(&actor, standing),
        fresh_code: casebook::person_code().unwrap(),
        ask: command.ask.clone(),
    };
    let (room, kind) = order.ask.kind();
    if !access::may(&actor, &format!("{room}.{kind}"), standing) {
        return Err("may not".into());
    }
    if !order.ask.needs().readable_with(order.held) {
        return Err("does not read what it is about".into());
    }
    let yes = decide::decide(&case, sop, &order).map_err(|no| format!("{no:?}"))?;
    events.extend(decide::stamp(&yes, sop, &order));
    Ok(())
}

#[test]
fn every_life_goes_by_the_rules() {
    let (stuck, _) = rehearsed(dirs::now());
    assert!(stuck.is_empty(), "{}\n{}", stuck.len(), stuck.join("\n"));
}
