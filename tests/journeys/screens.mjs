// Saves every page as a picture, to be looked at with a designer's eye:
//
//   node tests/journeys/screens.mjs FOLDER [--only WORDS]
//
// wide (1200) and narrow (360), in English and Arabic, light and dark.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { House } from "./house/house.mjs";

const [folder, , only] = process.argv.slice(2);
if (!folder) {
  console.error("node screens.mjs FOLDER [--only WORDS]");
  process.exit(2);
}

const WIDTHS = { wide: 1200, narrow: 360 };
const STEPS = ["reception", "consent", "registration", "assessment", "planning", "implementation", "review", "closure", "household"];
const FORMS = [
  "reception/report_danger", "reception/write_note", "consent/record_consent", "registration/record_identity",
  "registration/set_safe_contact", "registration/record_health", "screening/screen",
];

const house = await House.open();
await mkdir(folder, { recursive: true });
for (const page of await pages()) {
  if (only && !page.name.includes(only)) continue;
  for (const lang of ["en", "ar"]) {
    for (const colorScheme of ["light", "dark"]) await picture(page, lang, colorScheme);
  }
  console.log(page.name);
}
await house.close();

/** Every page: its name, its address, who looks. */
async function pages() {
  const worker = await house.as("worker");
  await worker.go("/search?q=Salma", { look: false });
  const [salma] = await worker.links("/cases/");
  await worker.close();
  const page = (name, path, username, more = {}) => ({ name, path, username, ...more });
  return [
    page("door", "/sign-in", null),
    page("desk", "/reception", "desk"),
    page("desk-new", "/reception/new", "desk"),
    page("desk-new-wrong", "/reception/new", "desk", { send: true }),
    page("cases", "/cases", "worker"),
    page("cases-supervisor", "/cases", "supervisor"),
    page("search-none", "/search?q=zzz", "worker"),
    page("search", "/search?q=Salma", "worker"),
    page("case", salma, "worker"),
    ...STEPS.map((step) => page(`case-${step}`, `${salma}/${step}`, "worker")),
    ...FORMS.map((form) => page(`form-${form.replace("/", "-")}`, `${salma}/${form}`, "worker")),
    page("approvals", "/approvals", "supervisor"),
    page("supervision", "/supervision", "supervisor"),
    page("alerts", "/alerts", "supervisor"),
    page("duty", "/duty", "supervisor"),
    page("duty-new", "/duty/new", "supervisor"),
    page("year", "/year", "reports"),
    page("meetings", "/meetings", "manager"),
    page("tallies", "/tallies", "reports"),
    page("looks", "/looks", "dataprotection"),
    page("erasures", "/erasures", "dataprotection"),
    page("admin", "/admin", "admin"),
    page("admin-account", "/admin/accounts/new", "admin"),
    page("password", "/password", "worker"),
    page("not-here", "/no/such/page", "worker"),
    page("away", "/away", null),
  ];
}

async function picture({ name, path, username, send }, lang, colorScheme) {
  const options = { colorScheme, locale: lang };
  const visitor = username ? await house.as(username, options) : await house.visitor(options);
  await visitor.go(path, { look: false });
  if (send) await visitor.send({ look: false });
  for (const [width, pixels] of Object.entries(WIDTHS)) {
    await visitor.page.setViewportSize({ width: pixels, height: 800 });
    const file = join(folder, `${name}-${lang}-${colorScheme}-${width}.png`);
    await visitor.page.screenshot({ path: file, fullPage: true });
  }
  await visitor.close();
}
