"""What is remembered, and what goes first."""

from __future__ import annotations

from casebase.search.recent import Recent


def test_what_was_asked_for_least_lately_goes() -> None:
    held = Recent[str, int](2)
    held.put("甲", 1)
    held.put("乙", 2)
    assert held.get("甲") == 1
    held.put("丙", 3)
    assert (held.get("甲"), held.get("乙"), held.get("丙")) == (1, None, 3)
