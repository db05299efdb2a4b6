import Foundation
import TestSupport
import Testing

/// A log that is read, parted and cut in pieces gives the paths of one run.
struct PartedLogTests {
    /// Logs with little of everything that ties rows together: users on several visitors, visitors of several
    /// users, ids that are both, copies in two files, equal starts; and a clock of 2038 in a small part.
    private static func logs(seed: UInt64) -> [String] {
        var dice = SplitMix(seed: seed)
        var files = [[String]](repeating: [], count: 3)
        for number in 0..<150 {
            let minute = Int(dice.next() % 600)
            let time = "2026-11-20T\(10 + minute / 60):\(10 + minute % 50):00Z"
            var row = "{\"timestamp\":\"\(time)\",\"event\":\"e\(number % 4)\""
            let hasVisitor = dice.next() % 8 != 0
            if hasVisitor { row += ",\"anonymousId\":\"n\(dice.next() % 12)\"" }
            if !hasVisitor || dice.next() % 3 == 0 { row += ",\"userId\":\"n\(dice.next() % 9)\"" }
            if dice.next() % 2 == 0 { row += ",\"messageId\":\"m\(number)\"" }
            let file = Int(dice.next() % 3)
            files[file].append(row + "}")
            if dice.next() % 5 == 0 { files[(file + 1) % 3].append(row + "}") }
        }
        files[2].append(
            "{\"timestamp\":\"2038-01-19T00:00:00Z\",\"event\":\"e\",\"anonymousId\":\"odd\"}")
        return files.map { $0.joined(separator: "\n") + "\n" }
    }

    private static func run(_ script: String, in scratch: Scratch) throws -> String {
        let result = try Program.shell("set -euo pipefail; \(script)", in: scratch)
        try #require(result.status == 0, "\(script): \(result.errors)")
        return result.text
    }

    /// What `sessionize split` wrote, by part: the rows.
    private static func parts(_ path: String) throws -> [Int: String] {
        var parts: [Int: String] = [:]
        var part: Int?
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("#bucket ") {
                part = Int(line.split(separator: " ")[1])
            } else if !line.hasPrefix("#") {
                parts[try #require(part), default: ""] += line + "\n"
            }
        }
        return parts
    }

    @Test(arguments: 0..<4 as Range<UInt64>, ["", "--identity off"])
    func givesThePathsOfOneRun(seed: UInt64, identity: String) throws {
        let scratch = try Scratch()
        for (number, log) in Self.logs(seed: seed).enumerated() {
            _ = try scratch.file("\(number).ndjson", log.utf8)
        }
        let one = try Self.run(
            "ingest [012].ndjson | sessionize -q \(identity)", in: scratch)
        _ = try Self.run(
            """
            for f in 0 1 2; do ingest $f.ndjson -o $f.tsv; sessionize survey $f.tsv -o $f.survey; done
            sessionize survey 1.survey 2.survey | sessionize survey - 0.survey -o survey
            for f in 0 1 2; do sessionize split --buckets 5 --survey survey \(identity) $f.tsv -o $f.parts; done
            """, in: scratch)
        let files = try (0..<3).map { try Self.parts(scratch.path("\($0).parts")) }
        let head = try Self.run("head -2 0.tsv", in: scratch)
        var (rows, ends): ([Substring], Set<Substring>) = ([], [])
        for part in 0..<5 {
            let streams = files.map { file in
                let rows = file[part] ?? ""
                return head + rows + "#end rows=\(rows.count { $0 == "\n" }) complete=true\n"
            }
            _ = try scratch.file("part", streams.joined().utf8)
            let paths = try Self.run(
                "ingest join part | sessionize -q \(identity) --survey survey", in: scratch)
            let lines = paths.split(separator: "\n")
            rows += lines.filter { !$0.hasPrefix("#") }.dropFirst()
            ends.formUnion(lines.last?.split(separator: " ").filter(Self.tellsTimes) ?? [])
        }
        let whole = one.split(separator: "\n")
        let wanted = whole.filter { !$0.hasPrefix("#") }.dropFirst()
        #expect(rows.count == wanted.count && rows.count > 100)
        #expect(rows.sorted() == wanted.sorted())
        #expect(ends == Set(whole.last?.split(separator: " ").filter(Self.tellsTimes) ?? []))
        #expect(ends.contains { $0.hasPrefix("horizon=2026-11-20") })
    }

    private static func tellsTimes(_ word: Substring) -> Bool {
        word.hasPrefix("first=") || word.hasPrefix("horizon=")
    }

    @Test(arguments: [
        ("sessionize split --buckets 0 --survey s", 64),
        ("sessionize split --buckets 3 --survey none", 66),
        ("sessionize --survey s --state t </dev/null", 64),
        ("echo nonsense | sessionize survey", 65),
        (
            "printf '#polku events 1\\ntime\\tuser\\n#end rows=0 complete=true\\n' | ingest join; exit $?",
            0
        ),
        (
            "printf '#polku events 1\\ntime\\tuser\\n2026\\tx\\n#end rows=1 complete=true\\n' | ingest join",
            65
        ),
    ])
    func refusesWhatIsNoPart(script: String, status: Int32) throws {
        let scratch = try Scratch()
        _ = try Self.run("ingest /dev/null -o s.tsv || true; : >s", in: scratch)
        #expect(try Program.shell(script, in: scratch).status == status)
    }
}
