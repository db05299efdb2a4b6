"""The byte pump: blocks of bytes into a chain of programs, blocks of whole lines out of it.

It knows nothing of Spark and nothing of what the bytes mean. One thread feeds, drains and watches, so that
memory stays flat: what waits is in the pipes between the programs. Whatever ends the work early, an error
upstream, a program that fails or a consumer that goes away, kills all programs of the chain: none of them
ever sees a clean end of an input that was cut.
"""

import collections
import fcntl
import os
import select
import shutil
import struct
import subprocess
import termios
import time

BLOCK = 1 << 18
PIPE = 1 << 20
STDERR_KEPT = 16 << 10
# How long programs may take to end when their output has ended, in seconds.
GRACE = 600


class ProgramFailed(RuntimeError):
    """A program ended in another way than it should; the text is one paragraph for people."""


def pump(commands, blocks, size=BLOCK):
    """Yields what `commands`, joined by pipes, make of `blocks`: whole lines, about `size` bytes at a time.

    Where the cuts are depends on the bytes alone. A line longer than `size` comes whole.
    """
    return whole_lines(raw(commands, blocks), size)


def raw(commands, blocks):
    """The same, cut as the bytes come."""
    chain = Chain(commands)
    try:
        yield from chain.exchange(blocks)
    finally:
        chain.kill()


def whole_lines(chunks, size=BLOCK):
    """The same bytes, cut behind the last line end within each `size` bytes."""
    waiting = bytearray()
    for chunk in chunks:
        waiting += chunk
        while len(waiting) >= size:
            cut = waiting.rfind(b"\n", 0, size) + 1 or waiting.find(b"\n", size) + 1
            if not cut:
                break
            yield bytes(waiting[:cut])
            del waiting[:cut]
    if waiting:
        yield bytes(waiting)


class Sink:
    """Programs that are given blocks and whose output goes elsewhere: the other end of a tee.

    The pipe is the queue, so it is bounded: `write` waits for a slow program and raises where it died.
    """

    def __init__(self, commands):
        self.chain = Chain(commands, has_output=False)

    def write(self, block):
        self.chain.write(block)

    def close(self):
        """Ends the input; returns when all programs have succeeded."""
        self.chain.finish()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.chain.kill()


class Chain:
    """Running programs, each reading what the one before it writes.

    A second descriptor of each pipe's reading end stays here: it tells what a program left unread.
    """

    def __init__(self, commands, has_output=True):
        self.commands = [list(command) for command in commands]
        self.children = []
        self.unread = []
        self.errors = []
        self.output = None
        self.input = None
        try:
            self._start(has_output)
        except BaseException:
            self.kill()
            raise

    def _start(self, has_output):
        source, self.input = self._pipe()
        for index, command in enumerate(self.commands):
            is_last = index + 1 == len(self.commands)
            stderr, stderr_end = os.pipe()
            self.errors.append([stderr, collections.deque(), 0])
            following, stdout = (None, stderr_end) if is_last and not has_output else self._pipe(is_last)
            if is_last:
                self.output = following
            try:
                self.children.append(subprocess.Popen(
                    guarded(command), stdin=source, stdout=stdout, stderr=stderr_end))
            except OSError as error:
                raise ProgramFailed(f"{command[0]}: cannot be started: {error}") from error
            finally:
                os.close(stderr_end)
                if stdout != stderr_end:
                    os.close(stdout)
            source = following
        for descriptor in [self.input, *(error[0] for error in self.errors)]:
            os.set_blocking(descriptor, False)

    def _pipe(self, is_output=False):
        reading, writing = os.pipe()
        try:
            fcntl.fcntl(writing, getattr(fcntl, "F_SETPIPE_SZ", 1031), PIPE)
        except OSError:
            pass  # Beyond what this user may have, the usual size does as well.
        if not is_output:
            self.unread.append(reading)
        return reading, writing

    def exchange(self, blocks):
        """Feeds `blocks` and yields the output as it comes; ends when all programs have succeeded."""
        source = iter(blocks)
        pending = memoryview(b"")
        while True:
            while self.input is not None and not pending:
                block = next(source, None)
                if block is None:
                    self._close_input()
                else:
                    pending = memoryview(block)
            ready = self._wait(bool(pending))
            if self.input in ready and pending:
                pending = pending[self._put(pending):]
            if self.output in ready:
                data = os.read(self.output, PIPE)
                if not data:
                    break
                yield data
        self._finish()

    def write(self, block):
        pending = memoryview(block)
        while pending:
            if self.input in self._wait(True):
                pending = pending[self._put(pending):]

    def finish(self):
        self._close_input()
        self._finish()

    def _put(self, pending):
        try:
            return os.write(self.input, pending[:PIPE])
        except BlockingIOError:
            return 0

    def _close_input(self):
        os.close(self.input)
        self.input = None

    def _wait(self, has_pending):
        """Waits until something can be moved; reads messages, and raises where a program has failed."""
        poll = select.poll()
        if has_pending:
            poll.register(self.input, select.POLLOUT)
        if self.output is not None:
            poll.register(self.output, select.POLLIN)
        for error in self.errors:
            if error[0] is not None:
                poll.register(error[0], select.POLLIN)
        ready = {descriptor for descriptor, _ in poll.poll(100)}
        self._read_messages(ready)
        if not ready & {self.input, self.output}:
            self._check()
        return ready

    def _read_messages(self, ready):
        for error in self.errors:
            if error[0] not in ready:
                continue
            data = os.read(error[0], 1 << 16)
            if not data:
                os.close(error[0])
                error[0] = None
            error[1].append(data)
            error[2] += len(data)
            while error[2] - len(error[1][0]) >= STDERR_KEPT:
                error[2] -= len(error[1].popleft())

    def _finish(self):
        """Waits for all programs to end, and for their last messages."""
        end = time.monotonic() + GRACE
        while any(child.poll() is None for child in self.children):
            self._wait_for_messages()
            self._check()
            if time.monotonic() > end:
                self._fail(f"did not end within {GRACE} s of its output's end", 0)
        while any(error[0] is not None for error in self.errors):
            if not self._wait_for_messages():
                break  # Held open by a program that is none of ours.
        self._check()

    def _wait_for_messages(self):
        poll = select.poll()
        for error in self.errors:
            if error[0] is not None:
                poll.register(error[0], select.POLLIN)
        ready = {descriptor for descriptor, _ in poll.poll(100)}
        self._read_messages(ready)
        return ready

    def _check(self):
        """Raises where a program has failed, or ended with input unread.

        Of several the last one is named: those before it die of its death.
        """
        for index in reversed(range(len(self.children))):
            status = self.children[index].poll()
            if status is None:
                continue
            if status != 0:
                self._fail(f"was killed by signal {-status}" if status < 0 else f"exited with {status}", index)
            left = struct.unpack("i", fcntl.ioctl(self.unread[index], termios.FIONREAD, b"\0" * 4))[0]
            if left or index == 0 and self.input is not None:
                self._fail("ended before all its input was read", index)

    def _fail(self, what, index):
        self._wait_for_messages()
        said = b"".join(self.errors[index][1])[-STDERR_KEPT:].decode("utf-8", "replace").strip()
        raise ProgramFailed(f"{' '.join(self.commands[index])}: {what}: {said or 'it said nothing'}")

    def kill(self):
        """Ends all programs at once and closes what is open; after success there is nothing to do."""
        for child in self.children:
            if child.poll() is None:
                child.kill()
        for child in self.children:
            child.wait()
        for descriptor in [self.input, self.output, *self.unread, *(error[0] for error in self.errors)]:
            if descriptor is not None:
                os.close(descriptor)
        self.children, self.unread, self.errors = [], [], []
        self.input = self.output = None


def guarded(command):
    """The command, killed with the process that started it where the system can do so.

    `setpriv` asks for that signal; where this process died before, none comes, and the shell sees another parent.
    """
    setpriv = shutil.which("setpriv")
    if not setpriv:
        return command
    check = ["sh", "-c", 'test "$PPID" = "$0" && exec "$@"', str(os.getpid())]
    return [setpriv, "--pdeathsig", "KILL", "--", *check, *command]
