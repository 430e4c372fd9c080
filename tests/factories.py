"""Rows for tests, in the words of the domain. Fixed values, so that a failure repeats."""

from datetime import date, timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from destinations.models import District, Interest, Place
from festivals.models import Edition, Festival


class DistrictFactory(DjangoModelFactory):
    class Meta:
        model = District
        django_get_or_create = ("slug",)

    slug = "licin"
    name_en = factory.LazyAttribute(lambda row: row.slug.title())
    name_id = factory.LazyAttribute(lambda row: row.slug.title())


class InterestFactory(DjangoModelFactory):
    class Meta:
        model = Interest
        django_get_or_create = ("slug",)

    slug = "surf"
    name_en = factory.LazyAttribute(lambda row: row.slug.title())
    name_id = factory.LazyAttribute(lambda row: row.slug.title())


class WithInterests(DjangoModelFactory):
    """Takes `interests=["surf"]` and makes the rows it needs."""

    class Meta:
        abstract = True

    @factory.post_generation
    def interests(self, create: bool, slugs: list[str] | None, **kwargs: Any) -> None:
        if create and slugs:
            self.interests.set([InterestFactory(slug=slug) for slug in slugs])


class PlaceFactory(WithInterests):
    class Meta:
        model = Place
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"place-{n}")
    name_en = factory.LazyAttribute(lambda row: f"Place {row.slug}")
    name_id = factory.LazyAttribute(lambda row: f"Tempat {row.slug}")
    kind = Place.Kind.TREK
    district = factory.SubFactory(DistrictFactory)
    latitude = -8.211
    longitude = 114.374
    opening_hours = "Mo-Su 08:00-17:00"


class FestivalFactory(WithInterests):
    class Meta:
        model = Festival
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"festival-{n}")
    name_en = factory.LazyAttribute(lambda row: f"Festival {row.slug}")
    name_id = factory.LazyAttribute(lambda row: f"Pesta {row.slug}")
    category = Festival.Category.RITUAL
    place = factory.SubFactory(PlaceFactory, kind=Place.Kind.VENUE)


class EditionFactory(DjangoModelFactory):
    class Meta:
        model = Edition

    class Params:
        days = 1
        cancelled = factory.Trait(status=Edition.Status.CANCELLED)
        projected = factory.Trait(status=Edition.Status.PROJECTED)

    festival = factory.SubFactory(FestivalFactory)
    starts_on = date(2026, 12, 5)
    ends_on = factory.LazyAttribute(lambda row: row.starts_on + timedelta(days=row.days - 1))
    status = Edition.Status.CONFIRMED
