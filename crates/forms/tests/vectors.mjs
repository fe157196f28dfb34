// The browser's interpreter against the same vectors: run by tests/browser.rs, which compiles them.
import { readFileSync } from "node:fs";
import { Sitting } from "../../../client/expression.js";

const { now, chance, expressions, forms } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const around = (language) => ({ now, language, chance: () => chance });
const wrong = [];

const sitting = new Sitting(expressions.form, expressions.answers, around("en"));
for (const { at, expr, ast, is, near, within } of expressions.cases) {
  sitting.steps = 1e7;
  const found = sitting.valueAt(at ?? "", ast);
  let holds;
  if (near !== undefined) {
    holds = Math.abs(found.number - near) <= (within ?? Math.abs(near) * 1e-12 + 1e-15);
  } else if (typeof is === "string") holds = found.text === is;
  else if (typeof is === "boolean") holds = found.truth === is && typeof found.value !== "number";
  else if (typeof is === "number") holds = found.number === is;
  else holds = Object.is(found.number, Number(is.number));
  if (!holds) wrong.push(`${expr} at ${at}: ${JSON.stringify(found.value)?.slice(0, 100)}, not ${JSON.stringify(is ?? near)}`);
}

const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
};
const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
for (const { name, form, answers, language, outcome } of forms) {
  const found = new Sitting(form, answers, around(language)).outcome();
  if (!same(found, outcome)) wrong.push(`${name}: ${JSON.stringify(found)}, not ${JSON.stringify(outcome)}`);
}

console.log(`${expressions.cases.length + forms.length} vectors, ${wrong.length} wrong`);
wrong.slice(0, 40).forEach((line) => console.log(line));
process.exit(wrong.length === 0 ? 0 : 1);
