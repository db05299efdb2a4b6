import Foundation
import TestSupport
import Testing

/// `Scripts/nightly`, run with the built programs.
struct NightlyTests {
    /// Ten days of the events of `Data/night`, each in a folder of its own.
    private final class Nights {
        let scratch: Scratch
        let dates: [String]

        init(_ count: Int) throws {
            scratch = try Scratch()
            var days: [String: String] = [:]
            var day = ""
            let logs = try Program.shell(
                "zcat \(Fixture.data("night"))/events-[12].ndjson.gz", in: scratch
            ).text
            for line in logs.split(separator: "\n") {
                // A line that is cut off has no time; it goes with the one before it.
                if let time = line.range(of: #""timestamp":""#) {
                    day = String(line[time.upperBound...].prefix(10))
                }
                days[day, default: ""] += line + "\n"
            }
            dates = days.keys.filter { $0.hasPrefix("2026-") }.sorted().prefix(count).map { $0 }
            for date in dates {
                try FileManager.default.createDirectory(
                    at: scratch.url.appending(path: "logs/\(date)"),
                    withIntermediateDirectories: true)
                _ = try scratch.file("logs/\(date)/events.ndjson", (days[date] ?? "").utf8)
            }
        }

        /// Runs night `number` from 0 into `out`.
        @discardableResult
        func run(
            _ number: Int, into out: String, _ more: String = "", before: String = "",
            status: Int32 = 0
        ) throws -> Program.Result {
            let date = dates[number]
            let result = try Program.shell(
                "\(before) nightly --logs logs/\(date) --date \(date) --out \(out) "
                    + "--journey '\(Fixture.data("journey.toml"))' \(more)", in: scratch)
            #expect(result.status == status, "night \(number): \(result.errors)")
            if status == 0 { #expect(result.errors.isEmpty && result.text.isEmpty) }
            return result
        }

        /// Names and hashes of all that is kept; the metrics hold the clock, the lock a process.
        func kept(in out: String) throws -> String {
            try Program.shell(
                "cd \(out) && find . -type f ! -name polku.prom ! -name lock | sort | xargs sha256sum",
                in: scratch
            ).text
        }
    }

    /// In `wrapped/`, programs that kill their process group at call `AT` of `NAME`, before, while or
    /// after they work.
    private static let wrapper = """
        #!/bin/bash
        PATH=${PATH#*:} name=${0##*/}
        [ "$name" = "$NAME" ] && echo >>"$CALLS" && [ "$(wc -l <"$CALLS")" = "$AT" ] || exec "$name" "$@"
        case $HOW in
        before) ;;
        amid) "$name" "$@" & sleep 0.03 ;;
        after) "$name" "$@" ;;
        esac
        kill -9 0
        """

    @Test func tenNightsAreThoseOfTenCleanRuns() throws {
        let nights = try Nights(10)
        for number in 0..<10 { try nights.run(number, into: "clean") }
        let script = try nights.scratch.file("wrapper", Self.wrapper.utf8)
        _ = try Program.shell(
            "mkdir wrapped; chmod +x \(script); for p in ingest sessionize funnelstats mv; do "
                + "ln -s \(script) wrapped/$p; done", in: nights.scratch)

        for number in [0, 1, 2] { try nights.run(number, into: "out") }
        // Night 4 was missed; night 5 dies of everything, the next try finds what the last one left.
        for (name, at, how) in [
            ("ingest", 1, "amid"), ("ingest", 1, "after"), ("sessionize", 1, "amid"),
            ("sessionize", 2, "before"), ("mv", 2, "before"), ("mv", 2, "after"),
            ("mv", 4, "after"), ("mv", 7, "before"), ("funnelstats", 2, "amid"),
            ("funnelstats", 2, "after"),
        ] {
            try Self.expectKill(nights, 4, "NAME=\(name) AT=\(at) HOW=\(how)")
        }
        for number in [4, 5, 5, 6] { try nights.run(number, into: "out") }
        // Night 4 is put in its place, with nights 5 to 7 behind it, and dies on the way, too.
        for at in [2, 5, 9, 20] {
            try Self.expectKill(nights, 3, "NAME=mv AT=\(at) HOW=before")
        }
        for number in [3, 7, 8, 9, 2] { try nights.run(number, into: "out") }
        #expect(try nights.kept(in: "out") == nights.kept(in: "clean"))
        let metrics = try String(
            contentsOfFile: nights.scratch.path("out/polku.prom"), encoding: .utf8)
        #expect(metrics.contains("\npolku_night_latest_timestamp_seconds "))
    }

    /// The summaries of the nights stand in the ledger, and add up: every row that sessionize wrote was read.
    /// A week that ends is set beside the one before: 22 and 29 November 2026 are Sundays.
    @Test func reportsTellOfAllNightsAndOfTheWeekBefore() throws {
        let nights = try Nights(14)
        for number in [5, 6, 12] { try nights.run(number, into: "out") }
        func page(_ name: String) throws -> String {
            try String(contentsOfFile: nights.scratch.path("out/\(name)"), encoding: .utf8)
        }
        let report = try page("report.html")
        #expect(!report.contains("not supplied") && !report.contains("✗"))
        #expect(report.contains("data-json=ingest:lines") && report.contains("✓ events of ingest"))
        #expect(report.contains("There is nothing to compare with yet."))
        #expect(!FileManager.default.fileExists(atPath: nights.scratch.path("out/week.html")))
        #expect(nights.dates[13] == "2026-11-29")
        try nights.run(13, into: "out")
        let week = try page("week.html")
        #expect(!week.contains("There is nothing to compare with yet."))
        #expect(week.contains("<caption class=unseen>Before and after</caption>"))
        #expect(!week.contains("not supplied") && !week.contains("✗"))
        let manifest = try page("week/manifest.json")
        // Mondays in Helsinki begin at 22:00 UTC.
        #expect(manifest.contains(#""since":"2026-11-22T22:00:00.000000Z""#))
        #expect(manifest.contains(#""until":"2026-11-29T22:00:00.000000Z""#))
    }

    /// What the summaries say is what the monitor is told.
    @Test func countsAreThoseOfTheSummaries() throws {
        let nights = try Nights(2)
        for number in 0..<2 { try nights.run(number, into: "out") }
        let metrics = try String(
            contentsOfFile: nights.scratch.path("out/polku.prom"), encoding: .utf8)
        let date = nights.dates[1]
        for (stage, file, names) in [
            (
                "ingest", "summaries/date=\(date).ingest.json",
                ["lines", "events", "rejected", "filtered", "bots", "duplicates", "blank"]
            ),
            (
                "sessionize", "summaries/date=\(date).sessionize.json",
                [
                    "rows_read", "rows", "sessions", "customers", "held_rows", "quarantined_rows",
                    "no_key", "late", "future", "ancient", "late_links", "id_collisions",
                ]
            ),
            (
                "funnelstats", "tables/manifest.json",
                ["rows", "rows_delivered_twice", "customers", "sessions"]
            ),
        ] {
            let bytes = try Data(contentsOf: URL(filePath: nights.scratch.path("out/\(file)")))
            let summary = try JSONSerialization.jsonObject(with: bytes) as? [String: Any] ?? [:]
            for name in names {
                let number = try #require(summary[name] as? Int)
                let line = #"polku_night_count{stage="\#(stage)",name="\#(name)"} \#(number)"#
                #expect(metrics.contains("\n\(line)\n"), "\(line)")
            }
        }
    }

    /// Runs a night that is killed; setsid keeps the test out of its process group.
    private static func expectKill(_ nights: Nights, _ number: Int, _ settings: String) throws {
        let date = nights.dates[number]
        let result = try Program.shell(
            """
            rm -f calls; export CALLS=$PWD/calls \(settings)
            PATH=$PWD/wrapped:$PATH setsid -w nightly --logs logs/\(date) --date \(date) --out out \
                --journey '\(Fixture.data("journey.toml"))'
            echo $?
            """, in: nights.scratch)
        #expect(result.text == "137\n", "\(settings): \(result.errors)")
    }

    /// The tables are those of one run over all logs; with identities off no late login moves a row. The page is in
    /// the language that was asked for.
    @Test func nightsGiveTheTablesOfOneRun() throws {
        let nights = try Nights(4)
        for number in 0..<4 {
            try nights.run(
                number, into: "out", "--sessionize-arg=--identity --sessionize-arg=off --lang=fi")
        }
        let result = try Program.shell(
            """
            set -o pipefail
            ingest logs/*/* | sessionize --identity off --sessions all.csv |
                funnelstats --journey '\(Fixture.data("journey.toml"))' -o one || exit
            grep -q '<html lang=fi>' out/report.html || exit
            for table in one/*.csv; do cmp $table out/tables/${table#one/} || exit; done
            # The index counts per stream.
            cut -d, -f1-3,5- all.csv | tail -n +2 | sort >all
            cat out/paths/*/sessions.csv out/still-open/sessions.csv | grep -v ^session_id | cut -d, -f1-3,5- | sort >nightly
            wc -l <all; cmp all nightly
            """, in: nights.scratch)
        #expect(result.status == 0, "\(result.text)\(result.errors)")
        #expect((Int(result.text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) > 200)
    }

    @Test(arguments: [
        ("--logs logs --date 2026-11-16 --out out", 64, "--journey"),
        ("--logs logs --date 2026-11-31 --out out --journey j.toml", 64, "2026-11-31"),
        ("--logs logs --date 2026-11-16 --out out --journey j.toml --nights 0", 64, "--nights"),
        ("--logs logs --date 2026-11-16 --out out --journey j.toml --nope 1", 64, "--nope"),
        ("--logs logs --date", 64, "--date"),
        ("--logs logs --date 2026-11-16 --out out --journey j.toml --lang sv", 64, "--lang"),
        ("--logs none --date 2026-11-16 --out out --journey j.toml", 66, "none: no such logs"),
        ("--logs empty --date 2026-11-16 --out out --journey j.toml", 66, "empty: no logs"),
        ("--logs logs --date 2026-11-16 --out out --journey none.toml", 66, "none.toml"),
        ("--logs logs --date 2026-11-16 --out out --journey bad.toml", 78, "not valid"),
        ("--logs logs --date 2026-11-16 --out j.toml --journey j.toml", 73, "j.toml"),
        (
            "--logs logs --date 2026-11-16 --out out --journey j.toml --key-file none", 66,
            "ingest failed with exit 66"
        ),
        (
            "--logs logs --date 2026-11-16 --out out --journey j.toml --sessionize-arg=--timeout=0s",
            64, "sessionize failed with exit 64"
        ),
    ])
    func endsAsTheContractSays(arguments: String, status: Int32, says: String) throws {
        let scratch = try Scratch()
        let result = try Program.shell(
            """
            mkdir logs empty; echo 'version = 2' >bad.toml; cp '\(Fixture.data("journey.toml"))' j.toml
            printf '%s\\n' '{"event":"view","anonymousId":"v","timestamp":"2026-11-16T10:00:00Z"}' >logs/a
            nightly \(arguments)
            """, in: scratch)
        #expect(result.status == status, "\(result.errors)")
        #expect(result.errors.contains(says), "\(result.errors)")
        #expect(result.text.isEmpty)
        let out =
            try FileManager.default.contentsOfDirectory(atPath: scratch.path("."))
            .contains("out") ? Program.shell("ls -A out", in: scratch).text : "lock\n"
        #expect(out == "lock\n")
    }

    @Test func aDamagedLogPublishesNothing() throws {
        let nights = try Nights(2)
        try nights.run(0, into: "out")
        let before = try nights.kept(in: "out")
        let log = "logs/\(nights.dates[1])/events.ndjson"
        _ = try Program.shell(
            "gzip -n \(log); cp \(log).gz good; head -c 9000 good >\(log).gz", in: nights.scratch)
        let result = try nights.run(1, into: "out", status: 65)
        #expect(result.errors.contains("compressed data ends early"))
        #expect(result.errors.hasSuffix("\(nights.dates[1]): ingest failed with exit 65\n"))
        #expect(try nights.kept(in: "out") == before)

        _ = try Program.shell("cp good \(log).gz", in: nights.scratch)
        try nights.run(1, into: "out")
        for number in 0..<2 { try nights.run(number, into: "clean") }
        #expect(try nights.kept(in: "out") == nights.kept(in: "clean"))
    }

    @Test func theSecondOfTwoRunsGivesWay() throws {
        let nights = try Nights(1)
        let date = nights.dates[0]
        let result = try Program.shell(
            """
            mkdir slow; printf '#!/bin/bash\\n>started; while [ ! -e go ]; do sleep 0.02; done
            exec \(Program("ingest").url.path) "$@"\\n' >slow/ingest; chmod +x slow/ingest
            night="nightly --logs logs/\(date) --date \(date) --out out"
            night+=" --journey \(Fixture.data("journey.toml"))"
            PATH=$PWD/slow:$PATH $night & first=$!
            for try in {1..500}; do [ -e started ] && break; sleep 0.02; done
            $night 2>errors; echo $?; touch go
            wait $first; echo $? $(grep -c "process $first holds" errors)
            """, in: nights.scratch)
        #expect(result.text == "75\n0 1\n", "\(result.errors)")
    }

    /// Two nights are in the tables and can be put right; older ones keep their paths.
    @Test func whatNoNightNeedsIsDropped() throws {
        let nights = try Nights(5)
        for number in [1, 2, 3, 4] { try nights.run(number, into: "out", "--nights 2") }
        let kept = try Program.shell(
            "cd out; for d in events state paths; do ls $d | grep -c date=; done; "
                + "grep -o 'date=[0-9-]*/paths' tables/manifest.json", in: nights.scratch
        ).text
        // The state of the night before the two is what the first of them goes on from.
        let inTables = nights.dates[3...].map { "date=\($0)/paths\n" }.joined()
        #expect(kept == "2\n3\n4\n" + inTables)
        let late = try nights.run(0, into: "out", "--nights 2", status: 65)
        #expect(late.errors.contains("are kept no more"))
        try nights.run(3, into: "out", "--nights 2")
    }
}
