"""What happens on the evenings that are photographed. ``photograph(window, title)`` takes a picture."""

from collections.abc import Callable

from tests.journeys.window import Window

Photograph = Callable[[Window, str], None]
