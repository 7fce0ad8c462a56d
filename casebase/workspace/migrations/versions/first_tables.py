"""Saved searches, what they had found, and counts of what was asked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "saved_searches",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("created", sa.String(40), nullable=False),
        sa.Column("ran", sa.String(40)),
        sa.UniqueConstraint("owner", "name", name="one_name_an_owner"),
    )
    op.create_table(
        "seen_entries",
        sa.Column(
            "search",
            sa.Integer,
            sa.ForeignKey("saved_searches.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("entry", sa.String(40), primary_key=True),
    )
    op.create_table(
        "asked",
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("folded", sa.Text, primary_key=True),
        sa.Column("shown", sa.Text, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
    )
