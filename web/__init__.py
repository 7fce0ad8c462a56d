"""The pages and the JSON interface."""

from __future__ import annotations
