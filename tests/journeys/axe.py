"""Axe looks at what is on the screen."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# Colours that are still fading have no contrast to measure. What never ends (the breathing circle) is not waited for,
# nor what lies in a closed fold: nothing of it is drawn, so that the browser may never say that it has ended.
SETTLED = """Promise.all(document.getAnimations()
    .filter(({ effect }) => effect.getTiming().iterations !== Infinity && effect.target.checkVisibility())
    .map(({ finished }) => finished.catch(() => {})))"""


def check(page: Page | Frame) -> None:
    """Run axe on what is on the screen now, as those see it who prefer it light, and those who prefer it dark."""
    whole = page.page if isinstance(page, Frame) else page
    for scheme in ("light", "dark"):
        whole.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        results = Axe().run(page, options=RULES)
        assert results.violations_count == 0, f"{scheme}: {results.generate_report()}"
