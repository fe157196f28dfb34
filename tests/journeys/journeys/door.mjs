// From the door to a completed registration, by the hands that do it: the desk, a caseworker, a
// manager.

import assert from "node:assert/strict";
import { test } from "node:test";

import { arrival, consent, identity, received, safeContact, screening } from "../house/cases.mjs";

const SHAPES = [
  ["wide, in English", { viewport: { width: 1200, height: 900 } }],
  ["narrow, in Arabic", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: "ar" }],
];
/** From the desk to the code: nine forms, each opened and sent. */
const MOST_PRESSES = 18;
/** Questions that a hand answers between the arrival and the code; the rest is filled in. */
const MOST_ANSWERS = 16;

/** What is still asked on each form of the way, in its order. */
const WAY = [
  {
    entry_route: "self_referred",
    eligibility_criteria: ["stranded_or_destitute"],
    eligibility_result: "eligible",
    intl_protection_concern: false,
    initial_risk: "medium",
    risk_reason: "no income, nobody here",
  },
  {
    decision: "given",
    explained: ["purpose", "recipients", "refusal_has_no_penalty", "withdrawal"],
    understanding_checked: true,
    capacity: "able",
    form: "written",
  },
  { preferred_name: "Amal Invented", nationality: ["sdn"] },
  { duplicate_outcome: "none_found" },
  { safe_channel: ["in_person_centre"], may_leave_message: false },
  {},
  {},
];

/** Somebody who follows what the pages offer, and counts. */
class Way {
  presses = 0;
  answers = 0;

  constructor(worker) {
    this.worker = worker;
  }

  async arrives() {
    await this.worker.go("/reception");
    await this.#presses('a[href="/reception/new"]');
    const { delivery_model, channel, ...asked } = arrival;
    for (const [name, usual] of Object.entries({ delivery_model, channel })) {
      const filled = await this.worker.page.locator(`select[name="${name}"], input[name="${name}"]:checked`).first().inputValue();
      assert.equal(filled, usual, `${name} stands as usual`);
    }
    await this.worker.fill(asked);
    await this.#sends();
  }

  /** The one large button, the answers, and Save; no page of the way offers a second one. */
  async goesOn(answers) {
    assert.equal(await this.worker.page.locator(".onward .button").count(), 1);
    await this.#presses(".onward .button");
    await this.worker.fill(answers);
    this.answers += Object.keys(answers).length;
    await this.#sends();
  }

  async #presses(selector) {
    this.presses += 1;
    return this.worker.press(selector);
  }

  async #sends() {
    this.presses += 1;
    const outcome = await this.worker.send();
    assert.ok(outcome.done, JSON.stringify(outcome, null, 2));
  }
}

export default function door(house) {
  test("somebody comes to the door and is registered", async () => {
    const [desk, worker, manager] = [await house.as("desk"), await house.as("worker"), await house.as("manager")];
    const id = await comesToTheDesk(desk, worker);

    await worker.does(id, "screening.screen", screening);
    const early = await worker.isRefused(id, "registration.complete_registration");
    assert.ok(early.points.length >= 4, `what is missing, in words: ${early.points}`);

    await worker.does(id, "consent.record_consent", consent("registration"));
    await worker.does(id, "consent.record_consent", consent("case_management"));
    await worker.does(id, "registration.record_identity", identity("Nadia Imagined"));
    await worker.does(id, "registration.resolve_duplicate", { duplicate_outcome: "none_found" });
    await manager.does(id, "registration.assign_worker", { worker: /Walid/ });

    const late = await worker.isRefused(id, "registration.complete_registration");
    assert.equal(late.points.length, 1, `only the safe contact is missing: ${late.points}`);
    assert.ok(early.points.includes(late.points[0]));

    await worker.does(id, "registration.set_safe_contact", safeContact);
    await worker.does(id, "registration.complete_registration");
    await worker.go(`/cases/${id}`);
    assert.equal(await worker.page.locator(".step-done").count(), 1);
    assert.match(await worker.text(), /Nadia Imagined/);
    assert.match(await worker.page.locator(".story").innerText(), /Walid Worker/);
  });

  for (const [shape, options] of SHAPES) {
    test(`whoever never saw the program registers somebody by the one large button, ${shape}`, async () => {
      const worker = await house.as("colleague", options);
      const way = new Way(worker);
      await way.arrives();
      for (const answers of WAY) await way.goesOn(answers);
      assert.equal(await worker.page.locator(".onward").count(), 0, "nothing is left to do");
      const [code] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(await worker.page.locator(".notice-success").innerText()) ?? [];
      assert.ok(code, "the code is said");
      assert.ok((await worker.text()).includes("Amal"));
      assert.ok(way.presses <= MOST_PRESSES, `${way.presses} presses`);
      assert.ok(way.answers <= MOST_ANSWERS, `${way.answers} answers`);
      await worker.go("/cases", { look: false });
      assert.ok((await worker.text()).includes(code), "they carry the case on, and nobody else was needed");
      await worker.close();
    });
  }

  test("a full caseload leaves the case with the duty worker", async () => {
    const worker = await house.as("worker");
    const id = await received(worker);
    await worker.go(`/cases/${id}/registration/take_case`);
    const offered = await worker.page.locator('[name="worker"]').evaluateAll((all) => all.map((one) => one.value));
    assert.deepEqual(offered, ["duty"], "25 of 25 cases");
    assert.ok((await worker.send()).done);
    await worker.go("/reception", { look: false });
    assert.ok((await worker.links(`/cases/${id}`)).length > 0, "it stays with those at the desk");
  });

  test("everything that keeps a consent from counting is said at once", async () => {
    const worker = await house.as("worker");
    const id = await received(worker);
    const refused = await worker.isRefused(id, "consent.record_consent", {
      decision: "given",
      form: "verbal_certified",
      capacity: "able",
    });
    assert.deepEqual(Object.keys(refused.problems).sort(), ["certificate", "explained", "understanding_checked"]);
    assert.equal(refused.summary.length, 3, "once in the summary");
    assert.ok(!refused.notices.some((notice) => refused.summary.some((said) => said.includes(notice))), "and not twice");
  });

  test("a young person decides, and how it is with the caregiver is asked", async () => {
    const worker = await house.as("worker");
    const id = await received(worker, { age_band: "from15_to17" });
    const plain = { ...consent("registration"), evidence: "cabinet 2" };
    const refused = await worker.isRefused(id, "consent.record_consent", plain);
    assert.deepEqual(Object.keys(refused.problems), ["caregiver_situation"]);
    await worker.fill({ caregiver_situation: "present_and_safe" });
    assert.deepEqual(Object.keys((await worker.send()).problems), ["caregiver_agrees"]);
    await worker.fill({ caregiver_agrees: true });
    assert.ok((await worker.send()).done);
  });

  test("whoever meets somebody in danger learns who has the alert", async () => {
    const worker = await house.as("worker");
    const id = await received(worker, { immediate_needs: ["danger_now"] });
    await worker.go(`/cases/${id}?done=arrival`);
    assert.equal(await worker.page.locator(".notice-danger").count(), 1);
    assert.ok((await worker.links("tel:")).length > 0, "with a number");
    const desk = await house.as("desk");
    await desk.go("/reception/new");
    await desk.fill({ ...arrival, immediate_needs: ["danger_now"] });
    await desk.send();
    assert.equal(await desk.page.locator(".notice-danger").count(), 1, "the desk is told what to do");
  });

  test("nobody registers somebody who did not consent", async () => {
    const worker = await house.as("worker");
    const id = await received(worker);
    await worker.does(id, "screening.screen", screening, { look: false });
    const refused = await worker.isRefused(id, "registration.record_identity", identity("Nobody Yet"));
    assert.equal(refused.notices.length, 1);
    assert.equal(await worker.page.inputValue('[name="preferred_name"]'), "Nobody Yet", "what was typed is kept");
  });

  test("the same form sent twice is done once", async () => {
    const worker = await house.as("worker");
    const id = await received(worker);
    await worker.go(`/cases/${id}/reception/write_note`, { look: false });
    const command = await worker.page.inputValue('[name="command"]');
    const note = [["command", command], ["text", "written once"]];
    const first = await worker.post(note, { look: false });
    assert.ok(first.done);
    await worker.go(`/cases/${id}/reception/write_note`, { look: false });
    const second = await worker.post(note, { look: false });
    assert.ok(second.done, "a repetition gets the first answer");
    await worker.go(`/cases/${id}`, { look: false });
    assert.equal((await worker.text()).split("written once").length - 1, 1);
  });

  test("without script somebody can be registered all the same", async () => {
    const worker = await house.as("worker", { javaScriptEnabled: false });
    const manager = await house.as("manager", { javaScriptEnabled: false });
    const plain = { look: false };
    const id = await received(worker);
    await worker.does(id, "screening.screen", screening, plain);
    await worker.does(id, "consent.record_consent", consent("registration"), plain);
    await worker.does(id, "registration.record_identity", identity("Amal Scriptless"), plain);
    await worker.does(id, "registration.resolve_duplicate", { duplicate_outcome: "none_found" }, plain);
    await manager.does(id, "registration.assign_worker", { worker: /Walid/ }, plain);
    await worker.does(id, "registration.set_safe_contact", safeContact, plain);
    await worker.does(id, "registration.complete_registration", {}, plain);
    await worker.go(`/cases/${id}`, plain);
    assert.match(await worker.text(), /Amal Scriptless/);
  });
}

/** The desk receives somebody; a worker finds who is new there. */
async function comesToTheDesk(desk, worker) {
  const before = await atTheDesk(worker);
  await desk.go("/reception/new");
  await desk.fill(arrival);
  const outcome = await desk.send();
  assert.ok(outcome.done, JSON.stringify(outcome));
  assert.equal((await desk.links("/cases/")).length, 0, "the desk sees codes and opens no case");
  const after = await atTheDesk(worker);
  const [fresh, ...others] = after.filter((href) => !before.includes(href));
  assert.deepEqual(others, []);
  return fresh.slice("/cases/".length);
}

async function atTheDesk(worker) {
  await worker.go("/reception");
  return worker.links("/cases/");
}
