"""Words of a query that say little of what is looked for."""

from __future__ import annotations

# Words that ask, point or bind, and say nothing of what is looked for.
_STOP = """
的 了 和 与 及 或 在 是 有 对 为 以 于 把 被 将 从 到 下 上 中 里 等 之 其 这 那
我 你 您 他 她 它 们 我们 他们 吗 呢 吧 啊 呀 么 就 都 也 还 又 而 并 由 向 该 个
请 请问 关于 有关 相关 怎么 怎样 怎么样 怎么办 如何 什么 为什么 为何 哪些 哪个
哪里 哪儿 哪 何 谁 是否 有没有 没有 能否 可以 能够 多少 几个 一下 一些 这个 那个
这些 那些 这样 那样 这里 那里 以及 及其
"""
STOP_WORDS = frozenset(_STOP.split())
_ASKS = """
怎么 怎样 怎么样 怎么办 如何 什么 为什么 为何 哪些 哪个 哪里 哪儿 哪 何 谁 吗 呢
是否 有没有 能否 多少 几个
"""
QUESTION_WORDS = frozenset(_ASKS.split())
# What is asked for, rather than about; in a question single characters are verbs.
_SOUGHT = frozenset(
    ("做法", "经验", "举措", "措施", "例子", "情况", "现状", "介绍", "资料", "材料")
)
_SOUGHT_BY_QUESTIONS = frozenset(("办法", "方法"))


def is_weak(token: str, *, asks: bool) -> bool:
    """Whether a word tells of the asking rather than of what is asked about."""
    if token in _SOUGHT:
        return True
    return asks and (len(token) == 1 or token in _SOUGHT_BY_QUESTIONS)
