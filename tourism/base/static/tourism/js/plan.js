/* A plan that keeps its place: after a stop is changed the reader is back on its row.

   Every change is a form that the server answers with a new page; without JavaScript that
   page simply begins at its top. */

const KEY = "plan:stop";
const SPOKEN_AFTER_MS = 200; // A live region is only read when it changes after loading.
const COPIED_FOR_MS = 4000;

function say(text) {
  const region = document.querySelector("[aria-live]");
  if (region) region.textContent = text;
}

function remember({ target: form }) {
  const row = form.closest("[id^='stop-']");
  if (row && form.method === "post") sessionStorage.setItem(KEY, row.id);
}

function comeBack() {
  const id = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (!id) return;
  const row = document.getElementById(id);
  const control = row
    ? row.querySelector(".stop-row__name a") ?? row.querySelector("summary")
    : document.querySelector("button[value=undo]"); // The stop is gone: it can be brought back.
  control?.focus({ preventScroll: true });
  (row ?? control)?.scrollIntoView({ block: "center", behavior: "instant" });
}

function announce() {
  const message = document.querySelector("[data-announce]");
  if (message) setTimeout(() => say(message.textContent.trim()), SPOKEN_AFTER_MS);
}

function offerCopy(button) {
  const label = button.querySelector("[data-copy-label]") ?? button;
  const usual = label.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
    label.textContent = button.dataset.copied;
    say(button.dataset.copied);
    setTimeout(() => { label.textContent = usual; }, COPIED_FOR_MS);
  });
}

document.querySelectorAll(".plan").forEach((plan) => plan.addEventListener("submit", remember));
if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach(offerCopy);
comeBack();
announce();
