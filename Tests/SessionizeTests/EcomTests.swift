import ByteIO
import Foundation
import TestSupport
import Testing
import Rows

/// Counts of `Data/ecom`, by retentioneering 5.2.4.
struct EcomTests {
    @Test(arguments: [
        (["--timeout", "5m"], 6725), (["--timeout", "10m"], 4171), (["--timeout", "15m"], 3722),
        (["--timeout", "30m"], 3605), (["--timeout", "60m"], 3605),
        (["--timeout", "5m", "--boundary", "ge"], 6746), (["--split-at", "midnight"], 3605),
        (["--split-at", "midnight", "--timezone", "Europe/Helsinki"], 3675),
        (["--declared"], 3605),
    ])
    func sessionsAsTheReferenceCutsThem(options: [String], count: Int) throws {
        let table = try EcomStream.sessions(options)
        #expect(table.count == count)
    }

    @Test func tableAsTheReferenceHasIt() throws {
        let table = try EcomStream.sessions([])
        #expect(table.filter { $0["events"] == "1" }.count == 231)
        // A user without a visitor is an offline contact, which does not bounce.
        #expect(table.filter { $0["bounced"] == "true" }.isEmpty)
        let durations = table.compactMap { $0["duration_s"].flatMap(Double.init) }.sorted()
        #expect(durations.count == 3605)
        #expect(durations[1802] == 869)
        #expect(table.compactMap { $0["events"].flatMap { Int($0) } }.reduce(0, +) == 31_106)
        #expect(Set(table.map { $0["customer"] }).count == 600)
    }

    @Test func sessionsAsTheLogDeclaresThem() throws {
        let scratch = try Scratch()
        let input = try scratch.file("ecom.events", EcomStream.events())
        let result = try Program("sessionize").run([input])
        #expect(result.status == 0)
        var declared: [Substring: Set<Substring>] = [:]
        var cut: [Substring: Set<Substring>] = [:]
        for line in result.text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields[0] != "customer" else { continue }
            declared[fields[1], default: []].insert(fields[22])
            cut[fields[22], default: []].insert(fields[1])
        }
        #expect(declared.count == 3605)
        #expect(declared.values.filter { $0.count != 1 }.isEmpty)
        #expect(cut.values.filter { $0.count != 1 }.isEmpty)
    }
}

/// `Data/ecom` as `ingest` would hand it over: its only id is a known user's.
enum EcomStream {
    static func events() throws -> [UInt8] {
        var lines = LineReader(try InputFile(path: Fixture.data("ecom/ecom.csv.gz")))
        var stream = EventStream()
        while try lines.advance() {
            let fields = lines.line.text.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count == 8, fields[0] != "user_id" else { continue }
            let time = String(fields[3]).replacing(" ", with: "T") + ".000000Z"
            stream.add([
                "time": time, "user": "\(fields[0])", "event": "\(fields[2])",
                "device": "\(fields[4])", "channel": "\(fields[5])", "session": "\(fields[1])",
            ])
        }
        return stream.bytes
    }

    /// The rows of `sessions.csv` that `options` give.
    static func sessions(_ options: [String]) throws -> [[String: String]] {
        let scratch = try Scratch()
        let input = try scratch.file("ecom.events", events())
        let table = scratch.path("sessions.csv")
        let result = try Program("sessionize").run(
            options + ["-o", scratch.path("paths"), "--sessions", table, input])
        #expect(result.status == 0, "\(result.errors)")
        return try Table.rows(table)
    }
}
