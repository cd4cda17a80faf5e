// Sends a form, shows that it is under way, and puts the view that comes back into its panel.
import { announce, clearFields, fill, fillText, markFields } from "./dom.js";

const token = document.body.dataset.token;
const calls = new WeakMap();

/** Sends a form of a panel; what the panel still waited for is cancelled. */
export async function run(form) {
  const panel = form.closest("[role=tabpanel]");
  const result = panel.querySelector(".result");
  const label = form.dataset.label;
  cancel(panel);
  clearFields(panel);
  const call = new AbortController();
  calls.set(panel, call);
  const progress = showProgress(panel);
  result.setAttribute("aria-busy", "true");
  announce(`${label}: running`);
  try {
    const response = await send(form, call.signal);
    const html = await response.text();
    if (!html) throw new Error(response.statusText);
    fill(result, html);
    markFields(result);
    announce(result.querySelector(".problem") ? `${label}: failed` : `${label}: done`);
    result.dispatchEvent(new CustomEvent("view", { bubbles: true, detail: { form } }));
  } catch {
    if (calls.get(panel) !== call) return;
    const text = call.signal.aborted ? `Cancelled after ${progress.seconds()} s.` : "The page's server does not answer.";
    fillText(result, text);
    announce(`${label}: ${text}`);
  } finally {
    progress.stop();
    if (calls.get(panel) === call) {
      panel.querySelector(".progress").hidden = true;
      result.removeAttribute("aria-busy");
    }
  }
}

/** Gives up what the panel waits for; the miner then gives up its model call too. */
export function cancel(panel) {
  calls.get(panel)?.abort();
}

function send(form, signal) {
  const values = new FormData(form);
  values.set("cid", document.getElementById("cid").value);
  const address = form.getAttribute("action");
  return form.method === "post"
    ? fetch(address, { method: "POST", headers: { RequestVerificationToken: token }, body: values, signal })
    : fetch(`${address}?${new URLSearchParams(values)}`, { signal });
}

function showProgress(panel) {
  const started = performance.now();
  const seconds = () => Math.floor((performance.now() - started) / 1000);
  const shown = panel.querySelector(".progress .seconds");
  shown.textContent = "0";
  panel.querySelector(".progress").hidden = false;
  const timer = setInterval(() => { shown.textContent = seconds(); }, 250);
  return { seconds, stop: () => clearInterval(timer) };
}
