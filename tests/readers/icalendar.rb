# A JSON list of files (Base64) on standard input -> one line of JSON a file, by the icalendar gem.
#
# Traps:
# - It takes back \n before \\, so that an escaped backslash before an n becomes a new line.
# - A time whose TZID no VTIMEZONE explains is read as if it were in UTC; here it stays
#   without a zone.
# - An event without UID is given one, a new one each time.
# - The offset of a zone comes from the VTIMEZONE alone, never from the machine's zones, and
#   only rules that began before the time count.

require "base64"
require "icalendar"
require "json"
require "stringio"

def moment(value, zones)
  return nil if value.nil?
  return value.strftime("%Y-%m-%d") if value.is_a?(Icalendar::Values::Date)

  zone = Array(value.ical_params["tzid"]).first
  known = zone == "UTC" || zones.include?(zone)
  known ? value.to_time.utc.strftime("%Y-%m-%dT%H:%M:%SZ") : value.strftime("%Y-%m-%dT%H:%M:%S")
end

def text(value)
  value.nil? ? nil : String.new(value.to_s)
end

def parts(line)
  line.is_a?(Icalendar::Values::Array) ? line.value : [line]
end

def event(read, zones)
  {
    uid: text(read.uid),
    start: moment(read.dtstart, zones),
    end: moment(read.dtend, zones),
    status: text(read.status),
    summary: text(read.summary),
    description: text(read.description),
    location: text(read.location),
    sequence: read.sequence.to_i,
    transparent: text(read.transp) == "TRANSPARENT",
    categories: read.categories.flat_map { |line| parts(line) }.map { |name| text(name) },
    url: text(read.url),
    geo: read.geo && read.geo.map(&:to_f)
  }
end

def answer(raw)
  calendars = Icalendar::Calendar.parse(raw.force_encoding(Encoding::UTF_8))
  raise "#{calendars.size} calendars" unless calendars.one?

  calendar = calendars.first
  zones = calendar.timezones.map { |zone| zone.tzid.to_s }
  {
    name: text(calendar.ip_name.first),
    shown_name: text(calendar.custom_property("x_wr_calname").first),
    events: calendar.events.map { |read| event(read, zones) }
  }
end

JSON.parse($stdin.read).each do |file|
  line = begin
    JSON.generate(answer(Base64.decode64(file)))
  rescue StandardError => error
    JSON.generate({ error: "#{error.class}: #{error.message.scrub}" })
  end
  puts line
end
