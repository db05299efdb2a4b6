"""What is run: jobs for every input, each a list of shell commands."""

from __future__ import annotations

import glob
import gzip
import hashlib
import os
import shlex
from typing import Dict, Iterator, List, Sequence, Tuple

from . import fixtures
from .damage import damaged_files, damaged_lines
from .run import Job

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
EVERY_KEY = os.path.join(HERE, "journeys", "every-key.toml")
OPEN = os.path.join(HERE, "journeys", "open.toml")
KEY = b"0123456789abcdef0123456789abcdef"

SESSION_OPTIONS = (
    "-j 1", "--memory 1M", "--timeout 5m", "--boundary ge --timeout 60s",
    "--split-at midnight --timezone Europe/Helsinki", "--split-on campaign", "--declared",
    "--identity off", "--value-events all --sessions valued.csv",
    "--timeout 5m --boundary ge --split-at midnight --timezone America/New_York --split-on campaign"
    " --declared --memory 1M",
)
#: The first and the second half of the rows of events.tsv, each a stream of its own.
HALVES = """
rows=$(grep -vc '^#' events.tsv); rows=$(((rows - 1) / 2))
awk -v rows=$rows '
    /^#end/ { next }
    !/^#/ && !heads { heads = 1; heading = "#polku events 1\\n" $0; print heading >"first.tsv"
        print heading >"second.tsv"; next }
    /^#/ { next }
    { if (count++ < rows) print >"first.tsv"; else print >"second.tsv" }
    END { print "#end rows=" (count < rows ? count : rows) " complete=true" >>"first.tsv"
        print "#end rows=" (count < rows ? 0 : count - rows) " complete=true" >>"second.tsv" }' events.tsv
""".strip()


def all_jobs(folders: Sequence[str], seed: int) -> List[Job]:
    folders = [os.path.abspath(folder) for folder in folders]
    os.chdir(ROOT)
    jobs = [command_lines(), *nights(), *golden(), *log_files(folders), *option_folders(folders)]
    jobs += [*log_cases(), *damaged_logs(seed), *fixture_streams(), *funnel_cases()]
    jobs += [*damaged_streams(seed), *damaged_journeys(folders, seed), *damaged_tables(seed)]
    # The longest first, so that none is left alone at the end.
    return sorted(jobs, key=lambda job: -len(job.steps))


# Steps


def ingest_steps(names: Sequence[str], options: Sequence[str] = ()) -> List[str]:
    """All that ingest does with a log; its events are left in events.tsv."""
    files = " ".join(shlex.quote(name) for name in names)
    first = shlex.quote(names[0])
    base = " ".join(["ingest", *map(shlex.quote, options)])
    return [
        f"{base} -j 1 --max-rejects 100% --rejects rejects.ndjson --summary ingest.json"
        f" --metrics ingest.prom {files} >events.tsv",
        f"{base} -j 4 {files}",
        f"cat {files} | {base} -v --bots keep --static keep --dedupe off --props none"
        " --query q,id,page --max-rejects 100%",
        f"{base} --bots only --hash-ids --key-file key --allow-partial --site shop.example"
        f" --assume-timezone Europe/Helsinki --dedupe on --memory 1M --max-rejects 100% {files}",
        f"{base} --replay rejects.ndjson --max-rejects 100% --rejects again.ndjson.gz",
        f"{base} --max-rejects 0 --rejects few.ndjson -o out.tsv.gz {files}",
        f"ingest check {' '.join(map(shlex.quote, options))} {first}",
        f"for line in 1 2 7; do ingest explain {' '.join(map(shlex.quote, options))} {first}:$line; done",
        f"ingest init {' '.join(map(shlex.quote, options))} {first}",
    ]


def short_tables() -> List[str]:
    """Paths, tables and page of events.tsv."""
    return [
        "sessionize events.tsv --sessions sessions.csv --quarantine quarantine.tsv"
        " --summary sessionize.json --metrics sessionize.prom >paths.tsv",
        "funnelstats paths.tsv -o out",
        "report out",
    ]


def session_steps() -> List[str]:
    """Every way of cutting events.tsv, in one run and in two."""
    steps = short_tables()[:1]
    steps += [f"sessionize {options} events.tsv" for options in SESSION_OPTIONS]
    steps += [
        "sessionize --timeout 2m --max-session 5m --max-events 4 --quarantine long.tsv"
        " --sessions long.csv --summary long.json events.tsv",
        "gzip -nc events.tsv | sessionize -v",
        "(head -2 events.tsv; grep -v '^#' events.tsv | tail -n +2 | LC_ALL=C sort -t '\t' -k 4;"
        " grep '^#end' events.tsv | sed 's/ checksum.*//') | sessionize --sessions sorted.csv",
        HALVES,
    ]
    runs = {
        "two": "", "tight": "--timeout 5m --boundary ge --memory 1M", "declared": "--declared",
        "midnight": "--split-at midnight --timezone Asia/Tokyo --split-on campaign"}
    for name, options in runs.items():
        for half in ("first", "second"):
            steps.append(
                f"sessionize {options} --state {name}.state.gz --identities {name}.ids.tsv"
                f" --sessions {name}.{half}.csv --quarantine {name}.{half}.out.tsv"
                f" --summary {name}.{half}.json -o {name}.{half}.tsv {half}.tsv")
        steps.append(f"sessionize {options} {name}.state.gz --identities {name}.ids.tsv")
    steps.append("sessionize --identity off --state off.gz first.tsv -o off.tsv.gz")
    return steps


def table_steps(journeys: Sequence[str]) -> List[str]:
    """Every table of paths.tsv, alone and merged with the paths of the two halves."""
    steps = []
    for number, journey in enumerate(journeys):
        steps += [
            f"funnelstats --journey {journey} paths.tsv --members -o out{number}"
            f" --summary stats{number}.json --metrics stats{number}.prom",
            f"funnelstats --journey {journey} <paths.tsv",
            f"funnelstats check --journey {journey} paths.tsv",
            f"funnelstats --journey {journey} two.first.tsv two.second.tsv -o merged{number}",
            f"funnelstats --journey {journey} two.second.tsv off.tsv.gz two.first.tsv paths.tsv -o all{number}",
            f"funnelstats --journey {journey} paths.tsv --where device=mobile --until 2026-11-25 --members"
            f" -o part{number}",
            f"funnelstats --journey {journey} paths.tsv --where event=page_view --since 2024-03-01"
            f" -o rows{number}",
            f"funnelstats compare part{number} rows{number}",
            f"report part{number}",
            f"funnelstats compare out{number} merged{number}",
            f"funnelstats compare merged{number} all{number} -o all{number}/compare.csv",
            f"report out{number} --svg svg{number}",
            f"report all{number} -o all{number}.html --summary report{number}.json",
        ]
    top = "names=$(cut -f 8 paths.tsv | tail -n +3 | sort | uniq -c | sort -rn | awk '{ print $2 }' | head -3 | paste -sd,)"
    for options in (
        "", "--window none --unit session", "--window 1h --unit visitor --order strict",
        "--order unordered -o unordered --members", "--excel --no-formula-guard -o excel"
    ):
        steps.append(f'{top}; funnelstats --steps "$names" {options} paths.tsv')
    steps += [
        f'{top}; funnelstats --steps "$names" --members-of steps:1 paths.tsv',
        f'{top}; funnelstats --steps "$names" --members-of steps:2 -o list.csv --where country=FI paths.tsv',
        "funnelstats paths.tsv", "funnelstats --steps '/product/**,purchas' paths.tsv"]
    return steps


# Jobs


def command_lines() -> Job:
    """Help, versions, and options that are wrong."""
    steps = []
    for program in ("ingest", "sessionize", "funnelstats", "report"):
        steps += [
            f"{program} --help", f"{program} --version", f"{program} --bogus", f"{program} none.gz",
            f"{program} -n x.log", f"{program} empty", f"{program} </dev/null", f"{program} x.log -o no/x",
            f"printf x | {program} -", f"{program} --summary x.log/y x.log", f"{program} help"]
    steps += [
        "ingest check", "ingest check none", "ingest explain x.log", "ingest explain x.log:9", "ingest init none",
        "ingest --format none x.log", "ingest --map time x.log", "ingest --since then x.log",
        "ingest --assume-timezone Mars x.log", "ingest --max-rejects x x.log", "ingest --memory 1 x.log",
        "ingest --key-file x.log x.log", "ingest --replay none", "ingest -j 0 x.log", "ingest --jobs x x.log",
        "ingest --since 2026-11-20 --until 2026-11-19 x.log", "ingest --format nginx:$nothing x.log",
        "ingest --format 'nginx:$remote_addr [$time_local] \"$request\" $status' x.log",
        "sessionize --timeout x", "sessionize --timezone Mars", "sessionize --boundary le", "sessionize --memory 1K",
        "sessionize --max-events 0", "sessionize --max-session 1m", "sessionize --split-at noon",
        "sessionize --identity off --identities x.log", "sessionize --state x.log </dev/null", "sessionize x.log",
        "funnelstats", "funnelstats --steps a", "funnelstats --steps a,b --window x", "funnelstats --journey none",
        "funnelstats --journey x.log --steps a,b", "funnelstats check", "funnelstats compare a b",
        "funnelstats check --journey x.log", "funnelstats --steps a,b --unit x", "funnelstats --steps a,b x.log",
        "funnelstats --steps a,b --where x", "funnelstats --steps a,b --where chanel=x",
        "funnelstats --steps a,b --members", "funnelstats --steps a,b --members-of steps",
        "funnelstats --steps a,b --members-of steps:c",
        "funnelstats --steps a,b --since 2026-11-20 --until 2026-11-19",
        "report empty -o -", "report x.log"]
    files: Dict[str, object] = {"x.log": b"no log at all\n", "empty/keep": b""}
    return Job("command lines", files, steps)


def nights() -> Iterator[Job]:
    """The samples of Data with every option, their paths with every journey."""
    journey, ecom = os.path.abspath("Data/journey.toml"), os.path.abspath("Data/ecom/journey.toml")
    samples = {
        "events": (sorted(glob.glob("Data/night/events-*.gz")), journey),
        "access": (sorted(glob.glob("Data/night/access-*.gz")), journey),
        "ecom": (["Data/ecom/ecom.csv.gz"], ecom),
    }
    for name, (logs, own) in samples.items():
        files: Dict[str, object] = {os.path.basename(log): os.path.abspath(log) for log in logs}
        names = list(files)
        files.update({"key": KEY, "own.toml": own, "every.toml": EVERY_KEY, "open.toml": OPEN})
        steps = ["chmod 600 key", *ingest_steps(names), *session_steps()]
        yield Job(f"night: {name}", files, steps + table_steps(["own.toml", "every.toml", "open.toml"]))


def golden() -> Iterator[Job]:
    for path in sorted(glob.glob("Tests/PipelineTests/Golden/*/command")):
        folder = os.path.dirname(path)
        with open(path, encoding="utf-8") as file:
            command = file.read().rstrip("\n")
        files: Dict[str, object] = {}
        if os.path.exists(os.path.join(folder, "stdin")):
            files["stdin"] = os.path.abspath(os.path.join(folder, "stdin"))
        source = "<stdin" if files else "</dev/null"
        yield Job(f"golden: {os.path.basename(folder)}", files, [f"(\n{command}\n) {source}"])
    tables = {
        f"small/{os.path.basename(path)}": os.path.abspath(path)
        for path in glob.glob("Tests/ReportTests/Golden/small/*")}
    yield Job("golden: report", tables, ["report small", "report small --svg svg -o page.html"])


def log_files(folders: Sequence[str]) -> Iterator[Job]:
    """Every file alone, each content once; and the files of a folder together."""
    met = set()
    for root in ["Tests/Fixtures/data", "Tests/Fixtures/ingest", *folders]:
        for where, below, names in os.walk(root):
            below.sort()
            fresh = []
            for name in sorted(names):
                path = os.path.abspath(os.path.join(where, name))
                with open(path, "rb") as file:
                    digest = hashlib.sha256(file.read()).digest()
                if digest not in met:
                    fresh.append(path)
                met.add(digest)
            label = os.path.join(os.path.basename(root), os.path.relpath(where, root))
            for path in fresh:
                name = os.path.basename(path)
                steps = ["chmod 600 key", *ingest_steps([name]), *short_tables()]
                yield Job(f"file: {label}/{name}", {name: path, "key": KEY}, steps)
            if len(fresh) > 1:
                files = {f"in/{os.path.basename(path)}": path for path in fresh}
                yield Job(f"folder: {label}", files, [
                    "ingest -j 4 in --allow-partial --summary s.json --rejects r.ndjson --max-rejects 100%",
                    "for f in in/*; do ingest --max-rejects 100% \"$f\" >>events.tsv 2>/dev/null; done",
                    "ingest -j 1 in/*", *session_steps()])


def option_folders(folders: Sequence[str]) -> Iterator[Job]:
    """Folders of events*, journey.toml and options.txt, which says the options of the stages."""
    for folder in folders:
        for options in sorted(glob.glob(os.path.join(folder, "**", "options.txt"), recursive=True)):
            where = os.path.dirname(options)
            files: Dict[str, object] = {
                name: os.path.join(where, name) for name in sorted(os.listdir(where))}
            with open(options, encoding="utf-8") as file:
                stages = [line.strip() for line in file if line.split()]
            stages = [line for line in stages if line.split()[0] in ("ingest", "sessionize", "funnelstats")]
            steps = []
            for name in (name for name in files if name.startswith("events")):
                pipe = " | ".join([f"{stages[0]} {name}", *stages[1:]])
                steps += [f"{pipe} -o {name}.out --members", f"report {name}.out"]
            yield Job(f"options: {os.path.basename(where)}", files, steps)


def log_cases() -> Iterator[Job]:
    """Each case of the formats as its own log, and all of a format as one."""
    for case in fixtures.log_cases():
        options = " ".join(map(shlex.quote, case.options))
        named = f"ingest --format {shlex.quote(case.format)} {options}"
        files: Dict[str, object] = {"x.log": b"\n".join(case.lines) + b"\n"}
        yield Job(f"case: {case.name}", files, [
            f"{named} --rejects r.ndjson --max-rejects 100% --summary s.json x.log",
            f"ingest {options} -j 4 <x.log", f"{named} --replay r.ndjson",
            f"for line in $(seq {min(3, len(case.lines))}); do"
            f" ingest explain --format {shlex.quote(case.format)} x.log:$line; done"])
    logs = {
        "agents": fixtures.agent_log(), "channels": fixtures.channel_log(), "times": fixtures.time_log()}
    for name, content in logs.items():
        files = {"x.log": content, "key": KEY}
        yield Job(f"case: {name}", files, ["chmod 600 key", *ingest_steps(["x.log"]), *short_tables()])


def sample_lines() -> "Dict[str, Tuple[str, List[bytes]]]":
    """Good lines by format: those of the cases, and some of the samples."""
    lines: Dict[str, Tuple[str, List[bytes]]] = {}
    for case in fixtures.log_cases():
        lines.setdefault(case.format.split(":")[0], (case.format, []))[1].extend(case.lines)
    samples = {
        "segment": "Data/night/events-1.ndjson.gz", "combined": "Data/night/access-1.log.gz",
        "common": "Tests/Fixtures/data/nasa-1995/access_log_Aug95.first5000.gz",
        "csv": "Data/ecom/ecom.csv.gz"}
    for name, path in samples.items():
        with gzip.open(path) as file:
            taken = [line.rstrip(b"\n") for line in file.readlines()[:400]]
        lines.setdefault(name, (name, []))[1].extend(taken)
    return lines


def damaged_logs(seed: int) -> Iterator[Job]:
    """Logs of damaged lines, read as their format, by detection, and as a slice of a gzip file."""
    for name, (form, lines) in sample_lines().items():
        content = b"".join(line + b"\n" for line in lines[:20])
        content += damaged_lines(lines, 3000, f"{seed} {name}")
        named = f"ingest --format {shlex.quote(form)} --max-rejects 100%"
        yield Job(f"damaged log: {name}", {"x.log": content}, [
            f"{named} --rejects r.ndjson --summary s.json x.log >events.tsv",
            f"{named} --bots keep --static keep --dedupe off --query q,id x.log",
            "ingest --max-rejects 100% -j 4 --rejects auto.ndjson x.log",
            f"gzip -nc x.log | {named} --hash-ids --props none", f"{named} --replay r.ndjson",
            f"for line in $(seq 25 40 1000); do ingest explain --format {shlex.quote(form)} x.log:$line; done",
            "gzip -nk x.log; head -c $(($(stat -c %s x.log.gz) * 3 / 4)) x.log.gz >cut.gz;"
            f" {named} cut.gz; {named} --allow-partial cut.gz x.log",
            *short_tables()])


def fixture_streams() -> Iterator[Job]:
    for name, content in fixtures.streams():
        files: Dict[str, object] = {"events.tsv": content, "every.toml": EVERY_KEY}
        yield Job(f"stream: {name}", files, session_steps() + table_steps(["every.toml"]))


def funnel_cases() -> Iterator[Job]:
    for name, content, journey in fixtures.funnel_cases():
        files: Dict[str, object] = {"events.tsv": content, "case.toml": journey}
        yield Job(f"funnel: {name}", files, [
            "sessionize events.tsv | funnelstats --journey case.toml --members -o out && report out"])



def damaged_streams(seed: int) -> Iterator[Job]:
    """Streams with a line damaged, cut, or at another place, as text and as gzip."""
    good = {
        name: content for name, content in fixtures.streams()
        if name in ("sessions/sessionization", "friction/own_definitions", "funnel/posthog_strict")}
    for name, content in good.items():
        copies = damaged_files(content, 40, f"{seed} {name}")
        files: Dict[str, object] = {f"{at:02}.tsv": copy for at, copy in enumerate(copies)}
        steps = [
            f"sessionize --sessions s.csv --quarantine q.tsv {file} >p.tsv; funnelstats --steps a,b p.tsv"
            for file in files]
        yield Job(f"damaged stream: {name}", files, steps)
    paths = damaged_files(path_stream(), 80, f"{seed} paths")
    files = {f"{at:02}.tsv": copy for at, copy in enumerate(paths)}
    steps = [f"funnelstats --steps view,buy -o out{file} {file}; cat {file} | funnelstats --steps view,buy"
             for file in files]
    yield Job("damaged stream: paths", files, steps)
    packed = gzip.compress(path_stream() * 20, mtime=0)
    files = {f"{at:02}.gz": copy for at, copy in enumerate(damaged_files(packed, 40, f"{seed} gzip"))}
    yield Job("damaged stream: gzip", files, [f"funnelstats --steps view,buy {file}" for file in files])


def path_stream() -> bytes:
    with open("Tests/PipelineTests/Golden/path-stream/stdout", "rb") as file:
        return file.read()


def damaged_journeys(folders: Sequence[str], seed: int) -> Iterator[Job]:
    """Journey files with a line damaged; and every journey that is there, whole."""
    for name, path in (("every-key", EVERY_KEY), ("open", OPEN), ("night", "Data/journey.toml")):
        with open(path, "rb") as file:
            copies = damaged_files(file.read(), 60, f"{seed} {name}")
        files: Dict[str, object] = {f"{at:02}.toml": copy for at, copy in enumerate(copies)}
        steps = [f"funnelstats check --journey {file}" for file in files]
        yield Job(f"damaged journey: {name}", files, steps)
    found = [
        path for folder in ["Data", "Tests", *folders]
        for path in sorted(glob.glob(os.path.join(folder, "**", "*.toml"), recursive=True))]
    files = {f"{at:03}.toml": os.path.abspath(path) for at, path in enumerate(found)}
    files["paths.tsv"] = path_stream()
    yield Job("journeys", dict(files), [
        f"funnelstats check --journey {name} paths.tsv; funnelstats --journey {name} paths.tsv -o {name}.out;"
        f" report {name}.out" for name in files if name.endswith(".toml")])


def damaged_tables(seed: int) -> Iterator[Job]:
    """Folders of tables of which one is damaged or missing."""
    good = {}
    for path in sorted(glob.glob("Tests/ReportTests/Golden/small/*")):
        with open(path, "rb") as file:
            good[os.path.basename(path)] = file.read()
    files: Dict[str, object] = {}
    steps = []
    for name, content in good.items():
        for at, copy in enumerate(damaged_files(content, 4, f"{seed} {name}")):
            folder = f"{name}.{at}"
            files.update({f"{folder}/{other}": good[other] for other in good if other != name})
            files[f"{folder}/{name}"] = copy
            steps.append(f"report {folder}")
            steps.append(f"funnelstats compare {folder} good")
        steps.append(f"rm {name}.0/{name}; report {name}.0; funnelstats compare good {name}.0")
    files.update({f"good/{name}": content for name, content in good.items()})
    yield Job("damaged tables", files, steps)
