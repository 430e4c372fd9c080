/* The form of a date rule: show the fields of the chosen calendar, and the next dates as one
   types. The server reads the rule; nothing is reckoned here. */

const WAIT = 350; // milliseconds after the last key

function showFields(root) {
  const calendar = root.querySelector("[name$='-calendar']").value;
  const form = root.querySelector("[name$='-civil_form']").value;
  const pick = root.querySelector("[name$='-pick']").value;
  const parts = {
    civil_day: form === "date", civil_month: form !== "text", civil_nth: form === "weekday",
    civil_weekday: form === "weekday", rule: form === "text",
    pick_weekdays: pick !== "", pick_n: pick === "nth_weekday_after",
    pick_prefer: pick === "weekday_in_window",
  };
  for (const field of root.querySelectorAll("[data-for]")) {
    const name = field.className.split("date-rule__field--")[1];
    field.hidden = !field.dataset.for.split(" ").includes(calendar) || parts[name] === false;
  }
}

async function showDates(root, form, latest) {
  const number = ++latest.number;
  const body = new FormData(form);
  const response = await fetch(root.dataset.preview, { method: "POST", body, credentials: "same-origin" });
  if (number !== latest.number || (!response.ok && response.status !== 422)) return;
  root.querySelector("[data-dates]").innerHTML = await response.text();
}

function enliven(root) {
  const form = root.closest("form");
  const latest = { number: 0 };
  let timer;
  const refresh = () => {
    showFields(root);
    clearTimeout(timer);
    timer = setTimeout(() => showDates(root, form, latest), WAIT);
  };
  form.addEventListener("input", refresh);
  form.addEventListener("change", refresh);
  refresh();
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-date-rule]").forEach(enliven);
});
