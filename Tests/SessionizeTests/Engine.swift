import ByteIO
import Foundation
import StageSupport
import TestSupport
import Rows

@testable import Sessionize
@testable import Sessions

/// A row of a test: its time in microseconds and what else matters, by column.
struct TestRow: Equatable {
    var time: Int64
    var columns: [String: String]

    init(_ time: Int64, _ columns: [String: String]) {
        self.time = time
        self.columns = columns
    }

    /// `clock` as `2026-11-20T21:40:00Z`, with or without a fraction.
    init(_ clock: String, _ columns: [String: String]) {
        self.init(Clock.microseconds(clock), columns)
    }

    subscript(column: String) -> String { columns[column] ?? "" }
}

enum Clock {
    static func microseconds(_ text: String) -> Int64 {
        let parts = text.dropLast().split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        let digits = fraction.padding(toLength: 6, withPad: "0", startingAt: 0)
        let full = "\(parts[0]).\(digits)Z"
        return Timestamp(row: Array(full.utf8).span)?.microseconds ?? 0
    }

    static func text(_ microseconds: Int64) -> String { Timestamp(microseconds: microseconds).text }
}

extension EventStream {
    init(_ rows: [TestRow]) {
        self.init()
        for row in rows {
            add(row.columns.merging(["time": Clock.text(row.time)]) { $1 })
        }
    }
}

/// Runs the stage in this process, over files of a fresh folder that lasts as long as the engine.
final class Engine {
    let scratch: Scratch
    var rule = SessionRule(timeout: 1_800_000_000, boundary: .gt)
    var valueEvents = ValueEvents()
    var joinsIdentities = true
    var maximumVisitors = Links.maximumVisitors
    var memory = 64 << 20
    var keepsState = false
    var keepsMap = false

    struct Result {
        var paths: [[String: String]] = []
        var table: [[String: String]] = []
        var quarantine: [[String: String]] = []
        var report = RunReport()
        var bytes = Data()
    }

    init() throws { scratch = try Scratch() }

    func run(_ rows: [TestRow]) throws -> Result {
        try run(files: [scratch.file("in-\(UUID().uuidString)", EventStream(rows).bytes)])
    }

    func run(files: [String]) throws -> Result {
        var options = RunOptions()
        options.output = scratch.path("paths")
        options.sessions = scratch.path("sessions.csv")
        options.quarantine = scratch.path("quarantine")
        options.summary = scratch.path("summary.json")
        options.metrics = scratch.path("metrics")
        if keepsState { options.state = scratch.path("state") }
        if keepsMap { options.identities = scratch.path("identities") }
        options.valueEvents = valueEvents
        options.joinsIdentities = joinsIdentities
        options.memory = memory
        options.maximumVisitors = maximumVisitors
        options.timeoutText = "30m"
        var run = SessionizeRun(options: options, rule: rule)
        var result = Result()
        result.report = try run.go(try Inputs(named: files))
        result.bytes = try Data(contentsOf: URL(filePath: scratch.path("paths")))
        result.paths = Table.paths(String(decoding: result.bytes, as: UTF8.self))
        result.table = try Table.rows(scratch.path("sessions.csv"))
        result.quarantine = Table.paths(
            try String(contentsOfFile: scratch.path("quarantine"), encoding: .utf8))
        return result
    }
}

extension [[String: String]] {
    /// For every session the values of `column` in its rows, by session id.
    func sessions(_ column: String) -> [String: [String]] {
        reduce(into: [:]) { $0[$1["session_id"] ?? "", default: []].append($1[column] ?? "") }
    }
}
