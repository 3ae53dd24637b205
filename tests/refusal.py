"""What a call was refused with."""

from collections.abc import Callable
from typing import Any

import pytest

from app.domain.errors import Code, Refused


def refusal(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Code:
    """Call something that must be refused, and return the code."""
    with pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return caught.value.code
