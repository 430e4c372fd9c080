/* The next festivals of Banyuwangi on any page:

     <script async src="https://…/widget.js" data-filter="interest=surf" data-lang="id"></script>

   The list stands where the script stands, in a shadow root. All words come from the site. It keeps
   nothing on the device, sends no cookie and no referrer, and counts nobody. Where the page does
   not let it fetch, a frame shows the same list; where it cannot have either, there is a link. */
(() => {
  const script = document.currentScript;
  if (!script) return;

  const { filter = "", count = "", theme = "auto", lang = document.documentElement.lang } = script.dataset;
  const { origin: site, host } = new URL(script.src);
  // Who reads neither language is answered in English.
  const language = /^(?!id)[a-z]/i.test(lang) ? "en" : "id";
  const home = `${site}/${language}`;
  const query = new URLSearchParams(filter);
  if (count) query.set("count", count);

  const place = document.createElement("next-festivals");
  const root = place.attachShadow({ mode: "open" });
  let isFramed = false;

  function make(tag, part, content = [], given = {}) {
    const made = document.createElement(tag);
    if (part) made.className = `festivals__${part}`;
    for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
    made.append(...[content].flat());
    return made;
  }

  function link(part, text, href) {
    return make("a", part, text, { href, target: "_blank", rel: "noopener" });
  }

  function show(content, given = {}) {
    const box = make("section", "", content, given);
    box.className = `festivals festivals--${theme}`;
    root.replaceChildren(box);
  }

  function festival(row) {
    const mark = make("span", "mark", [], { "aria-hidden": "true" });
    const day = [make("span", "number", row.day), make("span", "month", row.month)];
    const words = [
      link("name", row.name, row.url),
      make("p", "dates", row.dates),
      make("p", "place", row.place),
      make("p", `sure festivals__sure--${row.mark}`, [mark, make("span", "", row.certainty)]),
    ];
    if (row.why) words.push(make("p", "why", row.why));
    const parts = [make("div", "day", day, { "aria-hidden": "true" }), make("div", "", words)];
    return make("li", row.is_off ? "one festivals__one--off" : "one", parts);
  }

  function list(told) {
    const parts = [make("h2", "title", told.title)];
    if (told.about) parts.push(make("p", "about", told.about));
    if (told.festivals.length) parts.push(make("ul", "list", told.festivals.map(festival), { role: "list" }));
    if (told.empty) parts.push(make("p", "empty", told.empty));
    parts.push(make("p", "more", link("", told.more.text, told.more.url)));
    show(parts, { lang: told.language, "aria-label": told.title });
  }

  function way(text, href, given = {}) {
    show(link("", text, href), given);
  }

  function frame() {
    if (isFramed) return;
    isFramed = true;
    if (theme !== "auto") query.set("theme", theme);
    const src = `${home}/widget/?${query}`;
    root.replaceChildren(make("iframe", "frame", [], { src, title: host, loading: "lazy" }));
  }

  /* The policy of the page: it may let us frame where it does not let us fetch, or neither. */
  document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
    if (!blockedURI.startsWith(site)) return;
    if (effectiveDirective === "connect-src") frame();
    if (effectiveDirective === "frame-src") way(host, `${home}/calendar/agenda/`);
  });

  async function ask() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("widget.css");
    root.adoptedStyleSheets = [sheet];
    const answer = await fetch(`${home}/widget.json?${query}`, { credentials: "omit", referrerPolicy: "no-referrer" });
    const told = await answer.json();
    if (answer.ok) return list(told);
    way(told.more.text, told.more.url, { lang: told.language });
    console.warn(`widget.js: ${told.error}`);
  }

  script.after(place);
  if (!("adoptedStyleSheets" in root)) frame();
  else ask().catch(() => isFramed || way(host, `${home}/calendar/agenda/`));
})();
