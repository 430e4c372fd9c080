"""The one body that every page writes its prose in."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class CaptionedImageBlock(blocks.StructBlock):
    """A picture with a sentence under it; the credit comes from the picture."""

    image = ImageChooserBlock(label=_("picture"))
    caption = blocks.CharBlock(required=False, max_length=200, label=_("caption"))

    class Meta:
        icon = "image"
        template = "blocks/captioned_image.html"
        label = _("Picture")


class QuoteBlock(blocks.StructBlock):
    """What somebody said, and who."""

    words = blocks.TextBlock(label=_("words"))
    speaker = blocks.CharBlock(required=False, max_length=120, label=_("who said it"))

    class Meta:
        icon = "openquote"
        template = "blocks/quote.html"
        label = _("Quote")


class BodyBlock(blocks.StreamBlock):
    """Headings start at the second level: the page's title is the first."""

    heading = blocks.CharBlock(
        icon="title", max_length=120, template="blocks/heading.html", label=_("Heading")
    )
    paragraph = blocks.RichTextBlock(
        features=["bold", "italic", "link", "ol", "ul"], label=_("Paragraph")
    )
    image = CaptionedImageBlock()
    gallery = blocks.ListBlock(
        CaptionedImageBlock(), icon="image", template="blocks/gallery.html", label=_("Gallery")
    )
    quote = QuoteBlock()
    note = blocks.RichTextBlock(
        features=["bold", "link", "ul"],
        icon="info-circle",
        template="blocks/note.html",
        label=_("Practical note"),
    )
