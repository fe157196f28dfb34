// The morning of a caseworker with 25 cases: what the day holds, three contacts in few presses, a
// new arrival, a referral drafted, a plan printed. In English on a wide screen, in Arabic on a
// telephone; each page is inspected as it comes by.

import assert from "node:assert/strict";
import { test } from "node:test";

import { arrival, day } from "../house/cases.mjs";

const SHAPES = [
  ["wide, in English", { viewport: { width: 1200, height: 900 } }],
  ["narrow, in Arabic", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: "ar" }],
];
const SECTIONS = ["day-now", "day-today", "day-late", "day-waiting", "day-changed", "day-all"];
/** A contact from anywhere: the button, who, go on, reached, safe, done. */
const FROM_ANYWHERE = 6;
/** From a row of the day the person is chosen already. */
const FROM_A_ROW = 4;
const QUICK = { look: false };

export default function morning(house) {
  for (const [shape, options] of SHAPES) {
    test(`the morning of a caseworker with 25 cases, ${shape}`, async () => {
      const worker = await house.as("worker", options);
      const cases = await begins(worker);
      await contacts(worker, cases);
      await receives(worker);
      await refers(worker, cases);
      await prints(worker, cases);
      await worker.close();
    });
  }
}

/** The day opens by itself, in its order. Answers the worker's cases. */
async function begins(worker) {
  await worker.go("/");
  assert.equal(new URL(worker.page.url()).pathname, "/day", "the day comes first");
  const headings = await worker.page.locator("main section > h2").evaluateAll((all) => all.map((one) => one.id));
  assert.deepEqual(headings, SECTIONS);
  const ways = await worker.page.locator(".day-ways a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  assert.deepEqual(ways, ["/reception/new", "/contact", "/search"]);
  assert.ok((await worker.page.locator(".day-rows .button").count()) > 0, "something is to be done");
  const late = await worker.page.locator(".day-late .day-row").count();
  assert.ok(late <= 10, `ten that are late, then the count: ${late}`);
  const lines = await worker.page.locator("table.day-all tbody tr").count();
  assert.ok(lines >= 25, `only ${lines} cases`);
  return worker.links("/cases/").then((all) => all.filter((href) => /^\/cases\/[0-9a-f]{32}$/.test(href)));
}

/** Three contacts: one from the button that is always there, two from rows of the day. */
async function contacts(worker, cases) {
  const hand = new Hand(worker.page);
  await hand.presses('.day-ways a[href="/contact"]');
  await worker.inspects();
  const known = await worker.page.locator("#case option").evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
  assert.ok(known.length >= 25, `a contact can be recorded with ${known.length}`);
  assert.ok(cases.includes(`/cases/${known[0]}`));
  await hand.picks("#case", known[0]);
  await hand.presses("main form button");
  await worker.inspects();
  await reached(worker, hand);
  assert.ok(hand.count <= FROM_ANYWHERE, `${hand.count} presses`);

  for (let time = 0; time < 2; time += 1) {
    await worker.go("/day", QUICK);
    const row = new Hand(worker.page);
    await row.presses('.day-rows a.button[href^="/contact/"]');
    await reached(worker, row);
    assert.ok(row.count <= FROM_A_ROW, `${row.count} presses from a row`);
  }
}

/** The two answers that nobody can know before. How, and by when again, are filled in. */
async function reached(worker, hand) {
  const next = await worker.page.inputValue('[name="next_contact_due"]');
  assert.ok(next >= day(0), "the next date is proposed");
  const file = new URL(worker.page.url()).pathname.slice("/contact/".length);
  await hand.presses('input[name="reached"][value="yes"]');
  await hand.presses('input[name="safety_now"][value="safe"]');
  await hand.presses("form.form .form-end button");
  const { pathname, search } = new URL(worker.page.url());
  assert.equal(pathname + search, "/day?done=review-record_contact", await worker.text());
  const line = worker.page.locator("table.day-all tr", { has: worker.page.locator(`a[href="/cases/${file}"]`) });
  const seen = await line.locator("td").nth(3).innerText();
  assert.match(seen, /today|اليوم/i, "the day knows that the person was seen");
}

async function receives(worker) {
  await worker.go("/day", QUICK);
  await worker.press('.day-ways a[href="/reception/new"]');
  await worker.fill(arrival);
  const outcome = await worker.send();
  assert.match(outcome.path, /^\/cases\//, JSON.stringify(outcome));
}

/** A referral on the first case whose page offers one. */
async function refers(worker, cases) {
  const href = await finds(worker, cases, "implementation", /href="([^"]*\/implementation\/draft_referral)"/);
  await worker.go(href);
  await worker.fill({
    to_agency: /Blue Door/,
    service_type: "emergency_shelter",
    reason: "A bed for tonight.",
    urgency: "same_day",
    data_shared: ["need_only"],
    channel: "phone",
  });
  const outcome = await worker.send();
  assert.ok(outcome.done, JSON.stringify(outcome));
  await worker.go(href.replace("draft_referral", "").replace(/\/$/, ""), QUICK);
  assert.match(await worker.text(), /Blue Door/);
}

/** The plan in force on paper: all that was agreed, and nothing of the screen around it. */
async function prints(worker, cases) {
  const href = await finds(worker, cases, "planning", /href="([^"]*\/plan\?version=[^"]*)"/);
  await worker.go(href);
  const { page } = worker;
  const goals = await page.locator("main h2, main h3, main h4").allInnerTexts();
  assert.ok(goals.length > 1, "a plan with goals");
  await page.emulateMedia({ media: "print" });
  const paper = await page.locator("body").innerText();
  for (const goal of goals) assert.ok(paper.includes(goal.trim()), `${goal} is not on paper`);
  for (const screen of ["nav", ".top", ".foot", "[data-leave]", "main button", ".back", "main .actions"]) {
    const shown = await page.locator(screen).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
    assert.equal(shown, 0, `${screen} is on paper`);
  }
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  await page.emulateMedia({ media: null });
}

/** The first link of this kind that the pages of the cases lead to; read, not drawn. */
async function finds(worker, cases, place, wanted) {
  for (const href of cases) {
    const response = await worker.context.request.get(`${worker.house.origin}${href}/${place}`);
    const [, found] = wanted.exec(await response.text()) ?? [];
    if (found) return found.replaceAll("&amp;", "&");
  }
  assert.fail("no case leads there");
}

/** Counts what a hand does: one for each press, one for a choice from a list. */
class Hand {
  count = 0;

  constructor(page) {
    this.page = page;
  }

  async presses(selector) {
    this.count += 1;
    const target = this.page.locator(selector).first();
    const leads = await target.evaluate((one) => one.matches("a, button"));
    if (leads) await Promise.all([this.page.waitForNavigation(), target.click()]);
    else await target.check();
  }

  async picks(selector, value) {
    this.count += 1;
    await this.page.selectOption(selector, value);
  }
}
