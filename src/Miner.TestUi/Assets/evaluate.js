// Evaluations run in the server: this shows how far one is while somebody can see it, and opens its answers when they are wanted.
import { run } from "./calls.js";
import { announce, fill, fillProblem } from "./dom.js";
import { openPanel } from "./tabs.js";

const every = 1_000;
const panel = document.getElementById("panel-evaluate");
const result = panel.querySelector(".result");
const list = document.getElementById("evaluate-form");
const count = document.getElementById("evaluate-count");
const model = document.getElementById("evaluate-model");
const progress = document.getElementById("evaluate-progress");
const end = document.getElementById("evaluate-cancel");

/** The running evaluation's number and quarter that were last told to a screen reader. */
let told = "";

/** Whether a form of the view was sent, which takes the focus with it when it gives way to another. */
let isLeaving = false;

export function setUpEvaluation() {
  result.addEventListener("submit", () => { isLeaving = true; });
  result.addEventListener("click", event => { isLeaving ||= event.target.matches("[data-back-to], [data-page]"); });
  panel.addEventListener("view", event => {
    if (event.target !== result) return;
    keepFocus();
    showProgress();
    showModel();
  });
  panel.addEventListener("toggle", event => {
    if (event.target.matches("details[data-load][open]")) load(event.target);
  }, true);
  count.addEventListener("input", showCount);
  setInterval(() => {
    if (running()) showProgress();
  }, every);
  document.addEventListener("visibilitychange", showProgress);
}

function running() {
  return progress.querySelector("[data-running]");
}

function keepFocus() {
  if (isLeaving && document.activeElement === document.body && openPanel() === panel) result.focus({ preventScroll: true });
  isLeaving = false;
}

async function showProgress() {
  if (document.hidden || openPanel() !== panel) return;
  try {
    const response = await fetch("/views/evaluate/progress");
    const html = await response.text();
    const before = running()?.dataset.running;
    fill(progress, html);
    end.hidden = !running();
    tell(before);
  } catch {
    // The miner may be back at the next time; what is shown stays until then.
  }
}

/** Each quarter, and the end; more would keep a screen reader from reading anything else. */
function tell(before) {
  const now = running();
  if (now) {
    const { running: number, done, count: all } = now.dataset;
    const quarter = `${number}: ${Math.floor((4 * done) / all)}`;
    if (before && quarter !== told) announce(`Evaluation ${number}: ${done} of ${all} asked`);
    told = quarter;
    return;
  }
  // One that took but a moment was never seen to run, except by the list.
  const isListed = result.querySelector(".evaluations [data-listed-running]") !== null;
  if (before || isListed) announce(progress.textContent.trim());
  if (isListed && !result.contains(document.activeElement)) run(list);
}

async function showModel() {
  try {
    const response = await fetch("/views/evaluate/model");
    fill(model, await response.text());
    showCount();
  } catch {
    model.replaceChildren();
  }
}

function showCount() {
  const asked = `${count.value || "no"} ${Number(count.value) === 1 ? "question" : "questions"}`;
  for (const shown of panel.querySelectorAll(".asked-count")) shown.textContent = asked;
}

/** An answer, or that of each of two evaluations side by side. */
async function load(details) {
  const addresses = [details.dataset.load, details.dataset.loadBeside].filter(Boolean);
  delete details.dataset.load;
  const places = [...details.querySelectorAll(".loaded")];
  await Promise.all(addresses.map(async (address, index) => {
    try {
      const response = await fetch(address);
      fill(places[index], await response.text());
      places[index].dispatchEvent(new CustomEvent("view", { bubbles: true, detail: {} }));
    } catch {
      fillProblem(places[index], "The page's server does not answer", "Close this and open it again once the miner runs.");
      details.dataset.load = details.dataset.load ?? addresses[0];
    }
  }));
}
