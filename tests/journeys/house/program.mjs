// The program under test: the release binary with its demonstration centre, in a folder of its own.

import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const binary = process.env.SANAD ?? join(target, "release/sanad");

/** Starts the demonstration; answers its address, its accounts, and how to end it or cut its power. */
export async function start() {
  const folder = await mkdtemp(join(tmpdir(), "sanad-journeys-"));
  const data = join(folder, "data");
  const said = [];
  const run = async (listen) => {
    const child = spawn(binary, ["demo", "--data", data, "--listen", listen], { stdio: ["ignore", "pipe", "pipe"] });
    createInterface({ input: child.stderr }).on("line", (line) => said.push(line));
    return { child, origin: await address(child, said) };
  };
  let { child, origin } = await run("127.0.0.1:0");
  const accounts = JSON.parse(await readFile(join(data, "demo-accounts.json"), "utf8"));
  const stop = async () => {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    const patience = setTimeout(() => child.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(patience);
    await rm(folder, { recursive: true, force: true });
  };
  /** Ends it at once, with no time to tidy up; what is given is done while it is gone. */
  const cut = async (meanwhile) => {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await ended;
    await meanwhile?.();
    ({ child } = await run(new URL(origin).host));
  };
  return { origin, accounts, said, stop, cut };
}

function address(child, said) {
  return new Promise((resolve, reject) => {
    child.once("error", (failure) =>
      reject(new Error(`${binary} does not start (${failure.message}). Build it first: ./test does.`)),
    );
    child.once("exit", (code) => reject(new Error(`the program ended with ${code}: ${said.join("\n")}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith("http://")) resolve(line.trim());
    });
  });
}
