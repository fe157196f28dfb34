// Takes the ten pictures of docs/screens.md from a fresh demonstration, so that they can be taken
// again whenever the pages change:
//
//   node tests/journeys/gallery.mjs [FOLDER]
//
// Everybody in them is invented. JPEG, because a clone should stay small.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { House } from "./house/house.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? join(here, "../../docs/screens");
const WIDE = { width: 1200, height: 900 };
const PHONE = { width: 360, height: 740 };

const house = await House.open();
await mkdir(folder, { recursive: true });
const salma = await caseOf("Salma");
for (const picture of [
  { name: "1-day", who: "worker", path: "/day" },
  { name: "2-case", who: "worker", path: salma },
  { name: "3-contact-phone-arabic", who: "worker", path: `/contact/${salma.split("/").at(-1)}`, lang: "ar", size: PHONE },
  { name: "4-registration", who: "worker", path: `${salma}/registration/record_identity` },
  { name: "5-refusal", who: "worker", path: "/reception/new", send: true },
  { name: "6-plan", who: "worker", path: `${salma}/plan` },
  { name: "7-turned", who: "worker", path: `${salma}/side_by_side`, lang: "ar", own: true },
  { name: "8-supervision", who: "supervisor", path: "/supervision" },
  { name: "9-day-phone-dark", who: "worker", path: "/day", size: PHONE, colorScheme: "dark" },
  { name: "10-picture", who: "worker", path: `${salma}/picture`, part: "main svg:visible" },
]) {
  await take(picture);
  console.log(picture.name);
}
await house.close();

async function caseOf(name) {
  const worker = await house.as("worker");
  await worker.go(`/search?q=${name}`, { look: false });
  const [found] = await worker.links("/cases/");
  assert.ok(found, `the demonstration has nobody called ${name}`);
  await worker.close();
  return found;
}

async function take({ name, who, path, lang = "en", size = WIDE, colorScheme = "light", send = false, own = false, part }) {
  const options = { locale: lang, viewport: size, colorScheme };
  // The turned screen locks the session that opens it: it has one of its own.
  const visitor = own ? await house.visitor(options) : await house.as(who, options);
  if (own) await house.signIn(visitor, who);
  const status = await visitor.go(path, { look: false });
  assert.equal(status, 200, `${name}: ${path} does not open`);
  if (send) await visitor.send({ look: false });
  const shown = part ? visitor.page.locator(part).first() : visitor.page;
  await shown.screenshot({ path: join(folder, `${name}.jpg`), type: "jpeg", quality: 72 });
  await visitor.close();
}
