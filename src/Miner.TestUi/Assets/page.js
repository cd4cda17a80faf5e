// Puts the parts of the page to work: forms are sent by the server's views, which are shown beside them.
import { cancel, run } from "./calls.js";
import { announce, showField } from "./dom.js";
import { openTabOfAddress, setUpTabs } from "./tabs.js";
import { runComposer, setUpComposer } from "./composer.js";
import { setUpConversation } from "./conversation.js";
import { setUpEvaluation } from "./evaluate.js";
import { setUpFilters } from "./filters.js";
import { setUpFormulas } from "./formulas.js";
import { setUpHolds } from "./holds.js";
import { setUpOverview } from "./overview.js";
import { setUpRecordedCalls } from "./recorded.js";
import { setUpTimeline } from "./timeline.js";
import { setUpTimes } from "./times.js";

document.addEventListener("submit", event => {
  event.preventDefault();
  event.target.closest("dialog")?.close();
  if (event.target.id === "workbench-form") runComposer(event.submitter);
  else run(event.target);
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
  if (target.matches(".ask .cancel")) cancel(target.closest("[role=tabpanel]"));
  if (target.matches("[data-page]")) turnTo(target);
  if (target.matches("[data-copy]")) await copy(target);
  if (target.matches("a[data-field]")) {
    event.preventDefault();
    showField(document.getElementById(target.dataset.field));
  }
});

/** Shows another page of a list, by the form that asked for it. */
function turnTo(button) {
  const form = document.getElementById(button.dataset.form);
  form.elements.offset.value = button.dataset.page;
  run(form).then(() => { form.elements.offset.value = "0"; });
}

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

setUpTabs();
setUpFormulas();
setUpTimes();
setUpFilters();
setUpHolds();
setUpComposer();
setUpTimeline();
setUpConversation();
setUpRecordedCalls();
setUpEvaluation();
setUpOverview();
openTabOfAddress();
