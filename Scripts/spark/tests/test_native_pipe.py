"""Faults of the byte pump, without Spark: python3 -m unittest discover Scripts/spark/tests"""

import os
import random
import resource
import subprocess
import sys
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

from native_pipe import BLOCK, Chain, ProgramFailed, Sink, pump, raw, whole_lines  # noqa: E402


def sh(text):
    return ["sh", "-c", text]


def children():
    """The processes that this one has, by what they run."""
    found = subprocess.run(
        ["ps", "--no-headers", "-o", "args", "--ppid", str(os.getpid())], capture_output=True, text=True)
    return [line for line in found.stdout.splitlines() if not line.startswith("ps ")]


class Limits(unittest.TestCase):
    def setUp(self):
        self.start = time.monotonic()

    def tearDown(self):
        self.assertLess(time.monotonic() - self.start, 30, "it hung")
        self.assertEqual(children(), [])

    def fails(self, commands, blocks, *words):
        with self.assertRaises(ProgramFailed) as caught:
            for _ in pump(commands, blocks):
                pass
        for word in words:
            self.assertIn(word, str(caught.exception))


class Bytes(Limits):
    def test_any_bytes_come_out_as_they_went_in(self):
        dice = random.Random(18)
        for _ in range(20):
            data = dice.randbytes(dice.randrange(1 << 21)) + b"\r\n\0\xff\xfe\n\\N\r"
            cuts = sorted(dice.randrange(len(data)) for _ in range(dice.randrange(9)))
            blocks = [data[a:b] for a, b in zip([0, *cuts], [*cuts, len(data)])]
            self.assertEqual(b"".join(pump([["cat"], ["cat"]], blocks)), data)

    def test_blocks_end_with_lines_and_do_not_depend_on_the_chunks(self):
        data = b"".join(b"x" * (n % 700) + b"\n" for n in range(3000)) + b"y" * 3000 + b"\nend"
        whole = list(whole_lines([data], 1024))
        self.assertTrue(all(block.endswith(b"\n") for block in whole[:-1]))
        self.assertEqual(b"".join(whole), data)
        self.assertEqual(max(map(len, whole)), 3001)
        for size in 1, 7, 1000, 4096:
            chunks = (data[at:at + size] for at in range(0, len(data), size))
            self.assertEqual(list(whole_lines(chunks, 1024)), whole)

    def test_no_input_is_an_empty_input(self):
        self.assertEqual(list(pump([["wc", "-c"]], [])), [b"0\n"])
        self.assertEqual(list(pump([["cat"]], [b"", b""])), [])

    def test_memory_is_flat(self):
        block = b"0123456789abcde\n" * 65536
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        total = sum(len(out) for out in pump([["cat"]], (block for _ in range(300))))
        self.assertEqual(total, 300 * len(block))
        self.assertLess(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, 32 << 10)

    def test_a_line_longer_than_a_block_comes_whole(self):
        line = b"z" * (3 * BLOCK) + b"\n"
        self.assertEqual(list(pump([["cat"]], [line, b"a\n"])), [line, b"a\n"])


class Failures(Limits):
    def test_an_exit_is_told_with_command_status_and_message(self):
        self.fails([sh("cat >/dev/null; echo why >&2; exit 65")], [b"a\n"], "exit 65", "exited with 65", "why")

    def test_a_crash_at_the_start(self):
        self.fails([sh("kill -SEGV $$")], [b"a\n" * 10_000_000], "killed by signal 11")

    def test_a_crash_in_mid_stream(self):
        self.fails([sh("head -c 300000; kill -KILL $$")], (b"a\n" * 50_000 for _ in range(100)), "signal 9")

    def test_a_program_that_is_not_there(self):
        self.fails([["/nowhere/ingest"]], [b"a\n"], "/nowhere/ingest")

    def test_of_a_chain_the_one_that_failed_is_named(self):
        self.fails(
            [["cat"], sh("head -c 10 >/dev/null; echo broken >&2; exit 3"), ["cat"]],
            (b"a\n" * 50_000 for _ in range(1000)), "exited with 3", "broken")

    def test_success_before_the_end_of_the_input_is_a_failure(self):
        for blocks in [b"a\n"], [b"a\n" * 5_000_000]:
            self.fails([sh("exit 0")], blocks, "before all its input was read")
        self.fails([["cat"], ["head", "-c", "5"]], (b"a\n" * 50_000 for _ in range(99)), "before all its input")

    def test_messages_are_kept_to_their_last_part_and_never_block(self):
        with self.assertRaises(ProgramFailed) as caught:
            list(pump([sh("head -c 3000000 /dev/zero | tr '\\0' x >&2; echo last >&2; cat; exit 1")], [b"a\n"]))
        self.assertLess(len(str(caught.exception)), 17 << 10)
        self.assertTrue(str(caught.exception).endswith("xxlast"))

    def test_an_error_upstream_comes_out_and_the_program_sees_no_end(self):
        folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"pump-{os.getpid()}")

        def blocks():
            yield b"a\n"
            time.sleep(0.2)
            raise KeyError("upstream")

        with self.assertRaisesRegex(KeyError, "upstream"):
            list(pump([sh(f"cat >/dev/null; touch {folder}")], blocks()))
        time.sleep(0.2)
        self.assertFalse(os.path.exists(folder))

    def test_a_consumer_that_goes_away_ends_the_program(self):
        out = raw([["yes"]], [])
        next(out)
        out.close()


class Tee(Limits):
    def test_a_sink_gets_all(self):
        with Sink([sh("test $(wc -c) = 3000000")]) as sink:
            for _ in range(30):
                sink.write(b"a" * 99_999 + b"\n")
            sink.close()

    def test_a_sink_that_dies_is_noticed(self):
        with self.assertRaisesRegex(ProgramFailed, "exited with 9: gone"), Sink([sh("echo gone >&2; exit 9")]) as sink:
            for _ in range(1000):
                sink.write(b"a\n" * 50_000)

    def test_a_slow_sink_is_waited_for(self):
        with Sink([sh("sleep 1; cat >/dev/null")]) as sink:
            for _ in range(100):
                sink.write(b"a\n" * 50_000)
            sink.close()

    def test_an_error_beside_it_ends_it(self):
        with self.assertRaises(ZeroDivisionError), Sink([["cat"]]) as sink:
            sink.write(b"a\n")
            raise ZeroDivisionError

    def test_a_sink_that_fails_at_the_end(self):
        with self.assertRaisesRegex(ProgramFailed, "exited with 4"), Sink([sh("cat; exit 4")]) as sink:
            sink.write(b"a\n")
            sink.close()


class Orphans(unittest.TestCase):
    def test_a_killed_worker_leaves_no_program(self):
        code = (
            "import sys; sys.path.insert(0, sys.argv[1])\n"
            "from native_pipe import Chain\n"
            "chain = Chain([['sleep', '1018']])\n"
            "print(chain.children[0].pid, flush=True)\n"
            "import time; time.sleep(60)\n")
        worker = subprocess.Popen(
            [sys.executable, "-c", code, os.path.dirname(sys.modules[Chain.__module__].__file__)],
            stdout=subprocess.PIPE, text=True)
        with worker:
            program = int(worker.stdout.readline())
            worker.kill()
        for _ in range(50):
            # Where nobody reaps the orphan, it stays as a zombie.
            state = subprocess.run(
                ["ps", "-o", "stat=", "-p", str(program)], capture_output=True, text=True).stdout
            if not state or state.startswith("Z"):
                return
            time.sleep(0.1)
        self.fail("the program outlives its worker")


if __name__ == "__main__":
    unittest.main()
