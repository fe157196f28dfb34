// Every form of the program against what people and programs send by mistake or on purpose: the
// answer stands beside the field, what was typed is kept, and nothing changed.

import assert from "node:assert/strict";
import { test } from "node:test";

import { everyForm } from "../house/forms.mjs";

const MARKUP = `<script>window.broken=1</script><img src=x onerror=window.broken=1>"'&amp;`;
const PLACES = ["", "reception", "consent", "registration", "assessment", "planning", "implementation", "review", "closure", "household"];

export default function badInput(house) {
  let found;
  const all = () => (found ??= everyForm(house));

  test("links lead to all forms", async (t) => {
    const { forms } = await all();
    t.diagnostic(forms.map((form) => form.what).join("\n"));
    assert.ok(forms.length >= 70, `only ${forms.length}: ${forms.map((form) => form.what).join(" ")}`);
  });

  for (const [name, attack] of Object.entries(attacks)) {
    test(`every form: ${name}`, async () => {
      const { id, forms, reader } = await all();
      const before = await stateOf(reader, id);
      const tried = [];
      for (const form of forms) {
        const pairs = attack(form.fields);
        if (pairs.length === 0) continue;
        tried.push(form.what);
        await refuses(reader, form, pairs, name);
      }
      assert.ok(tried.length > 0);
      assert.deepEqual(await stateOf(reader, id), before, "something changed");
    });
  }

  test("an error page with markup in it runs no script and stays accessible", async () => {
    const { forms } = await all();
    const textual = forms.filter(({ fields }) => attacks[STAYS_TEXT](fields).length > 0);
    for (const form of oneOfEachRoom(textual)) {
      const visitor = await house.as(form.username);
      await visitor.go(form.path, { look: false });
      const outcome = await visitor.post([...form.hidden, ...attacks[STAYS_TEXT](form.fields), ["no_such_field", MARKUP]]);
      assert.equal(outcome.status, 422, form.what);
      assert.equal(await visitor.page.evaluate(() => window.broken), undefined, form.what);
      await visitor.close();
    }
  });
}

/** Every form draws its errors with the same template; a browser looks at one of each room. */
function oneOfEachRoom(forms) {
  const rooms = new Map();
  for (const form of forms) {
    const room = form.path.replaceAll(/[0-9a-f]{32}/g, "ID").split("/").slice(0, 4).join("/");
    if (!rooms.has(room)) rooms.set(room, form);
  }
  return [...rooms.values()];
}

const STAYS_TEXT = "markup stays text";
const isText = (field) => ["text", "textarea", "tel"].includes(field.kind) && !field.number && !field.when;
const isChoice = (field) => ["radio", "checkbox", "select"].includes(field.kind) && !field.when;
const isDay = (field) => ["date", "datetime-local"].includes(field.kind) && !field.when;

/** From the fields of a form to what is posted; no pairs, when the form has no such field. */
const attacks = {
  "text that is too long": (fields) =>
    fields.filter((field) => isText(field) && field.max > 0).map((field) => [field.name, "x".repeat(field.max + 1)]),

  "codes that are not in the list": (fields) => fields.filter(isChoice).map((field) => [field.name, "no_such_code"]),

  "characters that steer the text": (fields) =>
    fields.filter((field) => isText(field) && field.max > 0).map((field, place) => [field.name, place % 2 ? "ab\u202Ecd" : "ab\u0007cd"]),

  [STAYS_TEXT]: (fields) => fields.filter((field) => isText(field) && field.max >= MARKUP.length).map((field) => [field.name, MARKUP]),

  "days that lie in the future or are none": (fields) =>
    fields.filter(isDay).map((field) => [field.name, field.name === "happened" ? "2199-01-01T10:00" : "31st of never"]),

  "four hundred fields": () => Array.from({ length: 400 }, (_, place) => [`extra_${place}`, "x"]),

  "the same field twice": (fields) =>
    fields.filter((field) => !field.many && !field.when).slice(0, 1).flatMap(({ name }) => [[name, "one"], [name, "two"]]),
};

/** Which of the attacks leave fields that are right, so that only the whole is wrong. */
const ON_THE_WHOLE = [STAYS_TEXT, "four hundred fields"];

async function refuses(reader, form, pairs, name) {
  const at = `${form.what}: ${name}`;
  const unknown = name === STAYS_TEXT ? [["no_such_field", MARKUP]] : [];
  const page = await reader.post(form.username, form.path, [...form.hidden, ...pairs, ...unknown]);
  assert.equal(page.status, 422, at);
  assert.ok(!page.html.includes("⟦"), `${at}: words are missing`);
  assert.deepEqual(page.hidden, form.hidden, `${at}: the command keeps its id`);
  assert.ok(page.summary.length > 0, `${at}: nothing is said`);
  for (const [field] of ON_THE_WHOLE.includes(name) ? [] : pairs) {
    assert.ok(page.problems[field], `${at}: nothing is said beside ${field}: ${JSON.stringify(page.problems)}`);
  }
  if (name === "four hundred fields" || name === "the same field twice") return;
  for (const [field, value] of pairs) {
    const control = page.fields.find((one) => one.name === field);
    if (!isChoice(control)) assert.equal(control.value, value, `${at}: ${field} was not kept`);
  }
}

/** What the case is: its page and its places, as its worker reads them. */
async function stateOf(reader, id) {
  const texts = [];
  for (const place of PLACES) texts.push((await reader.get("worker", `/cases/${id}/${place}`.replace(/\/$/, ""))).text);
  return texts;
}
