"""Passwords are kept as scrypt hashes (RFC 7914), each with the cost of its making."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from casebase.errors import BadRequestError

SHORTEST, LONGEST = 10, 200  # characters
_COST, _BLOCK, _PARALLEL = 15, 8, 1  # 32 MB, about 80 ms
_SALT = 16  # bytes
_MEMORY = 128 * 1024 * 1024


def hashed(password: str) -> str:
    """What is kept of a password.

    Raises:
        BadRequestError: It is too short, too long, or one character over and over.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadRequestError(
            f"密码应有 {SHORTEST} 到 {LONGEST} 个字符。", "请换一个再试。"
        )
    if len(set(password)) < SHORTEST // 2:
        raise BadRequestError("密码里不同的字符太少。", "请换一个再试。")
    salt = secrets.token_bytes(_SALT)
    made = _derived(password, salt, _COST, _BLOCK, _PARALLEL)
    return f"scrypt${_COST}${_BLOCK}${_PARALLEL}${salt.hex()}${made.hex()}"


def fits(password: str, kept: str) -> bool:
    """Whether it is the password that `kept` was made of."""
    _, cost, block, parallel, salt, made = kept.split("$")
    given = password[: LONGEST + 1]
    found = _derived(given, bytes.fromhex(salt), int(cost), int(block), int(parallel))
    return hmac.compare_digest(found, bytes.fromhex(made))


def nobodys() -> str:
    """A hash that no password fits, so that an unknown name takes as long."""
    zeros = bytes(_SALT)
    return f"scrypt${_COST}${_BLOCK}${_PARALLEL}${zeros.hex()}${bytes(32).hex()}"


def _derived(password: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    return hashlib.scrypt(
        password.encode("utf-8", "surrogatepass"),
        salt=salt,
        n=1 << cost,
        r=block,
        p=parallel,
        maxmem=_MEMORY,
        dklen=32,
    )
