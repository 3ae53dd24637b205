"""A loop is alive as long as it comes round."""

from app.domain.liveness import LIMIT, Liveness


def test_what_never_came_round_is_not_alive() -> None:
    assert not Liveness().is_alive(0.0)


def test_it_is_alive_for_as_long_as_the_limit_after_each_round() -> None:
    liveness = Liveness()
    for now in (100.0, 105.0):
        liveness.note(now)
    assert liveness.age(106.0) == 1.0
    assert liveness.is_alive(105.0 + LIMIT - 0.1)
    assert not liveness.is_alive(105.0 + LIMIT)
