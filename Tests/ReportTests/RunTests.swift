import Foundation
import TestSupport
import Testing

@testable import Report

/// The program as a user runs it.
struct RunTests {
    let scratch: Scratch
    let folder: String

    init() throws {
        scratch = try Scratch()
        folder = scratch.path("out")
        try FileManager.default.copyItem(atPath: GoldenTests.folder.path, toPath: folder)
    }

    private func run(_ arguments: String...) throws -> Program.Result {
        try Program("report").run(arguments)
    }

    @Test func theFileHoldsWhatStandardOutputGets() throws {
        let first = try run(folder)
        #expect(first.status == 0 && first.errors.isEmpty)
        #expect(first.text.hasPrefix("<!DOCTYPE html>"))
        let second = try run(folder, "-o", scratch.path("r.html"))
        #expect(second.status == 0 && second.output.isEmpty)
        #expect(try Data(contentsOf: URL(filePath: scratch.path("r.html"))) == first.output)
    }

    @Test func anotherZoneAndLocaleGiveTheSameBytes() throws {
        let other = try Program("report").run(
            [folder + "/"], environment: ["TZ": "Pacific/Chatham", "LC_ALL": "de_DE.UTF-8"])
        #expect(try run(folder).output == other.output)
    }

    @Test func chartsAreFilesOfTheirOwn() throws {
        let result = try run(folder, "-o", scratch.path("r.html"), "--svg", scratch.path("svg"))
        #expect(result.status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("svg"))
        #expect(names.contains("leave-1.svg") && names.contains("paths.svg"))
        #expect(names.allSatisfy { $0.hasSuffix(".svg") })
    }

    /// What is done to the folder, the exit, and words of the message.
    enum Damage: CaseIterable {
        case noFolder, noManifest, noTable, changedTable, badManifest, badSummary
    }

    @Test(arguments: Damage.allCases)
    func faultsKeepTheOldPage(damage: Damage) throws {
        let page = try scratch.file("r.html", "old".utf8)
        let (status, words) = try apply(damage)
        let result = try run(folder, "-o", page)
        #expect(result.status == status)
        #expect(result.errors.hasPrefix("report: ") && result.errors.contains(words))
        #expect(result.errors.split(separator: "\n").count == 1)
        #expect(try String(contentsOfFile: page, encoding: .utf8) == "old")
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
        #expect(left.allSatisfy { !$0.hasSuffix(".tmp") })
    }

    private func apply(_ damage: Damage) throws -> (Int32, String) {
        let files = FileManager.default
        switch damage {
        case .noFolder:
            try files.removeItem(atPath: folder)
            return (66, "manifest.json")
        case .noManifest:
            try files.removeItem(atPath: folder + "/manifest.json")
            return (66, "manifest.json")
        case .noTable:
            try files.removeItem(atPath: folder + "/funnel.csv")
            return (65, "funnel.csv: missing")
        case .changedTable:
            try Data("funnel\n".utf8).write(to: URL(filePath: folder + "/hours.csv"))
            return (65, "hours.csv: not the table")
        case .badManifest:
            try Data("{".utf8).write(to: URL(filePath: folder + "/manifest.json"))
            return (65, "manifest.json")
        case .badSummary:
            try Data("{}".utf8).write(to: URL(filePath: folder + "/ingest.summary.json"))
            return (65, "ingest.summary.json: no summary of ingest")
        }
    }

    @Test func aTableWithoutItsColumnsIsRefused() throws {
        var made = MadeFolder.plain
        made.files["compare.csv"] = "table,key\na,b\n"
        let other = try Scratch()
        let result = try run(try made.write(to: other))
        #expect(result.status == 65 && result.errors.contains("no column 'metric'"))
    }

    @Test func outputsThatCannotBe() throws {
        #expect(try run(folder, "-o", scratch.path("no/r.html")).status == 73)
        #expect(try run(folder, "-o", "/dev/full").status == 74)
        #expect(try run(folder, "--svg", GoldenTests.folder.path + "/hours.csv").status == 73)
        #expect(try run(folder, "--no-such-option").status == 64)
        #expect(try run().status == 64)
        #expect(try run(folder, "-o", folder + "/manifest.json").status == 64)
    }

    @Test func helpEndsWithAnExample() throws {
        let result = try run("--help")
        #expect(result.status == 0)
        #expect(result.text.contains("Example: report out/ -o out/report.html"))
    }

    @Test func aDryRunWritesNothing() throws {
        let result = try run(folder, "-o", scratch.path("r.html"), "-n")
        #expect(result.status == 0 && result.errors.contains("would read"))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("r.html")))
    }

    /// Each count by what lies on disk; one that is not looked at here makes this fail.
    @Test func countsGoToTheSummary() throws {
        let page = scratch.path("r.html")
        let result = try run(
            folder, "-o", page, "--svg", scratch.path("svg"), "--summary", scratch.path("s.json"),
            "--metrics", scratch.path("m.prom"))
        #expect(result.status == 0, "\(result.errors)")
        let bytes = try Data(contentsOf: URL(filePath: page)).count
        let charts = try FileManager.default.contentsOfDirectory(atPath: scratch.path("svg")).count
        let manifest = try object(folder + "/manifest.json")
        let tables = try #require(manifest["outputs"] as? [Any]).count
        let funnels = try #require(manifest["funnels"] as? [Any]).count
        #expect([bytes, charts, tables, funnels].allSatisfy { $0 > 0 })
        let summary = try object(scratch.path("s.json"))
        let counts = ["bytes": bytes, "charts": charts, "tables": tables, "funnels": funnels]
        for (name, count) in counts { #expect(summary[name] as? Int == count, "\(name)") }
        #expect(Set(summary.keys) == Set(counts.keys).union(["program", "version"]))
        let fields = Mirror(reflecting: ReportRun.Counts()).children.compactMap(\.label)
        #expect(Set(fields) == Set(counts.keys))
        #expect(summary["program"] as? String == "report")
        let metrics = try String(contentsOfFile: scratch.path("m.prom"), encoding: .utf8)
        #expect(metrics.contains("\npolku_report_tables \(tables)\n"))
        #expect(metrics.contains("\npolku_report_bytes \(bytes)\n"))
    }

    private func object(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(filePath: path))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}
