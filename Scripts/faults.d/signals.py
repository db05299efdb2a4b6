"""E3: a signal at any moment ends a stage at once, by that signal, and leaves nothing."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import threading
import time
from typing import List, NamedTuple

from cases import Fault, case
from room import Room
from stages import ALL, FUNNELSTATS, INGEST, REPORT, SESSIONIZE

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
#: Seconds, on a machine with a core to spare.
LATEST = 1.0


def latest() -> float:
    """The same with more programs at work than there are cores: each waits for its turn."""
    return LATEST * max(1.0, os.getloadavg()[0] / len(os.sched_getaffinity(0)))


class Way(NamedTuple):
    """How a stage is run when the signal comes."""
    options: str
    at_terminal: bool
    in_pipe: bool


def ways(room: Room) -> List[Way]:
    zipped = "-o out.html.gz" if room.stage == REPORT else "-o out.tsv.gz"
    named = "-o out" if room.stage == FUNNELSTATS else zipped
    found = []
    for job in ("-j 1", "-j 4"):
        found += [
            Way(f"{job} {named} --summary s.json --progress always", True, False),
            Way(f"{job} {named}", False, room.stage.reads_stdin),
            Way(f"{job} --summary s.json", False, room.stage.reads_stdin)]
    return found


def command(room: Room, way: Way, large: str) -> str:
    """A script whose last process is the stage itself."""
    source = f"exec {room.program} {large} {way.options}"
    if way.in_pipe:
        source = f"exec {room.program} - {way.options} < <(cat {large}) > >(cat >/dev/null)"
    elif "-o" not in way.options:
        source += " >/dev/null"
    return source


class Running:
    """A stage at work, with a terminal for its talk or without."""

    def __init__(self, room: Room, way: Way, script: str) -> None:
        self.master = -1
        talk = subprocess.DEVNULL
        if way.at_terminal:
            self.master, talk = pty.openpty()
        self.process = subprocess.Popen(
            ["bash", "-c", script], cwd=room.folder, env=room.environment, start_new_session=True,
            stdin=talk if way.at_terminal else subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=talk)
        if way.at_terminal:
            os.close(talk)
            threading.Thread(target=self.drain, daemon=True).start()

    def drain(self) -> None:
        try:
            while os.read(self.master, 65536):
                pass
        except OSError:
            pass
        os.close(self.master)

    def end_by(self, number: signal.Signals, times: int = 1) -> "tuple[int, float]":
        """Its exit as Python tells it, and how long it took to die; kills what does not."""
        start = time.monotonic()
        for _ in range(times):
            self.process.send_signal(number)
        try:
            code = self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise Fault(f"hung after {number.name}: {self.process.args[2]}") from None
        return code, time.monotonic() - start


def duration(room: Room, way: Way, script: str) -> float:
    start = time.monotonic()
    code = Running(room, way, script).process.wait(60)
    if code != 0:
        raise Fault(f"exit {code} without any signal: {script}")
    return time.monotonic() - start


def send_signals(room: Room, count: int) -> None:
    large = f"large.{room.stage.input}"
    room.bring(room.stage.input, large, large=True)
    all_ways = ways(room)
    scripts = [command(room, way, large) for way in all_ways]
    longest = [duration(room, way, script) for way, script in zip(all_ways, scripts)]
    ended = 0
    # A short stage is met at work by chance; some more tries where most signals came too late.
    for number in range(count * 5):
        if number >= count and ended > count // 4:
            break
        turn = number % len(all_ways)
        sent = SIGNALS[number // len(all_ways) % len(SIGNALS)]
        moment = room.dice.random() * longest[turn]
        running = Running(room, all_ways[turn], scripts[turn])
        time.sleep(moment)
        times = 2 if sent == signal.SIGINT and room.dice.randrange(2) else 1
        code, seconds = running.end_by(sent, times)
        story = f"{times} × {sent.name} after {moment:.4f} s: {scripts[turn]}"
        room.demand(code in (0, -sent), f"exit {code}, {story}")
        room.demand(seconds < latest() or code == 0, f"died after {seconds:.2f} s, {story}")
        ended += code == -sent
        # The first run reads cold files: a later one that had ended by now tells how long they take.
        if code == 0:
            longest[turn] = min(longest[turn], moment)
        room.demand(not room.leftovers(), f"left behind {room.leftovers()}, {story}")
    room.demand(ended > count // 4, f"only {ended} of {count * 5} signals met the stage at work")


#: Of all 2,000 signals; ingest and sessionize have threads.
SHARES = {INGEST: 800, SESSIONIZE: 600, FUNNELSTATS: 300, REPORT: 300}


@case(
    "E3", "TERM, INT, HUP at random moments, at a terminal and in a pipe: dead of it in a second",
    ALL, is_alone=True)
def signals(room: Room) -> None:
    send_signals(room, room.lab.count(SHARES[room.stage] // 20, SHARES[room.stage]))


@case("E3b", "every signal that can be caught cleans up: XCPU, USR1, USR2, PIPE, ALRM, QUIT", ALL)
def other_signals(room: Room) -> None:
    large = f"large.{room.stage.input}"
    room.bring(room.stage.input, large, large=True)
    way = ways(room)[0]
    script = f"ulimit -c 0; {command(room, way, large)}"
    longest, reached = duration(room, way, script), set()
    numbers = (
        signal.SIGXCPU, signal.SIGUSR1, signal.SIGUSR2, signal.SIGPIPE, signal.SIGALRM,
        signal.SIGQUIT)
    least = len(numbers) * room.lab.count(3, 12)
    # A short stage is met at work by chance; some more tries where most came too late.
    for turn in range(least * 5):
        if turn >= least and len(reached) >= 4:
            break
        sent = numbers[turn % len(numbers)]
        running = Running(room, way, script)
        time.sleep(longest * (0.2 + 0.6 * room.dice.random()))
        code, _ = running.end_by(sent)
        room.demand(code in (0, -sent), f"exit {code} after {sent.name}: {script}")
        room.demand(not room.leftovers(), f"{sent.name} left {room.leftovers()}: {script}")
        if code:
            reached.add(sent)
    room.demand(len(reached) >= 4, f"only {reached} met the stage at work")


@case("E3c", "a signal that the caller ignores (nohup) stays ignored", ALL)
def ignored_signal(room: Room) -> None:
    large = f"large.{room.stage.input}"
    room.bring(room.stage.input, large, large=True)
    reference = room.good_output(f"{room.program} {large}")
    result = room.run(
        f"trap '' HUP; {room.program} {large} >out & sleep 0.02; kill -HUP $!; wait $!; cat out")
    room.expect_same(result, reference)
