// Sends what stands in a form to the API and shows the answer; nothing is kept.
"use strict";

function address(form) {
  let path = form.dataset.path;
  const query = new URLSearchParams();
  for (const input of form.querySelectorAll("input")) {
    if (input.dataset.in === "path") {
      path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
    } else if (input.value !== "") {
      // Items are written with commas here; the API takes one field for each.
      const values = input.name === "item" ? input.value.split(",") : [input.value];
      values.forEach((value) => query.append(input.name, value.trim()));
    }
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

async function send(form) {
  const options = { method: form.dataset.method };
  if (form.elements.body) {
    options.body = form.elements.body.value;
    options.headers = { "Content-Type": "application/json" };
  }
  const response = await fetch(address(form), options);
  const answer = JSON.stringify(await response.json(), null, 2);
  return `${response.status}\n${answer}`;
}

for (const form of document.querySelectorAll("form.try")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const output = form.querySelector("output");
    try {
      output.textContent = await send(form);
    } catch {
      output.textContent = "No answer. Nothing was checked.";
    }
  });
}
