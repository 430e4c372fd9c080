/* A filter form that sends itself: no button to press, and the reader stays where they were.

   Without JavaScript the form keeps its button, in a part marked data-noscript-only. */

const KEY = "filters:place";

function send(form, control) {
  const { name, value } = control;
  const place = { path: location.pathname, name, value, top: window.scrollY };
  sessionStorage.setItem(KEY, JSON.stringify(place));
  form.requestSubmit();
}

/* What was left blank is not asked for; a blank among radio buttons is an answer. */
function dropEmpty({ formData, target }) {
  for (const [name, value] of [...formData]) {
    if (value === "" && target.elements[name][0]?.type !== "radio") formData.delete(name);
  }
}

function comeBack() {
  const place = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  sessionStorage.removeItem(KEY);
  if (place?.path !== location.pathname) return;
  const named = [...document.getElementsByName(place.name)];
  const control = named.find((other) => other.value === place.value) ?? named[0];
  control?.closest("details")?.setAttribute("open", "");
  control?.focus({ preventScroll: true });
  window.scrollTo({ top: place.top, behavior: "instant" });
}

for (const form of document.querySelectorAll("form[data-autosubmit]")) {
  form.querySelectorAll("[data-noscript-only]").forEach((part) => { part.hidden = true; });
  form.addEventListener("formdata", dropEmpty);
  form.addEventListener("change", ({ target }) => {
    if (target.matches("input[type=checkbox], input[type=radio], select")) send(form, target);
  });
}
comeBack();
