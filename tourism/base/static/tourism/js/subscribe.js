/* Subscribe without leaving the page: the link opens the page it leads to in a dialog.

   Its choices are asked for anew at each change. Whatever fails follows the link. Beside it, the
   button that copies the address of the feed. Without this script the link is a link, and the
   address a field to copy from. */

const PREFIX = "in-dialog-"; // The page below has forms of its own; no id may stand twice.
const REFERENCES = ["for", "aria-labelledby", "aria-describedby"];
let asked = 0;

async function copy(button) {
  const part = button.closest("[data-copy-part]");
  const field = part.querySelector("[data-copy-from]");
  field.select();
  await navigator.clipboard.writeText(field.value);
  part.querySelector("[data-copy-said]").textContent = button.dataset.done;
}

function enliven(root) {
  for (const button of root.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", () => copy(button).catch(() => {}));
  }
}

function renamed(part) {
  for (const element of part.querySelectorAll("[id]")) element.id = PREFIX + element.id;
  for (const name of REFERENCES) {
    for (const element of part.querySelectorAll(`[${name}]`)) {
      const words = element.getAttribute(name).split(" ");
      element.setAttribute(name, words.map((word) => PREFIX + word).join(" "));
    }
  }
  for (const link of part.querySelectorAll('a[href^="#"]')) {
    link.hash = `#${PREFIX}${link.hash.slice(1)}`;
  }
  return part;
}

async function read(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok && answer.status !== 400) throw new Error(`${answer.status} at ${address}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = page.querySelector("[data-subscribe-part]");
  if (!part) throw new Error(`${address} is another page`);
  await dress(page);
  return renamed(document.importNode(part, true));
}

/* The sheet of the page, once, before anything of it is seen. */
async function dress(page) {
  const sheet = page.querySelector('link[href*="css/subscribe"]');
  const address = sheet.getAttribute("href");
  if (document.querySelector(`link[href="${address}"]`)) return;
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: address });
  await new Promise((done, failed) => {
    link.addEventListener("load", done);
    link.addEventListener("error", failed);
    document.head.append(link);
  });
}

function frame(words) {
  const dialog = document.createElement("dialog");
  dialog.className = "subscribe-dialog";
  dialog.setAttribute("aria-labelledby", `${PREFIX}subscribe-title`);
  const close = document.createElement("button");
  Object.assign(close, { type: "button", className: "button button--small subscribe-dialog__close" });
  close.textContent = words;
  close.addEventListener("click", () => dialog.close());
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  dialog.append(close, said);
  document.body.append(dialog);
  return dialog;
}

function put(dialog, part) {
  dialog.querySelector("[data-subscribe-part]")?.remove();
  dialog.append(part);
  enliven(part);
}

function wishes(form) {
  const query = new URLSearchParams(new FormData(form));
  for (const [name, value] of [...query]) {
    if (value === "" && form.elements[name][0]?.type !== "radio") query.delete(name);
  }
  return `${form.action.split("?")[0]}?${query}`;
}

/* Ask anew and keep the reader where they are: the same control, the same fold. */
async function again(dialog, address) {
  const turn = ++asked;
  const { name, value } = document.activeElement;
  const isOpen = dialog.querySelector("details")?.open;
  dialog.setAttribute("aria-busy", "true");
  try {
    const part = await read(address);
    if (turn !== asked) return;
    const top = dialog.scrollTop;
    put(dialog, part);
    part.querySelector("details").open ||= isOpen;
    dialog.scrollTop = top;
    const named = name ? [...part.querySelectorAll(`[name="${name}"]`)] : [];
    const control = named.find((other) => other.value === value) ?? named[0];
    (control ?? dialog.querySelector("button")).focus({ preventScroll: true });
    const said = part.querySelector("[data-subscribe-said], .form-errors");
    dialog.querySelector("[role=status]").textContent = said?.textContent.trim() ?? "";
    dialog.removeAttribute("aria-busy");
  } catch {
    location.assign(address);
  }
}

function listen(dialog, path) {
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    again(dialog, wishes(event.target));
  });
  dialog.addEventListener("change", ({ target }) => {
    if (target.matches("input[type=checkbox], input[type=radio]")) again(dialog, wishes(target.form));
  });
  dialog.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (event.target === dialog) dialog.close(); // Its backdrop.
    if (!link || !isPlain(event) || link.pathname !== path || link.hash) return;
    event.preventDefault();
    again(dialog, link.href);
  });
}

const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }) => !button && !ctrlKey && !metaKey && !shiftKey && !altKey;

async function open(link) {
  try {
    const part = await read(link.href);
    const dialog = frame(link.dataset.close);
    put(dialog, part);
    listen(dialog, link.pathname);
    dialog.addEventListener("close", () => {
      dialog.remove();
      link.focus();
    });
    dialog.showModal();
  } catch {
    location.assign(link.href);
  }
}

enliven(document);
for (const link of document.querySelectorAll("a[data-subscribe]")) {
  link.addEventListener("click", (event) => {
    if (!isPlain(event) || !window.HTMLDialogElement) return;
    event.preventDefault();
    if (document.querySelector(".subscribe-dialog")) return;
    open(link);
  });
}
