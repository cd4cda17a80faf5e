// The first tab: refreshed by itself while somebody can see it, with charts that tell their values.
import { run } from "./calls.js";
import { fill } from "./dom.js";
import { loadScript } from "./scripts.js";
import { openPanel } from "./tabs.js";

const every = 10_000;
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const panel = document.getElementById("panel-overview");
const form = document.getElementById("overview-form");
let charts = [];

export function setUpOverview() {
  panel.addEventListener("view", draw);
  setInterval(refresh, every);
  document.addEventListener("visibilitychange", refresh);
  window.addEventListener("resize", () => {
    for (const chart of charts) chart.setSize(sizeOf(chart.root.parentElement));
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}

/** Says nothing to a screen reader, and leaves what is there when nothing comes. */
async function refresh() {
  const result = panel.querySelector(".result");
  const isRead = result.contains(document.activeElement) || result.querySelector("details[open]");
  if (document.hidden || openPanel() !== panel || result.ariaBusy === "true" || isRead) return;
  try {
    const response = await fetch(form.getAttribute("action"));
    const html = await response.text();
    if (!html) return;
    fill(result, html);
    result.dispatchEvent(new CustomEvent("view", { bubbles: true, detail: { html } }));
  } catch {
    run(form);
  }
}

async function draw() {
  for (const chart of charts) chart.destroy();
  charts = [];
  const places = [...panel.querySelectorAll("[data-chart]")];
  if (places.length === 0) return;
  const uPlot = await loadScript("uPlot.iife.min.js", "uPlot").catch(() => null);
  if (!uPlot) return;
  for (const place of places) {
    if (!place.isConnected || place.childElementCount > 0) continue;
    const { times, series, unit } = JSON.parse(place.dataset.chart);
    charts.push(new uPlot(optionsOf(place, series, unit), [times, ...series.map(({ values }) => values)], place));
  }
}

function optionsOf(place, series, unit) {
  const style = getComputedStyle(place);
  const colour = name => style.getPropertyValue(name).trim();
  const axis = { stroke: colour("--muted"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line"), width: 1 } };
  const value = (_, number) => number === null || number === undefined ? "–" : `${Math.round(number * 10) / 10} ${unit}`;
  const strokeOf = (label, index) => colour(label === "failed" ? "--danger" : index === 0 ? "--accent" : "--warning");
  return {
    ...sizeOf(place),
    legend: { live: true },
    cursor: { drag: { x: false, y: false } },
    scales: { y: { range: (_, __, highest) => [0, Math.max(1, highest * 1.1)] } },
    axes: [{ ...axis, values: (_, times) => times.map(timeOf) }, { ...axis, size: 56 }],
    series: [{ value: (_, time) => time === null || time === undefined ? "–" : timeOf(time) }, ...series.map(({ label }, index) => ({
      label, value, stroke: strokeOf(label, index), width: 2, spanGaps: false, points: { size: 5 },
    }))],
  };
}

/** By the clock on the wall, as beside UTC elsewhere. */
function timeOf(seconds) {
  return clock.format(seconds * 1000);
}

function sizeOf(place) {
  return { width: Math.max(200, place.clientWidth), height: 170 };
}
