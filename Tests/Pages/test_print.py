"""Printing the seed gives a document, not a web page."""

import re
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
