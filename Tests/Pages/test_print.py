"""Printing the seed gives a document, not a web page."""

import re
import shutil
import subprocess

import pytest


def test_the_print_has_no_navigation_and_ends_with_the_record(open_page):
    page = open_page("/d/ning-fa-2017-10/").page
    page.emulate_media(media="print")
    visible = page.evaluate(
        """() => ['.site-head', '.columns', '.crumbs', '.toc', '.actions', '.site-foot', '.anchor', '.meta']
            .filter(s => [...document.querySelectorAll(s)].some(e => e.checkVisibility()))"""
    )
    assert not visible
    assert page.locator(".record").is_visible()
    assert "以正式文本为准" in page.locator(".record").inner_text()


def test_the_pdf_is_a4_with_its_own_page_numbers(open_page, tmp_path):
    file = tmp_path / "seed.pdf"
    open_page("/d/ning-fa-2017-10/").page.pdf(path=file, prefer_css_page_size=True)
    data = file.read_bytes()
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\]", data)
    assert boxes and all(abs(float(w) - 595) < 2 and abs(float(h) - 842) < 2 for w, h in boxes)
    assert 15 <= len(boxes) <= 60


def test_a_printed_line_holds_28_characters_and_a_page_22_lines(open_page):
    page = open_page("/d/ning-fa-2017-10/", width=590).page
    page.emulate_media(media="print")
    size, line = page.evaluate(
        """() => { const s = getComputedStyle(document.querySelector('.text [id="2.1.8"] p')); return [parseFloat(s.fontSize), parseFloat(s.lineHeight)] }"""
    )
    millimetre = 96 / 25.4
    assert abs(size - 156 * millimetre / 28) < 0.05
    assert abs(line - 225 * millimetre / 22) < 0.05


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="reading the printed page needs pdftotext")
def test_a_full_page_of_the_pdf_has_22_lines_of_28_characters_and_nothing_of_the_web_page(open_page, tmp_path):
    file = tmp_path / "seed.pdf"
    open_page("/d/ning-fa-2017-10/").page.pdf(path=file, prefer_css_page_size=True)
    pages = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout.split("\f")
    lines = [line.strip() for line in pages[2].splitlines() if line.strip()]
    numbers = [line for line in lines if line.replace(" ", "") == "—3—"]
    assert len(numbers) == 1 and len(lines) == 23
    assert max(sum("\u4e00" <= c <= "\u9fff" or c in "，。、；：（）《》" for c in line) for line in lines) == 28
    whole = "".join(pages)
    assert pages[0].replace(" ", "").replace("—1—", "").strip().startswith("本文件的规划期已满")
    assert "以正式文本为准" in pages[-2] + pages[-1]
    assert not any(word in whole for word in ("显示设置", "复制引用", "目录（共", "127.0.0.1", "打印\n"))


def test_headings_are_printed_in_the_size_of_the_text(open_page):
    page = open_page("/d/ning-fa-2017-10/").page
    page.emulate_media(media="print")
    sizes = page.evaluate(
        "() => [...document.querySelectorAll('.text .unit > :is(h3, h4, h5), .text .clause > .run-in, .text .clause > p')].map(e => getComputedStyle(e).fontSize)"
    )
    assert len(sizes) > 40 and len(set(sizes)) == 1
