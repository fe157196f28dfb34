// Leaving at once: the page goes blank first, then a harmless one takes its place in the history.

const WITHIN_MS = 1500;
let presses = [];

export function leave() {
  document.title = "New page";
  document.body.hidden = true;
  location.replace("/away");
}

for (const link of document.querySelectorAll("[data-leave]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") {
    presses = [];
    return;
  }
  presses = presses.filter((at) => event.timeStamp - at < WITHIN_MS);
  presses.push(event.timeStamp);
  if (presses.length >= 3) leave();
});
