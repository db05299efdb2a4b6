"""At a terminal: the funnel table for people, its other forms for programs, progress, colours, Ctrl-C."""

import functools
import json
import pathlib
import re
import shutil
import tempfile
import unittest

import duckdb

from folders import ROOT, shell
from terminal import Seen, columns, completed

PLACE = tempfile.TemporaryDirectory(prefix="polku-terminal-")

JOURNEY = """
version = 1
[[touchpoint]]
name = "katsoi ä"
match = [{ event = "view" }]
[[touchpoint]]
name = "カート"
match = [{ event = "cart" }]
[[touchpoint]]
name = "buy🙂\\u001b[31m"
kind = "conversion"
match = [{ event = "buy" }]
[[funnel]]
name = "ostos"
steps = ["katsoi ä", "カート", "buy🙂\\u001b[31m"]
"""

# Four look, three fill a cart a minute later, one of them buys after an hour: counted by hand, Wilson's intervals too.
TABLE_80 = """\
                                                                   rate
                                                                   from
funnel  step  touchpoint     reached  rate from first          previous  dropoff
──────  ────  ─────────────  ───────  ───────────────────────  ────────  ───────
ostos      1  katsoi ä             4  100.0 % ███████████████                  1
           2  カート               3   75.0 % ███████████▎       75.0 %        2
           3  buy🙂\\x1b[31m        1   25.0 % ███▊               33.3 %
not shown: ci_low, ci_high, dropoff_rate, still_open, mean_s, median_s, p75_s,
p90_s, p95_s; all of them: --output-format csv
"""

TABLE_120 = """\
                                                                   rate
                                                                   from              ci           dropoff  still
funnel  step  touchpoint     reached  rate from first          previous  ci low    high  dropoff     rate   open  median
──────  ────  ─────────────  ───────  ───────────────────────  ────────  ──────  ──────  ───────  ───────  ─────  ──────
ostos      1  katsoi ä             4  100.0 % ███████████████                                  1   25.0 %      1
           2  カート               3   75.0 % ███████████▎       75.0 %  30.1 %  95.4 %        2   66.7 %      2  1m 00s
           3  buy🙂\\x1b[31m        1   25.0 % ███▊               33.3 %   6.1 %  79.2 %                           1h 00m
not shown: mean_s, p75_s, p90_s, p95_s; all of them: --output-format csv
"""


@functools.cache
def folder():
    place = pathlib.Path(PLACE.name)
    (place / "journey.toml").write_text(JOURNEY)
    (place / "log.ndjson").write_text("\n".join(
        json.dumps({"time": f"2026-11-20T{time}Z", "visitor": f"v{who}", "event": event})
        for who, event, time in [
            (1, "view", "00:00:00"), (2, "view", "00:00:00"), (3, "view", "00:00:00"), (4, "view", "00:00:00"),
            (1, "cart", "00:01:00"), (2, "cart", "00:01:00"), (3, "cart", "00:01:00"), (1, "buy", "01:01:00")]) + "\n")
    many = [json.dumps({"time": f"2026-11-20T00:{number // 3600:02}:{number // 60 % 60:02}Z", "event": "view",
                        "visitor": f"v{number}"}) for number in range(40_000)]
    (place / "many.ndjson").write_text("\n".join(many) + "\n")
    shell("ingest log.ndjson --format json | sessionize -o paths.tsv", place)
    return place


COUNT = "funnelstats -q --journey journey.toml paths.tsv"


class Table(unittest.TestCase):
    maxDiff = None

    def test_it_fits_80_columns(self):
        seen = Seen(COUNT + " --color never", folder())
        self.assertEqual(seen.text, TABLE_80)
        self.assertEqual(seen.exit, 0)

    def test_it_has_more_in_120_columns(self):
        self.assertEqual(Seen(COUNT + " --color never", folder(), 120).text, TABLE_120)

    def test_no_line_is_wider(self):
        for width in (40, 60, 80, 100, 120, 200):
            for line in Seen(COUNT + " --color never", folder(), width).text.splitlines():
                self.assertLessEqual(columns(line), width, line)

    def test_nothing_of_a_log_reaches_the_terminal(self):
        plain = Seen(COUNT, folder(), NO_COLOR="1").text
        self.assertNotIn("\x1b", plain)
        self.assertEqual(plain, TABLE_80)
        colored = Seen(COUNT, folder()).text
        self.assertEqual(set(re.findall("\x1b.{0,4}?m", colored)), {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[36m"})
        self.assertEqual(re.sub("\x1b\\[[0-9]*m", "", colored).replace(" \n", "\n").split(), TABLE_80.split())
        self.assertNotIn("\x1b", Seen(COUNT, folder(), TERM="dumb").text)

    def test_elsewhere_it_is_csv(self):
        lines = shell(COUNT, folder()).stdout.splitlines()
        self.assertTrue(lines[0].startswith("funnel,breakdown,segment,step,"))
        self.assertEqual(len(lines), 4)
        self.assertTrue(Seen(COUNT + " --excel", folder()).text.startswith("\ufefffunnel,breakdown"))


class OtherForms(unittest.TestCase):
    def test_json_is_what_csv_is(self):
        place = folder()
        shell(COUNT + " >t.csv && " + COUNT + " --output-format json >t.json", place)
        rows = json.loads((place / "t.json").read_text())
        self.assertEqual([row["reached"] for row in rows], [4, 3, 1])
        self.assertEqual([row["rate_from_previous"] for row in rows], [None, 0.75, 0.333333333])
        self.assertEqual(rows[2]["touchpoint"], "buy🙂\x1b[31m")
        read = {kind: duckdb.sql(f"SELECT * FROM '{place}/t.{kind}'") for kind in ("csv", "json")}
        self.assertEqual(read["csv"].columns, read["json"].columns)
        self.assertEqual(read["csv"].fetchall(), read["json"].fetchall())

    def test_a_folder_stays_csv(self):
        for options, says in [("-o out --output-format json", "-o writes csv"), ("--excel --output-format json", "csv")]:
            result = shell(f"{COUNT} {options}", folder(), check=False)
            self.assertEqual(result.returncode, 64)
            self.assertIn(says, result.stderr)

    def test_members_and_comparisons_have_them_too(self):
        members = json.loads(shell(COUNT + " --members-of ostos:2 --output-format json", folder()).stdout)
        self.assertEqual([(row["unit"], row["depth"], row["value"]) for row in members], [("v2", 2, None), ("v3", 2, None)])
        shell(f"{COUNT} -o a && {COUNT} -o b", folder())
        compared = json.loads(shell("funnelstats compare a b --output-format json", folder()).stdout)
        self.assertIn(("funnel", "rate_from_previous", 0.75, 0.75, 0),
                      [(row["table"], row["metric"], row["before"], row["after"], row["difference"]) for row in compared])
        self.assertTrue(Seen("funnelstats compare a b --color never", folder()).text.lstrip().startswith("table"))


class Talk(unittest.TestCase):
    PIPE = "ingest {} --format json | sessionize | funnelstats --steps view,buy >/dev/null"

    def test_stages_of_a_pipe_draw_in_turn(self):
        text = Seen(self.PIPE.format("many.ndjson"), folder()).text
        drawn = re.findall(r"\r(ingest|sessionize|funnelstats): \d+ rows", text)
        turns = [name for place, name in enumerate(drawn) if place == 0 or name != drawn[place - 1]]
        self.assertEqual(turns, sorted(set(turns), key=["ingest", "sessionize", "funnelstats"].index))
        self.assertIn("ingest", turns)
        self.assertIn("funnelstats", turns)
        self.assertRegex(text, r"\d+ % of \d\.\d MB")

    def test_an_interrupted_pipe_says_so_once(self):
        for settings in ({}, {"NO_COLOR": "1"}):
            script = self.PIPE.format("<(cat many.ndjson; sleep 30)")
            text = Seen(script, folder(), interrupted=("ingest", "sessionize", "funnelstats"), **settings).text
            said = re.sub("\x1b\\[K|\\^C", "", text).split("\r")
            said = [line for line in "".join(part for part in said if " rows, " not in part).splitlines() if line]
            self.assertEqual(said, ["funnelstats: interrupted"], text)

    def test_mistakes_are_red_where_colours_are_wanted(self):
        for options, isRed in [("", True), ("--color never", False)]:
            seen = Seen(f"ingest --threads 4 {options}", folder())
            red = "\x1b[1;31mingest:\x1b[0m" if isRed else "ingest:"
            self.assertEqual(
                seen.text.replace("\r\x1b[K", ""),
                f"{red} unknown option '--threads'; did you mean '--jobs'?; see ingest --help\n")
            self.assertEqual(seen.exit, 64)
        piped = shell("ingest --threads 4 --color always", folder(), check=False)
        self.assertTrue(piped.stderr.startswith("\x1b[1;31mingest:"))

    def test_what_fingers_type(self):
        for script, says in [
            ("ingest --from yesterday", "'--since'"), ("sessionize --gap 30m", "'--timeout'"),
            ("funnelstats --funnel j.toml", "'--journey'"), ("funnelstats --format json", "'--output-format'"),
            ("ingest -output x", "'--output'"), ("report --out x", "'--output'"),
            ("sessionize --tz UTC", "'--timezone'"), ("ingest check --from today", "'--since'"),
        ]:
            result = shell(script, folder(), check=False)
            self.assertEqual(result.returncode, 64, script)
            self.assertIn(says, result.stderr)
            self.assertEqual(result.stderr.count("\n"), 1)
            self.assertNotIn("\\x0a", result.stderr)
        for script, says in [
            ("ingest chek log.ndjson", "chek: No such file or directory; did you mean 'ingest check'?"),
            ("funnelstats comapre a b", "comapre: No such file or directory; did you mean 'funnelstats compare'?"),
            ("ingest checkout.log", "checkout.log: No such file or directory"),
        ]:
            result = shell(script, folder(), check=False)
            self.assertEqual(result.returncode, 66, script)
            self.assertEqual(result.stderr.splitlines()[0], f"{script.split()[0]}: {says}")
        shell("ingest log.ndjson -qoa.tsv && sessionize -vj2 -oc.tsv a.tsv && test -s a.tsv -a -s c.tsv", folder())
        for script in ("ingest --bots alway", "ingest -qj", "sessionize -vx1 a.tsv"):
            result = shell(script, folder(), check=False)
            self.assertEqual(result.returncode, 64, script)
            self.assertNotIn("\\x0a", result.stderr)
            self.assertNotIn(".; see", result.stderr)


class Scripts(unittest.TestCase):
    """`polku` and `nightly` answer as the stages do."""

    def test_mistakes_are_told_with_what_may_be_meant(self):
        for script, says in [
            ("polku ingset", "unknown command 'ingset'; did you mean 'ingest'?; see polku help"),
            ("polku help raport", "unknown command 'raport'; did you mean 'report'?; see polku help"),
            ("polku check a.log",
             "unknown command 'check'; did you mean 'funnelstats check' or 'ingest check'?; see polku help"),
            ("polku xyzzy", "unknown command 'xyzzy'; see polku help"),
            ("polku --versoin", "unknown option '--versoin'; did you mean '--version'?; see polku help"),
            ("polku run --jurney j.toml a.log",
             "unknown option '--jurney'; did you mean '--journey'?; see polku run --help"),
            ("polku run --threads 4 a.log", "unknown option '--threads'; did you mean '--jobs'?; see polku run --help"),
            ("polku run a.log --format=combined",
             "unknown option '--format'; did you mean '--ingest-arg'?; see polku run --help"),
            ("polku run --xyzzy", "unknown option '--xyzzy'; see polku run --help"),
            ("polku run -x", "unknown option '-x'; see polku run --help"),
            ("polku run a.log -output out", "'-output': long options have two dashes: '--output'; see polku run --help"),
            ("polku run a.log --journey", "missing value for '--journey'; see polku run --help"),
            ("polku run a.log -o", "missing value for '--output'; see polku run --help"),
            ("polku run --quiet=yes a.log", "'--quiet' takes no value; see polku run --help"),
            ("polku run --lang sv a.log", "--lang takes en or fi, not 'sv'; see polku run --help"),
            ("polku run --color=red a.log", "--color takes auto, always or never, not 'red'; see polku run --help"),
        ]:
            result = shell(script, folder(), check=False)
            self.assertEqual((result.returncode, result.stderr, result.stdout), (64, f"polku: {says}\n", ""), script)

    def test_nightly_does_so_too(self):
        for script, says in [
            ("nightly --lgos a", "unknown option '--lgos'; did you mean '--logs'?; see nightly --help"),
            ("polku nightly --output-dir=a", "unknown option '--output-dir'; did you mean '--out'?; see nightly --help"),
            ("nightly --xyzzy", "unknown option '--xyzzy'; see nightly --help"),
            ("nightly --date", "missing value for '--date'; see nightly --help"),
            ("nightly a.log", "unexpected argument 'a.log'; see nightly --help"),
            ("nightly --lang sv", "--lang takes en or fi, not 'sv'; see nightly --help"),
        ]:
            result = shell(script, folder(), check=False)
            self.assertEqual((result.returncode, result.stderr, result.stdout), (64, f"nightly: {says}\n", ""), script)

    def test_mistakes_are_red_where_colours_are_wanted(self):
        for script, program in [("polku ingset", "polku"), ("polku run --xyzzy", "polku"), ("nightly --xyzzy", "nightly")]:
            red = f"\x1b[1;31m{program}:\x1b[0m unknown "
            self.assertTrue(Seen(script, folder()).text.startswith(red), script)
            for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
                self.assertTrue(Seen(script, folder(), **plain).text.startswith(f"{program}: unknown "), script)
        for script in ("polku run --color always --xyzzy", "nightly --xyzzy --color=always"):
            self.assertIn("\x1b[1;31m", shell(script, folder(), check=False).stderr)
        self.assertNotIn("\x1b", Seen("polku run --color never --xyzzy", folder()).text)

    def test_the_stages_of_a_run_have_its_colours(self):
        script = "polku run missing.log -o out"
        red = "\x1b[1;31mingest:\x1b[0m missing.log"
        for options, isRed in [("", False), (" --color always", True)]:
            result = shell(script + options, folder(), check=False)
            self.assertEqual(result.returncode, 66)
            self.assertEqual(red in result.stderr, isRed)
        self.assertIn(red, Seen(script, folder()).text)
        self.assertNotIn("\x1b[1", Seen(script + " --color never", folder()).text)

    def test_a_run_names_the_stage_that_failed_of_its_own(self):
        for options, exit, name in [
            ("missing.log", 66, "ingest"), ("many.ndjson --sessionize-arg --xyzzy", 64, "sessionize"),
            ("many.ndjson --journey missing.toml", 66, "funnelstats"),
        ]:
            for ignored in ("", "trap '' PIPE; "):
                result = shell(f"{ignored}polku run -o out {options}", folder(), check=False)
                self.assertEqual(result.returncode, exit, result.stderr)
                self.assertEqual(result.stderr.splitlines()[-1], f"polku: {name} failed with exit {exit}")

    def test_an_interrupted_night_says_so_once(self):
        script = ("nightly --logs log.ndjson --ingest-arg <(cat many.ndjson; sleep 30) --date 2026-11-20 --out kept "
                  "--journey journey.toml")
        seen = Seen(script, folder(), interrupted=("ingest",))
        said = [line.rpartition("\x1b[K")[2] for line in seen.text.splitlines()]
        self.assertEqual([line for line in said if "interrupted" in line], ["ingest: interrupted"], seen.text)
        self.assertEqual(list((folder() / "kept").glob(".work")), [])


class Completion(unittest.TestCase):
    def script(self, program, kind):
        return shell(f"{program} --generate-completion-script {kind}", folder()).stdout

    def test_values_are_known(self):
        formats = r"csv['$\\n ]+json['$\\n ]+markdown['$\\n ]+table"
        for kind in ("bash", "zsh", "fish"):
            self.assertRegex(self.script("funnelstats", kind), formats)
            for words in ("auto", "combined", "haproxy", "never"):
                self.assertIn(words, self.script("ingest", kind))

    def test_zsh_is_told_once_what_stands_behind_the_options(self):
        for program in ("ingest", "sessionize", "funnelstats", "report"):
            first = self.script(program, "zsh").split("_help() {")[0]
            self.assertEqual(len(re.findall(r"^ *'(?:\(-\))?\*?:[^ ]*:", first, re.MULTILINE)), 1, first)

    def kept(self, kind):
        """A folder with the completions as the package has them, a log and a folder of tables."""
        place = folder() / f"completion-{kind}"
        if not place.exists():
            (place / "tables").mkdir(parents=True)
            (place / "night.ndjson").touch()
            for program in ("ingest", "sessionize", "funnelstats", "report"):
                (place / f"_{program}").write_text(self.script(program, kind))
            shutil.copy(ROOT / f"Scripts/package.d/polku.{kind}", place / "_polku")
        return place

    # Each of them is the only one that begins so.
    LINES = [
        ("ingest ch", "eck"), ("ingest expl", "ain"), ("ingest ini", "t"), ("ingest jo", "in"), ("sessionize sp", "lit"),
        ("sessionize su", "rvey"), ("sessionize joi", "n-states"), ("funnelstats ch", "eck"), ("funnelstats com", "pare"),
        ("ingest nig", "ht.ndjson"), ("ingest check nig", "ht.ndjson"), ("funnelstats compare tab", "les/"),
        ("report tab", "les/"), ("ingest --rej", "ects"), ("sessionize split --buck", "ets"), ("sessionize --sessi", "ons"),
        ("sessionize split --identity of", "f"), ("funnelstats compare --output-format mark", "down"),
        ("polku ru", "n"), ("polku run --journ", "ey"), ("polku run --color alw", "ays"), ("polku nightly --nig", "hts"),
        ("polku-nightly --nig", "hts"), ("polku ingest expl", "ain"), ("polku sessionize joi", "n-states"),
        ("polku funnelstats com", "pare"), ("polku sessionize split --buck", "ets"), ("polku ingest nig", "ht.ndjson"),
    ]

    def check_lines(self, shell_name, setup):
        place = self.kept(shell_name)
        for begun, rest in self.LINES:
            with self.subTest(shell=shell_name, line=begun):
                self.assertEqual(completed(shell_name, setup, begun, place).rstrip(), begun + rest)

    def test_bash_completes(self):
        scripts = "; ".join(f"source _{name}" for name in ("ingest", "sessionize", "funnelstats", "report", "polku"))
        shared = pathlib.Path("/usr/share/bash-completion/bash_completion")
        if not shared.exists():
            self.skipTest("bash-completion, which completes behind `polku ingest`, is not installed")
        self.check_lines("bash", f"source {shared}; {scripts}")

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh_completes(self):
        self.check_lines("zsh", "fpath=($HOME $fpath); autoload -U compinit; compinit -u")

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish_completes(self):
        place = self.kept("fish")
        sources = "; ".join(f"source _{name}" for name in ("ingest", "sessionize", "funnelstats", "report", "polku"))
        lines = [(begun, [begun.split()[-1] + rest]) for begun, rest in self.LINES] + [
            ("funnelstats --output-format ", ["csv", "json", "markdown", "table"]),
            ("polku funnelstats --color ", ["always", "auto", "never"]),
        ]
        for line, words in lines:
            found = shell(f'fish --no-config -c "{sources}; complete -C \'{line}\'"', place).stdout
            self.assertEqual(sorted(row.split("\t")[0] for row in found.splitlines()), words, line)

    def test_no_program_has_a_command_help(self):
        for kind in ("bash", "fish"):
            self.assertNotRegex(self.script("report", kind), "(-W|-fa) 'help'")


if __name__ == "__main__":
    unittest.main()
