// The screen turned to the person, and a machine that nobody touches: what is locked shows nothing,
// and whoever knows the password goes on where they were.

import assert from "node:assert/strict";
import { test } from "node:test";

import { received, registered } from "../house/cases.mjs";

const SHAPES = [
  ["wide, in English", { viewport: { width: 1280, height: 900 } }],
  ["narrow, in Arabic", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: "ar" }],
];
const TEXT = "She asked for the blue blanket, not the grey one";
const NAME = "Amani Fictional";

export default function turned(house) {
  for (const [shape, options] of SHAPES) {
    test(`the turned screen and the way back, ${shape}`, () => turns(house, options));
    test(`left alone it locks, and unlocking leads to the same field, ${shape}`, () => leftAlone(house, options));
    test(`without a network it is veiled, ${shape}`, () => veiled(house, options));
    test(`another worker in two actions, ${shape}`, () => another(house, options));
  }
  test("the demonstration begins anew with the same figures", () => anew(house));
}

/** Somebody with a session of their own: it will be locked. */
async function signedIn(house, username, options) {
  const worker = await house.visitor(options);
  await house.signIn(worker, username);
  return worker;
}

async function unlocks(house, worker) {
  await worker.page.fill("#password", house.account("worker").password);
  await worker.press('form[action="/unlock"] button', { look: false });
}

async function showsNothing(worker, secrets) {
  const body = await worker.page.evaluate(() => document.documentElement.outerHTML);
  for (const secret of secrets) assert.ok(!body.includes(secret), `${worker.page.url()} shows ${secret}`);
}

async function turns(house, options) {
  const id = await registered(house, { name: NAME });
  const worker = await signedIn(house, "worker", options);
  await worker.go(`/cases/${id}`, { look: false });
  await worker.go(`/cases/${id}/side_by_side`);
  await showsNothing(worker, [NAME]);
  for (let back = 0; back < 3; back += 1) {
    await worker.page.goBack({ waitUntil: "load" }).catch(() => {});
    // The door of the demonstration names everybody who works there.
    const tour = await worker.page.locator(".tour").count();
    await showsNothing(worker, tour ? [NAME] : [NAME, "/search", "Walid Worker"]);
  }
  await worker.go(`/cases/${id}/side_by_side`, { look: false });
  await worker.press("header a.button");
  assert.equal(new URL(worker.page.url()).pathname, `/cases/${id}`);
  await showsNothing(worker, [NAME]);
  await unlocks(house, worker);
  assert.equal(new URL(worker.page.url()).pathname, `/cases/${id}`);
  assert.ok((await worker.text()).includes(NAME), "back at work");
  await worker.close();
}

/** In the middle of a note that was kept by itself, with a clock that the test moves. */
async function begins(house, options) {
  const worker = await signedIn(house, "worker", options);
  const id = await received(worker);
  const form = `/cases/${id}/reception/write_note`;
  await worker.page.clock.install();
  await worker.go(form, { look: false });
  await worker.page.fill('[name="text"]', TEXT);
  await worker.page.clock.runFor(10_000);
  await worker.page.locator("[data-kept]", { hasText: /\d\d:\d\d/ }).waitFor({ timeout: 20_000 });
  return { worker, form };
}

async function leftAlone(house, options) {
  const { worker, form } = await begins(house, options);
  await worker.page.fill('[name="text"]', `${TEXT}!`);
  const locked = worker.page.waitForSelector('form[action="/unlock"]', { timeout: 30_000 });
  await worker.page.clock.runFor(16 * 60_000);
  await locked;
  assert.equal(new URL(worker.page.url()).pathname, form);
  await showsNothing(worker, [TEXT, "Walid Worker"]);
  await unlocks(house, worker);
  assert.equal(new URL(worker.page.url()).pathname, form);
  assert.equal(await worker.page.inputValue('[name="text"]'), `${TEXT}!`);
  assert.equal(await worker.page.evaluate(() => document.activeElement.name), "text");
  await worker.press('.form-keep [value="discard"]', { look: false });
  await worker.close();
}

async function veiled(house, options) {
  const { worker } = await begins(house, options);
  await worker.context.setOffline(true);
  await worker.page.clock.runFor(16 * 60_000);
  await worker.page.locator("[data-veil]").waitFor({ state: "visible", timeout: 20_000 });
  const seen = await worker.page.locator("body").innerText();
  assert.ok(!seen.includes(TEXT) && !seen.includes("Walid"), seen);
  assert.equal(await worker.page.locator('[name="text"]').isVisible(), false, "what was typed is covered");
  await worker.context.setOffline(false);
  const locked = worker.page.waitForSelector('form[action="/unlock"]', { timeout: 30_000 });
  await worker.page.clock.runFor(60_000);
  await locked;
  await unlocks(house, worker);
  assert.equal(await worker.page.inputValue('[name="text"]'), TEXT, "still there");
  await worker.press('.form-keep [value="discard"]', { look: false });
  worker.faults.length = 0;
  await worker.close();
}

async function another(house, options) {
  const { worker, form } = await begins(house, options);
  await worker.press("[data-lock]", { look: false });
  // The first action: somebody else works here now. The second: they sign in.
  await worker.press('form[action="/sign-out"] button', { look: false });
  await worker.page.fill("#username", "desk");
  await worker.page.fill("#password", house.account("desk").password);
  await worker.press("main form button", { look: false });
  assert.equal(new URL(worker.page.url()).pathname, "/reception");
  for (let back = 0; back < 6; back += 1) {
    await worker.page.goBack({ waitUntil: "load" }).catch(() => {});
    const tour = await worker.page.locator(".tour").count();
    await showsNothing(worker, tour ? [TEXT] : [TEXT, "Walid Worker"]);
  }
  await worker.go(form, { look: false });
  await showsNothing(worker, [TEXT, "Walid Worker"]);
  await worker.close();
  const again = await signedIn(house, "worker", options);
  await again.go(form, { look: false });
  await again.press('.form-keep [value="discard"]', { look: false });
  await again.close();
}

async function figures(house) {
  const supervisor = await signedIn(house, "supervisor", SHAPES[0][1]);
  await supervisor.go("/supervision", { look: false });
  const all = await supervisor.page.locator(".figures a").evaluateAll((links) =>
    links.map((link) => [link.getAttribute("href"), link.querySelector(".figure-count").textContent]),
  );
  await supervisor.go("/year", { look: false });
  const year = await supervisor.page.locator("main table").first().innerText();
  await supervisor.close();
  return { all, year };
}

async function anew(house) {
  const visitor = await house.visitor(SHAPES[0][1]);
  const resets = async () => {
    await visitor.go("/demo/reset", { look: false });
    // The door stays shut until everything was told again.
    const open = visitor.page.waitForURL("**/sign-in", { timeout: 300_000 });
    await visitor.page.locator("main form button").click({ noWaitAfter: true });
    await open;
  };
  await resets();
  const first = await figures(house);
  await resets();
  assert.deepEqual(await figures(house), first);
  visitor.faults.length = 0;
  await visitor.close();
}
