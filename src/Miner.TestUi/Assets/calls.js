// Sends a form, shows that it is under way, and puts the view that comes back into its panel.
import { announce, clearFields, fill, fillProblem, fillText, markFields } from "./dom.js";

let token = document.body.dataset.token;
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
    if (form.method === "post") bringIntoView(result);
    announce(result.querySelector(".problem") ? `${label}: failed` : `${label}: done`);
    result.dispatchEvent(new CustomEvent("view", { bubbles: true, detail: { form } }));
  } catch {
    if (calls.get(panel) !== call) return;
    if (call.signal.aborted) fillText(result, `Cancelled after ${progress.seconds()} s.`);
    else fillProblem(result, "The page's server does not answer",
      "It is the miner that was started with this page. What was typed is kept: try again once it runs.");
    announce(`${label}: ${call.signal.aborted ? "cancelled" : "failed"}`);
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

async function send(form, signal) {
  const values = new FormData(form);
  values.set("cid", document.getElementById("cid").value);
  const address = form.getAttribute("action");
  if (form.method !== "post") return fetch(`${address}?${new URLSearchParams(values)}`, { signal });
  const post = () => fetch(address, { method: "POST", headers: { RequestVerificationToken: token }, body: values, signal });
  const response = await post();
  if (response.status !== 400) return response;
  token = await currentToken(signal);
  return post();
}

/** Tokens end with the process that gave them out: a miner that was started again wants its own. */
async function currentToken(signal) {
  const page = await fetch("/", { signal });
  return new DOMParser().parseFromString(await page.text(), "text/html").body.dataset.token;
}

/** In a narrow window an answer comes below its form, and so out of sight. */
function bringIntoView(result) {
  const { top, bottom } = result.getBoundingClientRect();
  if (top > innerHeight * 0.75 || bottom < 0) result.scrollIntoView();
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
