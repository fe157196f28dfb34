//! Scales of mental health (`domain.md` 3.15): one form each, an answer may be left out.

use forms::Form;

use super::Action;

const PHQ: [&str; 9] = [
    "phq_1", "phq_2", "phq_3", "phq_4", "phq_5", "phq_6", "phq_7", "phq_8", "phq_9",
];
const GAD: [&str; 7] = [
    "gad_1", "gad_2", "gad_3", "gad_4", "gad_5", "gad_6", "gad_7",
];

pub fn actions() -> Vec<Action> {
    let room = "assessment";
    vec![
        Action::new(
            room,
            "take_phq9",
            "phq9_taken",
            scale("assessment.take_phq9", &PHQ),
        ),
        Action::new(
            room,
            "take_gad7",
            "gad7_taken",
            scale("assessment.take_gad7", &GAD),
        ),
    ]
}

fn scale(id: &'static str, questions: &[&'static str]) -> Form {
    let form = Form::new(id)
        .purpose("deliver")
        .section("scale-ready")
        .tick("trained_interviewer")
        .required()
        .section("scale-weeks");
    let form = questions
        .iter()
        .fold(form, |form, question| form.score(question, 0, 3).high());
    form.section("scale-words").long_text("note", 2000).high()
}
