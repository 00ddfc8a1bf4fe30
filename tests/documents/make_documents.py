"""Makes the small documents beside it, which the reader tests read: run again only to change them.

Every text is ours. PDF, .doc and .xls files come from LibreOffice.
"""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image, ImageDraw

from kg.readers.libreoffice import convert, find_office

HERE = Path(__file__).parent
HEADER = ["序号", "重点工作", "责任单位", "完成情况"]
ROWS = [
    ["1", "建成城东快速路三期", "区交通局", "路基完成八成"],
    ["2", "改造老旧小区六个", "区住建局\n东湖街道", "四个已经完工"],
    ["3", "新增学位一千二百个", "区教育局", "校舍封顶"],
]
NUMBERING = """
<w:abstractNum {ns} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
</w:abstractNum>"""


def merged_docx() -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "临湖区督查专报"
    word.sections[0].footer.paragraphs[0].text = "内部资料"
    word.add_heading("一、城市建设", level=1)
    word.add_paragraph("各项工作按期推进。")
    table = word.add_table(rows=4, cols=4, style="Table Grid")
    for cells, texts in zip(table.rows, [HEADER, *ROWS], strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    for row in (2, 3):
        table.cell(row, 2).text = ""
    table.cell(1, 2).merge(table.cell(3, 2))
    table.cell(0, 2).merge(table.cell(0, 3)).text = "责任单位和完成情况"
    word.add_paragraph("备注：进度截至九月底。")
    word.save(str(HERE / "agency-merged-over-three-rows.docx"))


def nested_docx() -> None:
    word = docx.Document()
    outer = word.add_table(rows=1, cols=2, style="Table Grid")
    outer.cell(0, 0).text = "水务项目"
    inner = outer.cell(0, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text = "北泵站"
    inner.cell(0, 1).text = "区水务局"
    word.add_paragraph("两表之间的话")
    second = word.add_table(rows=1, cols=2)
    second.cell(0, 0).text = "甲"
    second.cell(0, 1).text = "乙"
    word.save(str(HERE / "nested-table-then-a-second-one.docx"))


def tracked_docx() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("全年新建")._p
    deleted = f'<w:del {nsdecls("w")} w:id="1" w:author="甲"><w:r><w:delText>五</w:delText></w:r></w:del>'
    inserted = f'<w:ins {nsdecls("w")} w:id="2" w:author="甲"><w:r><w:t>七</w:t></w:r></w:ins>'
    rest = f"<w:r {nsdecls('w')}><w:t>座泵站</w:t></w:r>"
    hidden = f"<w:r {nsdecls('w')}><w:rPr><w:vanish/></w:rPr><w:t>（待核）</w:t></w:r>"
    for part in (deleted, inserted, rest, hidden):
        paragraph.append(parse_xml(part))
    word.save(str(HERE / "tracked-changes-and-hidden-text.docx"))


def numbered_docx() -> None:
    word = docx.Document()
    numbering = word.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"))))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="78"><w:abstractNumId w:val="77"/></w:num>'))
    table = None
    for level, text in [(0, "城市更新"), (1, "改造管网"), (1, "整治河道"), (0, "乡村振兴"), (1, "修建村路")]:
        paragraph = word.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(_number(level))
    table = word.add_table(rows=2, cols=2)
    for row, text in zip(table.rows, ["植树造林", "清洁取暖"], strict=True):
        row.cells[0].paragraphs[0]._p.get_or_add_pPr().append(_number(1))
        row.cells[1].text = text
    word.save(str(HERE / "automatic-numbers.docx"))


def _number(level: int) -> object:
    return parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="78"/></w:numPr>')


def workbook() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "重点项目"
    sheet["B2"] = "临湖区重点项目进度"
    sheet.merge_cells("B2:E2")
    sheet.append([])
    for column, text in zip("BCDE", ["序号", "项目", "增幅", "开工"], strict=True):
        sheet[f"{column}4"] = text
    rows = [(1, "城东快速路", 0.06, date(2023, 9, 30)), (2, "北泵站", 0.125, date(2023, 10, 8))]
    for number, (order, name, growth, start) in enumerate(rows, start=5):
        sheet[f"B{number}"], sheet[f"C{number}"] = order, name
        sheet[f"D{number}"], sheet[f"E{number}"] = growth, start
        sheet[f"D{number}"].number_format = "0%" if order == 1 else "0.0%"
        sheet[f"E{number}"].number_format = "yyyy-mm-dd"
    sheet.merge_cells("C7:C8")
    sheet["B7"], sheet["B8"], sheet["C7"] = 3, 4, "湿地公园"
    sheet["D7"] = "=D5+D6"
    hidden = book.create_sheet("备用")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "内部口径"
    book.save(HERE / "header-in-row-four-and-a-hidden-sheet.xlsx")


PAGE = """<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>临湖区2023年重点工作_临湖区人民政府</title><style>td{color:red}</style></head>
<body><nav><a>首页</a><a>政务公开</a></nav>
<div class="breadcrumb">当前位置：首页 &gt; 政务公开</div>
<table width="100%"><tr><td><h1>临湖区2023年重点工作安排</h1>
<p>字号：[<a>大</a> <a>中</a> <a>小</a>]</p>
<p>现将重点工作<b>印发</b>给你们。</p>
<table border="1">
<tr><th rowspan="2">序号</th><th colspan="2">任务</th></tr>
<tr><td>内容</td><td>责任单位</td></tr>
<tr><td>1</td><td><p>建成北泵站。</p><p>修建<br>引水渠。</p></td><td rowspan="2">区水务局</td></tr>
<tr><td>2</td><td>疏浚东湖<table><tr><td>一段</td><td>二段</td></tr></table></td></tr>
</table>
<ol start="3"><li>按月报送进度</li><li>年底考核</li></ol>
<p>【打印】 【关闭窗口】</p></td></tr></table>
<div id="footer">主办：临湖区人民政府办公室</div><script>var a = "看不见";</script></body></html>
"""


def pdfs() -> None:
    word = docx.Document()
    word.sections[0].footer.paragraphs[0].text = "临湖区政府督查室"
    word.add_paragraph("临湖区重点工作进展")
    table = word.add_table(rows=0, cols=4, style="Table Grid")
    for texts in [HEADER, *([str(n), f"任务{n}的内容", "区水务局", "已经完成" * 8] for n in range(1, 41))]:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    _converted(word, "table-over-several-pages.pdf")
    word = docx.Document()
    word.add_paragraph("没有表线的安排")
    table = word.add_table(rows=0, cols=4)
    for texts in [HEADER, *ROWS]:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    _converted(word, "columns-without-rules.pdf")
    options = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'
    _converted(word, "password.pdf", f"pdf:writer_pdf_Export:{options}")
    picture = Image.new("L", (300, 120), 255)
    ImageDraw.Draw(picture).rectangle((20, 20, 280, 100), outline=0)
    picture.save(HERE / "scanned.pdf")


def old_office() -> None:
    word = docx.Document()
    table = word.add_table(rows=0, cols=4, style="Table Grid")
    for texts in [HEADER, *ROWS]:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    word.add_paragraph("九月底")  # without a last paragraph LibreOffice writes the table as text
    _converted(word, "old-word.doc", "doc")
    book = openpyxl.Workbook()
    for row in [HEADER, *ROWS]:
        book.active.append(row)
    source = HERE / "old-sheet.xlsx"
    book.save(source)
    _convert(source, "old-sheet.xls", "xls")


def _converted(word: object, name: str, target: str = "pdf") -> None:
    source = HERE / f"{Path(name).stem}.docx"
    word.save(str(source))  # type: ignore[attr-defined]
    _convert(source, name, target)


def _convert(source: Path, name: str, target: str) -> None:
    program = find_office()
    assert program
    made = convert(source, target, program)
    assert made is not None
    assert made.name == name
    source.unlink()


def texts() -> None:
    lines = "\r\n".join("\t".join(row).replace("\n", " ") for row in [HEADER, *ROWS])
    (HERE / "gbk-with-tabs.txt").write_bytes(lines.encode("gb18030"))
    (HERE / "utf16-without-mark.txt").write_bytes(lines.encode("utf-16-le"))
    (HERE / "big5.txt").write_bytes("區政府今年重點工作：整治東湖水質，擴建圖書館。\n".encode("big5"))
    quoted = '序号;重点工作;责任单位\n1;"建成""一环""快速路;三期\n含匝道";区交通局\n2;改造小区;\n'
    (HERE / "quoted-line-breaks.csv").write_bytes(quoted.encode("utf-8-sig"))
    table = (
        "| 序号 | 任务 | 责任单位 |\n|:--|---|---|\n| 1 | 建成**北泵站** | 区水务局<br>东湖街道 |\n| 2 | 甲\\|乙 |  |\n"
    )
    (HERE / "pipe-table.md").write_text(f"# 重点工作 #\n\n- 九月底前完成\n\n{table}\n完。\n", "utf-8")
    (HERE / "page-of-a-government-site.html").write_bytes(PAGE.encode("gb2312"))


def archive() -> None:
    path = HERE / "names-in-gbk.zip"
    names = {"aaaa/bbbb.txt": "区级/任务.txt", "../../cccc.txt": "../../市级.txt"}
    with zipfile.ZipFile(path, "w") as package:
        for written, name in names.items():
            info = zipfile.ZipInfo(written, (2023, 9, 30, 0, 0, 0))
            package.writestr(info, f"{Path(name).stem}：疏浚东湖".encode("gb18030"))
    content = path.read_bytes()
    for written, name in names.items():  # zipfile itself would write UTF-8 names
        content = content.replace(written.encode(), name.encode("gbk"))
    path.write_bytes(content)


if __name__ == "__main__":
    for make in (merged_docx, nested_docx, tracked_docx, numbered_docx, workbook, texts, pdfs, old_office, archive):
        make()
