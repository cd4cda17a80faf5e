// The answers of the workbench, newest first. They outlast a reload of the window, as long as the browser has room for them.
import { cancel, run } from "./calls.js";
import { fill } from "./dom.js";
import { forget, togglePin } from "./comparison.js";

const maxEntries = 20;

/** In UTF-16 units, of which browsers keep about five million for a page. */
const maxKept = 2_000_000;

const key = "timeline";
const timeline = document.getElementById("timeline");
const template = document.getElementById("entry-template");

/** Newest first: number, label and component, when it was asked, and the view that came, as the server wrote it. */
let entries = [];

export function setUpTimeline() {
  restore();
  timeline.addEventListener("view", event => {
    const entry = entries.find(({ element }) => element.contains(event.target));
    if (!entry || !event.detail.html) return;
    entry.html = event.detail.html;
    keep();
  });
  timeline.addEventListener("click", event => {
    const button = event.target.closest("button");
    const entry = button && entries.find(({ element }) => element.contains(button));
    if (!entry) return;
    if (button.matches(".cancel")) cancel(entry.element);
    if (button.matches(".pin")) togglePin(entry);
    if (button.matches(".remove-entry")) remove(entry);
  });
}

/** Puts a question at the top; what an earlier one still waits for is cancelled. */
export async function ask(form, { component, address, label }) {
  for (const { element } of entries) cancel(element);
  const entry = add({ number: (entries[0]?.number ?? 0) + 1, label, component, at: new Date().toISOString(), html: "" });
  await run(form, { host: entry.element, address, label });
}

/** What the newest answer said, as a previous output; null where there is none. */
export function lastOutput() {
  for (const { element } of entries) {
    const outputs = element.querySelector("[data-outputs]");
    if (outputs) return JSON.parse(outputs.dataset.outputs).at(-1);
  }
  return null;
}

function add(entry) {
  const element = template.content.firstElementChild.cloneNode(true);
  element.querySelector(".number").textContent = entry.number;
  element.querySelector(".label").textContent = entry.label;
  for (const part of element.querySelectorAll(".of-entry")) part.textContent = ` ${entry.number}`;
  element.querySelector(".cancel").setAttribute("aria-label", `Cancel ${entry.label}`);
  element.querySelector(".result").setAttribute("aria-label", `Result ${entry.number}, ${entry.label}`);
  const time = element.querySelector("time");
  time.dateTime = entry.at;
  time.textContent = `${entry.at.slice(0, 19).replace("T", " ")} UTC`;
  timeline.prepend(element);
  const added = { ...entry, element };
  entries.unshift(added);
  for (const old of entries.slice(maxEntries)) remove(old);
  timeline.dispatchEvent(new CustomEvent("times", { bubbles: true }));
  return added;
}

function remove(entry) {
  cancel(entry.element);
  forget(entry);
  entry.element.remove();
  entries = entries.filter(other => other !== entry);
  keep();
}

/** As many of the newest as there is room for. */
function keep() {
  let size = 0;
  const kept = entries
    .filter(({ html }) => html)
    .filter(({ html }) => (size += html.length) <= maxKept)
    .map(({ element: _, ...entry }) => entry);
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    sessionStorage.removeItem(key);
  }
}

function restore() {
  for (const entry of JSON.parse(sessionStorage.getItem(key) ?? "[]").reverse()) {
    const { element } = add(entry);
    const result = element.querySelector(".result");
    fill(result, entry.html);
    result.dispatchEvent(new CustomEvent("view", { bubbles: true, detail: {} }));
  }
}
