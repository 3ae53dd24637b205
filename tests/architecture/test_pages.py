"""What a browser is given: nothing inline, nothing from elsewhere, nothing written as HTML by a script."""

import re
from html.parser import HTMLParser

import pytest

from app.domain.quick_exit import NEUTRAL_PAGE
from tests.architecture.sizes import kept_files, text

DATA = "application/json"
ORIGIN = re.compile(r"(?:https?:|wss?:)?//[a-z0-9-]+\.[a-z]{2,}", re.IGNORECASE)
XML_NAMESPACES = "http://www.w3.org/"  # names, which nothing ever fetches
HTML_SINKS = re.compile(r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|DOMParser|srcdoc)\b")
TEMPLATES = [name for name in kept_files() if name.startswith("templates/")]
SCRIPTS = [name for name in kept_files() if re.match(r"static/js/.*\.js$", name)]
GIVEN = [name for name in kept_files() if re.match(r"(templates/|static/(js|css)/|static/[^/]+$)", name)]


class InlineCode(HTMLParser):
    """Collects what the content security policy would refuse to run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != DATA):
            self.found.append(f"<{tag}>")
        self.found += [name for name in given if name == "style" or name.startswith("on")]


def test_there_are_pages_to_look_at():
    assert TEMPLATES
    assert SCRIPTS


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_inline_code(name):
    page = InlineCode()
    page.feed(text(name))
    assert page.found == []


@pytest.mark.parametrize("name", GIVEN)
def test_nothing_comes_from_a_foreign_origin(name):
    assert ORIGIN.findall(text(name).replace(XML_NAMESPACES, "").replace(f"'{NEUTRAL_PAGE}'", "")) == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_writes_no_html(name):
    assert HTML_SINKS.findall(text(name)) == []
