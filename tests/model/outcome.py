"""What a request comes to: its answer, or the code it is refused with."""

from collections.abc import Callable
from typing import Any

from app.domain.errors import Refused


class No(Exception):
    """The protocol page says that this request is refused."""


def outcome(request: Callable[[], Any]) -> Any:
    """Return what a request answers, or the word of its refusal: of the model and of the installation alike."""
    try:
        return request()
    except Refused as refusal:
        return refusal.code.value
    except No as no:
        return str(no)


def is_refusal(answer: Any) -> bool:
    """Say whether an outcome is the word of a refusal."""
    return isinstance(answer, str) and answer.startswith("E_")
