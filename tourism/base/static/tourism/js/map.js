/* A route map that can be moved: Leaflet in place of the drawn picture.

   The picture stays when anything is missing, so nobody loses what they had. Colours are
   CSS classes (map.css); no tile is asked for unless the office has set whose. */
const PIN_PX = 36;
const LEAFLET = new URL("../vendor/leaflet/leaflet.js", import.meta.url);
const LEAFLET_STYLE = new URL("../vendor/leaflet/leaflet.css", import.meta.url);
const SVG = "http://www.w3.org/2000/svg";

function loadStyle(address) {
  return new Promise((onload, onerror) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: address, onload, onerror });
    document.head.prepend(link); // Before our own sheets, so that map.css has the last word.
  });
}

async function loadJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function element(name, className, text = "") {
  return Object.assign(document.createElement(name), { className, textContent: text });
}

function linkTo(point, className, text = "") {
  const href = point.getAttribute("href"); // A point that has no page of its own has none.
  return href ? Object.assign(element("a", className, text), { href }) : element("span", className, text);
}

function pin(point, icons) {
  const link = linkTo(point, "map-pin__link");
  const glyph = document.createElementNS(SVG, "svg");
  glyph.setAttribute("class", "map-pin__glyph");
  glyph.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${icons}#${point.dataset.kind}`);
  glyph.append(use);
  link.append(glyph, element("span", "map-pin__name", point.dataset.title));
  return link;
}

function addPoint(map, point, icons) {
  const { L } = window;
  const place = [Number(point.dataset.lat), Number(point.dataset.lon)];
  const link = pin(point, icons);
  const kept = [...point.classList].filter((name) => /^(category|shape)-/.test(name));
  const icon = L.divIcon({ html: link, className: ["map-pin", ...kept].join(" "), iconSize: [36, 36] });
  const popup = linkTo(point, "map-pin__popup", point.dataset.title);
  const marker = L.marker(place, { icon, keyboard: false, riseOnHover: true }).addTo(map);
  marker.bindPopup(popup, { offset: [0, -10], closeButton: false });
  link.addEventListener("focus", () => map.panInside(place, { padding: [40, 40] }));
  const found = { place, marker, link, name: point.dataset.title, hidden: [] };
  link.addEventListener("click", (event) => press(event, map, found));
  return found;
}

/* A pin that stands for several comes closer until they part. Otherwise Enter, which has no
   detail, follows the link, and a pointer opens the popup first, but for a part of this page. */
function press(event, map, pin) {
  const parts = pin.hidden.length && map.getZoom() < map.getMaxZoom();
  if (parts) {
    event.preventDefault();
    event.stopPropagation();
    const places = [pin.place, ...pin.hidden.map(({ place }) => place)];
    map.fitBounds(window.L.latLngBounds(places), { padding: [48, 48], maxZoom: map.getZoom() + 3 });
  } else if (event.detail && !pin.link.hash) {
    event.preventDefault();
  }
}

/* Pins that would lie on one another become one, which says how many it stands for. */
function declutter(map, pins, words) {
  const shown = [];
  for (const pin of pins) {
    const at = map.latLngToContainerPoint(pin.place);
    const over = shown.find((other) => other.at.distanceTo(at) < PIN_PX);
    pin.marker.getElement().hidden = Boolean(over);
    pin.hidden = [];
    if (over) over.pin.hidden.push(pin);
    else shown.push({ pin, at });
  }
  for (const { pin } of shown) {
    const count = pin.hidden.length;
    pin.link.dataset.more = count ? `+${count}` : "";
    if (count) pin.link.setAttribute("aria-label", `${pin.name}, ${words.replace("%(count)s", count)}`);
    else pin.link.removeAttribute("aria-label");
  }
}

/* The list and the map in step: what is pointed at in one is lit in the other. */
function keepInStep(pins) {
  const cards = new Map();
  for (const card of document.querySelectorAll("[data-on-map]")) {
    const link = card.querySelector("a[href]");
    const pin = pins.find((other) => other.link.href === (card.id ? `${location.href.split("#")[0]}#${card.id}` : link?.href));
    if (pin) cards.set(pin, card);
  }
  const light = (pin, on) => {
    pin.marker.getElement().classList.toggle("map-pin--lit", on);
    cards.get(pin)?.classList.toggle("is-lit", on);
  };
  for (const [pin, card] of cards) {
    for (const element of [card, pin.marker.getElement()]) {
      for (const name of ["pointerenter", "focusin"]) element.addEventListener(name, () => light(pin, true));
      for (const name of ["pointerleave", "focusout"]) element.addEventListener(name, () => light(pin, false));
    }
  }
}

function addLeg(map, path) {
  const line = JSON.parse(path.dataset.route);
  window.L.polyline(line, { className: path.getAttribute("class"), interactive: false }).addTo(map);
  return line;
}

function draw(ground, figure, picture, coast, roads) {
  const { L } = window;
  const { bounds, icons, labelZoomIn, labelZoomOut, labelMore, attribution, tiles, tilesCredit } = figure.dataset;
  const [south, west, north, east] = bounds.split(",").map(Number);
  const region = L.latLngBounds([south, west], [north, east]);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(ground, {
    minZoom: 8, maxZoom: 14, zoomSnap: 0.25, maxBounds: region.pad(0.1), scrollWheelZoom: false,
    zoomControl: false, zoomAnimation: !still, fadeAnimation: !still, inertia: !still,
  }).fitBounds(region);
  L.control.zoom({ zoomInTitle: labelZoomIn, zoomOutTitle: labelZoomOut }).addTo(map);
  map.attributionControl.setPrefix(false).addAttribution(element("span", "", attribution).innerHTML);
  if (tiles) L.tileLayer(tiles, { maxZoom: 14, attribution: element("span", "", tilesCredit).innerHTML }).addTo(map);
  const line = (name) => ({ className: name, interactive: false });
  if (!tiles) L.geoJSON(coast, { style: () => line("route-map__land"), interactive: false }).addTo(map);
  if (roads && !tiles) {
    const style = (road) => line(`route-map__road route-map__road--${road.properties.class}`);
    L.geoJSON(roads, { style, interactive: false }).addTo(map);
  }
  const legs = [...picture.querySelectorAll("[data-route]")].flatMap((path) => addLeg(map, path));
  const points = [...picture.querySelectorAll(".route-map__point")].map((point) => addPoint(map, point, icons));
  const seen = L.latLngBounds([...legs, ...points.map((point) => point.place)]);
  map.on("zoomend", () => {
    ground.classList.toggle("route-map__live--close", map.getZoom() >= 12);
    declutter(map, points, labelMore);
  });
  if (seen.isValid()) map.fitBounds(seen, { padding: [36, 36], maxZoom: 12, animate: false });
  declutter(map, points, labelMore);
  keepInStep(points);
  ground.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  ground.addEventListener("focusout", () => map.scrollWheelZoom.disable());
}

/* Paper gets the drawing: it fits any sheet, and shows every point. */
function printAsPicture(picture, ground) {
  window.addEventListener("beforeprint", () => ground.replaceWith(picture));
  window.addEventListener("afterprint", () => picture.replaceWith(ground));
}

async function enliven(figure) {
  const picture = figure.querySelector(".route-map__picture");
  const ground = element("div", "route-map__picture route-map__live");
  const { width, height } = picture.viewBox.baseVal;
  ground.style.aspectRatio = `${width} / ${height}`;
  ground.setAttribute("role", "group");
  ground.setAttribute("aria-label", picture.getAttribute("aria-label") ?? "");
  try {
    const { coast, roads } = figure.dataset;
    const shapes = [loadJson(coast), roads ? loadJson(roads) : null];
    const [land, lines] = await Promise.all([...shapes, import(LEAFLET), loadStyle(LEAFLET_STYLE)]);
    picture.replaceWith(ground);
    draw(ground, figure, picture, land, lines);
    figure.classList.add("route-map--live");
    printAsPicture(picture, ground);
  } catch (error) {
    ground.replaceWith(picture);
    console.warn("The map stays a picture.", error);
  }
}

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    enliven(target);
  }
}, { rootMargin: "300px" });

document.querySelectorAll("figure.route-map[data-map]").forEach((figure) => near.observe(figure));
