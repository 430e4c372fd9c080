/* Arrow keys in a sheet of days: a day left and right, a week up and down.

   One day at a time is in the tab order. Page Up and Page Down turn the sheet and stay on the
   same day of the month, and so does a step beyond its edge; the link that turns it is one of
   the page's own, so the filters stay on. */

const KEY = "calendar:day";
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const TURNS = { PageUp: -1, PageDown: 1 };

const dateOf = (head) => new Date(`${head.closest("[id^=day-]").id.slice(4)}T00:00Z`);
const isoOf = (day) => day.toISOString().slice(0, 10);

function plusDays(day, number) {
  const moved = new Date(day);
  moved.setUTCDate(day.getUTCDate() + number);
  return moved;
}

function plusMonths(day, number) {
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + number + 1, 0));
  const moved = new Date(last);
  moved.setUTCDate(Math.min(day.getUTCDate(), last.getUTCDate()));
  return moved;
}

function choose(heads, chosen) {
  heads.forEach((head) => { head.tabIndex = head === chosen ? 0 : -1; });
}

function firstChoice(heads) {
  const inside = heads.find((head) => !head.closest(".month-grid__day--outside"));
  return heads.find((head) => head.hasAttribute("aria-current")) ?? inside ?? heads[0];
}

function turn(direction, day) {
  const link = document.querySelector(`[data-step=${direction < 0 ? "back" : "next"}]`);
  if (!link) return;
  sessionStorage.setItem(KEY, isoOf(day));
  link.click();
}

function move(heads, index, key) {
  const day = dateOf(heads[index]);
  if (key === "Home") return heads[index - (index % 7)].focus();
  if (key === "End") return heads[index - (index % 7) + 6].focus();
  if (key in TURNS) {
    const by = heads.length > 7 ? plusMonths(day, TURNS[key]) : plusDays(day, 7 * TURNS[key]);
    return turn(TURNS[key], by);
  }
  const next = heads[index + STEPS[key]];
  return next ? next.focus() : turn(STEPS[key], plusDays(day, STEPS[key]));
}

function enliven(sheet) {
  const heads = [...sheet.querySelectorAll(".month-grid__head")];
  if (!heads.length) return;
  const kept = document.getElementById(`day-${sessionStorage.getItem(KEY)}`);
  sessionStorage.removeItem(KEY);
  const start = kept?.querySelector(".month-grid__head");
  choose(heads, start ?? firstChoice(heads));
  start?.focus();

  sheet.addEventListener("keydown", (event) => {
    const index = heads.indexOf(event.target);
    if (index < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!(event.key in STEPS || event.key in TURNS || ["Home", "End"].includes(event.key))) return;
    event.preventDefault();
    move(heads, index, event.key);
  });
  sheet.addEventListener("focusin", ({ target }) => {
    if (heads.includes(target)) choose(heads, target);
  });
}

document.querySelectorAll("[data-days]").forEach(enliven);
