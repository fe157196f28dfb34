//! What people do about the household, in one person's own file. What the files of others are told
//! in the same command is the machinery's, and has no form.

use forms::Form;

use super::{ABOUT, Action, list};

pub fn actions() -> Vec<Action> {
    let room = "household";
    vec![
        Action::new(room, "join_household", "household_joined", join()),
        Action::new(room, "leave_household", "household_left", leave()).grave(),
        Action::new(room, "hide_from_household", "hidden_from_household", hide())
            .also("hiding_explained"),
        Action::new(room, "show_to_household", "shown_to_household", show()),
        Action::new(room, "link_caregiver", "caregiver_linked", caregiver()),
    ]
}

fn join() -> Form {
    Form::new("household.join_household")
        .purpose("deliver")
        .pick("household")
        .required()
        .medium()
        .code("role", list!(HouseholdRole))
        .required()
        .code("reason", list!(HouseholdChange))
        .required()
}

fn leave() -> Form {
    Form::new("household.leave_household")
        .purpose("deliver")
        .code("reason", list!(HouseholdChange))
        .required()
        .medium()
        .long_text("note", 2000)
        .high()
}

fn hide() -> Form {
    Form::new("household.hide_from_household")
        .purpose("safety")
        .yes_no("own_safe_contact")
        .long_text("reason", 2000)
        .required()
        .high()
        .multi("about", ABOUT)
}

fn show() -> Form {
    Form::new("household.show_to_household")
        .purpose("safety")
        .long_text("in_their_words", 1000)
        .required()
        .medium()
}

fn caregiver() -> Form {
    Form::new("household.link_caregiver")
        .purpose("safety")
        .pick("caregiver")
        .required()
        .high()
        .yes_no("safe")
        .high()
        .long_text("note", 2000)
        .high()
}
