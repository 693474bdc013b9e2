import sys

import pytest

from benchmarks.processes import cost


def test_memory_is_that_of_the_command_not_of_who_asks():
    held = bytearray(200_000_000)
    small, large = (cost([sys.executable, "-c", code]) for code in ("pass", "x = bytearray(10**8)"))
    assert small.memory < 60 < 100 < large.memory < len(held) / 1e6
    assert small.wall > 0


def test_failure_is_reported():
    with pytest.raises(SystemExit, match="ended with 3"):
        cost([sys.executable, "-c", "raise SystemExit(3)"])
