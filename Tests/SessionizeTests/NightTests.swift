import ByteIO
import Foundation
import Rows
import StageSupport
import TestSupport
import Testing

@testable import Sessionize
@testable import Sessions

struct NightTests {
    private static let day: [TestRow] = [
        "21:40:00Z", "21:55:00Z", "22:05:00Z", "22:35:00Z", "22:40:00Z", "22:45:00Z",
        "23:15:00.000001Z",
    ].enumerated().map {
        TestRow("2026-11-20T\($1)", ["visitor": "v1", "event_id": "\($0 + 1)"])
    }

    /// The worked example in the specification of sessions.
    @Test func workedExampleOverFourRuns() throws {
        let engine = try Engine()
        engine.keepsState = true
        let first = try engine.run(Array(Self.day[0..<5]))
        #expect(first.paths.isEmpty)
        #expect(first.report.counts.heldRows == 5)
        let second = try engine.run(Array(Self.day[5...]))
        #expect(second.paths.isEmpty)
        #expect(second.report.counts.heldRows == 7)
        let third = try engine.run([TestRow("2026-11-20T23:45:00.000002Z", ["visitor": "w"])])
        #expect(third.paths.compactMap { $0["event_id"] } == ["1", "2", "3", "4", "5", "6"])
        #expect(third.report.counts.heldRows == 2)
        let fourth = try engine.run([TestRow("2026-11-21T00:15:00.000002Z", ["visitor": "w"])])
        #expect(fourth.paths.compactMap { $0["event_id"] } == ["7"])
        #expect(fourth.table.map { $0["end_cropped"] } == ["false"])
        engine.keepsState = false
        let rest = try engine.run(files: [engine.scratch.path("state")])
        #expect(rest.paths.compactMap { $0["visitor"] } == ["w", "w"])
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func anySplitGivesTheSessionsOfOneRun(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let engine = try Engine()
        engine.rule.boundary = Bool.random(using: &numbers) ? .gt : .ge
        if seed % 4 == 1 { engine.rule.midnight = try LocalClock(zone: "Europe/Helsinki") }
        engine.rule.splitsOnCampaign = seed % 4 >= 2
        engine.rule.usesDeclared = seed % 5 == 3
        engine.rule.maximumEvents = [4, 9, 2500][Int(seed % 3)]
        engine.rule.maximumLength = [3_600_000_000, 12 * 3_600_000_000][Int(seed / 3 % 2)]
        if seed % 2 == 1, let all = ValueEvents("all") { engine.valueEvents = all }
        engine.memory = seed % 7 == 0 ? 1 : 64 << 20
        // Without the map, the login of an earlier run would be unknown.
        engine.joinsIdentities = seed % 2 == 0
        engine.keepsMap = engine.joinsIdentities
        let runs = Self.runs(&numbers, timeout: engine.rule.timeout)
        let rows = runs.flatMap { $0 }
        var model = PlainModel(rule: engine.rule, joinsIdentities: engine.joinsIdentities)

        engine.keepsState = true
        var parts: [[String]] = []
        var table: [[String]] = []
        var held = 0
        for run in runs {
            let result = try engine.run(run)
            parts += Self.rows(result)
            table += Self.lines(result)
            held = result.report.counts.heldRows
            #expect(result.report.late == 0)
        }
        engine.keepsState = false
        let last = try engine.run(files: [engine.scratch.path("state")])
        #expect(last.report.rows == held, "seed \(seed)")
        parts += Self.rows(last)
        table += Self.lines(last)

        let whole = try Engine()
        whole.rule = engine.rule
        whole.valueEvents = engine.valueEvents
        whole.joinsIdentities = engine.joinsIdentities
        let one = try whole.run(rows)
        #expect(Set(parts) == Set(Self.rows(one)), "seed \(seed)")
        #expect(parts.count == rows.count, "seed \(seed)")
        #expect(Set(table) == Set(Self.lines(one)), "seed \(seed)")
        #expect(table.count == one.table.count, "seed \(seed)")
        model.joinsIdentities = engine.joinsIdentities
        #expect(one.sessions == model.sessions(rows), "seed \(seed)")
    }

    /// All rows in memory, none, and some: what is stored is then written as a sorted run.
    /// Without a map, pairs of visitor and user are resolved by their numbers where all rows are stored.
    @Test(arguments: 0..<80 as Range<UInt64>)
    func anyMemoryGivesTheSameBytes(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let names = [
            "v", "w", "a\tb", "a\\tb", "\\", "#v", "a long name of a visitor \(seed)", "u", "",
        ]
        var runs: [[TestRow]] = []
        for night in 0..<2 {
            runs.append(
                (0..<Int.random(in: 0...400, using: &numbers)).map { number in
                    TestRow(
                        Int64(night) * 9_000_000_000
                            + Int64.random(in: 0...40, using: &numbers) * 200_000_000,
                        [
                            "visitor": names.randomElement(using: &numbers) ?? "",
                            "user": Int.random(in: 0...4, using: &numbers) == 0
                                ? ["u", "x\ty", "v"].randomElement(using: &numbers) ?? "" : "",
                            "event": "page_view", "page": "/\(number % 9)",
                            "session": ["", "s", "t"].randomElement(using: &numbers) ?? "",
                            "event_id": "\(night)-\(number)", "value": "\(number % 3)",
                            "props": "{\"n\":\(number)}",
                        ])
                })
        }
        var wanted: [Data] = []
        for memory in [64 << 20, 1, 30_000, 60_000, 100_000, 200_000] {
            let engine = try Engine()
            engine.memory = memory
            engine.rule.usesDeclared = seed % 3 == 0
            engine.rule.maximumEvents = seed % 4 == 0 ? 5 : 2500
            engine.maximumVisitors = seed % 5 == 0 ? 2 : 500
            engine.joinsIdentities = seed % 6 != 1
            engine.keepsState = seed % 2 == 0
            engine.keepsMap = engine.joinsIdentities && seed < 40
            var found: [Data] = []
            for run in runs {
                let file = try engine.scratch.file("in", EventStream(run).bytes)
                _ = try engine.run(files: [file])
                var names = ["paths", "sessions.csv", "quarantine", "summary.json"]
                if engine.keepsState { names.append("state") }
                if engine.keepsMap { names.append("identities") }
                for name in names {
                    let path = engine.scratch.path(name)
                    var text = try String(contentsOfFile: path, encoding: .utf8)
                    text.replace(engine.scratch.url.path, with: "")
                    found.append(Data(text.utf8))
                }
            }
            if wanted.isEmpty { wanted = found }
            #expect(found == wanted, "seed \(seed) memory \(memory)")
        }
    }

    /// Rows that are never older than the horizon of the runs before, less the timeout.
    private static func runs(
        _ numbers: inout SeededNumbers, timeout: Int64
    ) -> [[TestRow]] {
        var runs: [[TestRow]] = []
        var horizon: Int64 = 0
        var number = 0
        for _ in 0..<Int.random(in: 1...6, using: &numbers) {
            var run: [TestRow] = []
            for _ in 0..<Int.random(in: 0...40, using: &numbers) {
                let visitor = Int.random(in: 0..<5, using: &numbers)
                let step = Int64.random(in: 0...20, using: &numbers) * 300_000_000
                let time = horizon - timeout + step + Int64.random(in: 0...1, using: &numbers)
                run.append(
                    TestRow(
                        max(time, 0),
                        [
                            "visitor": "v\(visitor)", "event_id": "\(number)",
                            "user": visitor > 2 && Int.random(in: 0..<3, using: &numbers) == 0
                                ? "u\(visitor % 2)" : "",
                            "campaign": ["", "", "a", "A", "b"].randomElement(using: &numbers)
                                ?? "",
                            "session": ["", "s", "t"].randomElement(using: &numbers) ?? "",
                            "event": ["page_view", "purchase", "session_start"][number % 3],
                            "page": "/\(number)", "value": "\(number % 7).5",
                            "currency": number % 50 == 0 ? "SEK" : "EUR",
                        ]))
                number += 1
            }
            horizon = max(horizon, run.map(\.time).max() ?? 0)
            runs.append(run)
        }
        return runs
    }

    private static func rows(_ result: Engine.Result) -> [[String]] {
        result.paths.map { ["path"] + place(of: $0) }
            + result.quarantine.map { ["quarantine"] + place(of: $0) }
    }

    private static func place(of row: [String: String]) -> [String] {
        ["session_id", "step", "event_id"].map { row[$0] ?? "" }
    }

    /// What a split does not change: not the customer, the place in it, and the edges of the log.
    private static func lines(_ result: Engine.Result) -> [[String]] {
        let changing = ["customer", "session_index", "start_cropped", "end_cropped"]
        return result.table.map { row in
            row.keys.sorted().filter { !changing.contains($0) }.map { row[$0] ?? "" }
        }
    }

    @Test func monitorThatNeverPausesDoesNotGrowTheState() throws {
        let engine = try Engine()
        engine.keepsState = true
        engine.rule.maximumEvents = 10
        var held: [Int] = []
        for night in 0..<4 {
            let result = try engine.run(
                (0..<1440).map {
                    TestRow(
                        Int64(night * 1440 + $0) * 60_000_000,
                        ["visitor": "monitor", "event_id": "\(night)-\($0)"])
                })
            held.append(result.report.counts.heldRows)
            #expect(result.paths.isEmpty)
        }
        // The rows of the last 30 minutes, behind horizon less timeout.
        #expect(held == [30, 30, 30, 30])
        engine.keepsState = false
        let last = try engine.run(files: [engine.scratch.path("state")])
        #expect(last.table.map { $0["events"] } == ["5760"])
        #expect(last.table.map { $0["quarantined"] } == ["true"])
        #expect(last.quarantine.last?["step"] == "5760")
    }

    @Test func lateRowsAreCutWithTheRowsAtHand() throws {
        let engine = try Engine()
        engine.keepsState = true
        _ = try engine.run(Self.day)
        let result = try engine.run([
            TestRow("2026-11-20T10:00:00Z", ["visitor": "v1", "event_id": "late"]),
            TestRow("2026-11-20T22:45:00.000001Z", ["visitor": "w"]),
        ])
        #expect(result.report.late == 1)
        #expect(result.paths.compactMap { $0["event_id"] } == ["late"])
    }

    @Test func secondRunOfANightChangesNothing() throws {
        let engine = try Engine()
        engine.keepsState = true
        let file = try engine.scratch.file("night", EventStream(Self.day).bytes)
        _ = try engine.run(files: [file])
        let before = try Data(contentsOf: URL(filePath: engine.scratch.path("state")))
        let failure = #expect(throws: Failure.self) { try engine.run(files: [file]) }
        #expect(failure?.status == .damagedInput)
        #expect(try Data(contentsOf: URL(filePath: engine.scratch.path("state"))) == before)
        // An empty stream may come every night.
        let empty = try engine.scratch.file("empty", EventStream().bytes)
        _ = try engine.run(files: [empty])
        _ = try engine.run(files: [empty])
    }

    @Test func otherOptionsAreRefused() throws {
        let engine = try Engine()
        engine.keepsState = true
        _ = try engine.run(Self.day)
        engine.rule.timeout = 60_000_000
        let failure = #expect(throws: Failure.self) { try engine.run([]) }
        #expect(failure?.status == .damagedInput)
        #expect(failure?.description.contains("timeout=1800000000") == true)
        // One that the state has and this run lacks, and the other way round.
        let other = try Engine()
        other.keepsState = true
        other.rule.splitsOnCampaign = true
        _ = try other.run(Self.day)
        other.rule.splitsOnCampaign = false
        let lacking = #expect(throws: Failure.self) { try other.run([]) }
        #expect(lacking?.description.contains("split-on=campaign") == true)
        other.rule.splitsOnCampaign = true
        other.rule.usesDeclared = true
        #expect(throws: Failure.self) { try other.run([]) }
        other.rule.usesDeclared = false
        other.valueEvents = try #require(ValueEvents("Paid,order_paid"))
        let valued = #expect(throws: Failure.self) { try other.run([]) }
        #expect(valued?.description.contains("value-events=checkoutcompleted,") == true)
        // Closing the state would cut it with them too.
        engine.keepsState = false
        let state = engine.scratch.path("state")
        #expect(throws: Failure.self) { try engine.run(files: [state]) }
    }

    @Test(arguments: [
        ("23:15:00.000001Z/7", "23:15:00.000001Z/8"), ("v1", "v2"),
        ("#end rows=7", "#end rows=6"),
        ("boundary=gt", "boundary=ge"),
    ])
    func damagedStateIsRefused(from: String, to: String) throws {
        let engine = try Engine()
        engine.keepsState = true
        _ = try engine.run(Self.day)
        let path = engine.scratch.path("state")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains(from))
        try Data(text.replacing(from, with: to).utf8).write(to: URL(filePath: path))
        let failure = #expect(throws: (any Error).self) { try engine.run([]) }
        #expect(failure.flatMap { Failure($0) }?.status == .damagedInput)
    }

    @Test func onlyTheLast400StreamsAreRemembered() throws {
        var record = StateRecord(options: ["timeout": "1"])
        record.streams = (1...450).map { UInt64($0) }
        let cluster = "2026-01-01T00:00:00.000000Z/2026-01-02T00:00:00.000000Z/9"
        record.times = [try #require(TimeCluster(cluster[...]))]
        let read = try #require(StateRecord(record.words))
        #expect(read.streams == (51...450).map { UInt64($0) })
        #expect(read.times == record.times)
        #expect(read.options == record.options)
    }
}

struct InterruptionTests {
    @Test func lockIsHeldByOneRun() throws {
        let scratch = try Scratch()
        let input = try scratch.file("in", EventStream([]).bytes)
        let lock = try FileLock(of: scratch.path("state"))
        let refused = try Program("sessionize").run(
            ["--state", scratch.path("state"), "-o", scratch.path("paths"), input])
        #expect(refused.status == 75)
        #expect(refused.errors.contains("process \(ProcessInfo.processInfo.processIdentifier)"))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("paths")))
        _ = consume lock
        let result = try Program("sessionize").run(
            ["--state", scratch.path("state"), "-o", scratch.path("paths"), input])
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test func killedRunIsRepeated() throws {
        let scratch = try Scratch()
        let rows = (0..<3000).map {
            TestRow(Int64($0 * 7919 % 3000) * 1_000_000, ["visitor": "v\($0 % 97)"])
        }
        let first = try scratch.file("1", EventStream(Array(rows[0..<1500])).bytes)
        let second = try scratch.file("2", EventStream(Array(rows[1500...])).bytes)
        func arguments(_ name: String, _ input: String) -> [String] {
            [
                "--state", scratch.path(name), "-o", scratch.path("\(name)-paths"),
                "--sessions", scratch.path("\(name).csv"), "--timeout", "10s", input,
            ]
        }
        for name in ["whole", "killed"] {
            #expect(try Program("sessionize").run(arguments(name, first)).status == 0)
        }
        #expect(try Program("sessionize").run(arguments("whole", second)).status == 0)
        for round in 0..<12 {
            let process = Process()
            process.executableURL = Program("sessionize").url
            process.arguments = arguments("killed", second)
            try process.run()
            Thread.sleep(forTimeInterval: Double(round) * 0.004)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let state = try Data(contentsOf: URL(filePath: scratch.path("killed")))
            if state == (try Data(contentsOf: URL(filePath: scratch.path("whole")))) { break }
        }
        let again = try Program("sessionize").run(arguments("killed", second))
        // 65 where a round came to its end before it was killed.
        #expect(again.status == 0 || again.status == 65, "\(again.errors)")
        for suffix in ["", "-paths", ".csv"] {
            let one = try Data(contentsOf: URL(filePath: scratch.path("whole" + suffix)))
            #expect(try Data(contentsOf: URL(filePath: scratch.path("killed" + suffix))) == one)
        }
    }
}
