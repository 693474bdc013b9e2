"""What a process takes.

Linux counts the memory of the process that starts another towards the one started. So each command is started by this
small file, run as a script, and not by a process that holds a corpus.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock, seconds of all processors, and megabytes of memory at most."""

    wall: float
    processors: float
    memory: float


def cost(command: Sequence[str]) -> Cost:
    """Runs a command to its end; exits if it fails."""
    starter = [sys.executable, __file__, *command]
    done = subprocess.run(starter, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}.")
    return Cost(**json.loads(done.stdout))


def _run(command: Sequence[str]) -> int:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in
    print(json.dumps(asdict(Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6))))
    return process.returncode


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1:]))
