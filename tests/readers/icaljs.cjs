/* A JSON list of files (Base64) on standard input -> one line of JSON a file, by ical.js.
 *
 * Traps:
 * - It explains no zone by itself: an app registers each VTIMEZONE of the file, and a TZID
 *   that none explains is "floating", the clock of whoever looks.
 * - The register belongs to the process, so it is emptied before each file.
 * - NAME and any X- property without VALUE are of no type (RFC 7265): they come with their
 *   backslashes.
 */
"use strict";

const ICAL = require("./vendor/ical.es5.min.cjs");

const moment = (time) => {
  if (!time) return null;
  if (time.isDate) return time.toString();
  if (time.zone === ICAL.Timezone.localTimezone) return time.toString();
  return time.toJSDate().toISOString().replace(".000Z", "Z");
};

const read = (component) => {
  const event = new ICAL.Event(component);
  const said = (name) => component.getFirstPropertyValue(name);
  return {
    uid: event.uid,
    start: moment(event.startDate),
    end: moment(event.endDate),
    status: said("status"),
    summary: event.summary,
    description: event.description,
    location: event.location,
    sequence: event.sequence || 0,
    transparent: said("transp") === "TRANSPARENT",
    categories: component.getAllProperties("categories").flatMap((line) => line.getValues()),
    url: said("url"),
    geo: said("geo"),
  };
};

const answer = (raw) => {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(raw));
  calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
  return {
    name: calendar.getFirstPropertyValue("name"),
    shown_name: calendar.getFirstPropertyValue("x-wr-calname"),
    events: calendar.getAllSubcomponents("vevent").map(read),
  };
};

for (const file of JSON.parse(require("fs").readFileSync(0, "utf8"))) {
  let line;
  try {
    line = answer(Buffer.from(file, "base64").toString("utf8"));
  } catch (error) {
    line = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
