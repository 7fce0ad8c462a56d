"""Equations in one line, as one would type them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from casebase.extract.word.names import children, qualified, w


def equation(element: etree._Element) -> str:
    """The text of an m:oMath: a fraction as a/b, a root after √, a power after ^."""
    return "".join(_parts(element))


def _m(name: str) -> str:
    return qualified("m", name)


_SIGNS = {  # before, between and after the arguments
    _m("f"): ("", "/", ""),
    _m("sSup"): ("", "^", ""),
    _m("rad"): ("√", "", ""),
}
_SKIPPED = frozenset(
    {w("rPr"), w("del"), w("moveFrom"), _m("rPr"), _m("ctrlPr"), _m("degHide")}
)


def _signs(element: etree._Element) -> tuple[str, str, str]:
    if element.tag == _m("d"):
        opening, closing = (
            _said(element, "dPr", name) for name in ("begChr", "endChr")
        )
        return (
            "(" if opening is None else opening,
            ",",
            ")" if closing is None else closing,
        )
    if element.tag == _m("nary"):
        return _said(element, "naryPr", "chr") or "∫", "", ""
    return _SIGNS.get(str(element.tag), ("", "", ""))


def _said(element: etree._Element, *path: str) -> str | None:
    found = element.find("/".join(map(_m, path)))
    return found.get(_m("val")) if found is not None else None


def _parts(element: etree._Element) -> Iterator[str]:
    before, between, after = _signs(element)
    arguments = [
        child
        for child in children(element)
        if child.tag not in _SKIPPED and not str(child.tag).endswith("Pr")
    ]
    yield before
    for place, child in enumerate(arguments):
        if child.tag in {_m("t"), w("t")}:
            yield child.text or ""
        else:
            yield between if place else ""
            yield from _parts(child)
    yield after
