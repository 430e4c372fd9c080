"""The sun, and the gajah oling, the vine of Banyuwangi's batik as `art/` draws it: masks."""

from PIL import Image, ImageDraw

UNIT = 168, 28  # One repeat, in the units of gajah-oling.svg.
FINER = 3  # Drawn so many times larger and made small again, for smooth edges.
Curve = tuple[tuple[float, float], ...]
VINE: tuple[Curve, ...] = (
    ((0, 14), (14, -2), (28, -2), (42, 14)),
    ((42, 14), (56, 30), (70, 30), (84, 14)),
    ((84, 14), (98, -2), (112, -2), (126, 14)),
    ((126, 14), (140, 30), (154, 30), (168, 14)),
)
CURLS: tuple[Curve, ...] = (
    ((17, 9), (21, 5), (29, 5), (30, 11)),
    ((30, 11), (31, 16), (23, 18), (22, 13)),
    ((22, 13), (22, 10), (26, 9), (27, 12)),
)
LEAF = ((38, 6), (41, 3.4), (45, 3), (49, 5), (46, 7.6), (42, 8.2), (38, 6))


def vine(width: int, height: int) -> Image.Image:
    """A band of the vine, so high; white where it is drawn."""
    scale = height * FINER / UNIT[1]
    mask = Image.new("L", (width * FINER, height * FINER), 0)
    pen = ImageDraw.Draw(mask)
    for left in range(0, int(width * FINER / scale) + UNIT[0], UNIT[0]):
        for curve in VINE:
            line(pen, curve, left, scale, thick=1.5)
        for side in (0, 84):
            for curve in CURLS:
                line(pen, curve, left + side, scale, thick=1.3)
            pen.polygon([((left + side + x) * scale, y * scale) for x, y in LEAF], fill=255)
    return mask.resize((width, height), Image.Resampling.LANCZOS)


def disc(size: int) -> Image.Image:
    """A round mask, so many pixels wide."""
    mask = Image.new("L", (size * FINER, size * FINER), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, size * FINER - 1, size * FINER - 1), fill=255)
    return mask.resize((size, size), Image.Resampling.LANCZOS)


def line(
    pen: ImageDraw.ImageDraw, curve: Curve, left: float, scale: float, *, thick: float
) -> None:
    """One cubic curve, as dots close to each other: they join without corners."""
    radius = thick * scale / 2
    for n in range(201):
        x, y = point(curve, n / 200)
        x, y = (left + x) * scale, y * scale
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)


def point(curve: Curve, t: float) -> tuple[float, float]:
    """Where a cubic curve is at `t`, from 0 to 1."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x = sum(weight * at[0] for weight, at in zip(weights, curve, strict=True))
    y = sum(weight * at[1] for weight, at in zip(weights, curve, strict=True))
    return x, y
