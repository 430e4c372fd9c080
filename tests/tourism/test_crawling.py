"""A robot that follows every link of the sample content comes to an end and meets no dead one."""

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from tests.tourism.crawling import Links, crawl

pytestmark = pytest.mark.django_db


def test_a_crawl_from_both_homes_ends_without_a_dead_link(settings):
    settings.KEEP_PAGES = False
    call_command("load_sample_data", verbosity=0)
    pages = Page.objects.live().count()

    met = crawl(Client(), "/en/", "/id/")

    assert met.dead == {}
    assert pages < len(met.status) < 4 * pages
    for path in ("/en/festivals/keboan-aliyan/", "/id/destinations/kawah-ijen/"):
        assert path in met.status


def test_a_crawler_leaves_what_is_not_for_robots():
    reader = Links()

    reader.feed('<a href="/a/">A</a><a rel="next nofollow" href="/b/">B</a><a>C</a>')

    assert reader.found == ["/a/"]
