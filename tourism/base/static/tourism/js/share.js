/* Copy the address of a page, or hand it to what the device shares with.

   Without this script the address stands there as a link, and e-mail works. */

async function copy(button, said, address) {
  await navigator.clipboard.writeText(address);
  said.textContent = button.dataset.done;
}

for (const row of document.querySelectorAll("[data-share]")) {
  const { address, title } = row.dataset;
  const [button, send, said] = ["copy", "send", "said"].map((part) => row.querySelector(`[data-share-${part}]`));
  button.hidden = !navigator.clipboard;
  send.hidden = !navigator.share;
  button.addEventListener("click", () => copy(button, said, address));
  // Who closes the sheet of the device without choosing has not failed.
  send.addEventListener("click", () => navigator.share({ title, url: address }).catch(() => {}));
}
