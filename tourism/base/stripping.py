"""PURE: a picture's file without what it tells about whoever took it, and where.

A phone writes its coordinates, its owner and its number into every picture. What is drawn
stays: the pixels, turned as they are to be seen, and the colour profile.
"""

from io import BytesIO
from typing import IO, Any

from PIL import Image, ImageOps, ImageSequence

FORMATS = ("JPEG", "MPO", "PNG", "WEBP", "AVIF")  # A GIF comes from no camera.
BLOCKS = ("exif", "xmp", "XML:com.adobe.xmp", "Raw profile type exif", "comment", "photoshop")
QUALITY = 92  # of what is written anew, from 0 to 100


def stripped(file: IO[bytes]) -> bytes | None:
    """The file without its notes, or None where it has none; then it stays byte for byte."""
    with Image.open(file) as picture:
        if picture.format not in FORMATS or not has_notes(picture):
            return None
        kept = {"icc_profile": picture.info.get("icc_profile")}
        how = ways_to_write(picture)
        upright = picture if is_animated(picture) else ImageOps.exif_transpose(picture)
        for block in (*BLOCKS, *texts(picture)):
            upright.info.pop(block, None)
        written = BytesIO()
        upright.save(written, **kept, **how)
    return written.getvalue()


def has_notes(picture: Image.Image) -> bool:
    """Whether anything stands in the file beside pixels, colours and measures."""
    has_blocks = any(block in picture.info for block in BLOCKS)
    return bool(picture.format == "MPO" or has_blocks or texts(picture) or picture.getexif())


def texts(picture: Image.Image) -> list[str]:
    """The names of the texts in a PNG, wherever in the file they stand."""
    if picture.format != "PNG":
        return []
    picture.load()  # Texts may come after the pixels.
    return list(getattr(picture, "text", {}))


def is_animated(picture: Image.Image) -> bool:
    return picture.format != "MPO" and getattr(picture, "is_animated", False)


def ways_to_write(picture: Image.Image) -> dict[str, Any]:
    """How to save it in the format it came in."""
    if is_animated(picture):
        frames = ImageSequence.Iterator(picture)
        durations = [frame.info.get("duration", 0) for frame in frames]
        picture.seek(0)
        return {"format": picture.format, "save_all": True, "duration": durations}
    if picture.format == "PNG":
        return {"format": "PNG"}
    if picture.format in ("JPEG", "MPO"):
        return {"format": "JPEG", "quality": QUALITY, "subsampling": 0, "comment": b""}
    return {"format": picture.format, "quality": QUALITY}
