"""The office's desk for places: what stands where, when it is open, what it asks."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from destinations.models import District, Interest, Place

NAMES = [FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_id")]), FieldPanel("slug")]


class DistrictViewSet(SnippetViewSet):
    model = District
    icon = "site"
    list_display = ["name_en", "name_id", "regency"]
    search_fields = ["name_en", "name_id"]
    panels = [*NAMES, FieldPanel("regency")]


class InterestViewSet(SnippetViewSet):
    model = Interest
    icon = "tag"
    list_display = ["name_en", "name_id"]
    panels = NAMES


class PlaceViewSet(SnippetViewSet):
    model = Place
    icon = "pick"
    list_display = ["name_en", "kind", "district", "opening_hours"]
    list_filter = ["kind", "district"]
    panels = [
        *NAMES,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("district")]),
                FieldRowPanel([FieldPanel("village"), FieldPanel("timezone")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("interests", widget=CheckboxSelectMultiple),
            ],
            heading=_("What and where"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("opening_hours"),
                FieldRowPanel([FieldPanel("hours_note_en"), FieldPanel("hours_note_id")]),
                FieldRowPanel([FieldPanel("closing_rules_en"), FieldPanel("closing_rules_id")]),
                FieldPanel("best_months"),
                FieldRowPanel([FieldPanel("season_note_en"), FieldPanel("season_note_id")]),
            ],
            heading=_("When"),
        ),
        InlinePanel("closures", label=_("closure")),
        InlinePanel("best_times", label=_("best time")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("visit_minutes"), FieldPanel("minimum_age")]),
                FieldPanel("effort"),
                FieldRowPanel([FieldPanel("wheelchair"), FieldPanel("stroller")]),
                FieldRowPanel([FieldPanel("access_note_en"), FieldPanel("access_note_id")]),
                FieldRowPanel([FieldPanel("hazards_en"), FieldPanel("hazards_id")]),
            ],
            heading=_("For whom"),
        ),
        InlinePanel("requirements", label=_("requirement")),
        InlinePanel("fees", label=_("fee")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("fee_note_en"), FieldPanel("fee_note_id")]),
                FieldRowPanel([FieldPanel("note_en"), FieldPanel("note_id")]),
                FieldRowPanel(
                    [
                        FieldPanel("road_node"),
                        FieldPanel("last_mile_mode"),
                        FieldPanel("last_mile_minutes"),
                    ]
                ),
                FieldPanel("source"),
            ],
            heading=_("Notes, roads and source"),
        ),
    ]


class PlacesGroup(SnippetViewSetGroup):
    items = (PlaceViewSet, DistrictViewSet, InterestViewSet)
    menu_label = _("Places")
    menu_icon = "pick"
    menu_order = 210
