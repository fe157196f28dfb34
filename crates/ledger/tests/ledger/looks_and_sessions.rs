//! Looks, sessions, and what is put aside.

use ledger::Ledger;

use crate::house::{House, at, id};

#[test]
fn a_look_is_kept_in_order_until_its_time_is_over() {
    let house = House::new();
    let ledger = house.open();
    for second in 1..=3 {
        ledger
            .look(at(second), format!("look {second}").as_bytes())
            .unwrap();
    }
    let looks = ledger.looks(0, 10).unwrap();
    assert_eq!(
        looks.iter().map(|look| look.at).collect::<Vec<_>>(),
        [at(1), at(2), at(3)]
    );
    assert_eq!(looks[2].content, b"look 3");
    assert_eq!(ledger.looks(looks[0].position, 1).unwrap(), looks[1..2]);
    assert_eq!(ledger.forget_looks(at(9), looks[1].position).unwrap(), 2);
    assert_eq!(ledger.looks(0, 10).unwrap(), looks[2..]);
}

#[test]
fn a_session_lives_across_a_restart_until_it_is_ended() {
    let house = House::new();
    let ledger = house.open();
    ledger.session_begin(at(1), [1; 32], b"actor").unwrap();
    ledger.session_begin(at(2), [2; 32], b"other").unwrap();
    drop(ledger);
    let ledger = house.open();
    let session = ledger.session([1; 32]).unwrap().unwrap();
    assert_eq!(
        (session.token_hash, session.at, &session.content[..]),
        ([1; 32], at(1), &b"actor"[..])
    );
    assert_eq!(ledger.sessions().unwrap().len(), 2);
    ledger.session_begin(at(3), [1; 32], b"renewed").unwrap();
    assert_eq!(
        ledger.session([1; 32]).unwrap().unwrap().content,
        b"renewed"
    );
    ledger.session_end(at(4), [1; 32]).unwrap();
    ledger.session_end(at(4), [1; 32]).unwrap();
    assert_eq!(ledger.session([1; 32]).unwrap(), None);
    assert_eq!(ledger.sessions().unwrap()[0].token_hash, [2; 32]);
}

#[test]
fn what_is_put_aside_can_be_replaced_and_dropped() {
    let house = House::new();
    let ledger = house.open();
    ledger.put_aside("draft", id(1), b"first", at(1)).unwrap();
    ledger.put_aside("draft", id(1), b"second", at(2)).unwrap();
    ledger
        .put_aside("throttle", id(1), b"3 tries", at(1))
        .unwrap();
    let draft = ledger.aside("draft", id(1)).unwrap().unwrap();
    assert_eq!(
        (draft.key, draft.at, &draft.content[..]),
        (id(1), at(2), &b"second"[..])
    );
    assert_eq!(ledger.asides("draft").unwrap(), [draft]);
    let before = ledger.head();
    ledger.drop_aside("draft", id(1)).unwrap();
    assert_eq!(ledger.aside("draft", id(1)).unwrap(), None);
    assert!(ledger.aside("throttle", id(1)).unwrap().is_some());
    assert_eq!(
        ledger.head(),
        before,
        "what lies aside leaves no trace in the log"
    );
}
