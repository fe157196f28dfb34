// Locks when nobody has touched the page for a while, and shows no page again that was left. What
// was typed is kept first (`draft.js`); without a network the page is veiled until it can lock.

const LOOK_MS = 5000;
const AGAIN_MS = 15000;

const minutes = Number(document.body.dataset.lockMinutes);
const button = document.querySelector("[data-lock]");
const others = "BroadcastChannel" in globalThis ? new BroadcastChannel("awake") : undefined;
let last = Date.now();
let told = 0;

function awake() {
  last = Date.now();
  if (last - told > LOOK_MS) {
    told = last;
    others?.postMessage("");
  }
}

function veil() {
  for (const part of document.body.children) part.hidden = !part.matches("[data-veil]");
}

function look() {
  if (Date.now() - last < minutes * 60000) return;
  clearInterval(looking);
  veil();
  lock();
  setInterval(lock, AGAIN_MS);
}

// A browser that cannot reach the program would put its own error page here, and what was typed with
// it would be gone: the page stays, veiled, until there is an answer.
async function lock() {
  const answers = await fetch("/away", { cache: "no-store", credentials: "omit" }).catch(() => undefined);
  if (answers) button.click();
}

let looking;
if (minutes > 0 && button) {
  for (const sign of ["pointerdown", "keydown", "input", "wheel"]) {
    addEventListener(sign, awake, { passive: true, capture: true });
  }
  others?.addEventListener("message", () => {
    last = Date.now();
  });
  looking = setInterval(look, LOOK_MS);
}

addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  document.body.hidden = true;
  location.reload();
});
