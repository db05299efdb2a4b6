"""What goes wrong in a night. Each is a bash script around `$NIGHTLY`, the command of the night.

Exits do not matter here, but what they may be does: nothing passes for success that is none.
"""

from __future__ import annotations

import random
from typing import Callable, Dict, Tuple

#: Of nightly: its own, those of its stages, of its tools, and of signals.
ANY = (0, 1, 2, 64, 65, 66, 73, 74, 75, 78, 127, 129, 130, 137, 143)

Script = Tuple[str, Tuple[int, ...]]


def clean(_: random.Random) -> Script:
    return "", (0,)


def kill_all(dice: random.Random) -> Script:
    moment = dice.random() * 0.8
    # A group of its own, so that the kill takes the stages too.
    return f"setsid $NIGHTLY & sleep {moment:.3f}; kill -9 -- -$!; wait $!", (0, 137)


def kill_script(dice: random.Random) -> Script:
    moment = dice.random() * 0.8
    return f"$NIGHTLY & sleep {moment:.3f}; kill -9 $!; wait $!", (0, 137)


def kill_stage(dice: random.Random) -> Script:
    name = dice.choice(["ingest", "sessionize", "funnelstats", "report"])
    # Only a child of this very run.
    return (
        f"$NIGHTLY & own=$!; for _ in {{1..400}}; do stage=$(pgrep -P $own -x {name} | head -n 1);"
        " [ -n \"$stage\" ] && kill -9 $stage && break; sleep 0.003; done; wait $own"), (0, 137)


def signal(dice: random.Random) -> Script:
    name, moment = dice.choice(["TERM", "INT", "HUP"]), dice.random() * 0.8
    return f"$NIGHTLY & sleep {moment:.3f}; kill -{name} $!; wait $!", (0, 129, 130, 143)


def failing_call(dice: random.Random) -> Script:
    calls, error = dice.choice([
        ("write,pwrite64", "ENOSPC"), ("write,pwrite64", "EIO"), ("fsync,fdatasync", "EIO"),
        ("rename,renameat,renameat2", "EACCES"), ("read,pread64", "EIO"), ("openat", "EMFILE"),
        ("close", "EIO"), ("newfstatat,statx", "EIO"), ("mkdir", "ENOSPC"), ("unlink,unlinkat", "EIO"),
        ("fsync", "EINTR"), ("flock", "EIO"), ("write", "EINTR")])
    number = dice.randrange(1, 90 if calls in ("openat", "read,pread64", "close") else 12)
    return (
        f"strace -f -qq -o /dev/null -e trace={calls} -e inject={calls}:error={error}:when={number} $NIGHTLY"), ANY


def full_disk(dice: random.Random) -> Script:
    number = dice.randrange(1, 12)
    return (
        "strace -f -qq -o /dev/null -e trace=write,pwrite64 -e"
        f" inject=write,pwrite64:error=ENOSPC:when={number}+ $NIGHTLY"), ANY


def small_files(dice: random.Random) -> Script:
    return f"ulimit -f {dice.choice([1, 4, 16, 64])}; $NIGHTLY", ANY


def cut_log(_: random.Random) -> Script:
    """Half a log first; the whole one is there when the night is run again."""
    return (
        'mkdir cut && head -c $(($(stat -c %s $LOGS/*.gz) / 2)) $LOGS/*.gz >cut/events.ndjson.gz;'
        ' ${NIGHTLY/$LOGS/cut}; code=$?; rm -r cut; exit $code'), (65,)


def no_log_yet(_: random.Random) -> Script:
    return "mkdir none; ${NIGHTLY/$LOGS/none}; code=$?; rm -r none; exit $code", (66,)


def two_at_once(dice: random.Random) -> Script:
    moment = dice.random() * 0.1
    return f"$NIGHTLY & sleep {moment:.3f}; $NIGHTLY; wait $!", (0, 75)


TROUBLES: Dict[str, Callable[[random.Random], Script]] = {
    "nothing": clean, "kill of all": kill_all, "kill of the script": kill_script,
    "kill of a stage": kill_stage, "signal": signal, "failing call": failing_call,
    "full disk": full_disk, "small files": small_files, "cut log": cut_log, "no log yet": no_log_yet,
    "two at once": two_at_once,
}
