"""Reports and official papers: one column, many pages, tables, all that surrounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tests.made.grids import Grid, set_rows
from tests.made.making import Article, Bench, Extras, Made, article, truth_from
from tests.made.press import Rule, Sheets, bound, html_of, printed
from tests.made.prose import NUMERALS
from tests.made.setting import Frame, SetLine, Style, broken, extent, flow, one

A4 = (595.0, 842.0)
LEFT, WIDE, TOP, FOOT = 80.0, 435.0, 90.0, 765.0
BODY = Style(size=14, leading=1.75)
HEAD = Style(size=14, leading=1.75, indent=2, align="left", bold=True, family="sans")
TITLE = Style(size=22, leading=1.5, indent=0, align="center", bold=True)
CENTRE = Style(size=12, leading=1.6, indent=0, align="center")
RUNNING = Style(size=9, indent=0, align="center")
CAPTION = Style(size=10.5, leading=1.6, indent=0, align="center", family="sans")
Table = list[list[str]]


@dataclass
class Sheet:
    """Pages that are being filled, from the first one on."""

    lines: list[SetLine] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    page: int = 0
    top: float = TOP

    def write(self, text: str, style: Style) -> None:
        """Sets a piece below the last one, over as many pages as it takes."""
        room = style.before * style.size
        first = Frame(self.page, LEFT, self.top + room, WIDE, FOOT - self.top - room)
        more = [Frame(self.page + n, LEFT, TOP, WIDE, FOOT - TOP) for n in range(1, 9)]
        lines = flow([(text, style)], [first, *more])
        self.lines += lines
        self.page = lines[-1].page
        self.top = lines[-1].top + style.leading * style.size

    def turn(self) -> None:
        """Goes on with the next page."""
        self.page, self.top = self.page + 1, TOP

    def tabulate(self, rows: Sequence[Sequence[str]], grid: Grid) -> None:
        """Sets a table, its header again on every page that it runs over to."""
        header, body = rows[0], list(rows[1:])
        while body:
            some = [header, *body]
            lines, rules, count, end = set_rows(some, grid, self.page, self.top, FOOT)
            if count < 2:
                self.turn()
                continue
            self.lines += lines
            self.rules += rules
            body = body[count - 1 :]
            self.top = end + 12
            if body:
                self.turn()

    def furnish(self, head: str, first: int = 0, form: str = "— {} —") -> None:
        """Running heads and page numbers, from page `first` on."""
        for page in range(first, self.page + 1):
            if head:
                self.lines += one(head, RUNNING, Frame(page, LEFT, 50, WIDE, 20))
                self.rules.append(Rule(page, LEFT, 66, WIDE, 0.6))
            number = form.format(page - first + 1)
            self.lines += one(number, RUNNING, Frame(page, LEFT, 790, WIDE, 20))

    def made(self, bench: Bench, kind: str, parts: Sequence[str], more: Extras) -> Made:
        """Prints the pages; the first of `parts` is the title."""
        sheets = Sheets([A4] * (self.page + 1), self.lines, self.rules)
        data = printed(bench.browser, html_of(sheets))
        return Made(f"{kind}.pdf", data, truth_from(parts[0], parts, more))


def report_with_tables(bench: Bench) -> Made:
    """Running heads, tables of all kinds, one of them over a page break."""
    writer = bench.writer
    written = article(writer, 1800, 4, marks="一")
    sheet, tables = Sheet(), []
    parts = [written.title]
    sheet.write(written.title, TITLE)
    captions = iter(range(1, 9))
    ruled = ["grid", "three", "none", "grid"]
    for what, text in written.parts:
        if what == "heading" and len(parts) > 1:
            number = next(captions)
            caption = f"表 {number} {writer.filled('{year}年“{brand}”项目一览表')}"
            rows = writer.rows(bench.random.randint(4, 26))
            sheet.write(caption, replace(CAPTION, before=0.8))
            widths = (36.0, 170.0, 84.0, 95.0, 50.0)
            sheet.tabulate(rows, Grid(LEFT, widths, ruled[(number - 1) % 4]))
            tables.append(rows)
            parts += [caption, *(cell for row in rows for cell in row)]
        sheet.write(text, HEAD if what == "heading" else BODY)
        parts.append(text)
    head = writer.filled("{college}党建工作年度报告")
    sheet.furnish(head, form="第 {} 页")
    extras = Extras(forbidden=[head, "第2页"], tables=tables)
    return sheet.made(bench, "report-with-tables", parts, extras)


def report_with_contents(bench: Bench) -> Made:
    """A cover, a list of contents with leaders, chapters; numbers begin after them."""
    writer = bench.writer
    chapters = [
        replace(article(writer, 900, 3), title=f"{NUMERALS[n]}、{writer.heading()}")
        for n in range(4)
    ]
    title = writer.filled("{college}“{brand}”党建质量年度报告（{year}年）")
    year, month, _ = writer.date()
    sheet = Sheet(top=240)
    sheet.write(title, replace(TITLE, size=26))
    sheet.top = 640
    told = f"{year}年{month}月"
    sheet.write(told, CENTRE)
    sheet.turn()
    contents = sheet.page
    sheet.turn()
    parts, entries = [title, told], []
    for chapter in chapters:
        entries.append((chapter.title, sheet.page - contents))
        sheet.write(chapter.title, replace(TITLE, size=17, align="left", before=0.6))
        parts.append(chapter.title)
        for what, text in _sections(chapter):
            if what == "heading":
                entries.append((text, sheet.page - contents))
            sheet.write(text, HEAD if what == "heading" else BODY)
            parts.append(text)
        sheet.turn()
    sheet.page -= 1
    _contents(sheet, contents, entries)
    sheet.furnish(title, first=contents + 1, form="{}")
    extras = Extras(forbidden=["目录", "……", "......", title * 2])
    return sheet.made(bench, "report-with-contents", parts, extras)


def _sections(chapter: Article) -> list[tuple[str, str]]:
    number, done = 0, []
    for what, text in chapter.parts:
        if what == "heading":
            done.append((what, f"（{NUMERALS[number]}）{text}"))
            number += 1
        else:
            done.append((what, text))
    return done


def _contents(sheet: Sheet, page: int, entries: Sequence[tuple[str, int]]) -> None:
    style = Style(size=12, leading=1.7, indent=0, align="left")
    head = replace(TITLE, size=18)
    sheet.lines += one("目　录", head, Frame(page, LEFT, TOP, WIDE, 30))
    top = TOP + 45
    for text, number in entries:
        room = len(next(broken(text, style, WIDE - 40)))
        shown = text[:room]
        dots = "." * int((WIDE - len(shown) * 12 - 30) / 3.4)
        line = f"{shown}{dots}{number}"
        sheet.lines += one(line, style, Frame(page, LEFT, top, WIDE + 60, 30))[:1]
        top += 22


def notice(bench: Bench) -> Made:
    """An official notice: red head, number, long title, signature and date right."""
    writer = bench.writer
    college = writer.filled("{college}")
    year, month, day = writer.date()
    number = f"栖职党〔{year}〕{writer.random.randint(2, 60)}号"
    title = writer.filled(f"中共{college}委员会关于印发{{law}}的通知")
    sheet = Sheet(top=120)
    red = f"中共{college}委员会文件"
    sheet.write(red, replace(TITLE, size=24, track=0.1))
    sheet.write(number, replace(CENTRE, before=1))
    sheet.rules.append(Rule(0, LEFT, sheet.top + 4, WIDE, 1.5))
    sheet.top += 26
    sheet.write(title, TITLE)
    sheet.write("各党总支、党支部：", replace(BODY, indent=0, before=0.6))
    written = article(writer, 1000, 4, marks="一")
    parts = ["各党总支、党支部："]
    for what, text in written.parts:
        sheet.write(text, HEAD if what == "heading" else BODY)
        parts.append(text)
    attached = "附件：党支部工作任务清单"
    signed, dated = f"中共{college}委员会", f"{year}年{month}月{day}日"
    right = replace(BODY, indent=0, align="right", before=0.6)
    sheet.write(attached, replace(BODY, before=0.5))
    sheet.write(f"{signed}　", right)
    sheet.write(f"{dated}　　", right)
    parts += [attached, signed, dated]
    sheet.furnish("")
    extras = Extras(
        floating=[red, number],
        forbidden=["—2—", "—1—"],
        date=f"{year}-{month:02}-{day:02}",
    )
    return sheet.made(bench, "notice", [title, *parts], extras)


def odd_setting(bench: Bench) -> Made:
    """Bold drawn twice, digits pulled apart by justifying, a letter-spaced title."""
    writer = bench.writer
    title = writer.filled("{thing}工作总结")
    written = replace(article(writer, 1500, 4, marks="一"), title=title, subtitle="")
    sheet = Sheet()
    sheet.write(title, replace(TITLE, track=0.5))
    for what, text in written.parts:
        body = replace(BODY, spread=True)
        sheet.write(text, HEAD if what == "heading" else body)
    twice = [line for line in sheet.lines if line.style.bold]
    for shift in (0.35, 0.7):
        sheet.lines += [_moved(line, shift) for line in twice]
    sheet.furnish("", form="{}")
    parts = [title, *(text for _, text in written.parts)]
    return sheet.made(bench, "odd-setting", parts, Extras(forbidden=[title * 2]))


def _moved(line: SetLine, shift: float) -> SetLine:
    return replace(
        line, glyphs=tuple(replace(it, left=it.left + shift) for it in line.glyphs)
    )


def mixed_orientation(bench: Bench) -> Made:
    """Narrow pages, a wide one between them, one with everything turned by 90°."""
    writer = bench.writer
    written = replace(article(writer, 1500, 3, marks="一"), subtitle="")
    wide = (A4[1], A4[0])
    parts, tables, lines, rules = [written.title], [], [], []
    sizes, turned = [A4, wide, A4, A4], frozenset({2})
    front = one(written.title, TITLE, Frame(0, LEFT, TOP, WIDE, 70))
    frames = [
        Frame(0, LEFT, extent(front) + 20, WIDE, FOOT - extent(front) - 20),
        Frame(3, LEFT, TOP, WIDE, FOOT - TOP),
        Frame(4, LEFT, TOP, WIDE, FOOT - TOP),
    ]
    body = flow(written.set_in(BODY, HEAD), frames)
    sizes = sizes[: body[-1].page + 1] + [A4] * (body[-1].page - 3)
    tables_text = []
    for page in (1, 2):
        caption = f"附表 {page} {writer.filled('{year}年“{brand}”台账')}"
        rows = writer.rows(9)
        grid = Grid(90, (50.0, 260.0, 130.0, 150.0, 70.0))
        lines += one(caption, CAPTION, Frame(page, 90, 70, 660, 30))
        set_, ruled, _, _ = set_rows(rows, grid, page, 96, 540)
        lines += set_
        rules += ruled
        tables.append(rows)
        tables_text.append(caption + "".join(cell for row in rows for cell in row))
    sheets = Sheets(sizes, [*front, *lines, *body], rules, turned=turned)
    data = bound(bench.browser, sheets)
    parts += [text for _, text in written.parts]
    extras = Extras(floating=tables_text, tables=tables)
    return Made("mixed-orientation.pdf", data, truth_from(written.title, parts, extras))


MAKERS = (
    report_with_tables,
    report_with_contents,
    notice,
    odd_setting,
    mixed_orientation,
)
