"""The picture of a page where its link is shared: 1200 by 630 pixels, drawn from its words.

Words in, bytes out: the same words give the same bytes. A long name takes smaller letters, then
more lines, then ends in three dots; it never runs out of the picture. The typeface is that of
the site (a TTF of the same file, because Pillow reads no WOFF2); letters that it lacks are
written by their nearest Latin ones.
"""

import io
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from tourism.base.motif import disc, vine

WIDTH, HEIGHT = 1200, 630  # pixels
LEFT, RIGHT = 80, 1120
FONT = Path(__file__).parent / "fonts" / "plus-jakarta-sans-latin.ttf"
BEYOND_LATIN = "–—‘’‚“”„•…′″‹›⁄€™↑↓−Œœıˆ˚˜Ă"
NIGHT, PAPER, SULPHUR, SUNRISE, SOFT = "#0e1a2b", "#fbf8f1", "#f4c430", "#f0643c", "#c9d1dc"
SIZES = (88, 76, 66, 58, 50)  # Of the name, in pixels, tried from the first on.
NAME_TOP, NAME_BOTTOM = 150, 400


@dataclass(frozen=True)
class Card:
    """What a card says, in the language of its page."""

    name: str
    kind: str = ""  # "Ritual", "Place"
    when: str = ""  # "12 July 2027"
    certainty: str = ""  # "Confirmed"
    site: str = ""


def draw_card(card: Card) -> bytes:
    """The card as PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), NIGHT)
    pen = ImageDraw.Draw(image)
    image.paste(SUNRISE, (1010, -110), disc(260))
    image.paste(SULPHUR, (0, HEIGHT - 96), vine(WIDTH, 84))
    write(pen, 90, card.kind, size=32, weight=700, colour=SULPHUR, right=980)
    lines, size = fitting(readable(card.name), RIGHT - LEFT)
    top = NAME_TOP
    for line in lines:
        pen.text((LEFT, top), line, font=font(size, 800), fill=PAPER)
        top += step(size)
    write(pen, 424, card.when, size=44, weight=700, colour=PAPER)
    write(pen, 480, card.certainty, size=30, weight=500, colour=SOFT)
    write(pen, 34, card.site, size=26, weight=600, colour=SOFT, right=980)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def write(
    pen: ImageDraw.ImageDraw,
    top: int,
    words: str,
    *,
    size: int,
    weight: int,
    colour: str,
    right: int = RIGHT,
) -> None:
    """One line, in smaller letters where it is long."""
    words = readable(words)
    while size > 20 and font(size, weight).getlength(words) > right - LEFT:
        size -= 2
    line = shortened(words, font(size, weight), right - LEFT)
    pen.text((LEFT, top), line, font=font(size, weight), fill=colour)


def fitting(name: str, width: int) -> tuple[list[str], int]:
    """The name in lines, and the largest letters in which they fit their room."""
    for size in SIZES:
        lines = wrapped(name, font(size, 800), width)
        is_narrow = all(font(size, 800).getlength(line) <= width for line in lines)
        if is_narrow and len(lines) * step(size) <= NAME_BOTTOM - NAME_TOP:
            return lines, size
    size = SIZES[-1]
    most = (NAME_BOTTOM - NAME_TOP) // step(size)
    lines = wrapped(name, font(size, 800), width)
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [shortened(line, font(size, 800), width) for line in kept], size


def step(size: int) -> int:
    """From one line to the next, in pixels."""
    return round(size * 1.2)


def wrapped(words: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Words in lines of at most a width; a word that is longer has a line of its own."""
    lines: list[str] = []
    for word in words.split():
        if lines and face.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def shortened(line: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    """A line that is too wide, cut and ended with three dots."""
    if face.getlength(line) <= width:
        return line
    while line and face.getlength(f"{line}…") > width:
        line = line[:-1].rstrip()
    return f"{line}…"


def readable(words: str) -> str:
    """Words in letters that the typeface has."""
    return "".join(letter if has(letter) else nearest(letter) for letter in words)


def has(letter: str) -> bool:
    return " " <= letter <= "~" or "\xa0" <= letter <= "ÿ" or letter in BEYOND_LATIN


def nearest(letter: str) -> str:
    """The Latin letters in it, without their marks; "" where it has none."""
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if has(part))


@cache
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """The typeface of the site. The plain layout is the same wherever Pillow runs."""
    face = ImageFont.truetype(str(FONT), size, layout_engine=ImageFont.Layout.BASIC)
    face.set_variation_by_axes([weight])
    return face
