//! Actors, the ways they can stand to a case, and a file that grows.

use access::{Actor, Standing};
use casework::{
    Ask, Case, Event, Id, Order, Sop,
    actor::{By, Role},
    class::Classes,
    decide,
};
use serde_json::{Value, json};

pub const CENTRE: Id = Id([200; 16]);
pub const ELSEWHERE: Id = Id([201; 16]);
pub const ME: Id = Id([1; 16]);
pub const ANOTHER: Id = Id([2; 16]);

/// Somebody of this role in the centre, without grants.
pub fn actor(role: Role) -> Actor {
    granted(role, Classes::GENERAL)
}

/// Somebody of this role with personal grants.
pub fn granted(role: Role, grants: Classes) -> Actor {
    Actor {
        by: By {
            account: ME,
            role,
            centre: CENTRE,
        },
        grants,
    }
}

/// Every relation by its word in the table.
pub const RELATIONS: [(&str, Standing); 5] = {
    let none = Standing {
        own: false,
        desk: false,
        centre: false,
        alert: false,
        receiver: false,
    };
    [
        ("own", Standing { own: true, ..none }),
        ("desk", Standing { desk: true, ..none }),
        (
            "centre",
            Standing {
                centre: true,
                ..none
            },
        ),
        (
            "alert",
            Standing {
                alert: true,
                ..none
            },
        ),
        (
            "receiver",
            Standing {
                receiver: true,
                ..none
            },
        ),
    ]
};

/// The standing of this one relation; of none when the word is `-`.
pub fn only(word: &str) -> Standing {
    let found = RELATIONS.iter().find(|(name, _)| *name == word);
    found.map_or_else(Standing::default, |(_, standing)| *standing)
}

/// All relations but this one.
pub fn all_but(word: &str) -> Standing {
    Standing {
        own: word != "own",
        desk: word != "desk",
        centre: word != "centre",
        alert: word != "alert",
        receiver: word != "receiver",
    }
}

/// A file that grows by what the rules say yes to.
#[derive(Default)]
pub struct File {
    pub events: Vec<Event>,
    next: u8,
}

impl File {
    /// Somebody arrived at [`CENTRE`], with these immediate needs.
    pub fn of_arrival(needs: &[&str]) -> Self {
        let mut file = Self::default();
        let arrival = json!({"delivery_model": "individual_care", "channel": "in_person_centre",
            "language": "ar", "age_band": "from18_to59", "immediate_needs": needs,
            "request": "a roof", "action_taken": "tea and a seat"});
        file.does("reception", "receive_arrival", arrival);
        file
    }

    /// Somebody asks, and the rules say yes.
    #[track_caller]
    pub fn does(&mut self, room: &str, kind: &str, body: Value) -> &mut Self {
        self.next += 1;
        let sop = Sop::from_toml(include_str!("../../../../practice/sop/default.toml")).unwrap();
        let ask = json!({"room": room, "what": {"kind": kind, "body": body}});
        let now = "2026-03-02T09:00:00Z".parse().unwrap();
        let order = Order {
            command: Id([self.next; 16]),
            by: By {
                account: Id([9; 16]),
                role: Role::Supervisor,
                centre: CENTRE,
            },
            now,
            happened: now,
            base: None,
            fresh_code: "K7Q-0001".into(),
            ask: serde_json::from_value::<Ask>(ask).unwrap(),
            held: Classes::all(),
        };
        let yes = decide(&self.case(), &sop, &order).unwrap();
        self.events
            .extend(casework::decide::stamp(&yes, &sop, &order));
        self
    }

    pub fn case(&self) -> Case {
        Case::fold(&self.events)
    }

    /// The classes that the file holds.
    pub fn holds(&self) -> Classes {
        let classes = self.events.iter().map(|event| event.classes);
        classes.fold(Classes::GENERAL, Classes::union)
    }
}
