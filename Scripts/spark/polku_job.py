#!/usr/bin/env python3
"""Polku on Apache Spark: the tables of one machine, made by many.

  spark-submit --py-files native_pipe.py polku_job.py --input 'logs/*.gz' --output OUT --journey FILE
      --tables DIR --tools DIR

Spark places, shuffles and retries; the programs hold all that is known of logs, sessions and funnels:
  file -> ingest -> survey; rows parted by 'sessionize split' -> shuffle -> per part 'ingest join' |
  sessionize -> rows and 'funnelstats --partial' -> one committed write -> 'funnelstats --merge'.
What an earlier night left (--state, --identities) is parted as the rows are, and put together at the end.
`submit.sh` writes the command line. Standard output gets one line of JSON. Exits: 0, 1 where the job
failed, 64 for options that cannot be.
"""

import argparse
import collections
import glob
import itertools
import json
import os
import re
import shlex
import sys
import tempfile

from pyspark import SparkFiles, StorageLevel
from pyspark.sql import SparkSession

from native_pipe import BLOCK, ProgramFailed, Sink, pump, raw

CLASSES = ["lines", "events", "rejected", "filtered", "bots", "duplicates", "blank"]
# Rows of one part, where nobody says how many parts.
PART_BYTES = 256 << 20
# Files that are put together at once.
FAN = 256
# What a night leaves for the next one, and what 'sessionize' writes beside the paths where it is asked.
KEPT = ["identities", "state"]
BESIDE = ["sessions", "quarantine"]


def options(words):
    parser = argparse.ArgumentParser(
        prog="polku_job", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", nargs="+", default=[], metavar="GLOB", help="logs; each a file or a glob")
    parser.add_argument("--input-list", metavar="FILE", help="a file that names one log a line")
    parser.add_argument("--output", required=True, metavar="URI", help="folder of rows, new; Spark writes it")
    parser.add_argument("--tables", metavar="DIR", help="folder of the tables, of this machine")
    parser.add_argument("--journey", metavar="FILE", help="the journey file, of this machine")
    parser.add_argument("--tools", required=True, metavar="DIR|@ARCHIVE", help="where the programs lie")
    parser.add_argument("--reader", default="file", metavar="HOW",
                        help="file: ingest opens the log; spark: Spark reads it whole; cmd:'COMMAND {}'")
    parser.add_argument("--partitions", default="auto", metavar="N|auto")
    parser.add_argument("--target-map-bytes", type=int, default=0, metavar="N",
                        help="put logs together until they have so many bytes (one task each)")
    parser.add_argument("--on-bad-file", choices=["fail", "quarantine"], default="fail",
                        help="quarantine: go on with what could be read of a damaged log")
    parser.add_argument("--max-rejects", default="1%", metavar="1%|N", help="as of ingest, over all logs")
    parser.add_argument("--state", metavar="FILE",
                        help="open sessions of the night before, of this machine; rewritten last")
    parser.add_argument("--identities", metavar="FILE", help="identity map, of this machine; rewritten")
    parser.add_argument("--sessions", action="store_true", help="also write kind=sessions, a table for each part")
    parser.add_argument("--quarantine", action="store_true", help="also write kind=quarantine, rows of no person")
    for program in "ingest", "sessionize", "funnelstats":
        parser.add_argument(f"--{program}-args", default=[], type=shlex.split, metavar="ARGS")
    parser.add_argument("--merge-only", action="store_true",
                        help="make the tables of a finished output, and what it left where there is none yet")
    try:
        found = parser.parse_args(words)
    except SystemExit as exit_:
        sys.exit(64 if exit_.code else 0)
    problem = problem_of(found)
    if problem:
        complain(f"{problem}; see --help")
        sys.exit(64)
    return found


def problem_of(found):
    ours = {"ingest": ["--rejects", "--summary", "--max-rejects", "--allow-partial", "-o", "--output"],
            "sessionize": ["--survey", "--state", "--identities", "-o", "--output", "--sessions", "--quarantine"],
            "funnelstats": ["--partial", "--merge", "-o", "--output", "--journey", "--members"]}
    for program, names in ours.items():
        for word in getattr(found, f"{program}_args"):
            if word.split("=")[0] in names:
                return f"--{program}-args cannot have {word}"
    if not re.fullmatch(r"auto|[1-9][0-9]{0,5}", found.partitions):
        return "--partitions takes a number or auto"
    if not re.fullmatch(r"[0-9]+|[0-9.]+%", found.max_rejects):
        return "--max-rejects takes a count or a share"
    if found.reader not in ("file", "spark") and not found.reader.startswith("cmd:"):
        return "--reader is file, spark or cmd:COMMAND"
    if not found.merge_only and not found.input and not found.input_list:
        return "--input or --input-list names the logs"
    if found.journey and not os.path.isfile(found.journey):
        return f"no journey file {found.journey}"
    if found.identities and Plan(found).identity == "off":
        return "--identities means nothing with --identity off"
    for name in KEPT:
        path = getattr(found, name)
        if path and os.path.exists(path) and not os.path.isfile(path):
            return f"--{name} {path}: not a file, and cannot be read and then replaced"
        if path and os.path.exists(path) and found.merge_only:
            return f"--merge-only does not replace {path}; it may be of a later night"
    return None


class Plan:
    """What a task must know; small, and sent with it."""

    def __init__(self, found):
        self.tools = found.tools
        self.reader = found.reader
        self.goes_on = found.on_bad_file == "quarantine"
        # Spark gives a task one core, unless its user says more here and to Spark.
        self.ingest_args = ["-j1", *found.ingest_args]
        self.sessionize_args = ["-j1", *found.sessionize_args]
        self.funnelstats_args = ["-j1", *found.funnelstats_args]
        self.journey = contents(found.journey) if found.journey else None
        self.keeps = [name for name in KEPT if getattr(found, name)]
        self.beside = [name for name in BESIDE if getattr(found, name)]

    def tool(self, name):
        folder = self.tools
        if folder.startswith("@"):
            # An archive is unpacked where a task works; the driver has the folder that it was made of.
            unpacked = os.path.abspath(folder[1:])
            folder = unpacked if os.path.isdir(unpacked) else os.environ.get("POLKU_TOOLS", unpacked)
        return os.path.join(folder, name)

    @property
    def drops_copies(self):
        words = " ".join(self.ingest_args).replace("=", " ")
        return "--dedupe off" not in words

    @property
    def identity(self):
        words = " ".join(self.sessionize_args).replace("=", " ")
        return "off" if "--identity off" in words else "on"

    def funnelstats(self, folder):
        command = [self.tool("funnelstats"), *self.funnelstats_args]
        if self.journey is None:
            return command
        return [*command, "--journey", written(folder, "journey.toml", self.journey)]


def contents(path):
    with open(path, "rb") as file:
        return file.read()


def blocks_of(path):
    with open(path, "rb") as file:
        while block := file.read(BLOCK):
            yield block


def written(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content)
    return path


def scratch():
    """A folder where Spark's own temporary files lie, gone when the task ends."""
    local = os.environ.get("SPARK_LOCAL_DIRS", "").split(",")[0]
    return tempfile.TemporaryDirectory(prefix="polku-", dir=local if os.path.isdir(local) else None)


# What a task does. Records are (kind, file or part, number, bytes).

def ingest(plan, index, name, content):
    """The events of a log, and what else is known of it."""
    with scratch() as folder:
        summary, rejects, survey = (os.path.join(folder, name) for name in ("summary", "rejects", "survey"))
        command = [plan.tool("ingest"), *plan.ingest_args, "-q", "--summary", summary, "--rejects", rejects,
                   "--max-rejects", "100%", "--tmp-dir", folder]
        if plan.goes_on:
            command.append("--allow-partial")
        commands, blocks = [command], []
        if plan.reader == "file":
            command.append(name)
        elif plan.reader == "spark":
            blocks = (content[at:at + BLOCK] for at in range(0, len(content), BLOCK))
        else:
            reader = [word.replace("{}", name) for word in shlex.split(plan.reader[len("cmd:"):])]
            commands = [reader, command]
        total = 0
        with Sink([[plan.tool("sessionize"), "survey", "-o", survey, "--tmp-dir", folder]]) as sink:
            for number, block in enumerate(pump(commands, blocks)):
                total += len(block)
                if number == 0:
                    yield "head", index, 0, b"".join(block.splitlines(True)[:2])
                sink.write(block)
                yield "events", index, number, block
            sink.close()
        yield "survey", index, 0, contents(survey)
        report = json.loads(contents(summary))
        report["bytes"] = total
        for each in report["inputs"]:
            each["name"] = name
        yield "ledgers", index, 0, json.dumps(report).encode() + b"\n"
        for number, block in enumerate(blocks_of(rejects)):
            yield "rejects", index, number, block


def split(plan, survey, parts, records):
    """The rows of one task's logs by the part that they belong to: ((part, file, number), (rows, bytes))."""
    with scratch() as folder:
        survey = written(folder, "survey", survey)
        command = [plan.tool("sessionize"), "split", "--buckets", str(parts), "--survey", survey,
                   "--identity", plan.identity, "--tmp-dir", folder]
        for index, blocks in runs(records, key=lambda record: record[1]):
            output = raw([command], (block for _, _, _, block in blocks))
            for number, (part, _, rows, block) in enumerate(frames(output)):
                yield (part, index, number), (rows, block)


def split_kept(plan, survey, parts, names):
    """The same of what the night before left, in front of all logs."""
    with scratch() as folder:
        command = [plan.tool("sessionize"), "split", "--buckets", str(parts),
                   "--survey", written(folder, "survey", survey), "--identity", plan.identity,
                   "--tmp-dir", folder, *(SparkFiles.get(name) for name in names)]
        for number, (part, kind, rows, block) in enumerate(frames(raw([command], []))):
            yield (part, KEPT.index(kind) - len(KEPT), number), (rows, block)


def runs(records, key):
    """Neighbours with the same key, as (key, iterator); each iterator is used up before the next."""
    records = iter(records)
    waiting = next(records, None)

    def run(wanted):
        nonlocal waiting
        while waiting is not None and key(waiting) == wanted:
            yield waiting
            waiting = next(records, None)

    while waiting is not None:
        wanted = key(waiting)
        yield wanted, run(wanted)
        for _ in run(wanted):
            pass


def frames(chunks):
    """The blocks that 'sessionize split' writes, as (part, kind or None, rows, bytes)."""
    chunks = iter(chunks)
    waiting = bytearray()

    def line():
        while b"\n" not in waiting:
            waiting.extend(next(chunks))
        end = waiting.index(b"\n") + 1
        found = bytes(waiting[:end]).decode()
        del waiting[:end]
        return found

    total = 0
    try:
        if line() != "#polku buckets 1\n":
            raise ProgramFailed("sessionize split: not the form that this job reads")
        form = r"#bucket (\d+)(?: kind=(\w+))? rows=(\d+) bytes=(\d+)\n"
        while match := re.fullmatch(form, head := line()):
            part, rows, length = (int(match[group]) for group in (1, 3, 4))
            while len(waiting) < length:
                waiting.extend(next(chunks))
            yield part, match[2], rows, bytes(waiting[:length])
            del waiting[:length]
            total += rows
    except StopIteration:
        raise ProgramFailed("sessionize split: its output was cut") from None
    if not re.match(rf"#end rows={total} complete=true ", head):
        raise ProgramFailed(f"sessionize split: {total} rows, and then: {head}")
    for _ in chunks:
        pass


def kept_of(folder, records):
    """Writes what the night before left to this part; the records of logs, that come after."""
    for (_, index, number), (rows, block) in records:
        if index >= 0:
            yield (_, index, number), (rows, block)
            continue
        with open(os.path.join(folder, KEPT[index + len(KEPT)]), "ab") as file:
            file.write(block)


def streams(head, records):
    """The rows of a part as event streams, one a log."""
    is_empty = True
    for _, blocks in runs(records, key=lambda record: record[0][1]):
        is_empty = False
        yield head
        total = 0
        for _, (rows, block) in blocks:
            total += rows
            yield block
        yield b"#end rows=%d complete=true\n" % total
    if is_empty:
        yield head + b"#end rows=0 complete=true\n"


def analyse(plan, survey, head, part, records):
    """Paths, aggregates and counts of a part."""
    with scratch() as folder:
        survey, partial = written(folder, "survey", survey), os.path.join(folder, "partial")
        joined = os.path.join(folder, "joined")
        files = {name: os.path.join(folder, name) for name in plan.keeps + plan.beside}
        sides = [word for name, path in files.items() for word in (f"--{name}", path)]
        # A program opens what the night before left as soon as it runs: that comes before the first log.
        records = kept_of(folder, records)
        first = next(records, None)
        records = itertools.chain([first] if first else [], records)
        commands = [[plan.tool("sessionize"), *plan.sessionize_args, "-q", "--survey", survey, *sides,
                     "--tmp-dir", folder]]
        if plan.drops_copies:
            commands.insert(0, [plan.tool("ingest"), "join", "--summary", joined, "--tmp-dir", folder])
        with Sink([[*plan.funnelstats(folder), "-q", "--partial", partial]]) as sink:
            for number, block in enumerate(pump(commands, streams(head, records))):
                sink.write(block)
                yield "paths", part, number, block
            sink.close()
        outputs = {"partials": partial, **files}
        outputs.pop("identities", None)  # All of them are in the survey.
        for kind, path in outputs.items():
            for number, block in enumerate(blocks_of(path)):
                yield kind, part, number, block
        if plan.drops_copies:
            yield "ledgers", part, 0, contents(joined)


# What the driver does.

def inputs(found, spark):
    """The logs in the order in which one machine takes them, each with its size where that is known."""
    names = list(found.input)
    if found.input_list:
        names += contents(found.input_list).decode().split("\n")
    names = [name for name in names if name]
    if found.reader == "file":
        sizes = {}
        for name in names:
            for path in glob.glob(name) if glob.has_magic(name) else [name]:
                if not os.path.isfile(path):
                    raise ProgramFailed(f"{path}: no such log")
                sizes[path] = os.path.getsize(path)
    elif found.reader == "spark":
        sizes = dict(entry for name in names for entry in listed(spark, name))
    else:
        sizes = dict.fromkeys(names, 0)
    if not sizes:
        raise ProgramFailed("no log is named " + " ".join(names))
    return sorted(sizes.items(), key=lambda entry: re.sub(rb"\.gz$", b"", entry[0].encode()))


def listed(spark, name):
    path = spark._jvm.org.apache.hadoop.fs.Path(name)
    files = path.getFileSystem(spark._jsc.hadoopConfiguration()).globStatus(path)
    for file in files or []:
        yield file.getPath().toString(), file.getLen()


def tasks(logs, target):
    """Logs that one task reads: neighbours, up to `target` bytes."""
    groups, filled = [], 0
    for index, (name, size) in enumerate(logs):
        if not groups or not target or filled + size > target:
            groups.append([])
            filled = 0
        groups[-1].append((index, name))
        filled += size
    return groups


def events_of(context, found, plan, logs):
    """Everything that ingest makes of the logs, kept on the disks of the executors."""
    groups = tasks(logs, found.target_map_bytes)
    if found.reader == "spark":
        places = {name: index for index, (name, _) in enumerate(logs)}
        whole = context.binaryFiles(",".join(places), minPartitions=len(groups))
        records = whole.flatMap(lambda log: ingest(plan, places[log[0]], log[0], log[1]))
    else:
        records = context.parallelize(groups, len(groups)).flatMap(
            lambda group: (record for index, name in group for record in ingest(plan, index, name, None)))
    return records.persist(StorageLevel.DISK_ONLY)


def put_together(plan, surveys, kept):
    """The survey of all logs, with what the night before left, in the order of the logs."""
    with scratch() as folder:
        names = [written(folder, str(number), survey) for number, survey in enumerate(surveys)]
        while len(names) > 1 or kept:
            last = len(names) <= FAN
            groups = [names[at:at + FAN] for at in range(0, len(names), FAN)]
            command = [plan.tool("sessionize"), "survey", "--tmp-dir", folder, *(kept if last else [])]
            names = [written(folder, f"{group[0]}+", b"".join(pump([[*command, *group]], []))) for group in groups]
            if last:
                kept = []
        return contents(names[0])


def ledger_of(reports):
    """The counts of all logs; a copy that join found was counted as an event before."""
    ledger, rejects = collections.Counter(), collections.Counter()
    bad, joined = [], 0
    for report in reports:
        if report["program"] == "ingest join":
            ledger["events"] -= report["duplicates"]
            ledger["duplicates"] += report["duplicates"]
            joined += report["rows"]
            continue
        ledger.update({name: report[name] for name in CLASSES})
        rejects.update(report["rejects"])
        bad += [each["name"] for each in report["inputs"] if each["state"] != "complete"]
    return {name: ledger[name] for name in CLASSES}, dict(sorted(rejects.items())), sorted(bad), joined


def refuse_rejects(limit, ledger):
    """The rule of ingest, over all logs."""
    rejected, lines = ledger["rejected"], ledger["lines"] - ledger["blank"]
    share = float(limit[:-1]) / 100 if limit.endswith("%") else None
    if rejected > int(limit) if share is None else rejected > 10 and rejected > share * lines:
        raise ProgramFailed(f"{rejected} of {lines} lines rejected, more than --max-rejects {limit}")


def run(found, spark, before):
    context = spark.sparkContext
    plan = Plan(found)
    logs = inputs(found, spark)
    records = events_of(context, found, plan, logs)
    known = records.filter(lambda record: record[0] in ("head", "survey", "ledgers")).collect()
    known.sort(key=lambda record: record[1])
    head = next(record[3] for record in known if record[0] == "head")
    surveys = [record[3] for record in known if record[0] == "survey"]
    ledgers = [record for record in known if record[0] == "ledgers"]
    reports = [json.loads(record[3]) for record in ledgers]
    ledger, *_ = ledger_of(reports)
    refuse_rejects(found.max_rejects, ledger)
    total = sum(each["bytes"] for each in reports)
    parts = (int(found.partitions) if found.partitions != "auto"
             else max(-(-total // PART_BYTES), 2 * context.defaultParallelism))
    earlier = {name: content for name, content in before.items() if content is not None}
    with scratch() as folder:
        # Every executor fetches what the night before left by its name.
        for name, content in earlier.items():
            context.addFile(written(folder, name, content))
        survey = context.broadcast(put_together(plan, surveys, [os.path.join(folder, name) for name in earlier]))
        rows = events_by_part(context, plan, survey, parts, records, list(earlier))
        analysed = rows.mapPartitionsWithIndex(
            lambda part, records: analyse(plan, survey.value, head, part, records))
        # Each look at the records passes all of them through Python: only where there is something to find.
        if ledger["rejected"]:
            analysed = analysed.union(records.filter(lambda record: record[0] == "rejects"))
        whole = context.parallelize([0], 1).flatMap(
            lambda _: (("survey", 0, at // BLOCK, survey.value[at:at + BLOCK]) for at in range(0, len(survey.value), BLOCK)))
        rows = analysed.union(context.parallelize(ledgers)).union(whole)
        schema = "kind string, part int, number int, block binary"
        spark.createDataFrame(rows, schema, verifySchema=False).write.partitionBy(
            "kind").parquet(found.output)
        records.unpersist()


def kept_before(found):
    """What the night before left, by kind; None where it left nothing."""
    paths = {name: getattr(found, name) for name in KEPT}
    return {name: contents(path) if os.path.exists(path) else None for name, path in paths.items() if path}


def events_by_part(context, plan, survey, parts, records, earlier):
    """The rows of each part, those of the night before in front."""
    rows = (records.filter(lambda record: record[0] == "events")
            .mapPartitions(lambda part: split(plan, survey.value, parts, part)))
    if earlier:
        before = context.parallelize([0], 1).flatMap(lambda _: split_kept(plan, survey.value, parts, earlier))
        rows = before.union(rows)
    return rows.repartitionAndSortWithinPartitions(parts, lambda key: key[0])


def report(found, spark, before):
    """Makes the tables of a finished output, and what it leaves for the next night; what the job says."""
    plan = Plan(found)
    written_rows = spark.read.parquet(found.output)
    reports = [json.loads(row.block) for row in written_rows.where("kind = 'ledgers'").toLocalIterator()]
    ledger, rejects, bad, joined = ledger_of(reports)
    if plan.drops_copies and joined != ledger["events"]:
        raise ProgramFailed(f"{ledger['events']} events were read, and {joined} came out of the shuffle")
    if found.tables:
        merge(found, plan, written_rows.where("kind = 'partials'"))
    leave(found, plan, written_rows, before)
    versions = sorted({each["version"] for each in reports})
    return {
        "files": sum(len(each.get("inputs", [])) for each in reports), "bad_files": bad, "ledger": ledger,
        "rejects": rejects, "output": found.output, "tables": found.tables,
        "versions": {"polku": versions, "spark": spark.version},
    }


def merge(found, plan, partials):
    with scratch() as folder:
        command = [*plan.funnelstats(folder), "-q"]
        paths = joined(files_of(folder, partials), lambda target, group: [
            *command, "--partial", target, "--merge", *group])
        call([*command, "-o", found.tables, "--merge", *paths])


def leave(found, plan, written_rows, before):
    """Replaces what the night before left, the state last."""
    if kept_before(found) != before:
        raise ProgramFailed("what the night before left was changed meanwhile; nothing of it was replaced")
    with scratch() as folder:
        program = [plan.tool("sessionize")]
        if found.identities:
            survey, = files_of(folder, written_rows.where("kind = 'survey'"))
            call([*program, "survey", survey, "-o", os.path.join(folder, "again"), "--identities", found.identities])
        if found.state:
            command = [*program, "join-states", "--tmp-dir", folder]
            paths = joined(files_of(folder, written_rows.where("kind = 'state'")), lambda target, group: [
                *command, "-o", target, *group])
            call([*command, "-o", found.state, *paths])


def files_of(folder, rows):
    """The blocks of each part in a file."""
    paths = []
    for row in rows.orderBy("part", "number").toLocalIterator():
        path = os.path.join(folder, f"{row.kind}.{row.part}")
        if not paths or paths[-1] != path:
            paths.append(path)
        with open(path, "ab") as file:
            file.write(row.block)
    return paths


def joined(paths, command):
    """Puts files together in levels until one command can take the rest: command lines and open files have
    their limits."""
    while len(paths) > FAN:
        groups = [paths[at:at + FAN] for at in range(0, len(paths), FAN)]
        paths = []
        for group in groups:
            paths.append(group[0] + "+")
            call(command(paths[-1], group))
            for path in group:
                os.remove(path)
    return paths


def call(command):
    for _ in pump([command], []):
        pass


def reason(error):
    """One line for people: what a program said, or the first line of what Spark says."""
    text = str(error)
    found = re.search(r"ProgramFailed: (.*?)(?:\n\s*\n|\n\tat |\Z)", text, re.S)
    text = found.group(1) if found else text.strip().split("\n")[0]
    return " ".join(text.split())


def complain(text):
    """Says it on standard error. spark-submit joins a driver's two streams to one; its own are still two."""
    line = f"polku_job: {text}\n"
    try:
        if os.path.basename(os.readlink(f"/proc/{os.getppid()}/exe")) == "java":
            with open(f"/proc/{os.getppid()}/fd/2", "a") as stderr:
                stderr.write(line)
            return
    except OSError:
        pass  # Then the stream that there is.
    sys.stderr.write(line)


def main(words):
    found = options(words)
    spark = SparkSession.builder.appName("polku").config("spark.sql.maxConcurrentOutputFileWriters", 8).getOrCreate()
    try:
        before = kept_before(found)
        if not found.merge_only:
            run(found, spark, before)
        print(json.dumps(report(found, spark, before)), flush=True)
        return 0
    except Exception as error:  # Whatever it is, the caller gets one line and the exit.
        complain(reason(error))
        return 1
    finally:
        spark.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
