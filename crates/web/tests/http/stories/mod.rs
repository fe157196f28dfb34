//! The invented lives of `domain.md` section 9, through the pages, day by day.

mod family;
mod idris;
mod lidia;

use crate::{
    house::House,
    lives::{assigned, but, replaces},
    visitor::{Fields, Visitor},
};

const REFERRAL: Fields<'static> = &[
    ("urgency", "within72h"),
    ("data_shared", "name"),
    ("channel", "accompanied"),
    ("reason", "as the person wants"),
];

/// A referral drafted; its id.
pub fn drafted(
    visitor: &Visitor<'_>,
    file: &str,
    to: &str,
    service: &str,
    more: Fields<'_>,
) -> String {
    let mut fields = but(REFERRAL, more);
    fields.extend([("to_agency", to), ("service_type", service)]);
    visitor.makes(file, "implementation.draft_referral", &fields)
}

/// Sending a referral.
pub const SEND: &str = "implementation.send_referral";

/// The steps after consent to registration, carried by `worker`.
pub fn completes(house: &House, file: &str, worker: &str, contact: Fields<'_>) {
    let visitor = house.visitor(worker);
    visitor.did(
        file,
        "registration.resolve_duplicate",
        &[("duplicate_outcome", "none_found")],
    );
    assigned(house, file, worker);
    replaces(&visitor, file, "registration.set_safe_contact", contact);
    visitor.did(file, "registration.complete_registration", &[]);
}
