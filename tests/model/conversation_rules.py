"""What youths do, and what both sides do in a conversation."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.model.conversation import Conversation
from tests.model.machine import Machine, anyone, cids, times, which
from tests.model.outcome import outcome

municipalities = st.sampled_from(["hjem", "hjem", "nabo"])


class ConversationRules(Machine):
    """Joining, the page's life, writing, ending and confirming."""

    @rule(municipality=municipalities, urgent=st.sampled_from([False, False, True]))
    def joins(self, municipality: str, urgent: bool) -> None:
        self._join(municipality, self.new("resume"), self.new("cid"), urgent)

    @precondition(lambda self: self.model.joins)
    @rule(index=which, differently=st.sampled_from(["no", "no", "elsewhere", "under another cid"]))
    def joins_again(self, index: int, differently: str) -> None:
        c, elsewhere, other_cid = self.pick(index), differently == "elsewhere", differently == "under another cid"
        municipality = {"hjem": "nabo", "nabo": "hjem"}[c.municipality] if elsewhere else c.municipality
        self._join(municipality, c.resume, self.new("cid") if other_cid else c.log[0].cid or "", c.urgent)

    def _join(self, municipality: str, resume: str, cid: str, urgent: bool) -> None:
        page = self.new("page")
        answer = outcome(lambda: self.real.join(municipality, resume=resume, cid=cid, urgent=urgent, page=page))
        earlier = outcome(lambda: self.model.join_before(municipality, resume, cid))
        if self.refused_alike(answer, earlier):
            return
        conversation = earlier or self.model.join(municipality, resume=resume, cid=cid, urgent=urgent, page=page)
        conversation.id = conversation.id or answer[0]
        self.model.sit(conversation, page)
        self.ears.hear()
        assert answer == (conversation.id, 1, self.model.ahead(conversation))

    @precondition(lambda self: self.model.joins)
    @rule(index=which, deed=st.sampled_from(["comes", "goes", "goes", "speaks", "is late"]), missing=st.integers(0, 1))
    def page(self, index: int, deed: str, missing: int) -> None:
        conversation = self.pick(index)
        if deed == "comes":
            self._page_comes(conversation)
        elif deed == "speaks":
            self._page_speaks(conversation, max(0, conversation.last - missing))
        else:
            self._page_goes(conversation, conversation.page if deed == "goes" else None)

    def _page_comes(self, conversation: Conversation) -> None:
        page = self.new("page")
        answer = outcome(lambda: self.real.page_comes(conversation.municipality, conversation.resume, page))
        if conversation in self.model.conversations:
            assert answer == conversation.id
            self.model.sit(conversation, page)
            self.ears.hear()
        else:
            assert answer == "E_EXPIRED"

    def _page_speaks(self, conversation: Conversation, after: int) -> None:
        page = self.new("page")
        self.compare(
            lambda: self.real.page_pulse(conversation.municipality, conversation.id, after, page),
            lambda: self.model.page_pulse(conversation, after, page),
        )

    def _page_goes(self, conversation: Conversation, page: str | None) -> None:
        self.compare(
            lambda: self.real.page_goes(conversation.municipality, conversation.id, page or "an older page"),
            lambda: self.model.stand_up(conversation, page or "an older page"),
        )

    @precondition(lambda self: self.model.joins)
    @rule(index=which, person=anyone, cid=cids, body=st.sampled_from(["sealed", "sealed otherwise"]), again=times)
    def writes(self, index: int, person: int, cid: str | None, body: str, again: int) -> None:
        conversation, cid = self.pick(index), cid or self.new("cid")
        who = self.someone_of(conversation, person)
        for _ in range(again):
            self.compare(
                lambda: self.real.post(who, conversation.id, cid, body),
                lambda: self.model.post(who, conversation, cid, body),
            )

    @precondition(lambda self: self.model.joins)
    @rule(index=which, person=anyone, seq=st.integers(0, 9))
    def reads(self, index: int, person: int, seq: int) -> None:
        conversation = self.pick(index)
        who = self.someone_of(conversation, person)
        self.compare(lambda: self.real.read(who, conversation.id, seq), lambda: self.model.read(who, conversation, seq))

    @precondition(lambda self: self.model.joins)
    @rule(index=which, person=anyone, missing=st.integers(-1, 2))
    def syncs(self, index: int, person: int, missing: int) -> None:
        conversation = self.pick(index, "ended")
        who, after = self.someone_of(conversation, person), max(0, conversation.last - missing)
        self.compare(
            lambda: self.real.sync(who, conversation.id, after), lambda: self.model.sync(who, conversation, after)
        )

    @precondition(lambda self: self.model.joins)
    @rule(index=which, person=anyone, cid=cids, hurried=st.booleans(), again=times)
    def ends(self, index: int, person: int, cid: str | None, hurried: bool, again: int) -> None:
        conversation, cid = self.pick(index, "active"), cid or self.new("cid")
        who = self.someone_of(conversation, person)
        reason = ("exit" if who == "youth" else "blocked") if hurried else "done"
        for _ in range(again):
            self.compare(
                lambda: self.real.end(who, conversation.id, cid, reason),
                lambda: self.model.end(who, conversation, cid, reason),
            )
