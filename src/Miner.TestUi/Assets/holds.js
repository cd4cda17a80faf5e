// A component that answered 429 is not asked again before it said: its button counts down to that time.
const form = document.getElementById("workbench-form");
const until = new Map();
let timer;

export function setUpHolds() {
  document.addEventListener("view", event => {
    const retry = event.target.querySelector("[data-retry-at]");
    if (!retry) return;
    if (event.target.closest("#timeline")) until.set(retry.dataset.component, Date.parse(retry.dataset.retryAt));
    tick();
    timer ??= setInterval(tick, 250);
  });
  document.addEventListener("chosen", tick);
}

function tick() {
  for (const shown of document.querySelectorAll("[data-retry-at]")) {
    const left = secondsTo(Date.parse(shown.dataset.retryAt));
    shown.querySelector(".seconds").textContent = left > 0 ? `in ${left} s` : "now";
  }
  const left = secondsTo(until.get(form.dataset.component) ?? 0);
  for (const button of form.querySelectorAll("[type=submit]")) {
    button.disabled = left > 0;
    button.querySelector(".hold").textContent = left > 0 ? ` (in ${left} s)` : "";
  }
  if ([...until.values()].some(time => time > Date.now())) return;
  clearInterval(timer);
  timer = undefined;
}

function secondsTo(time) {
  return Math.max(0, Math.ceil((time - Date.now()) / 1000));
}
