"""Writes the binary examples (Word, Excel) beside the plain ones; the same bytes on every run and machine.

python examples/make_documents.py [DIRECTORY]
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path

import docx
import openpyxl
from docx.document import Document as WordDocument
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent / "documents"
WORD_NAME = "山亭区2023年重点工作.docx"
SHEET_NAME = "linzi-2023-social.xlsx"

SHANTING_HEADER = ("序号", "事项", "年度任务目标", "责任单位", "完成情况", "存在问题", "下步打算")
# Each item (事项) and its tasks; an item's cell is merged over its tasks, as its number's is.
SHANTING: tuple[tuple[str, tuple[tuple[str, str, str, str, str], ...]], ...] = (
    (
        "搭建园区平台",
        (
            (
                "①提升翼云科创园，建设恒海创智园。",
                "开发区\n西集镇\n桑村镇\n城头镇",
                "翼云科创园引进隆翔精密、嘉富显示、一然生物；恒海创智园签约企业6家，1号厂房建成。",
                "无",
                "加快厂房配套。",
            ),
            (
                "②规划建设空港产业园。",
                "开发区\n西集镇\n桑村镇\n城头镇",
                "包装项目7个并完成立项，正与中新国睿（武汉）实业投资有限公司等商谈合作合同。",
                "建设资金没有落实。",
                "推进土地征收。",
            ),
        ),
    ),
    (
        "培育优质企业",
        (
            (
                "①扶持核芯光电扩大产能、气味王国开发新品。",
                "区工信局",
                "核芯光电完成6寸工艺线配套建设，气味王国推出车载新品。",
                "无",
                "支持核芯光电数字化转型。",
            ),
            (
                "②推动企业股改和挂牌。",
                "区金融服务中心",
                "锦巢新材、恒丰科技等7家完成挂牌，华宝牧业、诚德骨科正在准备新三板挂牌。",
                "",
                "加紧辅导。",
            ),
            ("③开展个转企。", "区市场监管局\n各镇街", "全年完成1299户。", "有的企业转企后注销。", "加强督导。"),
        ),
    ),
    (
        "完善城市功能",
        (
            (
                "①投资3亿元改造供热管网，新建换热站6座。",
                "住建局\n山城街道\n山兴集团",
                "一级管网完成5.98千米，换热站建成3座。",
                "资金短缺。",
                "筹措资金。",
            ),
            (
                "②推进东西鲁棚改三期项目。",
                "住建局\n山城街道\n山兴集团",
                "西区434户正在做配套，东区544户规划获得批复。",
                "土地补偿款1750.6万元没有落实。",
                "完成征地。",
            ),
            (
                "③支持西集镇抓住枣庄机场机遇，开发龙河片区。",
                "发改局\n自然资源局\n交运局\n西集镇\n交发集团",
                "山东枣庄民用机场项目完成石方挖运989万立方，连接线路基大体完成。",
                "无",
                "完成全部回填。",
            ),
        ),
    ),
    (
        "建设美丽乡村",
        (
            (
                "①实施传统村落集中连片保护利用示范项目。",
                "区住建局",
                "招标选定了工程总承包单位，现场有序施工。",
                "无",
                "按期完工。",
            ),
            (
                "②做大农产品深加工，扶持华宝牧业等龙头企业。",
                "区农业农村局",
                "枣庄华宝牧业有限公司、山东融跃肉制品有限公司年产值都过了10亿元。",
                "无",
                "争创国家级龙头。",
            ),
        ),
    ),
    (
        "保障群众生活",
        (
            (
                "①支持枣庄学院乡村振兴学院办学。",
                "区教体局\n山城街道\n桑村镇\n徐庄镇",
                "山亭区职业中专与枣庄学院签了3+2合作协议。",
                "府前路幼儿园缺26亩用地指标。",
                "协调用地。",
            ),
            ("②建设便民警务站10个。", "区公安分局", "实际建成13个。", "无", "规范运行。"),
            ("③建设应急物资储备中心。", "区应急局", "储备中心已经启用。", "", ""),
        ),
    ),
)

LINZI_HEADER = ("序号", "工作任务", "完成情况", "是否完成", "牵头单位", "配合单位", "分管领导")
LINZI = (
    (
        "推进移风易俗，树立文明乡风。",
        "为85名新兵办送别仪式，入学礼办了117场。",
        "完成",
        "区委宣传部",
        "区民政局",
        "李建华、崔赟",
    ),
    (
        "培养文保人才，依托淄博市工业学校办文保专业。",
        "文保专业新生结束军训，实训室正在建设。",
        "完成",
        "区文物局",
        "区委编办、区人社局、区教体局",
        "郭克华、崔赟、高晋",
    ),
    (
        "修复古村落，推广非遗。",
        "北刘征村民居建筑群通过专家评审；八仙戏走进皇城镇中心小学、齐都镇中心小学。",
        "完成",
        "区文旅局",
        "区文物局、金山镇政府",
        "高晋",
    ),
    ("办好文化惠民演出。", "夏季广场演出27场，齐文化节演出3场。", "完成", "区文旅局", "区教体局", "崔赟、高晋"),
    (
        "提升116个村的人居环境。",
        "年度任务完成72%。",
        "完成",
        "区农业农村局",
        "区综合行政执法局、区水利局、区住建局、区交通运输局、临淄生态环境分局",
        "贾继元、高晋、于海南",
    ),
    (
        "关停齐鲁热电8台低效锅炉。",
        "齐鲁热电5号机组的关停验收申请报到省能源局。",
        "完成",
        "区发改局",
        "区行政审批服务局",
        "郭克华、房美男",
    ),
    (
        "打好净土保卫战。",
        "指导养殖户27家，55家企业完成土壤自行监测。",
        "完成",
        "临淄生态环境分局",
        "区农业农村局",
        "贾继元、于海南",
    ),
    ("严打环境违法行为。", "9月份立案2起，正在侦查。", "完成", "临淄公安分局", "临淄生态环境分局", "贾继元、孙胜利"),
    (
        "发展数字经济，推动华为等合作落地。",
        "信创生态基地主体通过验收，与华为商量新的合作方式；8个项目前三季度投资5.16亿元。",
        "完成",
        "区工信局",
        "区发改局、区大数据中心、区投资促进中心、临淄经济开发区管委会",
        "郭克华、贾继元、房美男、于海南",
    ),
    (
        "推动驻地央企合作项目。",
        "25万吨/年聚丙烯项目的考古发掘完成30%，乙烯转型升级项目等待中石化总部批准。",
        "完成",
        "区发改局",
        "区工信局、区应急管理局、临淄生态环境分局",
        "郭克华、贾继元、房美男",
    ),
    (
        "开展产业链招商。",
        "外出招商4次，三季度签约项目21个。",
        "完成",
        "区投资促进中心",
        "区工信局、各产业链工作专班",
        "郭克华、房美男、于海南",
    ),
    (
        "引进大学生和技能人才。",
        "引进大学生3695人、技能人才649人，发放创业贷款6358.9万元。",
        "完成",
        "区人社局",
        "区委组织部",
        "崔赟",
    ),
    (
        "改造提升4处体育场。",
        "齐都体育场正在编方案；足球学校体育场因并入区委党校搬迁没有动工。",
        "部分完成",
        "区教体局",
        "区财政局、金山镇政府、闻韶街道办事处、齐陵街道办事处",
        "郭克华、崔赟",
    ),
)


def shanting() -> bytes:
    """A Word table whose number and item cells are merged downwards."""
    document = docx.Document()
    document.add_heading("山亭区2023年重点工作任务完成情况表", level=1)
    document.add_paragraph("以下任务由各责任单位自报进展。")
    table = document.add_table(rows=1, cols=len(SHANTING_HEADER), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, SHANTING_HEADER, strict=True):
        cell.text = text
    for number, (item, tasks) in enumerate(SHANTING, start=1):
        first = len(table.rows)
        for task in tasks:
            for cell, text in zip(table.add_row().cells[2:], task, strict=True):
                cell.text = text
        for column, text in ((0, str(number)), (1, item)):
            top, bottom = table.cell(first, column), table.cell(len(table.rows) - 1, column)
            top.merge(bottom).text = text
    return _word_bytes(document)


def linzi() -> bytes:
    """An Excel sheet with a merged title line, lead and joint units in columns of their own, and a second sheet."""
    book = openpyxl.Workbook()
    sheet: Worksheet = book.active
    sheet.title = "进展"
    sheet.append(["临淄区2023年9月份社会事业和生态任务进展情况表"])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(LINZI_HEADER))
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.append(LINZI_HEADER)
    for number, task in enumerate(LINZI, start=1):
        sheet.append((number, *task))
    notes = book.create_sheet("说明")
    notes.append(["进展截至2023年9月底。"])
    stream = io.BytesIO()
    book.save(stream)
    return _dateless(stream.getvalue())


def _word_bytes(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return _dateless(stream.getvalue())


def _dateless(package: bytes) -> bytes:
    """The same package with every time stamp set to one day, so that its bytes depend on its content alone."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", b"2024-01-01T00:00:00Z", old.read(name))
            entry = zipfile.ZipInfo(name, date_time=(2024, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, content)
    return stream.getvalue()


def main() -> None:
    """Write both files into the directory given, else beside the other examples."""
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    directory.mkdir(parents=True, exist_ok=True)
    (directory / WORD_NAME).write_bytes(shanting())
    (directory / SHEET_NAME).write_bytes(linzi())


if __name__ == "__main__":
    main()
