"""A: outputs that are full, closed, in the way, or never finished."""

from __future__ import annotations

import os

from cases import case
from room import OLD, Room
from stages import ALL, FILES, FILTERS, FUNNELSTATS, REPORT, WORKERS
from tracing import failing, trace

RENAMES = "rename,renameat,renameat2"


@case("A1", "standard output is full: 74", ALL)
def full_standard_output(room: Room) -> None:
    room.expect(room.run(f"{room.good} >/dev/full"), 74, "No space left on device")


@case("A2", "the last flush fails: 74", ALL)
def full_at_the_last_flush(room: Room) -> None:
    for option in ("--version", "--help"):
        room.expect(room.run(f"{room.stage.name} {option} >/dev/full"), 74, "No space left")


@case("A3", "standard output is closed: 74, and no file of ours becomes descriptor 1", ALL)
def closed_standard_output(room: Room) -> None:
    room.expect(room.run(f"{room.good} >&-"), 74, "stdout")
    room.expect(room.run(f"{room.good} --summary summary.json >&-"), 74, "stdout")
    room.demand(not os.path.exists(room.path("summary.json")), "a side output was published")
    room.expect(room.run(f"{room.good} >&- <&- 2>&-"), 74)
    room.expect_nothing_left()


@case("A4", "standard error is full or closed: the same bytes and exit", ALL)
def lost_standard_error(room: Room) -> None:
    reference = room.good_output()
    for redirection in ("2>/dev/full", "2>&-", "-v 2>/dev/full", "-v 2>&-"):
        room.expect_same(room.run(f"{room.good} {redirection}"), reference)
    room.expect(room.run(f"{room.program} nosuch 2>&-"), 66)


@case("A5", "standard input is closed: 66", FILTERS)
def closed_standard_input(room: Room) -> None:
    room.expect(room.run(f"{room.program} - <&-"), 66, "stdin is closed")


def fill_small_disk(room: Room, old: bool) -> None:
    output = room.stage.output
    if old:
        room.make_old()
    put = f"cp -r {output} t/ && " if old else ""
    result = room.run_mounted(
        f"mkdir t seen; mount -t tmpfs -o size=64k none t && {put}{room.good} -o t/{output};"
        " code=$?; cp -r t/. seen/; exit $code")
    room.expect(result, 74, "No space left on device")
    expected = room.content(output) if old else None
    room.demand(room.content(f"seen/{output}") == expected, "the output is not as it was", result)
    room.expect_nothing_left(result)


@case("A6", "the disk is full: 74, no output, no temporary file", ALL)
def full_disk(room: Room) -> None:
    fill_small_disk(room, old=False)


@case("A7", "the disk is full: the old output stays byte for byte", ALL)
def full_disk_beside_the_old(room: Room) -> None:
    fill_small_disk(room, old=True)


@case("A9", "fsync fails: 74, nothing is renamed", ALL)
def failing_sync(room: Room) -> None:
    old = room.make_old()
    traced = failing(room, room.named, "fsync,fdatasync", "error=EIO")
    room.expect(traced.result, 74, "Input/output error")
    room.demand(not traced.renames, f"renamed: {traced.renames}", traced.result)
    room.demand(room.content(room.stage.output) == old, "the old output is gone", traced.result)
    room.expect_nothing_left(traced.result)


@case("A11", "rename fails: 74, the old output stands, the temporary file is gone or named", ALL)
def failing_rename(room: Room) -> None:
    old = room.make_old()
    traced = failing(room, room.named, RENAMES, "error=EACCES")
    room.expect(traced.result, 74, "Permission denied")
    room.demand(room.content(room.stage.output) == old, "the old output is gone", traced.result)
    left = [name for name in room.leftovers() if name not in traced.result.err]
    room.demand(not left, f"left behind and not named: {left}", traced.result)


@case("A14", "the output's folder is missing: 73 in 50 ms, the input untouched", ALL, is_alone=True)
def missing_folder(room: Room) -> None:
    room.remove(room.stage.input)
    room.bring(room.stage.input, large=True)
    command = f"{room.good} -o missing/{room.stage.output}"
    if room.stage == FUNNELSTATS:
        command += "/deeper"
    results = [room.expect(room.run(command), 73, "missing") for _ in range(7)]
    best = min(results, key=lambda result: result.seconds)
    room.demand(best.seconds < 0.05, f"took {best.seconds:.3f} s", best)
    opened = trace(room, command, "read", path=room.path(room.stage.input)).calls
    room.demand(len(opened) < 2, f"{len(opened)} reads of the input before it", best)


@case("A15", "a folder that an ordinary user may not write to: 73 before work", ALL)
def shut_folder(room: Room) -> None:
    os.mkdir(room.path("shut"))
    command = f"{room.good} -o shut/{room.stage.output}"
    result = room.run_ordinary(f"chmod a-w shut; {command}; code=$?; ls -A shut; exit $code")
    room.expect(result, 73, "shut")
    room.demand(result.out == b"", "something was made there", result)


@case("A16", "the limit of file sizes: 74, the temporary file is gone", ALL)
def limited_size(room: Room) -> None:
    old = room.make_old()
    result = room.run(f"ulimit -f 4; {room.named}")
    room.expect(result, 74, "File too large")
    room.demand(room.content(room.stage.output) == old, "the old output is gone", result)
    room.expect_nothing_left(result)


@case("A17", "an output that is an input, by name or link: 64", ALL)
def output_over_input(room: Room) -> None:
    stage = room.stage
    option = "--summary" if stage == FUNNELSTATS else "-o"
    file = "tables/funnel.csv" if stage == REPORT else stage.input
    before = room.read(file)
    for make in ("true", f"ln -s {file} link", f"ln -f {file} link", f"ln -sf ./{file} link"):
        target = file if make == "true" else "link"
        for command in (f"{room.good} {option} {target}", f"{room.good} {option} ./{target}"):
            result = room.run(f"{make}; {command}")
            room.expect(result, 64)
            room.demand(room.read(file) == before, "the input was destroyed", result)
    room.expect_nothing_left()


@case("A17b", "two outputs on one file, by any spelling: 64", ALL)
def two_outputs_on_one(room: Room) -> None:
    output = f"{room.stage.output}/funnel.csv" if room.stage.makes_folder else room.stage.output
    spellings = [output, f"./{output}", f"../{os.path.basename(room.folder)}/{output}"]
    for other in spellings:
        room.expect(room.run(f"{room.named} --summary {other}"), 64)
        room.expect(room.run(f"{room.named} --metrics {other}"), 64)
    room.expect(room.run(f"{room.good} --summary a --metrics ./a"), 64)
    room.expect(room.run(f"touch a; ln -s a b; {room.good} --summary a --metrics b"), 64)
    room.expect(room.run(f"ln -f a c; {room.good} --summary a --metrics c"), 64)


@case("A17c", "an output that is the key, the journey, the state or the identities: 64")
def output_over_side_input(room: Room) -> None:
    for name in ("log.gz", "events.tsv", "paths.tsv", "journey.toml"):
        room.bring(name)
    room.put("key", b"0123456789abcdef" * 4)
    os.chmod(room.path("key"), 0o600)
    key, journey = room.read("key"), room.read("journey.toml")
    for command in (
        "ingest log.gz --key-file key -o key", "ingest log.gz --key-file key -o ./key",
        "ingest log.gz --key-file key --rejects key", "ingest log.gz --key-file key --summary key",
        "ingest log.gz --rejects r -o ./r", "sessionize events.tsv --state s -o ./s",
        "sessionize events.tsv --state s --identities ./s",
        "sessionize events.tsv --sessions s --quarantine ./s",
        "sessionize events.tsv --identities s --summary ./s",
        "funnelstats --journey journey.toml paths.tsv --summary journey.toml",
        "funnelstats --journey journey.toml paths.tsv -o out --summary out/manifest.json",
        "mkdir -p out; funnelstats --journey journey.toml paths.tsv -o out --metrics ./out/rework.csv",
        "ln -sf journey.toml l; funnelstats --journey journey.toml paths.tsv --metrics l",
    ):
        room.expect(room.run(command), 64)
        room.demand(room.read("key") == key, f"the key was destroyed: {command}")
        room.demand(room.read("journey.toml") == journey, f"the journey was destroyed: {command}")


@case("A18", "the same output twice: replaced, the same bytes", ALL)
def twice(room: Room) -> None:
    room.make_old()
    first = room.expect(room.run(room.named), 0)
    content = room.content(room.stage.output)
    room.expect(room.run(room.named), 0)
    room.demand(room.content(room.stage.output) == content, "other bytes the second time", first)
    room.expect_nothing_left(first)


@case("A19", "a device, a pipe, standard output by name: written directly; a folder: 73", ALL)
def other_outputs(room: Room) -> None:
    # As an ordinary user: a program that is wrong here would replace the device for everybody.
    option = "--summary" if room.stage == FUNNELSTATS else "-o"
    room.expect(room.run_ordinary(f"{room.good} {option} file >rest"), 0)
    reference = room.read("file")
    room.expect(room.run_ordinary(f"{room.good} {option} /dev/null >rest && [ -c /dev/null ]"), 0)
    for name in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
        seen = room.expect(room.run_ordinary(f"{room.good} {option} {name} | cat"), 0).out
        room.demand(reference in seen, f"{name}: other bytes than a file")
    for name in ("/dev/fd/7", "/dev/stderr"):
        room.expect(room.run_ordinary(f"{room.good} {option} {name} 7>seen 2>>seen >rest"), 0)
        room.demand(reference in room.read("seen"), f"{name}: other bytes than a file")
        room.remove("seen")
    result = room.run_ordinary(
        f"mkfifo pipe; timeout 20 cat pipe >seen & {room.good} {option} pipe >rest && wait $!")
    room.expect(result, 0)
    room.demand(room.read("seen") == reference, "a FIFO got other bytes", result)
    room.expect(room.run_ordinary(f"mkdir folder; {room.good} {option} folder"), 73, "folder")
    if room.stage.makes_folder:
        room.expect(room.run_ordinary(f"{room.good} -o file"), 73, "file")
    room.expect_nothing_left()


@case("A19b", "appending to standard output by name keeps what was there", FILES)
def appended(room: Room) -> None:
    reference = room.good_output()
    for name in ("/dev/stdout", "/dev/fd/1"):
        room.put("all", OLD)
        room.expect(room.run_ordinary(f"{room.good} -o {name} >>all"), 0)
        room.demand(room.read("all") == OLD + reference, f"{name} is not written where it stands")


@case("A20", "the output is a symbolic link: replaced by a plain file, the victim unchanged", ALL)
def linked_output(room: Room) -> None:
    option, name = ("--summary", "s") if room.stage == FUNNELSTATS else ("-o", room.stage.output)
    room.put("victim", OLD)
    os.symlink("victim", room.path(name))
    room.expect(room.run(f"{room.good} {option} {name} >/dev/null"), 0)
    room.demand(not os.path.islink(room.path(name)), "still a link")
    room.demand(room.read("victim") == OLD, "the victim was changed")


@case("A21", "temporary files: those of the dead go, those of the living and of others stay", FILTERS)
def dead_and_living(room: Room) -> None:
    output = room.stage.output
    dead = failing(room, room.named, "fsync", "signal=SIGKILL")
    room.demand(dead.result.code == 137, "not killed", dead.result)
    room.demand(bool(room.leftovers()), "the kill left no temporary file to sweep", dead.result)
    room.put("out.backup.tmp", OLD)
    result = room.run(
        f"mkfifo pipe; {room.program} - -o other <pipe & exec 7>pipe; sleep 0.3;"
        f" find . -name '*.tmp' | sort >before; {room.named} || exit; find . -name '*.tmp' | sort >after;"
        f" cat {room.stage.input} >&7; exec 7>&-; wait $!")
    room.expect(result, 0)
    after = room.read("after").decode().split()
    room.demand("./out.backup.tmp" in after, "a stranger's file went", result)
    room.demand(any("other" in name for name in after), "the living run's file went", result)
    room.demand(
        not any(output in name for name in after if name != "./out.backup.tmp"),
        f"the dead run's stayed: {after}", result)
    if os.path.isdir(room.path(output)):
        # The manifest names the input.
        same = room.read("other/funnel.csv") == room.read(f"{output}/funnel.csv")
    else:
        same = room.content("other") == room.content(output)
    room.demand(same, "the living run was disturbed")


@case("A21b", "a dead run's temporary files are private: mode 0600 until they have their name", ALL)
def private_until_named(room: Room) -> None:
    traced = failing(room, f"{room.named} --summary s.json", "fsync", "signal=SIGKILL")
    modes = {
        name: oct(os.stat(room.path(name)).st_mode & 0o777) for name in room.leftovers()}
    room.demand(bool(modes), "no temporary file to look at", traced.result)
    room.demand(set(modes.values()) == {"0o600"}, f"modes {modes}", traced.result)
    room.expect(room.run(f"umask 027; {room.named} --summary s.json"), 0)
    room.demand(os.stat(room.path("s.json")).st_mode & 0o777 == 0o640, "mode not by umask")


@case("A22", "temporary folder on another file system: the rename stays within one", WORKERS)
def other_file_system(room: Room) -> None:
    room.bring(room.stage.input, "large", large=True)
    reference = room.good_output(f"{room.program} large")
    result = room.run_mounted(
        f"mkdir t; mount -t tmpfs -o size=300m none t && {room.program} large --memory 1M --tmp-dir t"
        f" -o {room.stage.output}; code=$?; ls -A t; exit $code")
    room.expect(result, 0)
    room.demand(result.out == b"", "files stay in the temporary folder", result)
    room.demand(room.read(room.stage.output) == reference, "other bytes", result)
