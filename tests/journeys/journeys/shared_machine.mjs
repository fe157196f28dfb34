// Two computers for seven people, and a power line that fails: what was typed is there again, for
// whoever typed it and for nobody else.

import assert from "node:assert/strict";
import { test } from "node:test";

import { received } from "../house/cases.mjs";

const SHAPES = [
  ["wide, in English", { viewport: { width: 1200, height: 900 } }],
  ["narrow, in Arabic", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: "ar" }],
];
const TEXT = "She asked for the blue blanket, not the grey one";

export default function sharedMachine(house) {
  for (const [shape, options] of SHAPES) {
    test(`taking over a shared machine, ${shape}`, () => takesOver(house, options));
    test(`a power cut in mid-form, ${shape}`, () => powerCut(house, options));
    test(`a lock leads back to the same field, ${shape}`, () => locksAndGoesOn(house, options));
    test(`leaving at once, ${shape}`, () => leaves(house, options));
  }

  test("another language in the middle of a form loses nothing", async () => {
    const { worker } = await begins(house, SHAPES[0][1]);
    await worker.press('.langs [lang="ar"]');
    assert.equal(await worker.page.getAttribute("html", "lang"), "ar");
    await holdsText(worker);
  });

  test("a lost network loses nothing, and nothing is sent into it", async () => {
    const { worker, form } = await begins(house, SHAPES[0][1]);
    await worker.context.setOffline(true);
    await worker.page.fill('[name="text"]', `${TEXT} at all`);
    await worker.page.click(".form-end button");
    await says(worker, /Not sent: no network/);
    assert.equal(new URL(worker.page.url()).pathname, form);
    assert.equal(await worker.page.inputValue('[name="text"]'), `${TEXT} at all`);
    await worker.context.setOffline(false);
    await says(worker, /Draft kept/);
    worker.faults.length = 0;
    const outcome = await worker.send();
    assert.ok(outcome.done, JSON.stringify(outcome));
    await worker.go(form, { look: false });
    assert.equal(await worker.page.inputValue('[name="text"]'), "", "what was sent is no draft");
  });

  test("without script a draft is kept by a button, and discarded by one", async () => {
    const worker = await signedIn(house, "worker", { javaScriptEnabled: false });
    const id = await received(worker);
    const form = `/cases/${id}/reception/write_note`;
    await worker.go(form, { look: false });
    await worker.page.fill('[name="text"]', TEXT);
    await worker.press('.form-keep [value="draft"]', { look: false });
    assert.equal(new URL(worker.page.url()).searchParams.get("kept"), "draft");
    await worker.go(form, { look: false });
    await holdsText(worker);
    await worker.press('.form-keep [value="discard"]', { look: false });
    assert.equal(await worker.page.inputValue('[name="text"]'), "");
  });
}

/** Somebody with a session of their own, which they may end. */
async function signedIn(house, username, options) {
  const worker = await house.visitor(options);
  await house.signIn(worker, username);
  return worker;
}

/** A worker in the middle of a note that was kept by itself. */
async function begins(house, options, look = true) {
  const worker = await signedIn(house, "worker", options);
  const id = await received(worker);
  const form = `/cases/${id}/reception/write_note`;
  await worker.go(form, { look });
  await worker.page.fill('[name="text"]', TEXT);
  await says(worker, /\d\d:\d\d/);
  return { worker, id, form };
}

/** What stands beside the form says this, sooner or later. */
async function says(worker, words) {
  const told = worker.page.locator("[data-kept]", { hasText: words });
  await told.waitFor({ timeout: 20_000 });
}

async function holdsText(worker) {
  assert.equal(await worker.page.inputValue('[name="text"]'), TEXT);
}

/** Nothing of the first worker's: not the text, not the name, whichever page comes. */
async function findsNothing(worker, secrets) {
  // The door of the demonstration names those who can be tried, to everybody.
  const body = await worker.page.evaluate(() => {
    const all = document.documentElement.cloneNode(true);
    if (location.pathname === "/sign-in") all.querySelector(".tour")?.remove();
    return all.outerHTML;
  });
  for (const secret of secrets) assert.ok(!body.includes(secret), `${worker.page.url()} still shows ${secret}`);
}

async function takesOver(house, options) {
  const { worker, form } = await begins(house, options);
  await worker.page.fill('[name="text"]', `${TEXT}, she said`);
  const secrets = [TEXT, "Walid Worker"];
  await worker.press('.top-acts [value="sign-out"]');
  await findsNothing(worker, secrets);
  await worker.page.fill("#username", "desk");
  await worker.page.fill("#password", house.account("desk").password);
  await worker.press("main form button");
  for (let back = 0; back < 8; back += 1) {
    await worker.page.goBack({ waitUntil: "load" }).catch(() => {});
    await findsNothing(worker, secrets);
  }
  await worker.go(form, { look: false });
  await findsNothing(worker, secrets);
  await worker.go("/drafts");
  assert.ok(!(await worker.text()).includes(form));

  const again = await signedIn(house, "worker", options);
  assert.equal(new URL(again.page.url()).pathname, "/drafts");
  await again.press(`main a[href="${form}"]`);
  assert.equal(await again.page.inputValue('[name="text"]'), `${TEXT}, she said`, "kept for whoever typed it");
  await again.press('.form-keep [value="discard"]');
}

async function powerCut(house, options) {
  const { worker, form } = await begins(house, options);
  await house.cut(async () => {
    await worker.page.locator('[name="text"]').pressSequentially(".");
    await says(worker, /\S/);
    await worker.page.close({ runBeforeUnload: false });
  });
  const again = await signedIn(house, "worker", options);
  await again.go(form);
  await holdsText(again);
  const focused = await again.page.evaluate(() => document.activeElement.name);
  assert.equal(focused, "text", "the cursor is where it was");
  await again.press('.form-keep [value="discard"]');
}

async function locksAndGoesOn(house, options) {
  const { worker, form } = await begins(house, options);
  await worker.page.fill('[name="text"]', `${TEXT}!`);
  await worker.press("[data-lock]");
  assert.equal(new URL(worker.page.url()).pathname, form);
  await findsNothing(worker, [TEXT, "Walid Worker"]);
  await worker.page.goBack({ waitUntil: "load" }).catch(() => {});
  await findsNothing(worker, [TEXT, "Walid Worker"]);
  await worker.go(form);
  await worker.page.fill("#password", house.account("worker").password);
  await worker.press('form[action="/unlock"] button');
  assert.equal(new URL(worker.page.url()).pathname, form);
  assert.equal(await worker.page.inputValue('[name="text"]'), `${TEXT}!`);
  assert.equal(await worker.page.evaluate(() => document.activeElement.name), "text");
  await worker.press('.form-keep [value="discard"]');
}

async function leaves(house, options) {
  // The inspection tries other widths, after which a telephone's screen is not as it was.
  const { worker, form } = await begins(house, options, false);
  await worker.page.fill('[name="text"]', `${TEXT}?`);
  const button = worker.page.locator("[data-leave]");
  const box = await button.boundingBox();
  assert.ok(box.height >= 44 && box.width >= 44, `large enough for a thumb: ${JSON.stringify(box)}`);
  await worker.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  if (options.isMobile) {
    const there = await button.boundingBox();
    assert.ok(there.y >= 0 && there.y < options.viewport.height, `in sight at the end of a long page too: ${JSON.stringify(there)}`);
  }
  await Promise.all([worker.page.waitForURL("**/away"), options.isMobile ? button.tap() : button.click()]);
  assert.equal(await worker.page.evaluate(() => document.body.textContent), "");
  await worker.page.goBack({ waitUntil: "load" }).catch(() => {});
  await findsNothing(worker, [TEXT, "Walid Worker"]);
  await worker.go(form, { look: false });
  assert.ok(await worker.page.locator('form[action="/unlock"]').count(), "leaving locks");
  const again = await signedIn(house, "worker", options);
  await again.go(form, { look: false });
  assert.equal(await again.page.inputValue('[name="text"]'), `${TEXT}?`, "what was typed was sent ahead");
  await again.press('.form-keep [value="discard"]');
}
