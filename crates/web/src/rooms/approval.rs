//! What people do about approvals.

use forms::{CodeList, Form};

use super::Action;

const SUBJECT: CodeList = CodeList {
    name: casework::approval::Subject::LIST,
    codes: casework::approval::Subject::CODES,
};

pub fn actions() -> Vec<Action> {
    let form = |id: &'static str| {
        Form::new(id)
            .purpose("account")
            .code("subject", SUBJECT)
            .required()
    };
    vec![
        Action::new("approval", "submit", "submitted", form("approval.submit")).also("completed"),
        Action::new(
            "approval",
            "approve",
            "approved",
            form("approval.approve").long_text("comment", 2000),
        ),
        Action::new(
            "approval",
            "send_back",
            "sent_back",
            form("approval.send_back")
                .long_text("comment", 2000)
                .required(),
        ),
    ]
}
