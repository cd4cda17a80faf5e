// Puts the parts of the page to work: forms are sent by the server's views, which are shown beside them.
import { cancel, run } from "./calls.js";
import { announce, showField } from "./dom.js";
import { setUpFormulas, typeset } from "./formulas.js";
import { openTabOfAddress, setUpTabs } from "./tabs.js";
import { setUpConversation } from "./conversation.js";
import { setUpForms } from "./forms.js";

document.addEventListener("submit", event => {
  event.preventDefault();
  event.target.closest("dialog")?.close();
  run(event.target);
});

document.addEventListener("keydown", event => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.matches("input, textarea")) return;
  event.preventDefault();
  event.target.form?.requestSubmit();
});

document.addEventListener("change", event => {
  if (event.target.matches("form[method=get] select")) run(event.target.form);
});

document.addEventListener("click", async event => {
  const target = event.target.closest("button, a");
  if (!target) return;
  if (target.matches(".cancel")) cancel(target.closest("[role=tabpanel]"));
  if (target.matches("[data-copy]")) await copy(target);
  if (target.matches("a[data-field]")) {
    event.preventDefault();
    showField(document.getElementById(target.dataset.field));
  }
});

async function copy(button) {
  const label = (button.dataset.label ??= button.textContent);
  try {
    await navigator.clipboard.writeText(button.closest("details").querySelector("pre").textContent);
    button.textContent = "Copied";
  } catch {
    button.textContent = "The browser does not let this page copy";
  }
  announce(button.textContent);
  setTimeout(() => { button.textContent = label; }, 3000);
}

document.addEventListener("view", event => typeset(event.target));

setUpTabs();
setUpFormulas();
setUpForms();
setUpConversation();
openTabOfAddress();
