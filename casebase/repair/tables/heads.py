"""Which rows of a table are its head.

Most files do not say so. A head is told by its words (序号, 名称, …单位), and by having
words above columns of numbers. A form, whose first row is already a label with its
value, has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casebase.document import Row

LONGEST = 24  # characters of a cell of the head
SHORT = 8  # characters of a cell that begins with a head's word
FEWEST = 2  # rows, columns
NAMED = 0.6  # of the cells of the first row have a head's words
NUMBERS = 0.6  # of the values of a column are numbers
_NUMBER = re.compile(
    r"[-+－＋±≥≤<>约近]?[¥￥$]?[0-9０-９][0-9０-９,，.．]*+\s*+"
    r"(?:[%％‰元万亿个人名项次门篇年月日]|万元|亿元|人次)?[*#]?"
    r"|(?:19|20)[0-9]{2}[年./-][0-9]{1,2}(?:[月./-](?:[0-9]{1,2}日?)?)?"
)
_NAME = re.compile(
    r"(?:序号|编号|序|项目|名称|姓名|指标|年份|年度|时间|日期|单位|部门|学院|院系|系部|专业|班级|学校|类别|类型|级别|等级"
    r"|内容|备注|说明|职务|职称|职责|性别|数量|人数|金额|合计|总计|比例|占比|得分|分值|标准|要求|地点|主题|题目|来源|电话"
    r"|联系方式|联系人|负责人|主持人|完成人|作者|期刊|出版社|版次|奖项|奖次|等次|赛项|课程|证书|机构|企业|成员|措施|目标|任务|进度)"
)
_ENDING = re.compile(
    r"(?:号|名|名称|姓名|时间|日期|年份|年度|单位|部门|机构|级别|等级|等次|类别|类型|情况|内容|人数|数量|总数|金额|比例|占比|增减"
    r"|[数额率量分值]|形式|方式|地点|职务|职称|职责|领域|来源|负责人|教师|项目|成果|备注|说明|标准|要求|[（(][^（）()]{1,8}[）)])$"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\s?(?:年度?)?")


def head_of(rows: Sequence[Row]) -> int:
    """How many of the first rows are the head, 0 where none is."""
    if len(rows) < FEWEST:
        return 0
    if _is_title(rows[0]):
        below = head_of(rows[1:])
        return below + 1 if below else 0
    high = 2 if len(rows) > FEWEST and _divides(rows[1], rows[0]) else 1
    return high if _is_head(rows[:high], rows[high:]) else 0


def _is_title(row: Row) -> bool:
    """Whether one value goes over the whole row."""
    return sum(map(bool, row)) == 1 and bool(row[0]) and not is_number(row[0])


def _is_head(head: Sequence[Row], body: Sequence[Row]) -> bool:
    row = head[0]
    cells = [cell for cell in row if cell]
    words = all(len(cell) <= LONGEST and _is_word(cell) for cell in cells)
    if not words or len(cells) < FEWEST or len(row) < max(map(len, body)):
        return False
    named = sum(map(is_name, cells))
    if named >= NAMED * len(cells):
        return True
    named_columns = {at for it in head for at, cell in enumerate(it) if cell}
    above = sum(_are_numbers(body, at) for at in named_columns)
    first = not row[0] or is_name(row[0])
    wide = len(row) > FEWEST or _YEAR.fullmatch(row[-1]) is not None
    return above >= FEWEST or (above > 0 and first and wide)


def _is_word(cell: str) -> bool:
    return not is_number(cell) or _YEAR.fullmatch(cell) is not None


def _are_numbers(rows: Sequence[Row], at: int) -> bool:
    values = [row[at] for row in rows if at < len(row) and row[at]]
    return sum(map(is_number, values)) >= NUMBERS * len(values) > 0


def _divides(row: Row, above: Row) -> bool:
    """Whether a row names the parts of cells that go over several columns."""
    if len(row) != len(above) or "" not in above[1:] or not any(row):
        return False
    parts = {at + step for at, cell in enumerate(above) if not cell for step in (-1, 0)}
    return all(
        at in parts and len(cell) <= LONGEST and not is_number(cell)
        for at, cell in enumerate(row)
        if cell
    )


def is_number(cell: str) -> bool:
    """Whether a value is a number, with its unit or without."""
    return _NUMBER.fullmatch(cell.strip()) is not None


def is_name(cell: str) -> bool:
    """Whether a cell names what stands below or beside it."""
    text = "".join(cell.split())
    named = _NAME.match(text) is not None and len(text) <= SHORT
    return named or (len(text) <= LONGEST and _ENDING.search(text[-12:]) is not None)
