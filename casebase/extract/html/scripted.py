"""Text that a page holds in its scripts and shows by them: the strings with sentences.

Pages of pictures with a text in 微信, and pages that are drawn in the browser, have no
article in their markup when they are saved.
"""

from __future__ import annotations

import html
import re

from bs4 import BeautifulSoup

# One that is not closed ends with its line, so that no quote is tried twice.
_STRING = re.compile(
    r'"((?:[^"\\\n]|\\.)*+)(?:"|\\?(?:\n|\Z))'
    r"|'((?:[^'\\\n]|\\.)*+)(?:'|\\?(?:\n|\Z))"
)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([nrtbf])|([\s\S]))")
_NAMED = {"n": "\n", "r": "\n", "t": "\t", "b": "", "f": ""}
_HAN = re.compile("[\u4e00-\u9fff]")
_ENOUGH = 60  # Chinese characters
_SENTENCES = re.compile("[。！？]")


def text_in_scripts(soup: BeautifulSoup) -> str:
    """The longest text among the strings of the scripts, as markup; perhaps none."""
    best = ""
    for script in soup.find_all("script"):
        for match in _STRING.finditer(script.get_text()):
            said = match[1] or match[2] or ""
            if len(said) >= _ENOUGH and len(said) > len(best):
                text = _unescaped(said)
                best = text if _is_text(text) and len(text) > len(best) else best
    return best if "<" in best else "<br>".join(best.split("\n"))


def _is_text(text: str) -> bool:
    return (
        _SENTENCES.search(text) is not None
        and sum(1 for _ in _HAN.finditer(text)) >= _ENOUGH
    )


def _unescaped(said: str) -> str:
    """A string of a script as what it says; twice escaped signs are signs too."""
    text = _ESCAPE.sub(_character, said)
    return html.unescape(text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        return chr(int(code, 16))
    return _NAMED[match[3]] if match[3] else match[4]
