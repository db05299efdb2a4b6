import Foundation
import TestSupport
import Testing

/// `--where`, `--since` and `--until`: the tables of a part are those of a stream that holds no other rows.
struct PartTests {
    private typealias Row = [String: String]

    /// A part: options, and what they say in the test's own words.
    struct Part: CustomTestStringConvertible {
        let options: [String]
        /// Columns that a row has to hold, and columns that its session has to hold.
        var row: [String: String] = [:]
        var session: [String: String] = [:]
        var since = ""
        var until = "9"
        var hasJourney = true

        var testDescription: String {
            options.joined(separator: " ") + (hasJourney ? "" : ", no journey")
        }
    }

    /// The journey's days begin at 22:00 UTC.
    static let parts = [
        Part(options: ["--where", "event=purchase"], row: ["event": "purchase"]),
        Part(
            options: ["--where", "event=add_to_cart"], row: ["event": "add_to_cart"],
            hasJourney: false),
        Part(options: ["--where", "user="], row: ["user": ""]),
        Part(options: ["--where", "channel=email"], session: ["channel": "email"]),
        Part(
            options: ["--where", "device=mobile", "--where", "country=FI"],
            session: ["device": "mobile", "country": "FI"]),
        Part(
            options: ["--where", "source=google", "--where", "event=page_view"],
            row: ["event": "page_view"], session: ["source": "google"]),
        Part(options: ["--since", "2026-11-25"], since: "2026-11-24T22:00:00.000000Z"),
        Part(
            options: ["--until=2026-11-25T10:00:00+02:00"], until: "2026-11-25T08:00:00.000000Z"),
        Part(
            options: [
                "--since", "2026-11-20", "--until", "2026-11-30", "--where", "channel=direct",
            ], session: ["channel": "direct"], since: "2026-11-19T22:00:00.000000Z",
            until: "2026-11-29T22:00:00.000000Z"),
    ]

    /// The paths of the night, written once.
    private static let stream: String = {
        let logs = (1...4).map { Fixture.data("night/events-\($0).ndjson.gz") }
        guard let events = try? Program("ingest").run(logs),
            let paths = try? Program("sessionize").run([], input: events.output)
        else { return "" }
        return paths.text
    }()

    private static func rows(_ stream: String) throws -> (names: [String], rows: [Row]) {
        let lines = stream.split(separator: "\n").map(String.init)
        func fields(_ line: String) -> [String] {
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let names = fields(try #require(lines.dropFirst().first))
        return (
            names,
            lines.dropFirst(2).dropLast().map {
                Dictionary(uniqueKeysWithValues: zip(names, fields($0)))
            }
        )
    }

    /// What a session is said to have: channel and source of its origin, the first device and country.
    private static func facts(of rows: [Row]) -> Row {
        let named = rows.first {
            $0["campaign"] != "" || $0["source"] != ""
                || !["", "direct"].contains($0["channel"])
        }
        let origin = named ?? rows.first { $0["channel"] != "" } ?? rows.first
        var facts: Row = [:]
        for name in ["channel", "source"] { facts[name] = origin?[name] }
        for name in ["device", "country"] {
            facts[name] = rows.first { $0[name] != "" }?[name] ?? ""
        }
        return facts
    }

    /// A stream of the rows of a part.
    private static func stream(of part: Part) throws -> (text: String, rows: Int, all: Int) {
        let (names, all) = try rows(stream)
        let sessions = Dictionary(grouping: all) { $0["session_id"] ?? "" }.mapValues(facts)
        func has(_ row: Row?, _ wanted: Row) -> Bool { wanted.allSatisfy { row?[$0] == $1 } }
        let kept = all.filter { row in
            let time = row["time"] ?? ""
            return part.since <= time && time < part.until && has(row, part.row)
                && has(sessions[row["session_id"] ?? ""], part.session)
        }
        let end = try #require(stream.split(separator: "\n").last).split(separator: " ")
            .filter { !$0.hasPrefix("checksum=") && !$0.hasPrefix("rows=") }.dropFirst()
            .map {
                $0.hasPrefix("horizon=") ? min(String($0), "horizon=" + part.until) : String($0)
            }
        let lines =
            ["#polku paths 1", names.joined(separator: "\t")]
            + kept.map { row in names.map { row[$0] ?? "" }.joined(separator: "\t") }
            + ["#end rows=\(kept.count) " + end.joined(separator: " ")]
        return (lines.joined(separator: "\n") + "\n", kept.count, all.count)
    }

    @Test(arguments: parts)
    func tablesAreThoseOfItsRows(part: Part) throws {
        let scratch = try Scratch()
        let (text, count, all) = try Self.stream(of: part)
        #expect(count > 10 && count < all, "\(count) of \(all)")
        let whole = try scratch.file("whole.tsv", Self.stream.utf8)
        let own = try scratch.file("own.tsv", text.utf8)
        let options = part.hasJourney ? ["--journey", Fixture.data("journey.toml")] : []
        for (paths, more, folder) in [(whole, part.options, "a"), (own, [], "b")] {
            let run = try Program("funnelstats").run(
                options + more + ["--members", "-o", scratch.path(folder), paths])
            #expect(run.status == 0, "\(run.errors)")
        }
        let same = try Program.shell(
            "rm a/manifest.json b/manifest.json; diff -r a b && ls a | wc -l", in: scratch)
        #expect(same.status == 0 && (Int(same.text.trimmingCharacters(in: .newlines)) ?? 0) > 18)
        #expect(same.text.split(separator: "\n").count == 1, "\(same.text.prefix(2000))")
    }

    /// 4 rows: one before, one behind, one of another event; the first reason counts.
    @Test func rowsLeftOutAreAccountedFor() throws {
        let scratch = try Scratch()
        let times = ["10:00:00", "11:00:00", "12:00:00", "13:00:00"]
        let lines = zip(times, ["x", "view", "x", "x"]).map {
            "c\ts\t2026-11-20T\($0).000000Z\t\($1)\n"
        }
        let text =
            "#polku paths 1\ncustomer\tsession_id\ttime\tevent\n" + lines.joined()
            + "#end rows=4 complete=true horizon=2026-11-21T00:00:00.000000Z\n"
        _ = try scratch.file("p", text.utf8)
        let run = try Program.shell(
            """
            funnelstats p --where event=view --since 2026-11-20T11:00:00Z --until 2026-11-20T13:00:00Z \
                -o out --summary s.json --metrics m.prom &&
                cmp s.json <(sed 's/"outputs":.*/"outputs":[],"descriptions":[]}/' out/manifest.json) &&
                grep rows_left_out m.prom
            """, in: scratch)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text.hasSuffix("polku_funnelstats_rows_left_out 3\n"), "\(run.text)")
        let manifest = try String(contentsOfFile: scratch.path("s.json"), encoding: .utf8)
        for words in [
            #""data_start":"2026-11-20T11:00:00.000000Z","data_end":"2026-11-20T13:00:00.000000Z""#,
            #""rows":4,"rows_used":1,"rows_delivered_twice":0,"#,
            #""part":{"where":["event=view"],"since":"2026-11-20T11:00:00.000000Z","#,
            #""rows_before_since":1,"rows_from_until":1,"rows_not_where":1}"#,
        ] { #expect(manifest.contains(words), "\(words): \(manifest)") }
    }

    /// What is not in the part may still match a step, and is told.
    @Test func aPartWithoutRowsIsTold() throws {
        let scratch = try Scratch()
        let text = """
            #polku paths 1
            customer\tsession_id\ttime\tevent\tchannel\tprops
            c\ts\t2026-11-20T10:00:00.000000Z\tview\temail\t{"plan":"pro"}
            c\ts\t2026-11-20T10:00:01.000000Z\tbuy\temail\t
            #end rows=2 complete=true

            """
        _ = try scratch.file("p", text.utf8)
        for (options, message) in [
            ("channel=emial", "--where channel=emial: no row has it; did you mean 'email'?"),
            ("props.plan=por", "--where props.plan=por: no row has it; did you mean 'pro'?"),
            ("props.plan=pro", "funnel 'steps' step 2 'buy': no row matches\n"),
            ("event=view", "funnel 'steps' step 2 'buy': no row matches\n"),
            ("channel=email --since 2027-01-01", "no row is in the part that is counted\n"),
        ] {
            let run = try Program.shell(
                "funnelstats --steps view,buy --where \(options) p", in: scratch)
            #expect(run.status == 0)
            #expect(run.errors.contains(message), "\(run.errors)")
        }
    }

    @Test(arguments: [
        ("--where chanel=email", "--where: no column 'chanel'; did you mean 'channel'?"),
        ("--where email", "--where takes COLUMN=VALUE, not 'email'"),
        ("--where =x", "--where takes COLUMN=VALUE, not '=x'"),
        ("--where time=2026-11-20T00:00:00.000000Z", "--where: no column 'time'"),
        ("--where props=x", "--where: no column 'props'"),
        ("--since 2026-11-20 --until 2026-11-20", "--until is to be later than --since"),
        ("--since noon", "noon"),
    ])
    func mistakesAreTold(options: String, message: String) throws {
        let run = try Program.shell("funnelstats --steps a,b \(options) </dev/null", in: Scratch())
        #expect(run.status == 64, "\(run.errors)")
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    /// Two parts of one journey are counted by one set of rules.
    @Test func partsAreCompared() throws {
        let scratch = try Scratch()
        _ = try scratch.file("p", Self.stream.utf8)
        let journey = Fixture.data("journey.toml")
        let run = try Program.shell(
            """
            funnelstats --journey \(journey) p --where device=mobile -o before &&
            funnelstats --journey \(journey) p --where device=desktop --until 2026-12-05 -o after &&
            funnelstats compare before after | cut -d, -f 1 | sort -u | head -1
            """, in: scratch)
        #expect(run.status == 0 && run.text == "funnel\n", "\(run.errors)")
    }
}
