import Foundation
import TestSupport
import Testing

/// The order in which bytes become safe and get their names, as strace sees it.
@Suite(.enabled(if: Trace.isThere, "strace is not here, or may not trace"))
struct SystemCallTests {
    private static func inputs() throws -> Scratch {
        let scratch = try Scratch()
        let log = (0..<40).map {
            #"{"time":"2026-11-20T10:00:\#($0 + 10)Z","visitor":"v\#($0 % 4)","event":"\#($0 < 20 ? "view" : "buy")"}"#
        }
        _ = try scratch.file("log.ndjson", (log + ["x", ""]).joined(separator: "\n").utf8)
        let made = try Program.shell(
            """
            ingest log.ndjson >e.tsv && sessionize e.tsv >p.tsv \\
                && funnelstats --steps view,buy p.tsv -o tables
            """, in: scratch)
        #expect(made.status == 0, "\(made.errors)")
        return scratch
    }

    /// Each stage with all its outputs, by the names that they get in this order.
    private static let runs: [(command: String, names: [String])] = [
        (
            "ingest -j 1 log.ndjson -o E --summary S --rejects R --metrics M --max-rejects 5",
            ["R", "S", "M", "E"]
        ),
        ("ingest -j 1 log.ndjson -o E.gz --max-rejects 5", ["E.gz"]),
        (
            "sessionize -j 1 e.tsv -o P --sessions C.csv --quarantine Q --summary S --metrics M"
                + " --identities I --state T",
            ["I", "S", "M", "Q", "C.csv", "P", "T"]
        ),
        ("report tables -o H.html --summary S --metrics M", ["S", "M", "H.html"]),
    ]

    @Test(arguments: runs)
    func namesComeWhenTheirBytesAreSafe(command: String, names: [String]) throws {
        let scratch = try Self.inputs()
        let trace = try Trace(command, in: scratch)
        #expect(trace.status == 0, "\(trace.errors)")
        #expect(Set(trace.renamed) == Set(names))
        #expect(trace.renamed.last == names.last)
        for name in names { trace.expectSafe(name, in: scratch) }
        trace.expectSyncedFolders(of: scratch.url.path, last: names.last ?? "")
    }

    @Test func tablesAreSafeBeforeTheManifestIsNamed() throws {
        let scratch = try Self.inputs()
        let trace = try Trace(
            "funnelstats --steps view,buy p.tsv -o tables --members --summary S --metrics M",
            in: scratch)
        #expect(trace.status == 0, "\(trace.errors)")
        #expect(trace.renamed.last == "manifest.json")
        let tables = try FileManager.default.contentsOfDirectory(
            atPath: scratch.path("tables"))
        #expect(Set(trace.renamed) == Set(tables + ["S", "M"]))
        for table in tables { trace.expectSafe("tables/\(table)", in: scratch) }
        trace.expectSyncedFolders(of: scratch.path("tables"), last: "manifest.json")
    }

    /// Each sync fails in turn, the folder's too: 74, and what was named already is told. A file system that
    /// cannot sync folders says EINVAL.
    @Test(arguments: ["EIO", "EINVAL"])
    func aSyncThatFailsIsTold(error: String) throws {
        let scratch = try Self.inputs()
        let command = "ingest -j 1 log.ndjson -o E --summary S --max-rejects 5"
        let trace = try Trace(command, in: scratch)
        let syncs = trace.calls.filter(\.isSync)
        // Two files, their folder before the last name, and after it.
        #expect(syncs.count == 4)
        for (index, sync) in syncs.enumerated() {
            let run = try Program.shell(
                "rm -f E S; strace -f -o /dev/null -e trace=fsync"
                    + " -e inject=fsync:error=\(error):when=\(index + 1) \(command)", in: scratch)
            let isFolder = sync.text.contains("<\(scratch.url.path)>")
            let isFine = isFolder && error == "EINVAL"
            #expect(run.status == (isFine ? 0 : 74), "\(index): \(run.errors)")
            #expect(isFine || run.errors.contains("sync "), "\(run.errors)")
            #expect(run.errors.contains("already replaced: ") == (isFolder && !isFine))
        }
    }

    /// A call that a signal interrupted is made again, those of temporary files too.
    @Test(arguments: ["write", "pwrite64", "fsync"])
    func interruptedCallsAreRepeated(call: String) throws {
        let scratch = try Scratch()
        let log = (0..<3000).map {
            #"{"time":"2026-11-20T10:00:00Z","visitor":"v\#($0)","event":"view"}"# + "\n"
        }
        _ = try scratch.file("log.ndjson", log.joined().utf8)
        let made = try Program.shell(
            "ingest log.ndjson >e.tsv && sessionize e.tsv >p.tsv", in: scratch)
        #expect(made.status == 0, "\(made.errors)")
        for (command, wanted) in [
            ("ingest -j 1 --memory 1 log.ndjson", "e.tsv"),
            ("sessionize -j 1 --memory 1 e.tsv", "p.tsv"),
        ] {
            let run = try Program.shell(
                "strace -f -o trace.txt -e trace=\(call) -e inject=\(call):error=EINTR:when=1+3"
                    + " \(command) -o out && cmp out \(wanted)", in: scratch)
            #expect(run.status == 0, "\(command): \(run.errors)")
        }
    }

    /// A thread that ends while another one's call is on its way makes two lines of that call.
    @Test func interruptedLinesAreOneCall() {
        let calls = Trace.calls(
            of: """
                15 write(7</t/S.1.tmp>, "a", 1)       = 1
                15 fsync(7</t/S.1.tmp> <unfinished ...>
                16 +++ exited with 0 +++
                17 close(9</t/p.tsv> <unfinished ...>
                15 <... fsync resumed>)               = 0
                17 <... close resumed>)               = 0
                """)
        #expect(
            calls.map(\.text) == [
                #"write(7</t/S.1.tmp>, "a", 1) = 1"#, "+++ exited with 0 +++",
                "fsync(7</t/S.1.tmp>) = 0", "close(9</t/p.tsv>) = 0",
            ])
        #expect(calls.map(\.isSync) == [false, false, true, false])
    }

    /// On standard output the end line promises that all beside it is safe.
    @Test(arguments: [
        ("ingest -j 1 log.ndjson --summary S --rejects R --metrics M --max-rejects 5", "SRM"),
        (
            "sessionize -j 1 e.tsv --sessions C --quarantine Q --summary S --metrics M"
                + " --identities I --state T", "CQSMIT"
        ),
    ])
    func theEndLineComesBehindTheSideOutputs(command: String, names: String) throws {
        let scratch = try Self.inputs()
        let trace = try Trace(command, in: scratch)
        #expect(trace.status == 0, "\(trace.errors)")
        let end = try #require(trace.calls.lastIndex { $0.text.hasPrefix("write(1<") })
        #expect(trace.calls[end].text.contains("#end rows="))
        for name in names {
            let path = "\(scratch.url.path)/\(name)."
            let sync = trace.calls.lastIndex { $0.isSync && $0.text.contains(path) }
            #expect(try #require(sync, "\(name) is not synced") < end)
            let write = trace.calls.lastIndex {
                $0.text.hasPrefix("write(") && $0.text.contains(path)
            }
            #expect(write ?? 0 < end)
            #expect(try #require(trace.calls.firstIndex { $0.renames == "\(name)" }) > end)
        }
    }
}

/// What a command asked of the system, one call after another.
struct Trace {
    struct Call {
        let text: String
        var isSync: Bool { text.hasPrefix("fsync(") && text.hasSuffix(" = 0") }
        /// The last part of the name that a rename gives.
        var renames: String? {
            guard text.hasPrefix("rename"), text.hasSuffix(" = 0") else { return nil }
            let name = text.split(separator: "\"", omittingEmptySubsequences: false).dropLast().last
            return name?.split(separator: "/").last.map(String.init)
        }
    }

    let calls: [Call]
    let status: Int32
    let errors: String

    static let isThere: Bool = {
        let run = (try? Scratch()).flatMap {
            try? Program.shell("strace -o trace true", in: $0)
        }
        if run?.status != 0 { print("strace is not here, or may not trace: \(run?.errors ?? "")") }
        return run?.status == 0
    }()

    init(_ command: String, in scratch: Scratch) throws {
        let run = try Program.shell(
            "strace -f -y -s 8192 -e trace=write,fsync,close,rename,renameat,renameat2,unlink"
                + " -o trace.txt \(command)", in: scratch)
        (status, errors) = (run.status, run.errors)
        let text = try String(contentsOfFile: scratch.path("trace.txt"), encoding: .utf8)
        calls = Self.calls(of: text)
    }

    /// The calls in the order of their results. Where another thread came between a call and its result, strace
    /// writes two lines, `5 fsync(3 <unfinished ...>` and `5 <... fsync resumed>) = 0`: they are one call.
    static func calls(of text: String) -> [Call] {
        let mark = " <unfinished ...>"
        var unfinished: [Substring: Substring] = [:]
        return text.split(separator: "\n").compactMap { line in
            let thread = line.prefix { $0.isNumber }
            var call = line.dropFirst(thread.count).drop { $0 == " " }
            if call.hasSuffix(mark) {
                unfinished[thread] = call.dropLast(mark.count)
                return nil
            }
            if call.hasPrefix("<... "), let end = call.range(of: " resumed>")?.upperBound,
                let begin = unfinished.removeValue(forKey: thread)
            {
                call = begin + call[end...]
            }
            // Blanks stand in front of the result.
            let parts = call.split(separator: " ", omittingEmptySubsequences: true)
            return Call(text: parts.joined(separator: " "))
        }
    }

    /// The names that were given, in their order.
    var renamed: [String] { calls.compactMap(\.renames) }

    /// Every write of the file comes before its sync, that before its close, and that before its name.
    func expectSafe(_ name: String, in scratch: Scratch) {
        let own = calls.indices.filter { calls[$0].text.contains("<\(scratch.url.path)/\(name).") }
        func last(_ prefix: String) -> Int? {
            own.last { calls[$0].text.hasPrefix(prefix) && !calls[$0].text.contains(".lock>") }
        }
        let given = calls.firstIndex {
            $0.renames == name.split(separator: "/").last.map(String.init)
        }
        guard let write = last("write("), let close = last("close("), let given,
            let sync = own.last(where: { calls[$0].isSync })
        else {
            Issue.record("\(name) is not written, synced, closed and named")
            return
        }
        #expect(write < sync && sync < close && close < given, "\(name)")
    }

    /// The folder is synced before the last name is given, where there are others, and after it.
    func expectSyncedFolders(of folder: String, last name: String) {
        guard let given = calls.lastIndex(where: { $0.renames == name }) else { return }
        let syncs = calls.indices.filter {
            calls[$0].isSync && calls[$0].text.contains("<\(folder)>")
        }
        #expect(syncs.contains { $0 > given }, "\(folder)")
        guard let before = calls[..<given].lastIndex(where: { $0.renames != nil }) else { return }
        #expect(syncs.contains { $0 > before && $0 < given }, "\(folder)")
    }
}
