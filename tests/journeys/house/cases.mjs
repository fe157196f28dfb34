// How a case comes to be: the forms of the first step with plain answers, for journeys that begin
// further on.

import assert from "node:assert/strict";

export const arrival = {
  immediate_needs: ["food_water"],
  request: "I need a place to sleep",
  action_taken: "water, a meal, a quiet seat",
  delivery_model: "individual_care",
  channel: "in_person_centre",
  language: "ar",
  sex_observed: "female",
  age_band: "from18_to59",
};

export const screening = {
  entry_route: "self_referred",
  eligibility_criteria: ["stranded_or_destitute"],
  eligibility_result: "eligible",
  complaint_route_explained: true,
  intl_protection_concern: false,
  initial_concerns: ["destitute"],
  initial_risk: "medium",
  risk_reason: "no income, nobody here",
};

/** Consent to one thing, given by the person in writing. */
export const consent = (scope, more = {}) => ({
  scope,
  decision: "given",
  given_by: "oneself",
  form: "written",
  text_version: "2026-1",
  language: "ar",
  explained: [
    "purpose",
    "recipients",
    "risks",
    "benefits",
    "refusal_has_no_penalty",
    "withdrawal",
    "limits_of_confidentiality",
    "complaint_route",
  ],
  understanding_checked: true,
  understanding_words: "you write it down and I can say stop",
  capacity: "able",
  ...more,
});

export const identity = (name) => ({
  preferred_name: name,
  sex: "female",
  nationality: ["sdn"],
  languages: ["ar"],
  dob: "1994-03-11",
  dob_confidence: "stated",
});

export const safeContact = {
  safe_channel: ["phone_call", "in_person_centre"],
  safe_times: "after 17:00",
  may_leave_message: false,
  code_word: "bread",
};

const QUICK = { look: false };

/** Somebody received by a worker; answers the id of the case. */
export async function received(worker, more = {}, options = QUICK) {
  await worker.go("/reception/new", options);
  await worker.fill({ ...arrival, ...more });
  const outcome = await worker.send(options);
  const [, id] = /^\/cases\/([^/]+)/.exec(outcome.path) ?? [];
  assert.ok(id, `nobody was received: ${JSON.stringify(outcome)}`);
  return id;
}

/** Somebody through the first step, with a worker who carries the case; answers its id. */
export async function registered(house, { name, worker = "worker", manager = "manager", contact = safeContact }) {
  const [atCase, atDesk] = [await house.as(worker), await house.as(manager)];
  const id = await received(atCase);
  await atCase.does(id, "screening.screen", screening, QUICK);
  for (const scope of ["registration", "case_management"]) {
    await atCase.does(id, "consent.record_consent", consent(scope), QUICK);
  }
  await atCase.does(id, "registration.record_identity", identity(name), QUICK);
  await atCase.does(id, "registration.resolve_duplicate", { duplicate_outcome: "none_found" }, QUICK);
  await atDesk.does(id, "registration.assign_worker", { worker: nameOf(worker) }, QUICK);
  await atCase.does(id, "registration.set_safe_contact", contact, QUICK);
  await atCase.does(id, "registration.complete_registration", {}, QUICK);
  await Promise.all([atCase.close(), atDesk.close()]);
  return id;
}

const NEEDS = [
  "safety", "shelter", "food_nutrition", "nfi_hygiene", "health", "sexual_reproductive_health", "mhpss",
  "legal_migration_status", "documentation", "child_care_guardianship", "family_tracing_contact", "education_language",
  "livelihood_work_training", "cash_economic", "disability_support", "transport_communication", "return_reintegration",
  "community_inclusion",
];

const factor = (level, code, polarity) => ({
  level,
  code,
  polarity,
  phase: "during",
  active: "now",
  strength: "moderate",
  evidence_text: "She said so, and it fits what we saw.",
  source: "person",
  confidence: "medium",
  person_agrees: "yes",
});

const profile = (level, applies) => ({
  level,
  applies: [applies],
  place: "the port and its quarter",
  valid_from: day(-30),
  source: "the centre's own picture of the year",
});

const formulation = {
  exposed_to: "Nights without a door that locks.",
  helps_avoid: "She knows the quarter.",
  helps_resist: "Two friends who watch out for her.",
  helps_recover: "Sewing, and her faith.",
  formulation_text: "Without a room of her own the rest cannot begin.",
  person_view: "I want a door that I can lock.",
  overall: "moderate",
  rationale: "No income, but people and skills.",
};

/** Everything that the second step asks for but the need that stays open, each form once. */
export async function assesses(worker, id, options = QUICK) {
  await worker.does(id, "assessment.check_safety", { asked_in_private: true, current_safety: "safe" }, options);
  for (const domain of NEEDS) {
    const answer = domain === "shelter" ? { status: "need", severity: "serious" } : { status: "no_need" };
    await worker.does(id, "assessment.answer_need", { domain, ...answer }, QUICK);
  }
  await worker.does(id, "assessment.record_factor", factor("individual", "no_money_or_phone", "risk"), options);
  await worker.does(id, "assessment.record_factor", factor("individual", "marketable_skills", "protective"), QUICK);
  await worker.does(id, "assessment.record_factor", factor("household", "family_contact", "protective"), QUICK);
  await worker.does(id, "assessment.attach_profile", profile("community", "no_services_nearby"), options);
  await worker.does(id, "assessment.attach_profile", profile("structural", "restrictive_law"), QUICK);
  await worker.does(id, "assessment.skip_tip", { why: "no_indication" }, options);
  await worker.does(id, "assessment.record_priorities", { own_priorities: "A door that I can lock." }, options);
  await worker.does(id, "assessment.write_formulation", formulation, options);
}

/** A plan with one goal, its objective and a referral, watched, dated and agreed. */
export async function plans(worker, id, options = QUICK) {
  await worker.does(id, "planning.start_plan", {}, options);
  await worker.does(id, "planning.set_goal", { domain: "shelter", in_person_words: "a door that I can lock", priority: 1 }, options);
  await worker.does(id, "planning.set_objective", {
    goal: /door/,
    text: "has a signed lease and keys",
    indicator: "lease and keys in hand",
    baseline: "sleeps at a friend's",
    target: "1 lease",
    due: day(20),
    horizon: "short",
  }, options);
  await worker.does(id, "planning.plan_action", {
    objective: /lease/,
    action_type: "referral",
    service_type: "emergency_shelter",
    recipient: /Blue Door/,
    responsible: "caseworker",
    start: day(0),
    due: day(10),
  }, options);
  await worker.does(id, "planning.plan_monitoring", {
    how: "visits",
    how_often: "weekly",
    by_whom: "caseworker",
    feedback_channel: "phone_call",
    info_sharing_summary: "the shelter learns the date only",
  }, options);
  await worker.does(id, "planning.set_review_date", { review_date: day(10) }, options);
  await worker.does(id, "planning.record_agreement", {
    agreed_how: "signature",
    agreed_on: day(0),
    language: "ar",
    copy_given: "yes",
  }, options);
}

/** Sends a step for approval and has it approved by somebody else. */
export async function approved(worker, supervisor, id, subject, options = QUICK) {
  await worker.does(id, "approval.submit", { subject }, options);
  await supervisor.does(id, "approval.approve", { subject }, options);
}

/** The day so many days from today, as forms take it. The demonstration's centre keeps UTC. */
export function day(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The names under which the demonstration's workers stand in lists of options. */
const NAMES = { worker: /Walid/, colleague: /Clara/, manager: /Mina/, supervisor: /Samir/, worker2: /Hana/ };
export const nameOf = (username) => NAMES[username];
