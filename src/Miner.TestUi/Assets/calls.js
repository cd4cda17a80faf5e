// Sends a form, shows that it is under way, and puts the view that comes back into its place.
import { announce, clearFields, fill, fillProblem, fillText, markFields } from "./dom.js";

let token = document.body.dataset.token;
const calls = new WeakMap();

/**
 * Sends a form; what the same host still waited for is cancelled. The host shows progress and result: the form's panel, or an entry of the
 * timeline.
 */
export async function run(form, given = {}) {
  const panel = form.closest("[role=tabpanel]");
  const { host = panel, address = form.getAttribute("action"), label = form.dataset.label } = given;
  const result = host.querySelector(".result");
  cancel(host);
  clearFields(panel);
  const call = new AbortController();
  calls.set(host, call);
  const progress = showProgress(host);
  result.setAttribute("aria-busy", "true");
  announce(`${label}: running`);
  try {
    const response = await send(form, address, call.signal);
    const html = await response.text();
    if (!html) throw new Error(response.statusText);
    fill(result, html);
    markFields(result);
    if (form.method === "post") bringIntoView(result);
    announce(result.querySelector(".problem") ? `${label}: failed` : `${label}: done`);
    result.dispatchEvent(new CustomEvent("view", { bubbles: true, detail: { form, html } }));
  } catch {
    if (calls.get(host) !== call) return;
    if (call.signal.aborted) fillText(result, `Cancelled after ${progress.seconds()} s.`);
    else fillProblem(result, "The page's server does not answer",
      "It is the miner that was started with this page. What was typed is kept: try again once it runs.");
    announce(`${label}: ${call.signal.aborted ? "cancelled" : "failed"}`);
  } finally {
    progress.stop();
    if (calls.get(host) === call) {
      host.querySelector(".progress").hidden = true;
      result.removeAttribute("aria-busy");
    }
  }
}

/** Gives up what the host waits for; the miner then gives up its model call too. */
export function cancel(host) {
  calls.get(host)?.abort();
}

async function send(form, address, signal) {
  const values = new FormData(form);
  values.set("cid", document.getElementById("cid").value);
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

function showProgress(host) {
  const started = performance.now();
  const seconds = () => Math.floor((performance.now() - started) / 1000);
  const shown = host.querySelector(".progress .seconds");
  shown.textContent = "0";
  host.querySelector(".progress").hidden = false;
  const timer = setInterval(() => { shown.textContent = seconds(); }, 250);
  return { seconds, stop: () => clearInterval(timer) };
}
