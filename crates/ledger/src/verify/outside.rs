//! What is kept outside the database: the erasure list, and heads that show a rollback of everything.

use super::Checks;
use crate::erasures::Erasures;
use crate::rows::{Cell, Table};
use crate::{Failure, Head, Id, sql};

/// Whatever the ledger erased is on the list, and whatever is on the list has no key.
pub(super) fn check_erasures(checks: &mut Checks<'_>) -> Result<(), Failure> {
    let Some(ring) = checks.ring.take() else {
        return Ok(());
    };
    let list = Erasures::read(&checks.dirs.erasures(), &ring);
    checks.ring = Some(ring);
    let list = match list {
        Ok(list) => list,
        Err(failure) => {
            checks.add("erasures", None, None, failure.to_string());
            return Ok(());
        }
    };
    for entry in &list.entries {
        let keys = if entry.seq == 0 {
            sql::keys_of(checks.db, entry.file)?
        } else {
            sql::key(checks.db, entry.file, entry.seq)?
                .into_iter()
                .collect()
        };
        for (position, _) in keys {
            let words = "this key is on the erasure list, but it is there: start the program, which destroys it";
            checks.add("keys", Some(entry.file), Some(position), words);
        }
    }
    sql::each(checks.db, Table::Erased, |(position, cells)| {
        let [Cell::Bytes(file), Cell::Int(seq), ..] = cells.as_slice() else {
            return Ok(());
        };
        let file = file.as_slice().try_into().ok().map(Id);
        if !file.is_some_and(|file| list.holds(file, sql::nat(*seq))) {
            checks.add(
                "erasures",
                file,
                Some(position),
                "this erasure is not on the erasure list",
            );
        }
        Ok(())
    })
}

/// The head in the keys folder and those given by the caller.
pub(super) fn check_kept_heads(checks: &mut Checks<'_>, kept: &[&String]) -> Result<(), Failure> {
    let mut newest = 0;
    for note in kept {
        newest = newest.max(check_kept(checks, note)?);
    }
    let last = checks
        .report
        .covered_to
        .as_ref()
        .map_or(0, |head| head.number);
    if newest < last {
        checks.report.uncovered.push(format!(
            "That the ledger was cut after head {newest} would not show: no later head is kept outside it."
        ));
    }
    Ok(())
}

fn check_kept(checks: &mut Checks<'_>, note: &str) -> Result<u64, Failure> {
    let (ledger, key) = (checks.master.ledger, checks.master.signer().verifying_key());
    let Some(kept) = Head::parse(note).filter(|head| head.is_signed(ledger, &key)) else {
        checks.add(
            "kept head",
            None,
            None,
            "this kept head was not signed by this ledger",
        );
        return Ok(0);
    };
    let last = checks
        .report
        .covered_to
        .as_ref()
        .map_or(0, |head| head.number);
    match sql::head_note(checks.db, kept.number)? {
        Some(found) if found == kept.note => {}
        Some(_) => {
            checks.add(
                "kept head",
                None,
                Some(kept.number),
                "the ledger holds another head of this number",
            );
        }
        None => {
            let words = format!(
                "the ledger ends at head {last}: an older copy was put in its place, or its tail was cut"
            );
            checks.add("kept head", None, Some(kept.number), words);
        }
    }
    Ok(kept.number)
}
