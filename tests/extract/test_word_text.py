"""What of a Word paragraph is text that people see."""

from __future__ import annotations

import pytest

from tests.extract.making import Read
from tests.extract.packing import field, lines_of, mark, p, packed, r, texts_of

BOX = "<w:txbxContent><w:p><w:r><w:t>框内的话</w:t></w:r></w:p></w:txbxContent>"
SHAPE = f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp>"
EQ = "<w:r><w:instrText>{}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>党</w:t><w:softHyphen/><w:t>建</w:t></w:r>", "党建"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r>', "☑是"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>90%</w:t></w:r>', "≥90%"),
        ('<w:r><w:sym w:font="宋体" w:char="2460"/><w:t>做法</w:t></w:r>', "①做法"),
        ('<w:r><w:sym w:font="怪体" w:char="F0FE"/><w:t>做法</w:t></w:r>', "做法"),
        ('<w:r><w:sym w:font="宋体" w:char="zz"/><w:t>做法</w:t></w:r>', "做法"),
        (
            r("&#xF0FC;完成", '<w:rFonts w:ascii="Wingdings"/>'),
            "✓完成",
        ),
        (r("看得见") + r("看不见", "<w:vanish/>"), "看得见"),
        (r("不显", '<w:rStyle w:val="ghost"/>') + r("显示"), "显示"),
        (
            r("显示", '<w:rStyle w:val="ghost"/><w:vanish w:val="0"/>'),
            "显示",
        ),
        (f"{r('第')}{field('PAGE', r('3'))}{r('页')}", "第3页"),
        (field('HYPERLINK "http://a.example/"', r("学校主页")), "学校主页"),
        (field("REF _Ref1 \\h", r("表 2")), "表 2"),
        (field("SEQ 表", r("4")), "4"),
        (field(f'IF "1" = "1" {field("PAGE", r("9"))}', r("结果")), "结果"),
        (
            '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>8</w:t></w:r></w:fldSimple>',
            "8",
        ),
        (mark("begin") + EQ.format(" XE 词条 ") + mark("end") + r("词条"), "词条"),
        (
            mark("begin") + EQ.format("eq \\o\\ac(○,12)") + mark("end") + r("做法"),
            "⑫做法",
        ),
        (
            mark("begin")
            + EQ.format("EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(qīng),青)")
            + mark("end")
            + r("禾"),
            "青禾",
        ),
        (
            mark("begin") + EQ.format("EQ \\f(3,4)") + mark("end") + r("的党员"),
            "3/4的党员",
        ),
        (mark("end") + r("多余的标记"), "多余的标记"),
        (
            (
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                f"{r('单击此处输入文字。')}</w:sdtContent></w:sdt>{r('姓名')}"
            ),
            "姓名",
        ),
        (
            f"<w:sdt><w:sdtPr/><w:sdtContent>{r('已填')}</w:sdtContent></w:sdt>",
            "已填",
        ),
        (
            (
                '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
                "<w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
                f"{EQ.format(' FORMCHECKBOX ')}{mark('end')}{r('同意')}"
            ),
            "☑同意",
        ),
        (
            (
                "<m:oMath><m:r><m:t>率=</m:t></m:r><m:f><m:num><m:r><m:t>a</m:t></m:r>"
                "</m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"
            ),
            "率=a/b",
        ),
        (
            (
                "<m:oMathPara><m:oMath><m:d><m:e><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e>"
                "<m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:e></m:d></m:oMath>"
                "</m:oMathPara>"
            ),
            "(x^2)",
        ),
        (
            (
                f"{r('甲')}<w:commentRangeStart w:id='0'/>{r('乙')}"
                "<w:r><w:commentReference w:id='0'/></w:r>"
            ),
            "甲乙",
        ),
    ],
)
def test_a_paragraph_holds_what_people_see(read: Read, xml: str, text: str) -> None:
    ghost = '<w:style w:styleId="ghost"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert texts_of(read, p(xml), styles=ghost) == [text]


@pytest.mark.parametrize(
    "drawing",
    [
        f"<w:drawing><wp:anchor><a:graphic>{SHAPE}</a:graphic></wp:anchor></w:drawing>",
        f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>",
        (
            f"<mc:AlternateContent><mc:Choice><w:drawing>{SHAPE}</w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent>"
        ),
        "<w:pict><v:shape><v:textpath string='框内的话'/></v:shape></w:pict>",
        (
            "<w:drawing><a:graphic><a:txBody><a:p><a:r><a:t>框内</a:t></a:r><a:r>"
            "<a:t>的话</a:t></a:r></a:p></a:txBody></a:graphic></w:drawing>"
        ),
    ],
)
def test_a_text_box_stands_once_at_its_anchor(read: Read, drawing: str) -> None:
    body = p(r("上文，") + f"<w:r>{drawing}</w:r>" + r("不断。")) + p("下文。")
    found = lines_of(read, body)
    assert [line.text for line in found] == ["上文，不断。", "框内的话", "下文。"]
    assert [line.boxed for line in found] == [False, True, False]


def test_a_diagram_gives_its_nodes(read: Read) -> None:
    data = (
        b'<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/'
        b'diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        b'<dgm:ptLst><dgm:pt type="doc"/><dgm:pt><dgm:t><a:p><a:r><a:t>%s</a:t></a:r>'
        b'</a:p></dgm:t></dgm:pt><dgm:pt type="parTrans"/><dgm:pt type="node"><dgm:t>'
        b"<a:p><a:r><a:t>%s</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"
        b"</dgm:dataModel>"
    ) % ("党委".encode(), "支部".encode())
    body = p('<w:r><w:drawing><dgm:relIds r:dm="d1"/></w:drawing></w:r>')
    layout = read("图.docx", packed(body, {"d1 diagramData diagrams/data1.xml": data}))
    assert [line.rows for line in layout.pages[0].lines] == [(("党委",), ("支部",))]
    gone = read("图.docx", packed(body + p("正文。")))
    assert [line.text for line in gone.pages[0].lines] == ["正文。"]


def test_lines_that_were_only_wrapped_are_whole_again(read: Read) -> None:
    wrapped = (
        "青禾职业学院机电工程系教师党支部坚持把支部建在专业群上，",
        "推动党建工作与教育教学、技术服务、社会培训深度融合，形成了",
        "可以推广的经验。",
    )
    text = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in wrapped)
    verse = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in ("党旗飘扬", "匠心闪光"))
    assert texts_of(read, p(f"<w:r>{text}</w:r>") + p(f"<w:r>{verse}</w:r>")) == [
        "".join(wrapped),
        "党旗飘扬",
        "匠心闪光",
    ]


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        (("关于支部建设", "的实施意见"), ["关于支部建设的实施意见"]),
        (("支部建设纪实", "——以机电支部为例"), ["支部建设纪实", "——以机电支部为例"]),
        (("支部建设纪实", "林远"), ["支部建设纪实", "林远"]),
        (("青禾职业学院", "2023年5月6日"), ["青禾职业学院", "2023年5月6日"]),
        (
            ("青院党〔2023〕5号", "支部建设", "方案"),
            ["青院党〔2023〕5号", "支部建设方案"],
        ),
        (("Party Building", "at School"), ["Party Building at School"]),
    ],
)
def test_a_title_broken_by_hand_is_one_line(
    read: Read, parts: tuple[str, ...], lines: list[str]
) -> None:
    text = "<w:br/>".join(f"<w:t>{part}</w:t>" for part in parts)
    title = p(f"<w:r>{text}</w:r>", '<w:jc w:val="center"/>')
    assert texts_of(read, title + p("正文在此。")) == [*lines, "正文在此。"]


def test_a_numbered_line_after_a_break_is_its_own(read: Read) -> None:
    parts = (
        "近年来学校党委围绕中心工作抓党建，着力打造过硬支部队伍，主要做法是",
        "（一）强化政治功能，健全党委统一领导、部门分工负责的工作格局。",
    )
    text = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in parts)
    assert texts_of(read, p(f"<w:r>{text}</w:r>")) == list(parts)


TOC = (
    p(mark("begin") + EQ.format(' TOC \\o "1-3" ') + mark("separate") + r("一、背景 1"))
    + p('<w:hyperlink w:anchor="_Toc2"><w:r><w:t>二、做法</w:t></w:r></w:hyperlink>')
    + p(r("三、成效") + "<w:r><w:tab/></w:r>" + field("PAGEREF _Toc3", r("7")))
)


@pytest.mark.parametrize(
    ("xml", "kept"),
    [
        (TOC + p(mark("end")), []),
        (TOC, []),  # the field was never closed
        (
            (
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery "
                'w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
                f"{p('目  录')}{TOC}{p(mark('end'))}</w:sdtContent></w:sdt>"
            ),
            [],
        ),
        (
            p(f'<w:fldSimple w:instr="TOC \\c 图">{r("图 1 流程 5")}</w:fldSimple>'),
            [],
        ),
        (p(mark("begin") + EQ.format(" REF x ")) + p("引用坏了。"), ["引用坏了。"]),
    ],
)
def test_contents_lists_are_left_out_but_no_text(
    read: Read, xml: str, kept: list[str]
) -> None:
    after = ["一、背景", "支部建在专业上。"]
    assert texts_of(read, xml + "".join(map(p, after))) == [*kept, *after]


def test_a_web_page_inside_the_file_is_read_at_its_place(read: Read) -> None:
    page = (
        "<html><body><p>嵌入的网页，说的是支部建设的做法。</p></body></html>".encode()
    )
    inner = packed(p("嵌入的文档。") + '<w:altChunk r:id="x"/>')
    body = p("前。") + '<w:altChunk r:id="h"/><w:altChunk r:id="d"/>' + p("后。")
    data = packed(body, {"h aFChunk a.html": page, "d aFChunk b.docx": inner})
    found = [line.text for line in read("片.docx", data).pages[0].lines]
    assert found == [
        *("前。", "嵌入的网页，说的是支部建设的做法。", "嵌入的文档。", "后。")
    ]
