"""How other programs fail, measured on this machine: `Scripts/faults peers` prints the table of the README.

Wanted are jq, miller and goaccess (apt install); DuckDB is installed from PyPI into a temporary folder. What
is not there is left out by name. Everything runs as an ordinary user, for some replace devices.
A cell is the exit code and, where the output is not what it would be, how much of it there is; bold where
exit 0 stands beside a missing, cut or wrong output, or where the program had to be killed.
"""

from __future__ import annotations

import csv
import datetime
import gzip
import os
import re
import subprocess
import sys
import tempfile
from typing import Dict, List, NamedTuple, Optional

from content import rows
from cases import Case, Skip
from lab import Lab, say
from room import Room

PACKAGES = os.path.join(tempfile.gettempdir(), "polku-peers")
#: Debian's, which an ordinary user may run.
PYTHON = f"env PYTHONPATH={PACKAGES} /usr/bin/python3"
DUCKDB = f"{PYTHON} -c \"import duckdb, sys; duckdb.sql(sys.argv[1])\""


class Peer(NamedTuple):
    name: str
    version: str
    """A command that prints it."""
    plain: str
    """Reads `{}`, writes standard output."""
    named: str
    """Reads `{}`, writes `{out}`; empty where it has no such option."""
    input: str
    zipped: str = ""
    """Reads a gzip file `{}`; empty where it cannot."""
    reads_stdin: str = "-"


PEERS = (
    Peer("Polku", "ingest --version", "ingest {}", "ingest {} -o {out}", "access.log", "ingest {}"),
    Peer("sort", "sort --version", "sort {}", "sort {} -o {out}", "events.csv"),
    Peer("jq", "jq --version", "jq -c .event {}", "", "events.ndjson"),
    Peer(
        "Miller", "mlr --version", "mlr --csv cat {}", "", "events.csv",
        "mlr --csv --prepipe 'gzip -dc' cat {}", ""),
    Peer(
        "DuckDB", f"{PYTHON} -c 'import duckdb; print(duckdb.__version__)'",
        DUCKDB + " \"COPY (FROM read_csv('{}', all_varchar=true)) TO '/dev/stdout'\"",
        DUCKDB + " \"COPY (FROM read_csv('{}', all_varchar=true)) TO '{out}'\"", "events.csv",
        DUCKDB + " \"COPY (FROM read_csv('{}', all_varchar=true)) TO '/dev/stdout'\"", "/dev/stdin"),
    Peer(
        "GoAccess", "goaccess --version", "goaccess {} --log-format=COMBINED --no-progress -o json",
        "goaccess {} --log-format=COMBINED --no-progress -o {out}", "access.log",
        "goaccess {} --log-format=COMBINED --no-progress -o json"),
)
#: Situations: a script around `$RUN`, which writes what it made to `made`.
SITUATIONS = (
    "standard output full", "disk full, named output", "gzip cut short", "gzip checksum wrong",
    "upstream killed in a pipe", "folder as input", "output folder missing", "reader gone",
    "EINTR at every third call", "SIGTERM, old output there")


def compare() -> int:
    install_duckdb()
    with Lab(is_quick=True, seed=1) as lab:
        peers = [peer for peer in PEERS if is_there(lab, peer)]
        table = [["situation", *(peer.name for peer in peers)]]
        for situation in SITUATIONS:
            table.append([situation, *(cell(lab, situation, peer) for peer in peers)])
        table.append(["version", *(version(lab, peer) for peer in peers)])
    for number, row in enumerate(table):
        print("| " + " | ".join(row) + " |")
        if number == 0:
            print("|" + "---|" * len(row))
    print(f"\nMeasured {datetime.date.today()} by `Scripts/faults peers`.")
    return 0


def install_duckdb() -> None:
    if os.path.isdir(os.path.join(PACKAGES, "duckdb")):
        return
    command = ["/usr/bin/python3", "-m", "pip", "install", "-q", "--target", PACKAGES, "duckdb"]
    try:
        # Debian's Python may lack pip; that of the caller serves as well where it is of one version.
        if subprocess.run(command, capture_output=True, check=False).returncode != 0:
            subprocess.run(["python3", *command[1:]], stdout=sys.stderr, check=False)
    except OSError as problem:
        say(f"DuckDB cannot be installed: {problem}")
    subprocess.run(["chmod", "-R", "a+rX", PACKAGES], check=False)


def is_there(lab: Lab, peer: Peer) -> bool:
    found = version(lab, peer) != ""
    if not found:
        say(f"{peer.name} is not there and left out")
    return found


def version(lab: Lab, peer: Peer) -> str:
    shown = subprocess.run(
        ["bash", "-c", peer.version], env=lab.environment(lab.folder), capture_output=True, text=True,
        check=False)
    words = [word.strip("v.,") for word in shown.stdout.split("\n")[0].replace("-", " ").split()]
    return next((word for word in words if word[:1].isdigit()), "") if shown.returncode == 0 else ""


def room_for(lab: Lab, peer: Peer) -> Room:
    room = Room(lab, Case(f"peer-{peer.name}", "", lambda _: None, None, False, False))
    content = inputs(lab)[peer.input]
    room.put("in", content)
    room.put("in.gz", gzip.compress(content, mtime=0))
    return room


def inputs(lab: Lab) -> Dict[str, bytes]:
    def large(name: str) -> bytes:
        with open(os.path.join(lab.large, name), "rb") as file:
            return file.read()

    stream = large("events.tsv")
    names = stream.splitlines()[1].decode().split("\t")
    target = os.path.join(lab.folder, "events.csv")
    with open(target, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(row.decode().split("\t") for row in rows(stream))
    with open(target, "rb") as made:
        events = made.read()
    return {
        "events.csv": events, "events.tsv": stream, "access.log": gzip.decompress(large("access.gz")),
        "events.ndjson": b"".join(
            line + b"\n" for line in gzip.decompress(large("log.gz")).splitlines() if line.endswith(b"}"))}


def cell(lab: Lab, situation: str, peer: Peer) -> str:
    if peer.name == "Polku" and situation == "upstream killed in a pipe":
        # The promise is that of streams between stages.
        peer = peer._replace(plain="sessionize {}", input="events.tsv")
    script = command(situation, peer)
    if script is None:
        return "–"
    room = room_for(lab, peer)
    try:
        room.environment["PRELOAD"] = lab.preload
        reference = room.run_ordinary(f"({peer.plain.format('in')}) >whole")
        whole = room.read("whole")
        run = room.run_ordinary if "mount" not in script else room.run_mounted
        result = run(f"ulimit -f 400000; timeout -k 1 20 bash -c {quoted(script)}", )
        return judged(room, situation, result.code, whole if reference.code == 0 else b"")
    except Skip as reason:
        return f"– ({reason})"
    finally:
        room.leave(keeps=False)


def quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def command(situation: str, peer: Peer) -> Optional[str]:
    """None where the peer has no such thing."""
    plain, named, zipped = peer.plain, peer.named, peer.zipped
    piped = plain.format(peer.reads_stdin)
    out = "t/out.html" if peer.name == "GoAccess" else "t/out"
    full = "mkdir -p t; mount -t tmpfs -o size=64k none t && "
    keep = "; code=$?; cp -r t seen; exit $code"
    slow = "(head -n 5000 in; sleep 5) | "
    scripts = {
        "standard output full": f"{plain.format('in')} >/dev/full",
        "disk full, named output": named and full + named.format("in", out=out) + keep,
        "gzip cut short": zipped and f"head -c $(($(stat -c %s in.gz) / 2)) in.gz >c.gz; {zipped.format('c.gz')} >made",
        "gzip checksum wrong": zipped and (
            "cp in.gz c.gz; printf JUNK | dd of=c.gz bs=1 seek=$(($(stat -c %s in.gz) - 8)) conv=notrunc"
            f" status=none; {zipped.format('c.gz')} >made"),
        "upstream killed in a pipe": (
            f"(head -n 3497 in; kill -9 $BASHPID) | {piped} >made"),
        "folder as input": f"mkdir f; {plain.format('f')} | head -c 1G >made; exit ${{PIPESTATUS[0]}}",
        "output folder missing": named and named.format("in", out="no/" + os.path.basename(out)),
        "reader gone": f"({plain.format('in')}) | true; exit ${{PIPESTATUS[0]}}",
        "EINTR at every third call": f"export LD_PRELOAD=$PRELOAD FAULTS_EINTR=3; {plain.format('in')} >made",
        "SIGTERM, old output there": named and (
            f"mkdir -p t; echo old >{out}; {slow} exec {named.format(peer.reads_stdin, out=out)} & sleep 1;"
            f" kill $!; wait $!; code=$?; cp -r t seen; exit $code"),
    }
    return scripts[situation] or None


def judged(room: Room, situation: str, code: int, whole: bytes) -> str:
    if code in (124, 137):
        size = os.path.getsize(room.path("made")) if os.path.exists(room.path("made")) else 0
        return f"**killed after 20 s, {size // 1_000_000} MB**"
    if situation in ("disk full, named output", "SIGTERM, old output there"):
        return left_behind(room, code)
    if situation == "folder as input" or not os.path.exists(room.path("made")):
        silent = code == 0 and situation in ("standard output full", "output folder missing", "folder as input")
        return f"**{code}**" if silent else str(code)
    if code == 0 and situation == "gzip checksum wrong":
        return "**0**"
    made, wanted = room.read("made"), whole
    if code == 0 and amount(made) != amount(wanted):
        return f"**0, {amount(made):,} of {amount(wanted):,} lines**"
    return str(code)


def amount(output: bytes) -> int:
    """Lines; of GoAccess, which writes one JSON object with the time of now, the requests that it counted."""
    if not output.startswith(b"{\"general\"") and b'"total_requests"' not in output[:2000]:
        return output.count(b"\n")
    found = re.search(rb'"total_requests": *(\d+)', output)
    return int(found.group(1)) if found else 0


def left_behind(room: Room, code: int) -> str:
    seen = room.path("seen")
    names: List[str] = sorted(os.listdir(seen)) if os.path.isdir(seen) else []
    facts = []
    for name in names:
        content = room.read(os.path.join("seen", name))
        facts.append("old" if content == b"old\n" else f"{len(content):,} bytes in {name[:20]}")
    text = f"{code}, {', '.join(facts) or 'nothing left'}"
    return f"**{text}**" if code == 0 or any("bytes" in fact for fact in facts) else text
