"""The form of a festival as an editor fills it in."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data

from tests.factories import PlaceFactory

ALIYAN = {
    "date_rule-calendar": "hijri",
    "date_rule-hijri_month": "1",
    "date_rule-first_day": "1",
    "date_rule-pick": "nth_weekday_after",
    "date_rule-pick_weekdays": ["SU"],
    "date_rule-pick_n": "1",
}
DATES = "/admin/festivals/rule-dates/"


def facts(**more):
    return {
        "slug": "aliyan",
        "name_en": "Keboan",
        "name_id": "Keboan",
        "category": "ritual",
        "place": PlaceFactory().pk,
        "usual_days": 1,
        "date_rule-further": "{}",
        **nested_form_data({"programme": inline_formset([])}),
        **more,
    }


def add(editor, **more):
    return editor.post("/admin/snippets/festivals/festival/add/", facts(**more))
