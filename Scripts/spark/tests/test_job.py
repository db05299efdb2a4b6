"""The job on a standalone cluster of two workers on this machine: every table equal to one machine's, whatever
dies on the way. POLKU_BIN names the folder of the programs; Scripts/test-spark runs it.
"""

import contextlib
import glob
import gzip
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", "..", ".."))
SUBMIT = os.path.join(HERE, "..", "submit.sh")
# Half the time of a test is the start of a JVM; these flags halve it.
JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xss4m"

# Kills the executor above this process, once. Its program's input and shuffle files go with it.
KILL = """
    process = os.getpid()
    while b"CoarseGrainedExecutorBackend" not in open(f"/proc/{process}/cmdline", "rb").read():
        process = int(open(f"/proc/{process}/stat").read().rsplit(")", 1)[1].split()[1])
    os.kill(process, signal.SIGKILL)
"""
FAIL = """
    sys.exit("the disk is on fire")
"""


PRINT_KIND = """
import sys
from pyspark.sql import SparkSession
spark = SparkSession.builder.master("local[1]").getOrCreate()
for row in spark.read.parquet(sys.argv[1]).where(f"kind = '{sys.argv[2]}'").orderBy("part", "number").collect():
    sys.stdout.buffer.write(row.block)
"""


def rows(lines):
    """The rows of streams or tables; their heads are no rows."""
    return [line for line in lines if not line.startswith((b"#", b"time\t", b"start\t", b"customer\t", b"session_id,"))]


def told(lines, word):
    """What the last end line says."""
    return dict(each.split("=", 1) for each in lines[-1].decode().split(" ")[1:])[word]


def free_port():
    with contextlib.closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Cluster:
    """A master and two workers with one core each."""

    def __init__(self, folder):
        import pyspark
        home = os.path.dirname(pyspark.__file__)
        self.submit = os.path.join(home, "bin", "spark-submit")
        self.environment = {
            **os.environ, "SPARK_HOME": home, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_DAEMON_JAVA_OPTS": JAVA,
            "SPARK_LOCAL_DIRS": folder, "SPARK_WORKER_DIR": folder, "PYSPARK_PYTHON": sys.executable,
            "PYTHONDONTWRITEBYTECODE": "1", "SPARK_DAEMON_MEMORY": "256m"}
        port = free_port()
        self.url = f"spark://127.0.0.1:{port}"
        self.log = open(os.path.join(folder, "cluster.log"), "wb")
        start = [os.path.join(home, "bin", "spark-class")]
        package = "org.apache.spark.deploy"
        self.processes = [self._start([
            *start, f"{package}.master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0"])]
        self._wait(port)
        for _ in range(2):
            self.processes.append(self._start([
                *start, f"{package}.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "1g",
                "--webui-port", "0", self.url]))

    def _start(self, command):
        return subprocess.Popen(
            command, env=self.environment, stdout=self.log, stderr=self.log, start_new_session=True)

    @staticmethod
    def _wait(port):
        for _ in range(600):
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            time.sleep(0.1)
        raise RuntimeError("the master does not come up")

    def stop(self):
        for process in reversed(self.processes):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.log.close()


class JobTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bin = os.environ["POLKU_BIN"]
        cls.folder = tempfile.mkdtemp(prefix="polku-spark-")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.cluster = Cluster(cls.folder)
        cls.addClassCleanup(cls.cluster.stop)
        cls.journey = os.path.join(ROOT, "Data", "journey.toml")
        cls.logs = cls.make_logs()
        cls.one = cls.one_machine(cls.logs)

    @classmethod
    def one_machine(cls, logs):
        """The tables and the summary of one machine."""
        folder = tempfile.mkdtemp(dir=cls.folder)
        subprocess.run(
            f"ingest --allow-partial --max-rejects 100% --rejects rejects --summary summary {' '.join(logs)} | "
            f"sessionize -q | funnelstats -q --journey '{cls.journey}' -o tables",
            shell=True, check=True, cwd=folder, env={**os.environ, "PATH": f"{cls.bin}:{os.environ['PATH']}"})
        return folder

    @classmethod
    def make_logs(cls):
        """A night; a customer with most of its rows, seen on many visitors; a file that is there twice; a cut
        file; a clock of 2038; a log without events."""
        logs = os.path.join(cls.folder, "logs")
        os.mkdir(logs)
        for path in sorted(glob.glob(os.path.join(ROOT, "Data", "night", "events-*.ndjson.gz"))):
            shutil.copy(path, logs)
        night = sorted(os.listdir(logs))
        shutil.copy(os.path.join(logs, night[0]), os.path.join(logs, "zz-copy.ndjson.gz"))
        with open(os.path.join(logs, night[-1]), "rb") as whole, \
                open(os.path.join(logs, "cut.ndjson.gz"), "wb") as cut:
            data = whole.read()
            cut.write(data[:len(data) // 2])
        with gzip.open(os.path.join(logs, "hot.ndjson.gz"), "wt") as hot:
            for number in range(60_000):
                second = 86_400 * number // 60_000
                row = {
                    "timestamp": f"2026-11-16T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z",
                    "event": "product_view" if number % 3 else "add_to_cart", "userId": "hot",
                    "anonymousId": f"device-{number % 7}", "messageId": f"hot-{number}"}
                if number % 5 == 0:
                    del row["userId"]
                hot.write(json.dumps(row) + "\n")
        with gzip.open(os.path.join(logs, "odd.ndjson.gz"), "wb") as odd:
            odd.write(b'{"timestamp":"2038-01-19T03:14:07Z","event":"search","anonymousId":"late \xc3\xa5"}\n')
            odd.write(b'{"timestamp":"2026-11-16T03:14:07Z","event":"search","anonymousId":"a\\tb\\r\\u0000"}\n')
            odd.write(b'{"timestamp":"2026-11-16T03:14:07Z","event":"\xff\xfe"}\n')
        return [os.path.join(logs, name) for name in sorted(os.listdir(logs))]

    def programs(self, fault="", program="", when="True"):
        """A folder of the programs, in which `program` does `fault` first where `when` holds."""
        folder = tempfile.mkdtemp(dir=self.folder)
        for name in "ingest", "sessionize", "funnelstats":
            real = os.path.join(self.bin, name)
            if name != program:
                os.symlink(real, os.path.join(folder, name))
                continue
            path = os.path.join(folder, name)
            with open(path, "w") as file:
                file.write(
                    f"#!{sys.executable}\nimport os, signal, sys\nwords = sys.argv[1:]\n"
                    f"mark = {folder!r} + '/done'\ndef first():\n    try:\n"
                    "        os.close(os.open(mark, os.O_CREAT | os.O_EXCL))\n        return True\n"
                    "    except FileExistsError:\n        return False\n"
                    f"if {when}:\n{fault or '    pass'}\nos.execv({real!r}, [{real!r}, *words])\n")
            os.chmod(path, 0o755)
        return folder

    def submit(self, tools, *options, logs="*"):
        output = tempfile.mkdtemp(dir=self.folder)
        found = subprocess.run(
            [SUBMIT, self.cluster.url,
             "--conf", f"spark.executor.extraJavaOptions={JAVA}",
             "--driver-memory", "512m", "--executor-memory", "512m",
             "--driver-java-options", f"{JAVA} -Dlog4j2.configurationFile=file:{HERE}/../log4j2-quiet.properties",
             "--", "--input", os.path.join(self.folder, "logs", logs), "--output", f"{output}/rows",
             "--tables", f"{output}/tables", "--journey", self.journey, "--on-bad-file", "quarantine", *options],
            env={**self.cluster.environment, "POLKU_TOOLS": tools, "SPARK_SUBMIT": self.cluster.submit},
            capture_output=True, text=True, timeout=900)
        return found, output

    def equals_one_machine(self, found, output, one=None, bad=("cut.ndjson.gz",)):
        one = one or self.one
        self.assertEqual(found.returncode, 0, found.stderr[-3000:])
        wanted, got = set(os.listdir(f"{one}/tables")), set(os.listdir(f"{output}/tables"))
        self.assertEqual(got, wanted)
        # The manifest names its inputs, which are parts here.
        for name in wanted - {"manifest.json"}:
            with open(f"{one}/tables/{name}", "rb") as alone, open(f"{output}/tables/{name}", "rb") as many:
                self.assertEqual(many.read(), alone.read(), name)
        with open(f"{one}/summary") as file:
            summary = json.load(file)
        said = json.loads(found.stdout)
        self.assertEqual(said["ledger"], {name: summary[name] for name in said["ledger"]})
        self.assertEqual(said["rejects"], summary["rejects"])
        self.assertEqual([os.path.basename(name) for name in said["bad_files"]], list(bad))
        self.assertTrue(os.path.exists(f"{output}/rows/_SUCCESS"))

    def test_tables_are_those_of_one_machine(self):
        self.equals_one_machine(*self.submit(self.programs(), "--partitions", "5"))

    def test_nights_leave_what_one_machine_leaves(self):
        """The second night takes the open sessions, those in quarantine and the identities of the first."""
        alone, many = tempfile.mkdtemp(dir=self.folder), tempfile.mkdtemp(dir=self.folder)
        kept = ["--state", f"{many}/state", "--identities", f"{many}/identities"]
        for night, logs in enumerate(self.make_nights()):
            subprocess.run(
                f"ingest {' '.join(logs)} --summary summary | sessionize -q --max-events 9 --state state "
                "--identities identities --sessions sessions --quarantine quarantine | "
                f"funnelstats -q --journey '{self.journey}' -o tables",
                shell=True, check=True, cwd=alone, env={**os.environ, "PATH": f"{self.bin}:{os.environ['PATH']}"})
            found, output = self.submit(
                self.programs(), "--partitions", "3", "--sessionize-args=--max-events 9", "--sessions",
                "--quarantine", *kept, logs=f"../night-{night}/*")
            self.equals_one_machine(found, output, alone, bad=())
            with open(f"{alone}/identities", "rb") as one, open(f"{many}/identities", "rb") as other:
                self.assertEqual(other.read(), one.read())
            state, wanted = (self.lines(f"{folder}/state") for folder in (many, alone))
            self.assertEqual(sorted(rows(state)), sorted(rows(wanted)))
            self.assertGreater(len(rows(state)), 2)
            # One machine has one stream of all logs; each log is one here, with copies of the other's rows.
            self.assertEqual(told(state, "times").rpartition("/")[0], told(wanted, "times").rpartition("/")[0])
            self.assertEqual(len(told(state, "streams").split(",")), 2 * (night + 1))
            for kind in "sessions", "quarantine":
                self.assertEqual(sorted(rows(self.lines_of(output, kind))), sorted(rows(self.lines(f"{alone}/{kind}"))))
        found, output = self.submit(self.programs(), "--partitions", "3", *kept, logs="../night-1/*")
        self.assertEqual(found.returncode, 1)
        self.assertIn("was taken into the state before", found.stderr)

    def make_nights(self):
        """The logs of Data, cut in the evening of a day, while sessions are open: two nights of two logs."""
        nights = []
        for night in range(2):
            folder = os.path.join(self.folder, f"night-{night}")
            os.mkdir(folder)
            nights.append([os.path.join(folder, f"{number}.ndjson") for number in range(2)])
        halves = [[[], []], [[], []]]
        time = b""
        for path in sorted(glob.glob(os.path.join(ROOT, "Data", "night", "events-*.ndjson.gz"))):
            with gzip.open(path, "rb") as log:
                for number, line in enumerate(log):
                    # A line without a time goes with the one before it.
                    time = line.partition(b'"timestamp":"')[2][:16] or time
                    halves[time >= b"2026-11-18T18:30"][number % 2].append(line)
        for names, parts in zip(nights, halves):
            for name, lines in zip(names, parts):
                with open(name, "wb") as file:
                    file.writelines(lines)
        return nights

    @staticmethod
    def lines(path):
        with open(path, "rb") as file:
            return file.read().splitlines()

    def lines_of(self, output, kind):
        """What the job wrote of a kind, one part after another."""
        text = subprocess.run(
            [sys.executable, "-c", PRINT_KIND, f"{output}/rows", kind], env=self.cluster.environment,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
        return text.stdout.splitlines()

    def test_most_parts_are_empty(self):
        one = self.one_machine([path for path in self.logs if path.endswith("odd.ndjson.gz")])
        found = self.submit(
            self.programs(), "--partitions", "6", "--max-rejects", "100%", logs="odd.ndjson.gz")
        self.equals_one_machine(*found, one, bad=())

    def test_an_executor_is_killed_while_logs_are_read(self):
        tools = self.programs(KILL, "ingest", "words[0] != 'join' and first()")
        self.equals_one_machine(*self.submit(tools, "--partitions", "5"))
        self.assertTrue(os.path.exists(f"{tools}/done"))

    def test_an_executor_is_killed_with_its_shuffle_files(self):
        tools = self.programs(KILL, "sessionize", "words[0] not in ('survey', 'split') and first()")
        self.equals_one_machine(*self.submit(tools, "--partitions", "5"))
        self.assertTrue(os.path.exists(f"{tools}/done"))

    def test_a_program_fails_once(self):
        tools = self.programs(FAIL, "sessionize", "words[0] == 'split' and first()")
        self.equals_one_machine(*self.submit(tools, "--partitions", "5"))
        self.assertTrue(os.path.exists(f"{tools}/done"))

    def test_a_program_that_always_fails_is_named(self):
        found, output = self.submit(self.programs(FAIL, "funnelstats", "'--partial' in words"), "--partitions", "2")
        self.assertEqual(found.returncode, 1)
        self.assertIn("funnelstats", found.stderr)
        self.assertIn("exited with 1: the disk is on fire", found.stderr)
        self.assertEqual(found.stdout, "")
        self.assertFalse(os.path.exists(f"{output}/rows/_SUCCESS"))
        self.assertFalse(os.path.exists(f"{output}/tables"))

    def test_a_damaged_log_fails_where_it_is_not_allowed(self):
        found, output = self.submit(self.programs(), "--on-bad-file", "fail")
        self.assertEqual(found.returncode, 1)
        self.assertIn("cut.ndjson.gz", found.stderr)
        self.assertFalse(os.path.exists(f"{output}/rows/_SUCCESS"))


class OptionTests(unittest.TestCase):
    def test_what_cannot_be_is_64(self):
        job = os.path.join(HERE, "..", "polku_job.py")
        for options in (["--nope"], ["--input", "a", "--output", "o", "--tools", "t", "--partitions", "0"],
                        ["--output", "o", "--tools", "t"],
                        ["--input", "a", "--output", "o", "--tools", "t", "--ingest-args=--max-rejects 5"],
                        ["--input", "a", "--output", "o", "--tools", "t", "--journey", "none.toml"]):
            found = subprocess.run([sys.executable, "-B", job, *options], capture_output=True)
            self.assertEqual(found.returncode, 64, found.stderr)


if __name__ == "__main__":
    unittest.main()
