// Who sees what: nobody sees more than their role, their relation and their classes open.

import assert from "node:assert/strict";
import { test } from "node:test";

import { registered } from "../house/cases.mjs";

const PLACES = [
  "reception", "consent", "registration", "assessment", "planning", "implementation", "review", "closure", "household",
];
const LISTS = ["/cases", "/cases/closed", "/reception", "/search?q=Layla", "/approvals", "/meetings", "/tallies"];
const NOWHERE = "0123456789abcdef0123456789abcdef";
const QUICK = { look: false };

export default function roles(house) {
  let made;
  const layla = () => (made ??= registered(house, { name: "Layla Unreal" }));

  test("an administrator sees no case anywhere", async () => {
    const id = await layla();
    const admin = await house.as("admin");
    admin.keeps = true;
    assert.equal(await admin.go(`/cases/${id}`), 404);
    for (const path of [...LISTS, ...places(id)]) await admin.go(path, QUICK);
    await admin.go("/admin");
    assert.ok(!/Unreal|Salma|Issa/.test(await admin.bytes()), "a name reached the administrator");
    assert.equal((await admin.links("/cases")).length, 0);
  });

  test("a colleague without relation gets the answer that a case which does not exist gets", async () => {
    const id = await layla();
    const colleague = await house.as("colleague");
    colleague.keeps = true;
    for (const way of ["", "/registration", "/reception/write_note", "/registration/record_identity"]) {
      assert.equal(await colleague.go(`/cases/${id}${way}`, QUICK), 404);
      const closed = (await colleague.bytes()).replaceAll(id, "ID");
      assert.equal(await colleague.go(`/cases/${likeness(id)}${way}`, QUICK), 404);
      const absent = (await colleague.bytes()).replaceAll(likeness(id), "ID");
      assert.equal(closed, absent, way);
    }
    for (const path of LISTS) await colleague.go(path, QUICK);
    // A search page repeats the first name that was typed; it must not add the second.
    assert.ok(!(await colleague.bytes()).includes("Unreal"), "the name reached the colleague");
  });

  test("posting to a case that is not one's own changes nothing", async () => {
    const id = await layla();
    const [colleague, worker] = [await house.as("colleague"), await house.as("worker")];
    const before = await story(worker, id);
    await colleague.go("/cases", QUICK);
    const outcome = await colleague.post(
      [["command", NOWHERE], ["text", "I was here"]],
      { path: `/cases/${id}/reception/write_note`, look: false },
    );
    assert.equal(outcome.status, 404);
    assert.deepEqual(await story(worker, id), before);
  });

  test("what stands in two classes is there only for those who may read both", async () => {
    const id = await layla();
    const marker = "saffron-umbrella-93";
    const [worker, manager] = [await house.as("worker"), await house.as("manager")];
    const untouched = await everything(manager, id);
    await worker.does(id, "reception.write_note", { text: `She says ${marker}.`, about: ["health", "trafficking"] });

    worker.keeps = true;
    await worker.go(`/cases/${id}`);
    await worker.go(`/cases/${id}/reception`);
    assert.match(await worker.bytes(), new RegExp(marker), "the writer reads it");
    const supervisor = await house.as("supervisor");
    supervisor.keeps = true;
    await supervisor.go(`/cases/${id}`);
    assert.match(await supervisor.bytes(), new RegExp(marker), "both classes are the supervisor's");

    const still = await everything(manager, id);
    assert.ok(!still.bytes.includes(marker), "the manager reads it nowhere");
    assert.deepEqual(still.texts, untouched.texts, "not even that there is something");
    for (const other of ["desk", "colleague", "child", "gbv", "psychologist", "reports", "interpreter", "admin", "worker2"]) {
      const reader = await house.as(other);
      assert.ok(!(await everything(reader, id)).bytes.includes(marker), other);
      await reader.close();
    }
  });

  test("a role sees in its places only what it may open", async () => {
    for (const { username } of house.accounts) {
      const reader = await house.as(username);
      assert.equal(await reader.go("/"), 200, username);
      for (const href of await reader.page.locator(".places a").evaluateAll((all) => all.map((a) => a.getAttribute("href")))) {
        assert.equal(await reader.go(href), 200, `${username} at ${href}`);
      }
      await reader.close();
    }
  });
}

const places = (id) => [`/cases/${id}`, ...PLACES.map((place) => `/cases/${id}/${place}`)];

/** Another id of the same form that belongs to nobody. */
const likeness = (id) => id.replaceAll(/[0-9a-f]/g, (digit) => ((parseInt(digit, 16) + 5) % 16).toString(16));

async function story(reader, id) {
  await reader.go(`/cases/${id}`, QUICK);
  return reader.page.locator(".story .entry").allInnerTexts();
}

/** Every page on which a reader could meet this case: all bytes, and the visible text of each. */
async function everything(reader, id) {
  reader.keeps = true;
  await reader.bytes();
  const texts = [];
  for (const path of [...places(id), ...LISTS, "/search?q=saffron", "/search?q=umbrella"]) {
    await reader.go(path, QUICK);
    texts.push(await reader.text());
  }
  return { bytes: await reader.bytes(), texts };
}
