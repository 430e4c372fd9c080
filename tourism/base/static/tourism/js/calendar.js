/* Arrow keys in the month table: a day left and right, a week up and down.

   One day at a time is in the tab order; Page Up and Page Down follow the links to the
   month before and after, and land on the same day of the table. */

const KEY = "calendar:day";
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const MONTHS = { PageUp: "[data-step=back]", PageDown: "[data-step=next]" };

function target(key, index) {
  if (key === "Home") return index - (index % 7);
  if (key === "End") return index - (index % 7) + 6;
  return index + STEPS[key];
}

function choose(heads, index) {
  heads.forEach((head, at) => { head.tabIndex = at === index ? 0 : -1; });
}

function firstChoice(heads) {
  const today = heads.findIndex((head) => head.closest(".month-grid__day--today"));
  if (today >= 0) return today;
  return Math.max(0, heads.findIndex((head) => !head.closest(".month-grid__day--outside")));
}

function turn(key, index) {
  const link = document.querySelector(MONTHS[key]);
  if (!link) return;
  sessionStorage.setItem(KEY, String(index));
  link.click();
}

function enliven(table) {
  const heads = [...table.querySelectorAll(".month-grid__head")];
  if (!heads.length) return;
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const start = kept === null ? firstChoice(heads) : Math.min(Number(kept), heads.length - 1);
  choose(heads, start);
  if (kept !== null) heads[start].focus();

  table.addEventListener("keydown", (event) => {
    const index = heads.indexOf(event.target);
    if (index < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key in MONTHS) {
      event.preventDefault();
      turn(event.key, index);
      return;
    }
    const next = target(event.key, index);
    if (!heads[next]) return;
    event.preventDefault();
    choose(heads, next);
    heads[next].focus();
  });
  table.addEventListener("focusin", ({ target: head }) => {
    if (heads.includes(head)) choose(heads, heads.indexOf(head));
  });
}

document.querySelectorAll("table.month-grid").forEach(enliven);
