import Foundation
import TestSupport
import Testing

/// A log that is read, parted and cut in pieces gives the paths of one run.
struct PartedLogTests {
    /// Logs with little of everything that ties rows together: users on several visitors, visitors of several
    /// users, ids that are both, copies in two files, equal starts; and a clock of 2038 in a small part.
    ///
    /// They reach over `length` minutes from `start` on, in minutes after ten.
    private static func logs(seed: UInt64, start: Int = 0, length: Int = 600) -> [String] {
        var dice = SplitMix(seed: seed)
        var files = [[String]](repeating: [], count: 3)
        for number in 0..<150 {
            let minute = start + Int(dice.next() % UInt64(length))
            let (hour, second) = (10 + minute / 60, Int(dice.next() % 3))
            let time = String(format: "2026-11-20T%d:%02d:%02dZ", hour, minute % 60, second)
            var row = "{\"timestamp\":\"\(time)\",\"event\":\"e\(number % 4)\""
            let hasVisitor = dice.next() % 8 != 0
            if hasVisitor { row += ",\"anonymousId\":\"n\(dice.next() % 12)\"" }
            if !hasVisitor || dice.next() % 3 == 0 { row += ",\"userId\":\"n\(dice.next() % 9)\"" }
            if dice.next() % 2 == 0 { row += ",\"messageId\":\"m\(start)-\(number)\"" }
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

    /// Nights of which each leaves open sessions, totals of quarantined ones, and users of visitors that the next
    /// one meets again.
    @Test(arguments: 0..<4 as Range<UInt64>)
    func leavesWhatOneRunLeaves(seed: UInt64) throws {
        let scratch = try Scratch()
        var (stored, carried) = (0, 0)
        for night in 0..<3 {
            for (number, log) in Self.logs(seed: seed, start: 200 * night, length: 200).enumerated()
            {
                _ = try scratch.file("\(night)-\(number).ndjson", log.utf8)
            }
            let options = "-q --max-events 3"
            let one = try Self.run(
                """
                ingest \(night)-*.ndjson |
                    sessionize \(options) --state s --identities m --sessions t --quarantine q
                """, in: scratch)
            _ = try Self.run(
                """
                for f in 0 1 2; do ingest \(night)-$f.ndjson -o $f.tsv; sessionize survey $f.tsv -o $f.survey; done
                kept=; for f in parted.s parted.m; do if [ -e $f ]; then kept="$kept $f"; fi; done
                sessionize survey 1.survey 2.survey | sessionize survey - 0.survey $kept --identities map -o survey
                rm -rf parts; mkdir parts
                if [ "$kept" ]; then sessionize split --buckets 5 --survey survey $kept -o kept; fi
                for f in 0 1 2; do sessionize split --buckets 5 --survey survey $f.tsv -o $f.parts; done
                """, in: scratch)
            let files = try (0..<3).map { try Self.parts(scratch.path("\($0).parts")) }
            let head = try Self.run("head -2 0.tsv", in: scratch)
            if night > 0 {
                for (name, text) in try Self.keptParts(scratch.path("kept")) {
                    _ = try scratch.file("parts/\(name)", text.utf8)
                }
            }
            var rows: [Substring] = []
            for part in 0..<5 {
                let streams = files.map { file in
                    let rows = file[part] ?? ""
                    return head + rows + "#end rows=\(rows.count { $0 == "\n" }) complete=true\n"
                }
                _ = try scratch.file("part", streams.joined().utf8)
                rows += try Self.run(
                    """
                    ingest join part | sessionize \(options) --survey survey --state parts/state.\(part) \
                        --identities parts/identities.\(part) --sessions parts/t.\(part) --quarantine parts/q.\(part)
                    """, in: scratch
                ).split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
            }
            _ = try Self.run(
                "mv map parted.m; sessionize join-states parts/state.[0-4] -o parted.s", in: scratch
            )
            #expect(rows.sorted() == Self.rows(one))
            #expect(try Self.run("cmp m parted.m", in: scratch) == "")
            for (alone, parts) in [("s", "parted.s"), ("t", "parts/t.?"), ("q", "parts/q.?")] {
                let wanted = try Self.run("cat \(alone)", in: scratch)
                let got = try Self.run("cat \(parts)", in: scratch)
                #expect(Self.rows(got) == Self.rows(wanted))
                if alone == "s" {
                    stored += Self.rows(wanted).count
                    carried += Int(wanted.split(separator: "rows=")[1].prefix { $0.isNumber })!
                }
            }
            // The streams differ, logs here, their union there; and how many rows the times are of: copies in two
            // logs are found later here.
            let records = try ["s", "parted.s"].map { name in
                try Self.run("tail -1 \(name)", in: scratch).split(separator: " ").filter { word in
                    !["checksum=", "meta=", "streams="].contains { word.hasPrefix($0) }
                }.map {
                    $0.hasPrefix("times=") ? $0[..<($0.lastIndex(of: "/") ?? $0.endIndex)] : $0
                }
            }
            #expect(records[0] == records[1] && records[0].contains { $0.hasPrefix("times=") })
        }
        #expect(stored > 100 && carried > 0)
        let again = try Program.shell("sessionize survey 2.tsv parted.s", in: scratch)
        #expect(again.status == 65 && again.errors.contains("was taken into the state before"))
    }

    /// The rows of streams or of tables, sorted.
    private static func rows(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter {
            !$0.hasPrefix("#") && !$0.hasPrefix("time\t") && !$0.hasPrefix("start\t")
                && !$0.hasPrefix("customer") && !$0.hasPrefix("session_id")
        }.sorted()
    }

    /// The files that `sessionize split` made of what a night left, by kind and part.
    private static func keptParts(_ path: String) throws -> [String: String] {
        var parts: [String: String] = [:]
        var name = ""
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("#bucket ") {
                let words = line.split(separator: " ")
                name = "\(words[2].dropFirst("kind=".count)).\(words[1])"
            } else if line != "#polku buckets 1" {
                parts[name, default: ""] += line + "\n"
            }
        }
        // The last line ends the whole.
        let last = parts[name]?.split(separator: "\n").dropLast().map { "\($0)\n" }
        parts[name] = last?.joined()
        return parts
    }

    private static func tellsTimes(_ word: Substring) -> Bool {
        word.hasPrefix("first=") || word.hasPrefix("horizon=")
    }

    @Test(arguments: [
        ("sessionize split --buckets 0 --survey s", 64),
        ("sessionize split --buckets 3 --survey none", 66),
        ("sessionize join-states </dev/null", 65),
        ("sessionize join-states s", 65),
        ("sessionize survey s --identities s -o t", 64),
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
