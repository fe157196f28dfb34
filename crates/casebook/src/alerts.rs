//! The alerts of those who answer them without reading the case: what an authority wanted, that a
//! consent was taken back (`domain.md` 2.7, DP6, DP14).

use access::{Actor, Standing};
use casework::{
    Case, Id,
    class::Classes,
    reception::{AlertState, answers},
};

use crate::{CaseLook, Casebook, No, look::Gates};

/// An open alert, and as much of the case as it takes to answer it.
#[derive(Clone, Debug)]
pub struct OpenAlert {
    /// The file.
    pub file: Id,
    /// The person's code, or the temporary one.
    pub code: Option<String>,
    /// The alert.
    pub alert: AlertState,
    /// Which authority asked, and for what, when it was one.
    pub asked: Option<(String, String)>,
}

impl Casebook {
    /// The open alerts of the actor's theme, the oldest first.
    ///
    /// # Errors
    /// [`No::NotHere`] for those who find them in the cases that they read.
    pub fn open_alerts(&self, actor: &Actor) -> Result<Vec<OpenAlert>, No> {
        if !self.may_anywhere(actor, "alert.list") {
            return Err(No::NotHere);
        }
        self.record_look(actor, "alert.list", None)?;
        let mut all = Vec::new();
        for file in self.views.alerted(actor)? {
            let case = Case::fold_for(&self.person(file)?.events, Classes::GENERAL);
            let temporary = case.registration.temporary.as_ref();
            let temporary = temporary.map(|given| given.temporary_code.clone());
            let code = case.registration.code.clone().or(temporary);
            all.extend(open_to(actor, &case).map(|alert| OpenAlert {
                file,
                code: code.clone(),
                asked: asked_with(&case, alert),
                alert: alert.clone(),
            }));
        }
        all.sort_by_key(|open| open.alert.raised.happened);
        Ok(all)
    }

    /// A file for answering an alert: it holds the actor's open alerts, and nothing else.
    pub(crate) fn look_to_answer(
        &self,
        actor: &Actor,
        file: Id,
        standing: Standing,
        whole: &Case,
    ) -> Result<CaseLook, No> {
        self.record_look(actor, "reception.answer_alert", Some(file))?;
        let general = whole.reception.alerts.iter();
        let general = general.filter(|state| state.classes == Classes::GENERAL);
        let mut case = Case::default();
        case.reception.alerts = general
            .filter(|state| answers(actor.by.role, state.alert.theme))
            .cloned()
            .collect();
        Ok(CaseLook {
            reader: actor.clone(),
            file,
            case,
            events: Vec::new(),
            held: Classes::GENERAL,
            standing,
            due: Vec::new(),
            gates: Gates::default(),
        })
    }
}

fn open_to<'c>(actor: &Actor, case: &'c Case) -> impl Iterator<Item = &'c AlertState> {
    let role = actor.by.role;
    case.reception
        .alerts
        .iter()
        .filter(move |state| state.answered.is_none() && answers(role, state.alert.theme))
}

/// What an authority asked for, in the entry that raised the alert.
fn asked_with(case: &Case, alert: &AlertState) -> Option<(String, String)> {
    let mut requests = case.reception.authority_requests.iter();
    let (_, asked) = requests.find(|(stamp, _)| *stamp == alert.raised)?;
    Some((asked.authority.clone(), asked.what_was_asked.clone()))
}
