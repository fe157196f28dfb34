// The supervisor's round: every figure opened, an alert taken under the duty list, a leave covered,
// a plan returned with a comment, the year's figure read. Each page is inspected as it comes by:
// accessible, all words there, 360 pixels wide. In English and in Arabic.

import assert from "node:assert/strict";
import { test } from "node:test";

import { received, registered } from "../house/cases.mjs";

const QUICK = { look: false };

export default function supervision(house) {
  for (const locale of ["en-GB", "ar"]) {
    test(`the supervisor's round (${locale})`, async () => {
      const supervisor = await house.as("supervisor", { locale });
      const worker = await house.as("worker");
      await onDuty(supervisor);
      const alarmed = await received(worker, { immediate_needs: ["danger_now"] });

      await supervisor.go("/supervision");
      const figures = await supervisor.page.locator(".figures a").evaluateAll((all) =>
        all.map((a) => [a.getAttribute("href"), Number(a.querySelector(".figure-count").textContent)]),
      );
      assert.ok(figures.length >= 6, JSON.stringify(figures));
      for (const [href, count] of figures) {
        assert.equal(await supervisor.go(href), 200, href);
        const rows = await supervisor.page.locator(".rows tbody tr").count();
        if (href.startsWith("/supervision/")) assert.equal(rows, count, href);
      }

      await takes(supervisor, alarmed);
      await covers(supervisor, locale);
      await year(supervisor);
    });
  }

  test("what comes back has a comment that its worker reads on the case", async () => {
    const [worker, supervisor] = [await house.as("worker"), await house.as("supervisor")];
    const id = await registered(house, { name: "Samira Returned" });
    await worker.go(`/cases/${id}`, QUICK);
    const back = await supervisor.act(id, "approval.send_back", { subject: "plan" }, QUICK);
    assert.ok(!back.done, "nothing goes back without a word");
    assert.ok("comment" in back.problems, JSON.stringify(back));
  });

  test("a desk and a caseworker have no round to make", async () => {
    for (const username of ["desk", "worker", "dataprotection", "admin"]) {
      const other = await house.as(username);
      assert.equal(await other.go("/supervision", QUICK), 404, username);
      assert.equal(await other.go("/year", QUICK), 404, username);
      await other.close();
    }
    const reports = await house.as("reports");
    assert.equal(await reports.go("/year"), 200, "the figure, and no list");
    assert.deepEqual(await reports.links("/cases"), []);
  });
}

/** The supervisor on the duty list, with a number. */
async function onDuty(supervisor) {
  await supervisor.go("/duty/new");
  await supervisor.fill({ account: /Samir/, number: 1, phone: "+390000001" });
  await supervisor.send();
  assert.match(await supervisor.text(), /\+390000001/);
}

/** It is the supervisor's turn; one press, and it passes on to nobody. */
async function takes(supervisor, file) {
  await supervisor.go("/alerts");
  const row = supervisor.page.locator("tr", { has: supervisor.page.locator(`form[action*="${file}"]`) });
  await supervisor.press(row.locator("button"));
  assert.equal(await supervisor.page.locator(`form[action*="${file}"]`).count(), 0, "taken once");
}

/** Somebody is away: their cases get the cover by one action. */
async function covers(supervisor, locale) {
  await supervisor.go("/supervision");
  const [first] = await supervisor.links("/supervision/workers/");
  await supervisor.go(first);
  await supervisor.go(`${first}/leave`);
  // Few colleagues stand as buttons, many in a list.
  const colleagues = await supervisor.page.locator('[name="cover"]').evaluateAll((all) =>
    all.flatMap((one) => [...(one.options ?? [one])]).map((one) => one.value).filter(Boolean),
  );
  assert.ok(colleagues.length > 0, "somebody can cover");
  await supervisor.fill({ from: "2026-01-01", until: "2030-01-01", cover: colleagues[0] });
  await supervisor.send();
  const button = supervisor.page.locator(`form[action$="/cover"] button`);
  if ((await button.count()) === 0) return assert.equal(locale, "ar", "named in the round before");
  await supervisor.press(button);
  assert.equal(await supervisor.page.locator(`form[action$="/cover"]`).count(), 0, "nobody is left alone");
}

/** The sums of the year agree. */
async function year(supervisor) {
  await supervisor.go("/year");
  const sums = await supervisor.page.locator("tr.sum .number").allInnerTexts();
  assert.equal(sums.length, 2);
  assert.equal(sums[0], sums[1], "who came into the year stands somewhere at its end");
}
