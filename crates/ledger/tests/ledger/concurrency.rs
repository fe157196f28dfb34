//! Many hands at once: no update is lost, none is made twice.

use std::sync::Arc;
use std::thread;

use ledger::{AppendError, Ledger};

use crate::house::{House, add, at, claiming, fresh, id, texts};

#[test]
fn many_writers_on_one_file_lose_nothing() {
    let house = House::new();
    let ledger: Arc<dyn Ledger> = Arc::new(house.open());
    let hands: Vec<_> = (0..8)
        .map(|hand| {
            let ledger = Arc::clone(&ledger);
            thread::spawn(move || {
                (0..25).for_each(|turn| add_until_it_fits(&*ledger, &format!("{hand}:{turn}")))
            })
        })
        .collect();
    hands.into_iter().for_each(|hand| hand.join().unwrap());
    let mut found: Vec<String> = texts(&*ledger, id(1))
        .into_iter()
        .map(Option::unwrap)
        .collect();
    assert_eq!(found.len(), 200);
    found.sort();
    found.dedup();
    assert_eq!(found.len(), 200);
    assert_eq!(ledger.scan(0, 1000).unwrap().len(), 200);
}

fn add_until_it_fits(ledger: &dyn Ledger, text: &str) {
    let mut expected = u64::try_from(ledger.read(id(1)).unwrap().len()).unwrap();
    loop {
        match add(ledger, id(1), expected, &[text]) {
            Ok(_) => return,
            Err(AppendError::Clash { found, .. }) => expected = found,
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
fn of_many_who_claim_the_same_name_one_gets_it() {
    let house = House::new();
    let ledger: Arc<dyn Ledger> = Arc::new(house.open());
    let hands: Vec<_> = (0..16)
        .map(|_| {
            let ledger = Arc::clone(&ledger);
            thread::spawn(move || {
                ledger
                    .append(claiming(fresh(), "username", "amina"))
                    .is_ok()
            })
        })
        .collect();
    assert_eq!(
        hands
            .into_iter()
            .map(|hand| hand.join().unwrap())
            .filter(|won| *won)
            .count(),
        1
    );
}

#[test]
fn readers_see_whole_commands_while_others_write() {
    let house = House::new();
    let ledger: Arc<dyn Ledger> = Arc::new(house.open());
    let writer = {
        let ledger = Arc::clone(&ledger);
        thread::spawn(move || {
            (0..50).for_each(|turn| {
                add(&*ledger, id(1), turn * 2, &["a", "b"]).unwrap();
            })
        })
    };
    while !writer.is_finished() {
        assert_eq!(ledger.read(id(1)).unwrap().len() % 2, 0);
        ledger.look(at(1), b"looked").unwrap();
    }
    writer.join().unwrap();
    assert_eq!(ledger.read(id(1)).unwrap().len(), 100);
}
