// Runs the journeys and ends with one line: how many passed, how many failed.
//
//   node run.mjs [--only WORDS]     only journeys whose name holds these words

import { dirname, join } from "node:path";
import { run } from "node:test";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const only = process.argv.indexOf("--only");
const patterns = only < 0 ? undefined : [new RegExp(process.argv[only + 1], "i")];
const began = Date.now();
let [passed, failed] = [0, 0];

const stream = run({ files: [join(here, "journeys.test.mjs")], testNamePatterns: patterns, timeout: 20 * 60_000 });
stream.on("test:pass", (event) => {
  if (isGroup(event) || event.skip !== undefined) return;
  passed += 1;
  say("✓", event);
});
stream.on("test:fail", (event) => {
  // A group fails with the tests in it, which have been counted. A hook may fail alone, and the
  // file may be killed, which leaves tests out that nobody would miss.
  const { failureType, signal } = event.details.error ?? {};
  if (isGroup(event) && failureType === "subtestsFailed" && !signal) return;
  failed += 1;
  say("✗", event);
  const failure = event.details.error?.cause ?? event.details.error;
  console.log(String(failure?.stack ?? failure?.message ?? failure).replaceAll(/^/gm, "    "));
});
stream.on("test:stderr", (event) => process.stderr.write(event.message));
stream.on("end", () => {
  console.log(`journeys took ${Math.round((Date.now() - began) / 1000)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
});
stream.resume();

function isGroup(event) {
  return event.details.type === "suite" || event.name.endsWith("journeys.test.mjs");
}

function say(mark, event) {
  console.log(`${mark} ${event.name} (${(event.details.duration_ms / 1000).toFixed(1)} s)`);
}
