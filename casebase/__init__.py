"""casebase: a knowledge base and search engine over party-building case studies."""

from __future__ import annotations
