"""The desk for festivals: what they are and how they go, with a date rule in fields."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from destinations.viewsets import NAMES
from festivals.desk.rule_field import RuleField
from festivals.models import Festival


class FestivalForm(WagtailAdminModelForm):
    """A festival with its date rule as fields that speak its calendar."""

    date_rule = RuleField(label=_("Date rule"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["date_rule"].widget.festival = self.instance.pk


class FestivalViewSet(SnippetViewSet):
    model = Festival
    icon = "date"
    menu_label = _("Festivals")
    menu_order = 200
    add_to_admin_menu = True
    list_display = ["name_en", "category", "place", "flagship"]
    list_filter = ["category", "flagship", "interests"]
    edit_handler = ObjectList(
        [
            *NAMES,
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("category"), FieldPanel("flagship")]),
                    FieldPanel("place"),
                    FieldPanel("interests", widget=forms.CheckboxSelectMultiple),
                ],
                heading=_("What and where"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("date_rule"),
                    FieldRowPanel([FieldPanel("rule_in_words_en"), FieldPanel("rule_in_words_id")]),
                    FieldRowPanel(
                        [
                            FieldPanel("usual_days"),
                            FieldPanel("usual_start"),
                            FieldPanel("usual_minutes"),
                        ]
                    ),
                ],
                heading=_("When"),
            ),
            InlinePanel(
                "programme",
                [
                    FieldRowPanel([FieldPanel("day"), FieldPanel("at")]),
                    FieldRowPanel([FieldPanel("words_en"), FieldPanel("words_id")]),
                ],
                heading=_("Programme"),
                label=_("part"),
                help_text=_(
                    "What happens, in its order; the hour only where somebody has said it."
                ),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("organiser_en"), FieldPanel("organiser_id")]),
                    FieldRowPanel([FieldPanel("entry"), FieldPanel("for_families")]),
                    FieldRowPanel([FieldPanel("manners_en"), FieldPanel("manners_id")]),
                    FieldPanel("source"),
                ],
                heading=_("Who, and how one behaves"),
            ),
        ],
        base_form_class=FestivalForm,
    )
