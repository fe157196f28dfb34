// A person from the door to the end of the case, through all six steps; and a case that goes to
// another centre.

import assert from "node:assert/strict";
import { test } from "node:test";

import { approved, assesses, consent, day, plans, registered } from "../house/cases.mjs";

const QUICK = { look: false };

export default function wholeCase(house) {
  test("a person goes through all six steps, and the case is closed", async () => {
    const id = await registered(house, { name: "Mariam Whole" });
    const [worker, supervisor] = [await house.as("worker"), await house.as("supervisor")];

    const early = await worker.isRefused(id, "approval.submit", { subject: "assessment" });
    assert.ok(early.points.length > 10, "the gate names what the assessment lacks");
    await assesses(worker, id, {});
    await worker.does(id, "approval.submit", { subject: "assessment" });

    await worker.isRefused(id, "approval.submit", { subject: "plan" });
    await plans(worker, id, {});
    await worker.does(id, "approval.submit", { subject: "plan" });
    await supervisor.go("/approvals");
    assert.ok((await supervisor.links(`/cases/${id}/planning`)).length > 0, "the plan waits for the supervisor");
    const own = await worker.go(`/cases/${id}/approval/approve?subject=plan`, QUICK);
    assert.equal(own, 404, "nobody approves their own work");
    await supervisor.does(id, "approval.approve", { subject: "plan", comment: "A good plan." });

    await refers(worker, id);
    await accompanies(worker, id);
    await closes(worker, supervisor, id);
  });

  test("a case goes to another centre, and those who had it see it no more", async () => {
    const id = await registered(house, { name: "Yusra Moving" });
    const [worker, other] = [await house.as("worker"), await house.as("worker2")];
    assert.equal(await other.go(`/cases/${id}`), 404, "not theirs yet");
    await worker.does(id, "transfer.propose_transfer", {
      to: "other_centre",
      receiver: /Harbour House/,
      reason: "She found work at the harbour.",
      handover_plan: "Both workers meet her on Tuesday.",
      person_informed: true,
    });
    await worker.does(id, "transfer.offer", { transfer: /Harbour/ });
    await other.go("/cases");
    const [offer] = (await other.links("/")).filter((href) => href.includes(id));
    assert.ok(offer, "the offer stands on the other centre's first page");
    await accepts(other, offer);
    assert.equal(await other.go(`/cases/${id}`), 200);
    assert.match(await other.text(), /Yusra Moving/);
    for (const username of ["worker", "manager", "supervisor"]) {
      const before = await house.as(username);
      assert.equal(await before.go(`/cases/${id}`, QUICK), 404, `${username} still sees the case`);
      await before.go("/cases", QUICK);
      assert.equal((await before.links(`/cases/${id}`)).length, 0, username);
    }
  });

  test("what the person did not allow is not done", async () => {
    const contact = { safe_channel: ["phone_call"], may_leave_message: false, code_word: "bread" };
    const id = await registered(house, { name: "Lidia Invented", contact });
    const worker = await house.as("worker");
    await worker.isRefused(id, "review.record_contact", { contact_type: "message", mode: "sms", reached: false });
    await worker.does(id, "implementation.draft_referral", referral(/Anti-trafficking/, { authority: true, service_type: "tip_national_referral" }), QUICK);
    const refused = await worker.isRefused(id, "implementation.send_referral", { referral: /Anti-trafficking/ });
    assert.ok(refused.notices.length > 0);
    await worker.does(id, "consent.record_consent", consent("authority_report", { recipients: /Anti-trafficking/ }), QUICK);
    await worker.does(id, "implementation.send_referral", { referral: /Anti-trafficking/ });
  });
}

const referral = (agency, more = {}) => ({
  to_agency: agency,
  service_type: "emergency_shelter",
  reason: "A bed for tonight.",
  urgency: "same_day",
  data_shared: ["need_only"],
  channel: "phone",
  ...more,
});

/** A referral is not sent before the person agreed to it, and is answered after. */
async function refers(worker, id) {
  await worker.does(id, "implementation.draft_referral", { plan_action_ref: /shelter/i, ...referral(/Blue Door/) });
  const refused = await worker.isRefused(id, "implementation.send_referral", { referral: /Blue Door/ });
  assert.equal(refused.notices.length, 1, "no consent to this recipient");
  await worker.does(id, "consent.record_consent", consent("referral", { recipients: /Blue Door/ }));
  await worker.does(id, "implementation.send_referral", { referral: /Blue Door/ });
  for (const status of ["acknowledged", "accepted"]) {
    await worker.does(id, "implementation.record_referral_answer", { referral: /Blue Door/, status }, QUICK);
  }
  await worker.does(id, "implementation.record_referral_answer", {
    referral: /Blue Door/,
    status: "completed",
    outcome: "She has a room and a key.",
  });
  await worker.does(id, "implementation.end_action", { action: /shelter/i, status: "done", outcome: "She moved in." });
  await worker.does(id, "implementation.close_implementation");
}

async function accompanies(worker, id) {
  await worker.does(id, "review.record_contact", {
    contact_type: "visit",
    mode: "in_person_centre",
    reached: true,
    safety_now: "safe",
    wellbeing: 3,
    progress_note: "She sleeps well now.",
    next_contact_due: day(7),
  });
  await worker.does(id, "review.record_progress", { objective: /lease/, progress: "met" });
  await worker.does(id, "review.hold_review", {
    meeting_type: "case_management",
    participants: ["person", "caseworker"],
    goal_progress: "The goal is reached.",
    risk_level_new: "low",
    risk_reason: "A room of her own, and work.",
    decision: "propose_closure",
  });
}

async function closes(worker, supervisor, id) {
  const blind = await worker.isRefused(id, "assessment.answer_need", { domain: "shelter", status: "met" });
  assert.equal(blind.status, 409, "an answer that the page did not show is not overwritten unseen");
  const seen = await worker.send();
  assert.ok(seen.done, `with both in view it is: ${JSON.stringify(seen)}`);
  await worker.does(id, "closure.propose_closure", {
    reason: "objectives_met",
    objectives_outcome: "The goal is reached.",
    final_risk: "low",
    final_picture: "Work, a room, two friends.",
    safety_after: "She knows whom to call.",
    person_prepared: true,
    reentry_info_given: true,
    feedback_offered: true,
  });
  await approved(worker, supervisor, id, "closure", {});
  await worker.go("/cases/closed");
  assert.ok((await worker.links(`/cases/${id}`)).length > 0, "it stands among the closed cases");
}

/** Says yes on the page of the offer, which tells of the handover and not of the case. */
async function accepts(other, offer) {
  assert.equal(await other.go(offer), 200);
  assert.ok(!(await other.text()).includes("Yusra"), "an offer names nobody");
  const outcome = await other.send();
  assert.equal(outcome.path, "/cases", JSON.stringify(outcome));
}
