// Makes the check quicker where JavaScript runs; every step works without it.
"use strict";

const form = document.getElementById("check");
const answer = document.getElementById("answer");
const items = document.getElementById("items");
const maoi = document.getElementById("maoi");
const offered = document.getElementById("suggestions");
const status = document.getElementById("suggestions-status");
const KEPT = "maoi";

function kept() {
  try { return localStorage.getItem(KEPT); } catch { return null; }
}

function keep(value) {
  try { localStorage.setItem(KEPT, value); } catch { /* a device that keeps nothing */ }
}

if (!maoi.value && kept()) maoi.value = kept();
maoi.addEventListener("change", () => keep(maoi.value));

// ---- the answer comes into this page, and the screen reader is led to it
async function ask(submitter) {
  const sent = new FormData(form, submitter);
  const response = await fetch(form.action, {
    method: "POST", body: new URLSearchParams(sent),
  });
  const part = await response.text();
  if (!response.ok && !part) throw new Error("no answer");
  return part;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  hide();
  form.setAttribute("aria-busy", "true");
  try {
    const page = new DOMParser().parseFromString(await ask(event.submitter), "text/html");
    items.value = page.getElementById("items").value;
    answer.replaceChildren(...page.getElementById("answer").childNodes);
    mend(page);
    const first = answer.querySelector("h2") || document.querySelector(".error") || items;
    first.focus();
  } catch {
    form.submit();
  } finally {
    form.removeAttribute("aria-busy");
  }
});

function mend(page) {
  for (const old of form.querySelectorAll(".error")) old.remove();
  for (const name of ["items", "stopped_on"]) {
    const mine = document.getElementById(name);
    const theirs = page.getElementById(name);
    const fault = page.getElementById(`${name}-error`);
    for (const attribute of ["aria-invalid", "aria-describedby"]) {
      if (theirs.hasAttribute(attribute)) mine.setAttribute(attribute, theirs.getAttribute(attribute));
      else mine.removeAttribute(attribute);
    }
    if (fault) mine.after(document.importNode(fault, true));
  }
}

// ---- suggestions for the line that is being typed
let waiting = 0;
let asked = 0;

function line() {
  const end = items.value.indexOf("\n", items.selectionStart);
  const start = items.value.lastIndexOf("\n", items.selectionStart - 1) + 1;
  return { start, end: end < 0 ? items.value.length : end };
}

function hide() {
  offered.hidden = true;
  offered.replaceChildren();
  status.textContent = "";
}

async function suggest() {
  const { start, end } = line();
  const typed = items.value.slice(start, end).trim();
  if (typed.length < 2) return hide();
  const mine = ++asked;
  const response = await fetch(`${form.dataset.suggest}?limit=8&q=${encodeURIComponent(typed)}`);
  if (!response.ok || mine !== asked) return;
  const found = await response.json();
  offered.replaceChildren(...found.map(offer));
  offered.hidden = found.length === 0;
  status.textContent = found.length ? `${found.length} suggestions below` : "";
}

function offer(entry) {
  const button = document.createElement("button");
  button.type = "button";
  const other = entry.matched.toLowerCase() !== entry.name.toLowerCase();
  button.textContent = other ? `${entry.matched} (${entry.name})` : entry.name;
  button.addEventListener("click", () => {
    const { start, end } = line();
    items.setRangeText(`${entry.matched}\n`, start, end, "end");
    hide();
    items.focus();
  });
  return button;
}

items.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => suggest().catch(hide), 120);
});
