"""Entries to entries with facts."""

from __future__ import annotations
