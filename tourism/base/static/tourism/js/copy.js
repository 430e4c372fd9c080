/* Copy the text of a field: <button data-copy="id of the field" data-done="what is said then" hidden>.

   Without this script, or where the browser keeps the clipboard shut, the text can be selected. */

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  field.addEventListener("focus", () => field.select());
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    button.nextElementSibling.textContent = button.dataset.done;
  });
}
