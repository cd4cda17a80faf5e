// Two answers that are pinned, with the words in which they differ.
import { announce } from "./dom.js";
import { loadScript } from "./scripts.js";

/** Texts of which little is the same take long to compare, in milliseconds. */
const patience = 2_000;

const comparison = document.getElementById("comparison");
let pinned = [];

export function togglePin(entry) {
  pinned = pinned.includes(entry) ? pinned.filter(other => other !== entry) : [...pinned, entry].slice(-2);
  return show();
}

export function forget(entry) {
  if (!pinned.includes(entry)) return;
  pinned = pinned.filter(other => other !== entry);
  show();
}

async function show() {
  for (const button of document.querySelectorAll(".pin")) {
    const isPinned = pinned.some(({ element }) => element.contains(button));
    button.setAttribute("aria-pressed", String(isPinned));
  }
  comparison.hidden = pinned.length < 2;
  if (pinned.length < 2) {
    if (pinned.length === 1) announce("Pinned: pin another answer to compare the two");
    return;
  }
  const [older, newer] = [...pinned].sort((one, other) => one.number - other.number);
  comparison.querySelector(".compared").textContent = `${older.label} ${older.number} and ${newer.label} ${newer.number}`;
  const shown = comparison.querySelector(".difference");
  shown.replaceChildren("…");
  const library = await loadScript("diff.min.js", "Diff").catch(() => null);
  const changes = library?.diffWordsWithSpace(textOf(older), textOf(newer), { timeout: patience });
  shown.replaceChildren(...(changes ? changes.map(partOf) : ["They are too different to be compared word by word."]));
  announce(`Compared: ${changes?.some(({ added, removed }) => added || removed) ? "they differ" : "they are the same"}`);
}

function textOf({ element }) {
  const outputs = element.querySelector("[data-outputs]");
  if (!outputs) return element.querySelector(".result").innerText;
  const { immediate_response: text, notebook } = JSON.parse(outputs.dataset.outputs).at(-1).output;
  return notebook === "no update" ? text : `${text}\n\n${notebook}`;
}

function partOf({ value, added, removed }) {
  const part = document.createElement(added ? "ins" : removed ? "del" : "span");
  part.textContent = value;
  return part;
}
