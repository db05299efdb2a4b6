"""What describes the tables is right, and programs of others can read it."""

import csv
import datetime
import hashlib
import json
import re
import shutil
import sqlite3
import unittest
import zoneinfo

import duckdb
import frictionless

from folders import ALL, folder, nights, shell

LOAD = "duckdb shop.duckdb < out/load.sql"


def package(place):
    return json.loads((place / "out/datapackage.json").read_text())


def records(place, resource):
    with open(place / "out" / resource["path"], encoding=resource["encoding"], newline="") as file:
        return list(csv.DictReader(file))


def database(name):
    """Loaded by the command of the documentation, read by the module."""
    place = folder(name)
    if not (place / "shop.duckdb").exists():
        result = shell(LOAD, place)
        assert result.stderr == "", result.stderr
    return duckdb.connect(str(place / "shop.duckdb"), read_only=True)


class DataPackage(unittest.TestCase):
    def test_is_valid_and_true_of_every_cell(self):
        for name in ALL:
            with self.subTest(name):
                report = frictionless.validate(str(folder(name) / "out/datapackage.json"))
                self.assertTrue(report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])[:5])
                self.assertGreaterEqual(len(report.tasks), 19)

    def test_a_cell_that_does_not_fit_is_found(self):
        for table, cell, wrong in [("hours.csv", "1,0,", "8,0,"), ("funnel_totals.csv", "customer", "people")]:
            place = folder("night").parent / f"wrong-{table}"
            shutil.copytree(folder("night") / "out", place)
            text = (place / table).read_text()
            self.assertIn(cell, text)
            (place / table).write_text(text.replace(cell, wrong, 1))
            self.assertFalse(frictionless.validate(str(place / "datapackage.json")).valid)

    def test_names_every_table_with_its_size_and_hash(self):
        for name in ALL:
            place = folder(name)
            manifest = json.loads((place / "out/manifest.json").read_text())
            files = {resource["path"]: resource for resource in package(place)["resources"]}
            self.assertEqual(set(files), {output["name"] for output in manifest["outputs"]})
            self.assertEqual(set(files), {path.name for path in (place / "out").glob("*.csv")})
            for path, resource in files.items():
                data = (place / "out" / path).read_bytes()
                self.assertEqual(resource["bytes"], len(data))
                self.assertEqual(resource["hash"], "sha256:" + hashlib.sha256(data).hexdigest())
            for description in manifest["descriptions"]:
                data = (place / "out" / description["name"]).read_bytes()
                self.assertEqual(description["sha256"], hashlib.sha256(data).hexdigest())
            listed = {entry["name"] for entry in manifest["outputs"] + manifest["descriptions"]}
            self.assertEqual(listed | {"manifest.json"}, {path.name for path in (place / "out").iterdir()})

    def test_every_column_is_described(self):
        for resource in package(folder("night"))["resources"]:
            self.assertTrue(resource["description"])
            for field in resource["schema"]["fields"]:
                self.assertGreater(len(field["description"]), 4, field)
                if field["name"].endswith("_s"):
                    self.assertEqual(field["unit"], "s")
                if field["name"].endswith("_ms"):
                    self.assertEqual(field["unit"], "ms")


def plain(cell, kind):
    """A cell as Python has it."""
    if cell == "":
        return None
    if kind == "datetime":
        return datetime.datetime.fromisoformat(cell)
    return {"integer": int, "number": float, "date": datetime.date.fromisoformat}.get(kind, str)(cell)


class DuckDB(unittest.TestCase):
    def test_tables_hold_the_cells_of_the_files(self):
        for name in ALL:
            base = database(name)
            for resource in package(folder(name))["resources"]:
                fields = resource["schema"]["fields"]
                expected = [
                    tuple(plain(record[field["name"]], field["type"]) for field in fields)
                    for record in records(folder(name), resource)]
                with self.subTest(name, table=resource["name"]):
                    self.assertEqual(base.sql(f"FROM {resource['name']}").fetchall(), expected)

    def test_columns_have_types_and_comments(self):
        types = {"string": "VARCHAR", "date": "DATE", "datetime": "TIMESTAMP WITH TIME ZONE", "integer": "BIGINT",
                 "number": "DOUBLE"}
        found = {
            (table, column): (kind, comment or "") for table, column, kind, comment in database("night").sql(
                "SELECT table_name, column_name, data_type, comment FROM duckdb_columns()").fetchall()}
        for resource in package(folder("night"))["resources"]:
            for field in resource["schema"]["fields"]:
                kind, comment = found[resource["name"], field["name"]]
                self.assertEqual(kind, types[field["type"]])
                self.assertTrue(comment.startswith(field["description"]))

    def test_schema_and_views_stand_alone(self):
        base = duckdb.connect()
        for file in ["schema.sql", "views.sql"]:
            base.execute((folder("night") / "out" / file).read_text())
        self.assertEqual(base.sql("FROM funnel_by_week").fetchall(), [])

    def test_the_module_loads_too_and_again(self):
        place = folder("night")
        script = ("import duckdb; base = duckdb.connect('module.duckdb'); load = open('out/load.sql').read(); "
                  "base.execute(load); base.execute(load); print(base.sql('FROM funnel').fetchall())")
        result = shell(f'python -c "{script}"', place)
        self.assertEqual(result.stdout.strip(), str(database("night").sql("FROM funnel").fetchall()))

    def test_a_moved_folder_is_found_and_another_is_not_taken(self):
        place = folder("night").parent / "moved"
        shutil.copytree(folder("night") / "out", place / "somewhere/else")
        shutil.copytree(folder("ecom") / "out", place / "a")
        shell("duckdb moved.duckdb < somewhere/else/load.sql", place)
        self.assertEqual(
            duckdb.connect(str(place / "moved.duckdb"), read_only=True).sql("FROM stages").fetchall(),
            database("night").sql("FROM stages").fetchall())
        shutil.rmtree(place / "somewhere/else")
        result = shell(f"duckdb none.duckdb < {folder('night')}/out/load.sql", place, check=False)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("start duckdb beside them", result.stderr)
        self.assertEqual(duckdb.connect(str(place / "none.duckdb")).sql("SHOW TABLES").fetchall(), [])

    def test_parquet(self):
        place = folder("night")
        database("night").close()
        shell("duckdb shop.duckdb -c \"EXPORT DATABASE 'parquet' (FORMAT parquet)\"", place)
        module = "import duckdb; duckdb.connect('shop.duckdb').execute(\\\"EXPORT DATABASE 'module' (FORMAT parquet)\\\")"
        shell(f'python -c "{module}"', place)
        for made in ["parquet", "module"]:
            for resource in package(place)["resources"]:
                table = resource["name"]
                self.assertEqual(
                    duckdb.sql(f"FROM '{place}/{made}/{table}.parquet'").fetchall(),
                    database("night").sql(f"FROM {table}").fetchall())


def unescaped(cell):
    """A field of a stream."""
    letters = {"t": "\t", "n": "\n", "r": "\r"}
    return re.sub(r"\\(.)", lambda match: letters.get(match[1], match[1]), cell) or None


NUMBERS = {"session_index": int, "step": int, "status": int, "duration_ms": float, "value": float}


class Streams(unittest.TestCase):
    def read(self, macro, files):
        base = duckdb.connect()
        base.execute((folder("night") / "out/schema.sql").read_text())
        return base.sql(f"FROM {macro}('{files}')")

    def test_streams_are_read_whole(self):
        for name, macro, stream in [
            ("night", "path_rows", "paths.tsv.gz"), ("hostile", "path_rows", "paths.tsv.gz"),
            ("hostile", "event_rows", "events.tsv"), ("hostile", "path_rows", "twice.tsv.gz"),
        ]:
            place = folder(name)
            shell("cat paths.tsv.gz paths.tsv.gz >twice.tsv.gz", place)
            lines = shell(f"zcat -f {stream} | grep -v '^#'", place).stdout.splitlines()
            names = lines[0].split("\t")
            expected = []
            for line in lines[1:]:
                if line == lines[0]:
                    continue
                row = dict(zip(names, map(unescaped, line.split("\t"))))
                row["time"] = datetime.datetime.fromisoformat(row["time"])
                expected.append(tuple(
                    NUMBERS[key](cell) if cell and key in NUMBERS else cell for key, cell in row.items()))
            read = self.read(macro, place / stream)
            self.assertEqual(read.columns, names)
            self.assertEqual(read.fetchall(), expected)
        self.assertGreater(len(expected), 300)

    def test_nights_are_read_by_their_date(self):
        place = nights()
        days = duckdb.sql(f"SELECT DISTINCT date FROM '{place}/paths/*/sessions.csv' ORDER BY date").fetchall()
        self.assertEqual(days, [(datetime.date(2026, 11, day),) for day in (1, 2, 3)])
        [[sessions]] = duckdb.sql(f"SELECT count(*) FROM '{place}/paths/*/sessions.csv'").fetchall()
        rows = self.read("path_rows", f"{place}/paths/*/paths.tsv.gz").fetchall()
        self.assertEqual(len({row[1] for row in rows}), sessions)
        self.assertEqual({row[-1] for row in rows}, {day for day, in days})
        [late] = self.read("path_rows", f"{place}/still-open/paths.tsv.gz").fetchall()
        self.assertEqual(late[0], "#late")


def last_day(name):
    """The local day of half a day before the data end."""
    manifest = json.loads((folder(name) / "out/manifest.json").read_text())
    end = datetime.datetime.fromisoformat(manifest["data_end"]) - datetime.timedelta(hours=12)
    return str(end.astimezone(zoneinfo.ZoneInfo(manifest["timezone"])).date())


def view_of_members(name):
    """last_day_abandoners by hand: a time in the tables begins with its local day."""
    place = folder(name)
    tables = {resource["name"]: records(place, resource) for resource in package(place)["resources"]}
    steps = {row["funnel"]: int(row["step"]) for row in tables["funnel"]}
    return sorted(
        (row["funnel"], row["step"], row["unit"]) for row in tables["members"]
        if row["reached_at"][:10] == last_day(name) and int(row["depth"]) < steps[row["funnel"]])


class Views(unittest.TestCase):
    def test_abandoners_of_the_last_day(self):
        for name in ["night", "hostile", "empty"]:
            rows = database(name).sql("SELECT funnel, step, unit FROM last_day_abandoners").fetchall()
            self.assertEqual(sorted(rows), view_of_members(name))
        self.assertGreater(len(view_of_members("night")), 5)
        self.assertGreater(len(view_of_members("hostile")), 1)

    def test_without_members_there_is_no_such_view(self):
        views = database("ecom").sql("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
        self.assertEqual(sorted(views), [("buyers_by_channel",), ("funnel_by_week",)])

    def test_buyers_by_channel(self):
        totals = {resource["name"]: records(folder("hostile"), resource)
                  for resource in package(folder("hostile"))["resources"]}["funnel_totals"]
        expected = [(row["funnel"], row["segment"] or None, int(row["entered"]), int(row["converted"]))
                    for row in totals if row["breakdown"] == "channel"]
        rows = database("hostile").sql("SELECT funnel, channel, visitors, buyers FROM buyers_by_channel").fetchall()
        self.assertEqual(rows, expected)
        self.assertEqual(sum(row[2] for row in rows), 90)

    def test_funnel_by_week(self):
        trend = {resource["name"]: records(folder("night"), resource)
                 for resource in package(folder("night"))["resources"]}["funnel_trend"]
        weeks = {}
        for row in trend:
            day = datetime.date.fromisoformat(row["period_start"])
            sums = weeks.setdefault((row["funnel"], day - datetime.timedelta(day.weekday())), [0, 0])
            sums[0] += int(row["entered"])
            sums[1] += int(row["converted"])
        rows = database("night").sql("SELECT funnel, week, entered, converted, rate FROM funnel_by_week").fetchall()
        self.assertEqual({row[:2]: list(row[2:4]) for row in rows}, weeks)
        self.assertGreater(len(weeks), 3)
        for row in rows:
            self.assertAlmostEqual(row[4], row[3] / row[2])


class SQLite(unittest.TestCase):
    def test_holds_what_duckdb_holds(self):
        for name in ALL:
            place = folder(name)
            shell("to-sqlite out/ shop.sqlite", place)
            lite = sqlite3.connect(place / "shop.sqlite")
            duck = database(name)
            names = [resource["name"] for resource in package(place)["resources"]]
            views = duck.sql("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
            for table in names + [view for view, in views]:
                rows = duck.sql(f"SELECT * REPLACE ({self.texts(duck, table)}) FROM {table}").fetchall()
                found = [self.undated(row) for row in lite.execute(f"SELECT * FROM {table}")]
                with self.subTest(name, table=table):
                    self.assertEqual(found, rows)

    @staticmethod
    def texts(duck, table):
        """Dates as SQLite has them, instants of no zone."""
        kinds = duck.sql(f"DESCRIBE {table}").fetchall()
        dates = [f'CAST("{name}" AS VARCHAR) AS "{name}"' for name, kind, *_ in kinds if kind == "DATE"]
        times = [f'epoch_us("{name}") AS "{name}"' for name, kind, *_ in kinds if kind.startswith("TIMESTAMP")]
        return ", ".join(dates + times) or f'"{kinds[0][0]}" AS "{kinds[0][0]}"'

    @staticmethod
    def undated(row):
        def cell(value):
            if isinstance(value, str) and len(value) == 32 and value[10] == "T":
                time = datetime.datetime.fromisoformat(value) - datetime.datetime.fromtimestamp(0, datetime.UTC)
                return time // datetime.timedelta(microseconds=1)
            return value
        return tuple(map(cell, row))

    def test_keeps_constraints_and_comments(self):
        shell("to-sqlite out/ kept.sqlite", folder("night"))
        lite = sqlite3.connect(folder("night") / "kept.sqlite")
        [statement] = lite.execute("SELECT sql FROM sqlite_schema WHERE name = 'funnel'").fetchone()
        self.assertIn("-- Units that came to this step or further.", statement)
        with self.assertRaises(sqlite3.IntegrityError):
            lite.execute("UPDATE funnel SET rate_from_first = 2")

    def test_a_folder_that_is_none_leaves_nothing(self):
        place = folder("night").parent / "none"
        place.mkdir()
        self.assertEqual(shell("to-sqlite . x.sqlite", place, check=False).returncode, 66)
        shutil.copytree(folder("night") / "out", place / "out")
        (place / "out/hours.csv").write_text("weekday,hour\n1,2\n")
        self.assertEqual(shell("to-sqlite out x.sqlite", place, check=False).returncode, 65)
        self.assertEqual([path.name for path in place.iterdir()], ["out"])


if __name__ == "__main__":
    unittest.main()
