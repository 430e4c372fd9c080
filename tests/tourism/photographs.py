"""Pictures as a phone takes them: lying on their side, with a position and an owner inside."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import IFDRational

OWNER = "Sri of Licin"
ON_ITS_SIDE = 6  # To be turned a quarter to the right before it is seen.
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def notes(orientation: int = ON_ITS_SIDE) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = OWNER
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "S", (IFDRational(8), IFDRational(4), IFDRational(25))
    gps[3], gps[4] = "E", (IFDRational(114), IFDRational(14), IFDRational(31))
    return exif


def photograph(kind: str = "JPEG", size=(1800, 1200), *, with_notes: bool = True) -> bytes:
    """A picture whose left third is red, the rest blue."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 3, size[1]))
    written, options = BytesIO(), {"icc_profile": PROFILE}
    if with_notes:
        options["exif"] = notes()
        if kind == "PNG":
            options["pnginfo"] = PngInfo()
            options["pnginfo"].add_text("Author", OWNER)
        if kind in ("JPEG", "WEBP"):
            options["xmp"] = f"<x:xmpmeta>{OWNER}</x:xmpmeta>".encode()
    picture.save(written, kind, **options)
    return written.getvalue()


def upload(kind: str = "JPEG", **options) -> SimpleUploadedFile:
    name = f"ijen.{kind.lower()}"
    return SimpleUploadedFile(name, photograph(kind, **options), f"image/{kind.lower()}")
