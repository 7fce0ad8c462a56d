"""Pages as a browser sets them itself: printed web pages, lists, forms, briefings."""

# ruff: noqa: E501 - the markup stands as people write it

from __future__ import annotations

from dataclasses import replace
from html import escape

from bench.measures import squeezed
from tests.made.making import Article, Bench, Extras, Made, article, truth_from
from tests.made.press import printed, with_marks
from tests.made.prose import POOL

STYLE = """@page { size: A4; margin: 26mm 24mm }
body { font: 12pt/1.7 'Noto Serif CJK SC'; text-align: justify }
h1 { font-size: 20pt; text-align: center; line-height: 1.4 } h2 { font-size: 13pt }
p { text-indent: 2em; margin: 0 } table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #000; padding: 3pt 5pt; font-size: 10pt; text-align: left }
figure { margin: 8pt; text-align: center } figcaption { font-size: 10pt }
"""


def _html(style: str, body: str) -> str:
    return f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>{STYLE}{style}</style><body>{body}</body></html>'


def _body(written: Article) -> str:
    tags = {"heading": "h2", "para": "p"}
    return "\n".join(
        f"<{tags[what]}>{escape(text)}</{tags[what]}>" for what, text in written.parts
    )


def _written(bench: Bench, length: int, sections: int = 4) -> Article:
    return replace(article(bench.writer, length, sections, marks="一"), subtitle="")


def _texts(written: Article) -> list[str]:
    return [written.title, *(text for _, text in written.parts)]


def printed_page(bench: Bench) -> Made:
    """A web page printed: date, title, address and page numbers in the margins."""
    written = _written(bench, 2200)
    html = _html("", f"<h1>{written.title}</h1>{_body(written)}")
    address = "https://dj.example.edu.cn/info/1021/20418.htm"
    stamp = f"{bench.random.randint(2020, 2025)}/5/{bench.random.randint(2, 28)} 10:22"
    data = with_marks(bench.browser, html, f"{stamp}|{written.title[:20]}", address)
    extras = Extras(forbidden=[address, stamp])
    return Made(
        "printed-page.pdf", data, truth_from(written.title, _texts(written), extras)
    )


def flowing_columns(bench: Bench) -> Made:
    """Columns that the browser fills, over several pages, with figures in them."""
    writer, count = bench.writer, bench.random.randint(2, 3)
    written = _written(bench, 3600, 5)
    captions = [writer.caption(n) for n in (1, 2)]
    figures = [
        f'<figure><div style="height:70pt;background:#ccc"></div><figcaption>{it}</figcaption></figure>'
        for it in captions
    ]
    first, second = (
        _body(replace(written, parts=written.parts[:6])),
        _body(replace(written, parts=written.parts[6:])),
    )
    style = f"main {{ columns: {count}; column-gap: 20pt; font-size: 10.5pt }} figure {{ break-inside: avoid }}"
    html = _html(
        style,
        f"<h1>{written.title}</h1><main>{first}{figures[0]}{second}{figures[1]}</main>",
    )
    data = printed(bench.browser, html)
    return Made(
        "flowing-columns.pdf",
        data,
        truth_from(written.title, _texts(written), Extras(floating=captions)),
    )


def table_across(bench: Bench) -> Made:
    """Two columns, then a table over both, then two columns again."""
    writer = bench.writer
    written, rows = _written(bench, 1500), writer.rows(7)
    middle = next(
        n for n, (what, _) in enumerate(written.parts) if what == "heading" and n > 2
    )
    caption = f"表1 {writer.filled('{year}年{thing}情况')}"
    table = "".join(
        "<tr>" + "".join(f"<td>{escape(it)}</td>" for it in row) + "</tr>"
        for row in rows
    )
    above, below = (
        replace(written, parts=it)
        for it in (written.parts[:middle], written.parts[middle:])
    )
    html = _html(
        "main { columns: 2; font-size: 10.5pt } h5 { text-align: center }",
        f"<h1>{written.title}</h1><main>{_body(above)}</main><h5>{caption}</h5><table>{table}</table><main>{_body(below)}</main>",
    )
    cells = [it for row in rows for it in row]
    texts = [*_texts(above), caption, *cells, *_texts(below)[1:]]
    extras = Extras(tables=[rows])
    return Made(
        "table-across.pdf",
        printed(bench.browser, html),
        truth_from(written.title, texts, extras),
    )


def hanging_lists(bench: Bench) -> Made:
    """Numbers that stand out to the left of what they number, two levels deep."""
    writer = bench.writer
    title = writer.filled("{college}{thing}实施细则")
    rows, texts = "", [title]
    for number in range(1, 5):
        head = writer.paragraph(60)
        points = [writer.paragraph(50) for _ in range(3)]
        inner = "".join(
            f"<dt>（{n}）</dt><dd>{it}</dd>" for n, it in enumerate(points, 1)
        )
        rows += f"<dt>{number}.</dt><dd>{head}<dl>{inner}</dl></dd>"
        texts += [
            f"{number}.{head}",
            *(f"（{n}）{it}" for n, it in enumerate(points, 1)),
        ]
    style = "dl { display: grid; grid-template-columns: 30pt 1fr; margin: 0 } dd { margin: 0 }"
    html = _html(style, f"<h1>{title}</h1><dl>{rows}</dl>")
    return Made(
        "hanging-lists.pdf",
        printed(bench.browser, html),
        truth_from(title, texts, Extras()),
    )


def list_of_names(bench: Bench) -> Made:
    """Names side by side without rules: they are read row by row."""
    writer = bench.writer
    title = writer.filled("关于表彰{year}年度“{brand}”先进个人的决定")
    surnames, given = "赵钱孙李周吴郑冯陈褚卫蒋沈韩杨", "".join(POOL["name"])
    names = [
        bench.random.choice(surnames) + "".join(bench.random.sample(given, 2))
        for _ in range(48)
    ]
    text, heads = (
        writer.paragraph(120),
        ("一、优秀共产党员（28人）", "二、优秀党务工作者（20人）"),
    )
    lists = [names[:28], names[28:]]
    blocks = "".join(
        f"<h2>{head}</h2><div class=names>{''.join(f'<span>{it}</span>' for it in some)}</div>"
        for head, some in zip(heads, lists, strict=True)
    )
    style = (
        ".names { display: grid; grid-template-columns: repeat(6, 1fr); row-gap: 6pt }"
    )
    html = _html(style, f"<h1>{title}</h1><p>{text}</p>{blocks}")
    texts = [title, text, heads[0], *lists[0], heads[1], *lists[1]]
    return Made(
        "list-of-names.pdf",
        printed(bench.browser, html),
        truth_from(title, texts, Extras()),
    )


def watermarked(bench: Bench) -> Made:
    """Words across every page, askew and grey, behind the text."""
    written = _written(bench, 1800)
    mark = "栖霞岭组织部内部资料"
    style = (
        ".mark { position: fixed; top: 40%; left: 8%; transform: rotate(-35deg);"
        " color: #ddd; font-size: 34pt; z-index: -1 }"
    )
    html = _html(
        style, f"<div class=mark>{mark}</div><h1>{written.title}</h1>{_body(written)}"
    )
    extras = Extras(forbidden=[mark])
    return Made(
        "watermarked.pdf",
        printed(bench.browser, html),
        truth_from(written.title, _texts(written), extras),
    )


def merged_cells(bench: Bench) -> Made:
    """A form whose cells span rows and columns, the head of two rows."""
    writer = bench.writer
    title = writer.filled("{college}党支部考核表")
    names = [writer.filled("{unit}") for _ in range(4)]
    body = "".join(
        f"<tr><td>{n}</td><td>{name}</td><td>{n * 7 % 30}</td><td>{n * 11 % 40}</td><td>{writer.filled('{prize}')}</td></tr>"
        for n, name in enumerate(names, 1)
    )
    head = (
        "<tr><td rowspan=2>序号</td><td rowspan=2>支部</td><td colspan=2>得分</td><td rowspan=2>结果</td></tr>"
        "<tr><td>组织建设</td><td>作用发挥</td></tr>"
    )
    before, after = writer.paragraph(100), writer.paragraph(100)
    html = _html(
        "", f"<h1>{title}</h1><p>{before}</p><table>{head}{body}</table><p>{after}</p>"
    )
    rows = [
        [str(n), name, str(n * 7 % 30), str(n * 11 % 40)]
        for n, name in enumerate(names, 1)
    ]
    extras = Extras(tables=[rows])
    anchors = [title, before, *(it for row in rows for it in row), after]
    made = truth_from(title, anchors, extras)
    truth = replace(
        made,
        kind="anchors",
        text="",
        anchors=tuple(map(squeezed, (title, before, names[0], names[3], after))),
    )
    return Made("merged-cells.pdf", printed(bench.browser, html), truth)


def two_articles(bench: Bench) -> Made:
    """Two articles on a page, one above the other, each in columns of its own."""
    first, second = _written(bench, 800, 2), _written(bench, 900, 2)
    html = _html(
        "main { columns: 4; font-size: 10pt; column-gap: 18pt } main + h1 { border-top: 2px solid; padding-top: 8pt; font-size: 17pt }"
        " main.b { columns: 3; column-rule: 1px solid #999 } @page { size: A3; margin: 20mm }",
        f"<h1>{first.title}</h1><main>{_body(first)}</main><h1>{second.title}</h1><main class=b>{_body(second)}</main>",
    )
    texts = [*_texts(first), *_texts(second)]
    return Made(
        "two-articles.pdf",
        printed(bench.browser, html),
        truth_from(first.title, texts, Extras()),
    )


def boxed_cases(bench: Bench) -> Made:
    """Numbered cases in drawn boxes between the sections of a report."""
    writer = bench.writer
    title = writer.filled("{college}高等职业教育质量报告（{year}年度）")
    body, texts = "", [title]
    for number in range(1, 5):
        head, para = (
            f"{'一二三四'[number - 1]}、{writer.heading()}",
            writer.paragraph(260),
        )
        name, told = writer.heading(), [writer.paragraph(150) for _ in range(2)]
        caption = f"图{number} {writer.filled('{unit}在{place}')}"
        inner = "".join(f"<p>{it}</p>" for it in told)
        body += f"<h2>{head}</h2><p>{para}</p><div class=case><h2>案例{number}：{name}</h2>{inner}<figure><div style='height:90pt;background:#ddd'></div><figcaption>{caption}</figcaption></figure></div>"
        texts += [head, para, f"案例{number}：{name}", *told, caption]
    style = ".case { border: 1.5px solid #b00; padding: 6pt 12pt; margin: 10pt 14pt; font-size: 11pt } body { line-height: 1.9; font-size: 13pt }"
    html = _html(style, f"<h1>{title}</h1>{body}")
    return Made(
        "boxed-cases.pdf",
        printed(bench.browser, html),
        truth_from(title, texts, Extras()),
    )


MAKERS = (
    printed_page,
    flowing_columns,
    table_across,
    hanging_lists,
    list_of_names,
    watermarked,
    merged_cells,
    two_articles,
    boxed_cases,
)
