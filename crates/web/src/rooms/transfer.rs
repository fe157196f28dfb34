//! What people do when responsibility goes to somebody else.

use forms::Form;

use super::{Action, list};

pub fn actions() -> Vec<Action> {
    let room = "transfer";
    vec![
        Action::new(room, "propose_transfer", "transfer_proposed", proposal()),
        Action::new(room, "offer", "transfer_offered", which("transfer.offer")),
        Action::new(room, "accept", "transfer_accepted", acceptance()),
        Action::new(room, "reject", "transfer_rejected", no("transfer.reject")),
        Action::new(
            room,
            "record_partner_answer",
            "partner_answered",
            partner_answer(),
        ),
        Action::new(room, "revoke", "transfer_revoked", no("transfer.revoke")),
        Action::new(
            room,
            "hold_handover_meeting",
            "handover_meeting_held",
            handover_meeting(),
        ),
        Action::new(
            room,
            "finish",
            "transfer_finished",
            which("transfer.finish"),
        ),
    ]
}

fn proposal() -> Form {
    Form::new("transfer.propose_transfer")
        .purpose("deliver")
        .section("receiver")
        .code("to", list!(TransferTo))
        .required()
        .pick("receiver")
        .required()
        .pick("receiving_worker")
        .only_when("to", &["other_centre"])
        .long_text("reason", 2000)
        .required()
        .medium()
        .section("handover")
        .long_text("handover_plan", 8000)
        .required()
        .high()
        .multi("data_package_items", list!(DataCategory))
        .date_time("joint_meeting_dt", true)
        .section("with_the_person")
        .yes_no("person_informed")
}

/// Which transfer it is about.
fn which(id: &'static str) -> Form {
    Form::new(id).purpose("deliver").pick("transfer").required()
}

fn no(id: &'static str) -> Form {
    which(id).long_text("reason", 2000).required().medium()
}

fn acceptance() -> Form {
    which("transfer.accept").pick("receiving_worker")
}

fn partner_answer() -> Form {
    which("transfer.record_partner_answer")
        .yes_no("accepted")
        .text("evidence", 400)
        .required()
        .long_text("reason", 2000)
        .required()
        .medium()
        .only_when("accepted", &["no"])
}

fn handover_meeting() -> Form {
    which("transfer.hold_handover_meeting")
        .multi("participants", list!(Participant))
        .required()
        .long_text("minutes", 8000)
        .required()
        .high()
}
