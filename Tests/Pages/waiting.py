"""Waiting for a condition in a page whose policy forbids eval, on which Playwright's own wait_for_function relies."""

import time


def until(page, condition: str, seconds: float = 20):
    """Waits until the JavaScript expression is true; fails with it otherwise."""
    end = time.monotonic() + seconds
    while not page.evaluate(f"!!({condition})"):
        assert time.monotonic() < end, f"never true: {condition}"
        page.wait_for_timeout(50)
