from wagtail import hooks

from tourism.base.listing import ProsePages
from tourism.home.models import ArticlePage


class ArticlePages(ProsePages):
    model = ArticlePage


@hooks.register("register_admin_viewset")
def pages() -> ArticlePages:
    return ArticlePages()
