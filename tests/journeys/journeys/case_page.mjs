// The case page, the plan in its versions, and the screen turned to the person: in English and
// Arabic, wide and 360 pixels, each page inspected.

import assert from "node:assert/strict";
import { it } from "node:test";

import { approved, assesses, consent, day, plans, registered, safeContact } from "../house/cases.mjs";

const QUICK = { look: false };

export default function casePage(house) {
  let made;
  // On first use: a hook would run for other journeys too.
  const planned = () => (made ??= twice(house));

  for (const lang of ["en", "ar"]) {
    it(`tells at the top what one must know (${lang})`, async () => {
      const [id, worker] = [await planned(), await house.as("worker", { locale: lang })];
      assert.equal(await worker.go(`/cases/${id}`), 200);
      const top = await worker.page.locator(".glance").innerText();
      for (const known of ["bread", "a door that I can lock", "after 17:00"]) assert.ok(top.includes(known), known);
      assert.equal(await worker.page.locator("h1").count(), 1, "the name heads the page");
      assert.equal(await worker.go(`/cases/${id}/story`), 200);
      await worker.close();
    });

    it(`keeps the version in force readable while the next is written, and says what changed (${lang})`, async () => {
      const [id, worker] = [await planned(), await house.as("worker", { locale: lang })];
      await worker.go(`/cases/${id}/planning`);
      await worker.go(`/cases/${id}/planning?by=horizon`);
      const inForce = await worker.links(`/cases/${id}/plan?version=1`);
      assert.ok(inForce.length > 0, "the plan leads to the version in force");
      assert.equal(await worker.go(inForce[0]), 200);
      assert.equal(await worker.go(`/cases/${id}/plan/compare?from=1&to=2`), 200);
      const said = await worker.text();
      assert.ok(said.includes("The room is too far from the school."), "the disagreement is told");
      assert.equal(await worker.page.locator(".change").count(), 2, "review date and agreement");
      await worker.close();
    });

    it(`turns the screen to the person, whatever the worker reads (${lang})`, async () => {
      // A session of its own: the turned screen locks it.
      const [id, worker] = [await planned(), await house.visitor({ locale: lang })];
      await house.signIn(worker, "worker");
      await worker.go(`/cases/${id}/side_by_side`);
      const html = worker.page.locator("html");
      assert.equal(await html.getAttribute("dir"), "rtl", "she speaks Arabic");
      assert.equal(await worker.page.locator("header").getAttribute("lang"), lang, "the way back is the worker's");
      for (const other of ["fr", "es", "it", "en"]) {
        await worker.go(`/cases/${id}/side_by_side?in=${other}&version=2`);
        assert.equal(await html.getAttribute("lang"), other);
      }
      const shown = await worker.page.locator("body").innerText();
      for (const hidden of ["Amani", "bread", "Walid"]) assert.ok(!shown.includes(hidden), `${hidden} is not shown`);
      await worker.press("header a");
      assert.equal(new URL(worker.page.url()).pathname, `/cases/${id}`, "one step back");
      assert.ok(await worker.page.locator('form[action="/unlock"]').count(), "and it asks for the password");
      await worker.close();
    });
  }

  it("the longest words fit a screen of 360 pixels", async () => {
    const [id, worker] = [await longest(house), await house.as("worker", { locale: "fr" })];
    for (const path of [`/cases/${id}`, `/cases/${id}/story`, `/cases/${id}/reception`, "/day", "/cases", "/contact", `/contact/${id}`]) {
      assert.equal(await worker.go(path), 200, path);
    }
    await worker.close();
    const turned = await house.visitor({ locale: "fr" });
    await house.signIn(turned, "worker");
    assert.equal(await turned.go(`/cases/${id}/side_by_side?in=es`), 200);
    await turned.close();
  });
}

/** Somebody whose name and words are as long as they may be, without a place to break. */
async function longest(house) {
  const contact = { ...safeContact, safe_times: long(200), code_word: long(60) };
  const id = await registered(house, { name: long(200), contact });
  const worker = await house.as("worker");
  await worker.does(id, "reception.write_note", { text: long(1000) }, QUICK);
  await worker.does(id, "assessment.record_priorities", { own_priorities: long(1000) }, QUICK);
  await worker.close();
  return id;
}

const long = (letters) => "Wolkenbruchsteinhausen".repeat(letters).slice(0, letters);

/** A case whose plan is approved and written anew, with a disagreement. */
async function twice(house) {
  const id = await registered(house, { name: "Amani Fictional" });
  const [worker, supervisor] = [await house.as("worker"), await house.as("supervisor")];
  await assesses(worker, id, QUICK);
  await plans(worker, id, QUICK);
  await worker.does(id, "consent.record_consent", consent("photo", { decision: "refused" }), QUICK);
  await worker.does(id, "approval.submit", { subject: "assessment" }, QUICK);
  await approved(worker, supervisor, id, "plan");
  await worker.does(id, "planning.revise_plan", { reason: "she found work", asked_by: "person" }, QUICK);
  await worker.does(id, "planning.set_review_date", { review_date: day(8) }, QUICK);
  await worker.does(id, "planning.record_agreement", {
    agreed_how: "disagrees",
    disagreement: "The room is too far from the school.",
    agreed_on: day(0),
    language: "ar",
    copy_given: "no_unsafe",
  }, QUICK);
  await worker.close();
  await supervisor.close();
  return id;
}
