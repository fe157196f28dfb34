// From the door to a completed registration, by the hands that do it: the desk, a caseworker, a
// manager.

import assert from "node:assert/strict";
import { test } from "node:test";

import { arrival, consent, identity, received, safeContact, screening } from "../house/cases.mjs";

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
