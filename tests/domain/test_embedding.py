"""Which pages may frame the chat: exact origins and nothing that means more, or something else, to a browser."""

import pytest

from app.domain.embedding import frame_ancestors, is_embedding_origin

GOOD = [
    "https://www.kommunen.example",
    "https://ungdomsskolen.kommunen.example:8443",
    "https://intranet",
    "https://xn--blbrgrd-fxak7p.example",
    "https://" + ".".join(["a" * 60] * 4),
    "http://127.0.0.1:5001",
    "http://127.0.0.1",
    "http://localhost:8080",
]
BAD = [
    "",
    "*",
    "null",
    "https://*",
    "https://*.kommunen.example",
    "https://www.kommunen.example/",
    "https://www.kommunen.example/unge",
    "https://www.kommunen.example?",
    "https://www.kommunen.example#a",
    "https://www.kommunen.example https://other.example",
    "https://www.kommunen.example;script-src *",
    "https://www.kommunen.example\n",
    "\nhttps://www.kommunen.example",
    "https://www.kommunen.example,other.example",
    "'self'",
    "https:",
    "https://",
    "https://user@www.kommunen.example",
    "https://Www.kommunen.example",
    "HTTPS://www.kommunen.example",
    "https://blåbærgrød.example",
    "https://www.kommunen.example:443",
    "https://www.kommunen.example:0",
    "https://www.kommunen.example:08443",
    "https://www.kommunen.example:65536",
    "https://www.kommunen.example:*",
    "https://www.kommunen.example.",
    "https://.kommunen.example",
    "https://-a.example",
    "https://a-.example",
    "https://" + "a" * 64 + ".example",
    "https://" + ".".join(["a" * 60] * 5),
    "https://192.0.2.1",
    "https://0x7f",
    "https://[::1]:5001",
    "http://www.kommunen.example",
    "http://localhost.kommunen.example",
    "http://127.0.0.1:80",
    "http://127.0.0.2:5001",
    "http://[::1]:5001",
    "ftp://www.kommunen.example",
    "data:text/html,",
    "www.kommunen.example",
]


@pytest.mark.parametrize("origin", GOOD)
def test_an_exact_origin_is_one(origin: str) -> None:
    assert is_embedding_origin(origin)


@pytest.mark.parametrize("origin", BAD)
def test_nothing_else_is(origin: str) -> None:
    assert not is_embedding_origin(origin)


def test_a_page_that_nobody_may_frame_says_so() -> None:
    assert frame_ancestors([]) == "'none'"


def test_those_who_may_are_named_one_by_one() -> None:
    assert frame_ancestors(["https://a.example", "https://b.example"]) == "https://a.example https://b.example"
