#!/usr/bin/env python3
"""Whole sites: does the work for a page grow with the site?

    swift build -c release --product gongkai
    python3 Benchmarks/sites/run.py [N …]              invented notices, 1,000, 4,000 and 16,000 by default
    python3 Benchmarks/sites/run.py --content FOLDER … folders of notices instead

Prints one row a site: processor time a file, against the first row, and peak memory. Exit status 1 when the last site needs more
than 1.25 times the processor time a file of the first. Sites are built in a temporary folder and removed.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
MOST_GROWTH = 1.25
WORDS = ["加强", "推进", "建设", "管理", "服务", "机制", "完善", "落实", "责任", "公开", "群众", "部门", "保障", "安全", "生态", "改革", "发展", "监督",
         "审批", "网格", "标准", "信息", "平台", "社会", "治理", "依法", "行政", "效能", "教育", "卫生", "交通", "水利", "农业", "住房", "就业", "救助"]
ORGANS = [f"示例{name}" for name in ["县人民政府", "县财政局", "县教育局", "县水务局", "县民政局", "青石镇人民政府", "白水镇人民政府", "柳溪镇人民政府"]]
HAN = "一二三四五六七八九十"


def notice(number: int) -> str:
    """A notice of about 5,000 characters; the same number gives the same text."""
    pick = random.Random(number)
    year, organ = 2010 + pick.randrange(16), pick.choice(ORGANS)
    say = lambda count: "".join(pick.choice(WORDS) for _ in range(count))
    topic, date = say(4), f"{year}-{pick.randrange(1, 13):02}-{pick.randrange(1, 29):02}"
    lines = [f"索引号: SL-{number:06}", f"公开责任部门: {organ}", f"公开日期: {date}", f"文号: 示府〔{year}〕{number}号", "",
             f"{organ}关于印发《{topic}工作方案》的通知", "", "各镇人民政府，县直各单位：", "", f"现将《{topic}工作方案》印发给你们，请认真贯彻执行。", "",
             organ, f"{year}年{int(date[5:7])}月{int(date[8:])}日", "", f"{topic}工作方案", ""]
    # About one real notice in seven says who is responsible for what.
    duty = f"（责任单位：县财政局、县{say(1)}局，各镇人民政府）" if number % 7 == 0 else ""
    for section in range(6):
        lines.append(f"{HAN[section]}、{say(4)}")
        for item in range(5):
            body = "。".join(f"{say(9)}，{say(7)}" for _ in range(4))
            lines.append(f"（{HAN[item]}）{say(5)}。{body}。到{year + 1}年12月底前完成。{duty}")
    return "\n".join(lines) + "\n"


def make(folder: Path, count: int) -> None:
    for number in range(1, count + 1):
        path = folder / f"{number // 500:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(notice(number), "utf-8")


def build(program: Path, content: Path, work: Path) -> dict:
    """One build of a copy of `content`: what it made and what it cost."""
    shutil.rmtree(work / "site", ignore_errors=True)
    command = [program, "build", "--content", content, "--output", work / "site", "--at", "2026-01-01", "--format", "json", "--clean"]
    started = time.monotonic()
    with open(work / "result.json", "wb") as out:
        process = subprocess.Popen(list(map(str, command)), stdout=out, stderr=subprocess.DEVNULL,
                                   env={**os.environ, "GONGKAI_HOME": str(PROJECT)})  # where the theme is
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"the build of {content.name} published nothing: {(work / 'result.json').read_text()[:2000]}")
    result = json.loads((work / "result.json").read_text())
    seconds = usage.ru_utime + usage.ru_stime
    return {"documents": result["documents"], "files": result["files"], "bytes": result["bytes"], "cpu": seconds,
            "wall": time.monotonic() - started, "peak": usage.ru_maxrss / 1024}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("counts", nargs="*", type=int, default=[1000, 4000, 16000])
    arguments.add_argument("--content", nargs="+", type=Path)
    arguments.add_argument("--program", type=Path, default=PROJECT / ".build/release/gongkai")
    chosen = arguments.parse_args()
    first = growth = None
    print("| documents | files | MB | processor s | wall s | ms a file | against the first | peak MB |\n|---:|---:|---:|---:|---:|---:|---:|---:|")
    for site in chosen.content or chosen.counts:
        with tempfile.TemporaryDirectory() as folder:
            work = Path(folder)
            if isinstance(site, Path):
                shutil.copytree(site, work / "content")  # the lock of ids is written beside the documents
            else:
                make(work / "content", site)
            cost = build(chosen.program, work / "content", work)
        each = cost["cpu"] * 1000 / cost["files"]
        first = first or each
        growth = each / first
        print(f"| {cost['documents']:,} | {cost['files']:,} | {cost['bytes'] / 1e6:.0f} | {cost['cpu']:.1f} | {cost['wall']:.1f} | {each:.2f} | {growth:.2f} | {cost['peak']:.0f} |", flush=True)
    return 0 if chosen.content or growth <= MOST_GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())
