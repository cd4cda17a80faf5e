// The conversation that all tabs share.
import { loadOpenTab, openTab } from "./tabs.js";
import { fill } from "./dom.js";

const cid = document.getElementById("cid");
const known = document.getElementById("known");
const dialog = document.getElementById("delete-dialog");
const bar = document.getElementById("conversation-bar");
const isNarrow = matchMedia("(max-width: 40rem)");

export function setUpConversation() {
  cid.value = sessionStorage.getItem("cid") ?? cid.value;
  sessionStorage.setItem("cid", cid.value);
  isNarrow.addEventListener("change", fold);
  fold();
  showName();
  cid.addEventListener("change", changed);
  known.addEventListener("change", () => choose(known.value));
  document.getElementById("new-conversation").addEventListener("click", () => choose(newId()));
  document.getElementById("delete-conversation").addEventListener("click", () => {
    dialog.querySelector(".deleted-cid").textContent = cid.value;
    dialog.showModal();
  });
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-open-cid]");
    if (!button) return;
    cid.value = button.dataset.openCid;
    remember();
    openTab("conversation");
  });
  document.addEventListener("view", event => {
    if (event.detail.form?.method === "post") listKnown();
  });
  // Other windows and callers talk to the miner, too.
  window.addEventListener("focus", listKnown);
  listKnown();
}

function choose(id) {
  if (!id) return;
  cid.value = id;
  changed();
}

function changed() {
  remember();
  loadOpenTab();
}

function remember() {
  sessionStorage.setItem("cid", cid.value);
  showName();
  markKnown();
}

/** A narrow window has no room for it beside the answers. */
function fold() {
  bar.open = !isNarrow.matches;
}

function showName() {
  bar.querySelector(".current-cid").textContent = cid.value;
}

function newId() {
  const digits = crypto.getRandomValues(new Uint8Array(4));
  return `test-${[...digits].map(digit => digit.toString(16).padStart(2, "0")).join("")}`;
}

/** Selects the conversation that is talked in, where the miner knows it. */
function markKnown() {
  known.value = [...known.options].some(option => option.value === cid.value) ? cid.value : "";
}

async function listKnown() {
  try {
    const response = await fetch("/views/conversations");
    fill(known, await response.text());
    markKnown();
  } catch {
    // The page's server is gone: the next form that is sent says so.
  }
}
