import Foundation
import TestSupport
import Testing

/// Faults that every stage meets sooner or later, and the contract's exits.
struct FaultTests {
    static let log = """
        {"type":"track","event":"view","anonymousId":"v1","messageId":"1","timestamp":"2026-11-20T00:00:01Z"}
        {"type":"track","event":"buy","anonymousId":"v1","messageId":"2","timestamp":"2026-11-20T00:00:02Z"}
        {"type":"track","event":"view","anonymousId":"v2","messageId":"3","timestamp":"2026-11-20T00:00:03Z"}

        """

    /// `log.ndjson`, its events and paths, and a longer log of so many lines as `big.gz`.
    private static func scratch(lines count: Int = 300) throws -> Scratch {
        let scratch = try Scratch()
        _ = try scratch.file("log.ndjson", log.utf8)
        let lines = (0..<count).map {
            #"{"type":"track","event":"view","anonymousId":"v\#($0 % 97)","messageId":"\#($0)","#
                + #""timestamp":"2026-11-20T00:\#(10 + $0 % 50):01Z"}"# + "\n"
        }
        _ = try scratch.file("big", lines.joined().utf8)
        let result = try Program.shell(
            """
            gzip -n big && ingest log.ndjson >events.tsv && sessionize events.tsv >paths.tsv
            """, in: scratch)
        #expect(result.status == 0, "\(result.errors)")
        return scratch
    }

    @Test(arguments: [
        // Standard output full or closed.
        ("ingest log.ndjson >/dev/full", 74, "No space left"),
        ("sessionize events.tsv >/dev/full", 74, "No space left"),
        ("funnelstats --steps view,buy paths.tsv >/dev/full", 74, "No space left"),
        ("ingest log.ndjson >&-", 74, "stdout is closed"),
        ("sessionize events.tsv >&-", 74, "stdout is closed"),
        ("funnelstats --steps view,buy paths.tsv >&-", 74, "stdout is closed"),
        ("ingest --version >/dev/full", 74, "No space left"),
        ("sessionize --help >/dev/full", 74, "No space left"),
        // Inputs that are not there.
        ("ingest log.ndjson none1 none2", 66, "none2"),
        ("sessionize none", 66, "none: No such file"),
        ("funnelstats --steps view,buy none", 66, "none: No such file"),
        ("funnelstats --journey none.toml paths.tsv", 66, "none.toml"),
        ("ingest - <&-", 66, "stdin is closed"),
        ("sessionize - <&-", 66, "stdin is closed"),
        ("funnelstats --steps view,buy - <&-", 66, "stdin is closed"),
        ("sessionize - <.", 66, "Is a directory"),
        // Outputs that cannot be made.
        ("ingest log.ndjson -o missing/o", 73, "missing/o"),
        ("sessionize events.tsv -o missing/o", 73, "missing/o"),
        ("funnelstats --steps view,buy paths.tsv -o missing/o", 73, "missing/o"),
        ("ingest log.ndjson -o .", 73, "Is a directory"),
        ("sessionize events.tsv -o events.tsv", 64, "also an input"),
        ("ln log.ndjson l2; ingest log.ndjson -o l2", 64, "also an input"),
        ("sessionize events.tsv -o x --summary x", 64, "one file"),
        // Standard output takes one of them.
        ("ingest log.ndjson --summary -", 64, "two outputs go to standard output"),
        ("ingest log.ndjson -o x --summary - --rejects -", 64, "two outputs"),
        ("ingest log.ndjson -o - --metrics -", 64, "two outputs"),
        ("sessionize events.tsv --quarantine -", 64, "two outputs"),
        ("sessionize events.tsv -o x --sessions - --metrics -", 64, "two outputs"),
        ("funnelstats --steps view,buy paths.tsv --summary -", 64, "two outputs"),
        ("funnelstats --steps view,buy paths.tsv -o x --summary - --metrics -", 64, "two outputs"),
        ("funnelstats --steps view,buy paths.tsv --partial - --summary -", 64, "two outputs"),
        ("funnelstats --steps view,buy paths.tsv -o t && report t --summary -", 64, "two outputs"),
        // The wrong stream.
        ("sessionize paths.tsv", 65, "funnelstats"),
        ("funnelstats --steps view,buy events.tsv", 65, "sessionize first"),
        ("ingest events.tsv", 65, "run sessionize"),
        ("zcat big.gz | sessionize", 65, "run ingest first"),
        ("zcat big.gz | funnelstats --steps view,buy", 65, "run sessionize first"),
        ("head -n 3 events.tsv | sessionize", 65, "no end line"),
        ("sed 4d events.tsv | sessionize", 65, "end line counts"),
        ("sed 3s/view/vieW/ events.tsv | sessionize", 65, "checksum"),
        ("(cat events.tsv; echo x) | sessionize", 65, "after the end line"),
        ("(cat paths.tsv paths.tsv) | funnelstats --steps view,buy", 65, "several streams"),
        ("sed '1s/1/2/' events.tsv | sessionize", 65, "version 2"),
        // Bad options.
        ("ingest --format nope log.ndjson", 64, "nope"),
        ("sessionize --timeout 0s events.tsv", 64, "timeout"),
        ("funnelstats --steps view, paths.tsv", 64, "--steps"),
        ("funnelstats --steps view,buy --window x paths.tsv", 64, "--window"),
        ("funnelstats --unit session paths.tsv", 64, "--steps"),
        ("ingest --nope log.ndjson", 64, "nope"),
        ("sessionize --timeout $'\\e[31m' events.tsv", 64, "\\x1b[31m"),
    ])
    func endsAsTheContractSays(script: String, status: Int32, says: String) throws {
        let result = try Program.shell(script, in: Self.scratch())
        #expect(result.status == status, "\(script): \(result.errors)")
        #expect(result.errors.contains(says), "\(script): \(result.errors)")
    }

    @Test(arguments: ["ingest empty", "ingest empty.gz", "ingest blank"])
    func nothingIsCompleteInput(script: String) throws {
        let scratch = try Scratch()
        _ = try scratch.file("empty", [])
        _ = try scratch.file("blank", "\n\n\n".utf8)
        let result = try Program.shell(
            "gzip -c empty >empty.gz; set -o pipefail; \(script) | sessionize "
                + "| funnelstats --steps a,b -o out && cat out/funnel.csv", in: scratch)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.text.contains("steps,,,1,a,0,,,,,0,,0,,,,,\n"), "\(result.text)")
    }

    /// Wherever a gzip log is cut, what can be read comes out, and the end line tells.
    @Test(arguments: [0, 1, 9, 10, 11, 500, 5000, -9, -8, -1])
    func aCutLogIsDamage(at offset: Int) throws {
        let scratch = try Self.scratch(lines: 3000)
        let result = try Program.shell(
            "head -c \(offset) big.gz >cut.gz; ingest cut.gz -o kept; s=$?; ingest cut.gz | tail -n 1; exit $s",
            in: scratch)
        if offset == 0 {
            #expect(result.status == 0)
            #expect(result.text.contains("complete=true"))
        } else if offset == 1 {
            // One byte is no gzip yet; as a line of text it has no format.
            #expect(result.status == 65)
        } else {
            #expect(result.status == 65, "\(result.errors)")
            #expect(result.errors.contains("compressed data ends early after"))
            #expect(result.text.contains("complete=false"))
        }
        let kept = FileManager.default.fileExists(atPath: scratch.path("kept"))
        #expect(kept == (offset == 0))
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
        #expect(!names.contains { $0.hasSuffix(".tmp") })
    }

    @Test func aCutLogIsUsedWhereThatIsAllowed() throws {
        let scratch = try Self.scratch(lines: 3000)
        let result = try Program.shell(
            "head -c 5000 big.gz >cut.gz; ingest --allow-partial --summary s.json cut.gz | tail -n 1",
            in: scratch)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.text.contains("complete=true"))
        let summary = try String(contentsOf: scratch.url.appending(path: "s.json"), encoding: .utf8)
        #expect(summary.contains("cut.gz"))
    }

    /// No bit of a gzip log can turn unnoticed: the run fails, or the rows are the same.
    @Test func aFlippedBitNeverChangesTheRows() throws {
        let scratch = try Self.scratch(lines: 3000)
        let good = try Data(contentsOf: scratch.url.appending(path: "big.gz"))
        let rows = try Program("ingest").run([scratch.path("big.gz")]).output
        var random = SystemRandomNumberGenerator()
        for _ in 0..<30 {
            let (offset, bit) = (
                Int.random(in: 0..<good.count, using: &random),
                Int.random(in: 0..<8, using: &random)
            )
            var bad = good
            bad[offset] ^= 1 << UInt8(bit)
            let result = try Program("ingest").run([scratch.file("bad.gz", bad)])
            let isSame = result.status == 0 && result.output == rows
            #expect(
                isSame || result.status == 65, "byte \(offset) bit \(bit): \(result.status)")
        }
    }

    @Test func aGoneReaderIsNoError() throws {
        // More rows than a pipe holds.
        let scratch = try Self.scratch(lines: 20_000)
        let result = try Program.shell(
            "ingest big.gz | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}", in: scratch)
        #expect(result.text == "141\n")
        #expect(result.errors.isEmpty)
        let ignored = try Program.shell(
            "(trap '' PIPE; ingest big.gz; echo $? >&2) | head -n 1 >/dev/null", in: scratch)
        #expect(ignored.errors.hasSuffix("74\n"), "\(ignored.errors)")
    }

    @Test func aFailedRunLeavesTheOldOutput() throws {
        let scratch = try Self.scratch(lines: 3000)
        let result = try Program.shell(
            """
            echo old >o; head -c 5000 big.gz >cut.gz
            ingest cut.gz -o o; cat o; ingest cut.gz | sessionize -o o; cat o
            mkdir out; echo old >out/funnel.csv
            ingest cut.gz | sessionize | funnelstats --steps a,b -o out; cat out/funnel.csv; ls out
            """, in: scratch)
        #expect(result.text == "old\nold\nold\nfunnel.csv\n")
    }
}
