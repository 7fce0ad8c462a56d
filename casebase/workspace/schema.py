"""The tables of the workspace. Whoever changes them adds a migration beside them."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

# The newest migration; a test holds it against the files.
HEAD = "0001"

METADATA = MetaData()

# `owner` is empty for those that belong to everyone who uses this home.
saved = Table(
    "saved_searches",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("created", String(40), nullable=False),
    Column("ran", String(40)),
    UniqueConstraint("owner", "name", name="one_name_an_owner"),
)

# The entries that a saved search had found when it was last looked at.
seen = Table(
    "seen_entries",
    METADATA,
    Column(
        "search",
        Integer,
        ForeignKey("saved_searches.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("entry", String(40), primary_key=True),
)

# How often a text was asked on a day; nothing says by whom, from where, or when.
asked = Table(
    "asked",
    METADATA,
    Column("day", String(10), primary_key=True),
    Column("folded", Text, primary_key=True),
    Column("shown", Text, nullable=False),
    Column("times", Integer, nullable=False),
    Column("total", Integer, nullable=False),
)
