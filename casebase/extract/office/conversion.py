"""LibreOffice, which writes a Word file of today from what it can open."""

from __future__ import annotations

from pathlib import Path

from casebase import extras
from casebase.extract.office.running import folder_with, run

_TARGET = "docx:MS Word 2007 XML"
_SWITCHES = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
# A profile of its own, so that several can run at once, and nothing in a file may act:
# no macros, nothing fetched from elsewhere, no links followed.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def as_docx(data: bytes, suffix: str) -> bytes:
    """The file as a .docx; empty where LibreOffice is missing or cannot open it.

    Args:
        data: The file.
        suffix: What it is: doc, wps, rtf or odt.
    """
    program = extras.libreoffice()
    if program is None:
        return b""
    with folder_with(data, f"file.{suffix}") as folder:
        _set_up(folder / "profile")
        run(
            folder,
            str(program),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *_SWITCHES,
            *("--convert-to", _TARGET, "--outdir", str(folder / "made")),
            str(folder / f"file.{suffix}"),
        )
        made = folder / "made" / "file.docx"
        return made.read_bytes() if made.is_file() else b""


def _set_up(profile: Path) -> None:
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, "utf-8")
