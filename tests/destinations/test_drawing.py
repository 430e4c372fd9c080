"""Pins of a drawing: their form, and what it says of several."""

import pytest

from destinations.drawing import FRAME, Pin, draw
from destinations.geography import Point
from destinations.models import Place

IJEN = Point(-8.058, 114.242)


@pytest.mark.parametrize("kind", Place.Kind)
def test_every_kind_of_place_has_a_form(kind):
    assert Pin("x", kind, IJEN).shape in {"peak", "drop", "house", "gem", "gate", "dot"}


def test_kinds_of_nature_water_people_and_food_are_told_apart_without_colour():
    outlines = {Pin("x", kind, IJEN).outline(10) for kind in ("trek", "surf", "village", "coffee")}

    assert len(outlines) == 4


def test_a_form_lies_about_its_point():
    x, y = FRAME.x(IJEN.longitude), FRAME.y(IJEN.latitude)

    outline = Pin("x", "village", IJEN).outline(10)

    assert outline == (
        f"M{x - 9.5:.1f} {y - 9.5:.1f}L{x + 9.5:.1f} {y - 9.5:.1f}"
        f"L{x + 9.5:.1f} {y + 9.5:.1f}L{x - 9.5:.1f} {y + 9.5:.1f}z"
    )


def test_a_category_colours_a_pin_that_has_no_form_of_a_place():
    assert Pin("x", "dance", IJEN, category="dance").shape == "dot"


def test_a_pin_says_how_many_things_are_there():
    assert Pin("Boom", "beach", IJEN).title == "Boom"
    assert Pin("Boom", "beach", IJEN, count=3).title == "Boom (3)"


def test_a_drawing_gives_each_pin_with_its_form():
    drawing = draw([Pin("x", "trek", IJEN)], ratio=1)

    assert [(pin.name, outline[0]) for pin, outline in drawing.marks] == [("x", "M")]
