"""The tables of the workspace. Whoever changes them adds a migration beside them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
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
HEAD = "0002"

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

# Who may sign in. `session` goes up when all their sessions are to end.
users = Table(
    "users",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("session", Integer, nullable=False),
    Column("created", String(40), nullable=False),
)

# Failures to sign in, by account and by address, so that nobody tries for ever.
failures = Table(
    "sign_in_failures",
    METADATA,
    Column("subject", String(120), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last", String(40), nullable=False),
)

# What was done by whom; nothing is ever taken out of it by the program.
audit = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", String(40), nullable=False),
    Column("who", String(40), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", Text, nullable=False),
)

# What is chosen for all, and the key that sessions are signed with.
choices = Table(
    "choices",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
