"""What a screen reader hears and finds: one first heading, everything once, the sender named, one's own words never."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.console_window import ConsoleWindow
from tests.journeys.stage import Stage
from tests.journeys.window import Window
from tests.journeys.youth_window import YouthWindow

pytestmark = pytest.mark.once

TYPING = "Rådgiveren skriver …"
WORDS = "Hej, og godt, at du skriver."
UNHURRIED_MS = 200  # who has just come is shown as writing after three seconds
# Remembers each text that comes into a region that is read aloud by itself.
LISTEN = """() => {
    window.heard = [];
    new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) {
            const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
            const region = element?.closest('[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]');
            if (!region?.checkVisibility()) continue;
            for (const node of addedNodes) if (node.textContent.trim()) heard.push(node.textContent.trim());
        }
    }).observe(document.body, { subtree: true, childList: true });
}"""


def tree(window: Window) -> str:
    """Return the whole page as a screen reader finds it."""
    return window.page.locator("body").aria_snapshot()


def heard(window: Window) -> list[str]:
    """Return what was read aloud by itself since the page was listened to."""
    return window.page.evaluate("heard")


def closed(stage: Stage) -> Window:
    """Noor finds nobody."""
    return stage.youth()


def waiting(stage: Stage) -> Window:
    """Noor waits."""
    stage.on_duty()
    noor = stage.youth()
    noor.start()
    noor.see_heading("Du er nr. 1")
    return noor


def talking(stage: Stage) -> Window:
    """Noor and Alex are at it."""
    return stage.talking()[0]


def hidden(stage: Stage) -> Window:
    """Noor has hidden the chat."""
    noor, _ = stage.talking()
    noor.press("Skjul")
    return noor


def ended(stage: Stage) -> Window:
    """Noor has closed the chat."""
    noor, _ = stage.talking()
    noor.leave()
    noor.see_heading("Chatten er slut")
    return noor


def english(stage: Stage) -> Window:
    """Noor reads English."""
    return stage.english_youth()


def desk(stage: Stage) -> Window:
    """Alex has a conversation open."""
    return stage.talking()[1]


def replaced(stage: Stage) -> Window:
    """Alex has opened the console once more."""
    alex = stage.on_duty()
    alex.go_on()
    alex.see_heading("Konsollen er åben i et andet vindue")
    return alex


@pytest.mark.parametrize("scene", [closed, waiting, talking, hidden, ended, english, desk, replaced])
def test_every_screen_has_one_first_heading_and_one_main_part(stage: Stage, scene: Callable[[Stage], Window]) -> None:
    page = scene(stage).page
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("main")).to_have_count(1)


def test_the_way_out_is_read_first_and_says_where_it_leads_to_nobody(stage: Stage) -> None:
    noor, _ = stage.talking()
    assert tree(noor).splitlines()[1].strip() == '- link "Forlad siden":'


def test_typing_is_heard_once_and_found_once(stage: Stage) -> None:
    noor, alex = stage.talking()
    noor.page.evaluate(LISTEN)
    alex.composer.press_sequentially("Må jeg spørge om noget?", delay=UNHURRIED_MS)
    expect(noor.page.locator(".peer")).to_have_text(TYPING)
    assert tree(noor).count(TYPING) == 1
    assert heard(noor).count(TYPING) == 1


def test_what_the_other_side_writes_is_heard_once_with_its_sender_and_ones_own_words_never(stage: Stage) -> None:
    noor, alex = stage.talking()
    for window in (noor, alex):
        window.page.evaluate(LISTEN)
    alex.write(WORDS)
    noor.see(WORDS)
    noor.write("jeg kan ikke sove")
    alex.see("jeg kan ikke sove")
    noor.see_state("jeg kan ikke sove", "Læst")
    assert [words for words in heard(noor) if "sove" in words or WORDS in words] == [f"Rådgiver: {WORDS}"]
    assert [words for words in heard(alex) if "sove" in words or WORDS in words] == ["Den unge: jeg kan ikke sove"]
    assert f"Rådgiver: {WORDS}" in tree(noor)
    assert "Dig: jeg kan ikke sove" in tree(noor)


def test_a_message_that_does_not_arrive_is_heard_of_once(stage: Stage) -> None:
    noor, _ = stage.talking()
    noor.page.evaluate(LISTEN)
    noor.page.evaluate(SHOW_FAILURES)
    assert heard(noor) == ["Ikke sendt", "Ikke sendt"]


# No server of ours refuses a message on its own: the list is shown one that failed, again, and then a second one.
SHOW_FAILURES = """async () => {
    const modules = [...document.querySelectorAll('link[rel=modulepreload]')];
    const { MessageList } = await import(modules.find(({ href }) => href.includes('message-list')).href);
    const texts = JSON.parse(document.getElementById('texts').textContent);
    const list = new MessageList(document.body, { own: 'youth', texts, onRetry() {} });
    const failed = (key) => ({ key, from: 'youth', text: key, status: 'failed', canRetry: true, seq: null });
    list.render([failed('en')]);
    list.render([failed('en')]);
    list.render([failed('en'), failed('to')]);
    await new Promise((done) => setTimeout(done));
}"""


def test_a_counsellor_hears_that_somebody_waits_and_that_there_is_news_elsewhere(stage: Stage) -> None:
    alex = stage.on_duty(capacity=2)
    alex.page.evaluate(LISTEN)
    noor = take_another(stage, alex)
    sam = take_another(stage, alex)
    assert "Der venter en ung" in heard(alex)
    noor.write("er du der?")
    expect(alex.page.get_by_role("status").filter(has_text="Samtale 1: 1 ny")).to_have_count(1)
    sam.write("hej")
    alex.see("hej")
    assert [words for words in heard(alex) if words.startswith("Samtale")] == ["Samtale 1: 1 ny"]


def take_another(stage: Stage, alex: ConsoleWindow) -> YouthWindow:
    """Let one more come, and take them."""
    youth = stage.youth()
    youth.start()
    alex.take_next()
    youth.see("En rådgiver er her nu")
    return youth


def test_what_a_button_and_its_surroundings_are_called_is_said_once(stage: Stage) -> None:
    alex = stage.on_duty()
    take = alex.page.get_by_role("button", name="Tag næste", exact=True)
    expect(take).to_have_attribute("aria-keyshortcuts", "Alt+N")
    expect(alex.page.get_by_role("group", name="Min vagt")).to_have_count(0)
