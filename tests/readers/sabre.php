<?php
/* A JSON list of files (Base64) on standard input -> one line of JSON a file, by sabre/vobject.
 *
 * Traps:
 * - Before version 3 it takes back the escape of a newline and of a backslash, but leaves
 *   that of comma and semicolon to whoever reads; `text` does it as its Compound does.
 * - A TZID that PHP knows is taken from PHP's zones; the VTIMEZONE of the file is not looked
 *   at. One that it does not know becomes the zone of the machine: here that is an error.
 * - On PHP 8 it is full of deprecated signatures; they say nothing about calendars.
 */
declare(strict_types=1);

error_reporting(E_ALL & ~E_DEPRECATED);
require $argv[1];

use Sabre\VObject\Reader;
use Sabre\VObject\TimeZoneUtil;
use Sabre\VObject\Version;

function text($property): ?string
{
    if ($property === null) {
        return null;
    }
    $value = (string) $property;
    return version_compare(Version::VERSION, '3', '<')
        ? strtr($value, ['\,' => ',', '\;' => ';'])
        : $value;
}

function moment($property, $calendar): ?string
{
    if ($property === null) {
        return null;
    }
    $time = $property->getDateTime();
    if (!$property->hasTime()) {
        return $time->format('Y-m-d');
    }
    $zone = $property['TZID'];
    if ($zone === null && substr(trim((string) $property), -1) !== 'Z') {
        return $time->format('Y-m-d\TH:i:s');
    }
    if ($zone !== null) {
        TimeZoneUtil::getTimeZone((string) $zone, $calendar, true);
    }
    return gmdate('Y-m-d\TH:i:s\Z', $time->getTimestamp());
}

function event($event, $calendar): array
{
    $parts = [];
    foreach ($event->select('CATEGORIES') as $line) {
        array_push($parts, ...$line->getParts());
    }
    return [
        'uid' => text($event->UID),
        'start' => moment($event->DTSTART, $calendar),
        'end' => moment($event->DTEND, $calendar),
        'status' => text($event->STATUS),
        'summary' => text($event->SUMMARY),
        'description' => text($event->DESCRIPTION),
        'location' => text($event->LOCATION),
        'sequence' => (int) text($event->SEQUENCE),
        'transparent' => text($event->TRANSP) === 'TRANSPARENT',
        'categories' => $parts,
        'url' => text($event->URL),
        'geo' => $event->GEO === null ? null : array_map('floatval', explode(';', (string) $event->GEO)),
    ];
}

function answer(string $raw): array
{
    $calendar = Reader::read($raw);
    $events = [];
    foreach ($calendar->select('VEVENT') as $event) {
        $events[] = event($event, $calendar);
    }
    return [
        'name' => text($calendar->NAME),
        'shown_name' => text($calendar->{'X-WR-CALNAME'}),
        'events' => $events,
    ];
}

foreach (json_decode(stream_get_contents(STDIN)) as $file) {
    try {
        $line = json_encode(answer(base64_decode($file)), JSON_THROW_ON_ERROR);
    } catch (Throwable $error) {
        $reason = get_class($error) . ': ' . $error->getMessage();
        $line = json_encode(['error' => $reason], JSON_INVALID_UTF8_SUBSTITUTE);
    }
    echo $line, "\n";
}
