import ByteIO
import Foundation
import Rows
import TestSupport
import Testing

@testable import StageSupport

/// What a stage says, and how it ends.
@Suite struct MessageTests {
    /// The contract's table of exits.
    @Test(
        arguments: [
            (IOFailure.Kind.damaged, 65), (.noInput, 66), (.cannotCreate, 73), (.failed, 74),
            (.locked, 75),
        ] as [(IOFailure.Kind, Int32)])
    func failuresHaveTheirExit(kind: IOFailure.Kind, exit: Int32) {
        let failure = Failure(IOFailure(kind, "a.log: no"))
        #expect(failure.status.rawValue == exit)
        #expect(failure.description == "a.log: no")
        #expect(Failure(IOFailure(kind, "x") as any Error)?.status.rawValue == exit)
    }

    @Test func everyExitHasItsNumber() {
        let all: [(Failure, Int32)] = [
            (Failure(.success, ""), 0), (Failure(.usage, ""), 64), (Failure(.damagedInput, ""), 65),
            (Failure(.noInput, ""), 66), (Failure(.selfCheck, ""), 70),
            (Failure(.cannotCreate, ""), 73), (Failure(.ioError, ""), 74),
            (Failure(.locked, ""), 75), (Failure(.invalidJourney, ""), 78),
        ]
        for (failure, number) in all { #expect(failure.status.rawValue == number) }
        #expect(Failure(StreamFailure("p:3: no") as any Error)?.status == .damagedInput)
        #expect(Failure(Failure(.usage, ["a", "b"]) as any Error)?.description == "a; b")
        struct Foreign: Error {}
        #expect(Failure(Foreign()) == nil)
    }

    /// C0 without exception, DEL, C1 and marks nobody sees; what stands just below and above them stays.
    @Test(arguments: [
        ("a b~é", "a b~é"), ("\0", "\\x00"), ("\t\n\r", "\\x09\\x0a\\x0d"),
        ("\u{1B}[31m", "\\x1b[31m"), ("\u{1F} ", "\\x1f "), ("~\u{7F}", "~\\x7f"),
        ("\u{80}\u{9F}\u{A0}", "\\x80\\x9f\u{A0}"), ("\u{AD}", "⟨U+00AD⟩"),
        ("\u{200A}\u{200B}\u{200C}\u{200D}\u{200E}", "\u{200A}⟨U+200B⟩\u{200C}\u{200D}⟨U+200E⟩"),
        ("\u{2027}\u{2028}", "\u{2027}⟨U+2028⟩"), ("\u{202E}\u{202F}", "⟨U+202E⟩\u{202F}"),
        ("\u{205F}\u{2060}\u{206F}\u{2070}", "\u{205F}⟨U+2060⟩⟨U+206F⟩\u{2070}"),
        ("\u{FEFE}\u{FEFF}", "\u{FEFE}⟨U+FEFF⟩"), ("\u{61C}\u{180E}", "⟨U+061C⟩⟨U+180E⟩"),
    ])
    func messagesHoldNothingThatMovesText(text: String, shown: String) {
        #expect(Talk.escaped(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
    }

    /// RFC 8259, section 7; the separators are no JSON matter, but JavaScript's.
    @Test(arguments: [
        ("", #""""#), (#"a"b\c/"#, #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
        ("\0\u{1F} ", #""\u0000\u001f ""#), ("~\u{7F}", #""~\u007f""#),
        ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("é\u{80}🂡", "\"é\u{80}🂡\""),
    ])
    func jsonIsEscaped(text: String, quoted: String) { #expect(JSONValue.quoted(text) == quoted) }

    @Test func jsonIsPutTogether() {
        #expect(JSONValue.object([]) == "{}")
        #expect(
            JSONValue.object([("a", "1"), ("b\"", JSONValue.array(["2", "null"]))])
                == #"{"a":1,"b\"":[2,null]}"#)
    }

    /// A third of the letters may be wrong, one of short words; of equally near names the first.
    @Test(
        arguments: [
            ("visiter", "visitor"), ("visitor", "visitor"), ("vsitr", nil), ("visitrs", "visitor"),
            ("evnt", "event"), ("x", "t"), ("xyz", nil), ("tim", "time"), ("tine", "time"),
            ("", "t"),
            ("mite", "site"),
        ] as [(String, String?)])
    func theNearestNameIsTold(text: String, name: String?) {
        let names = ["visitor", "event", "time", "site", "t"]
        #expect(Nearest.name(to: text, among: names) == name)
        #expect(Nearest.name(to: text, among: names.reversed()) == name)
        #expect(Nearest.name(to: text, among: []) == nil)
    }

    @Test(
        arguments: [
            (0, 0, 0, 0, 0.0, "0 rows, 0 B"), (999, 0, 5, 0, 0, "5 rows, 999 B"),
            (1000, 0, 5, 0, 2, "5 rows, 1.0 kB, 2 rows/s"),
            (
                1_000_000, 1_000_000_000, 1000, 12, 1,
                "1000 rows, 0 % of 1.0 GB, 1000 rows/s, 999 s left, 12 rejected"
            ),
            (100, 200, 10, 0, 5, "10 rows, 50 % of 200 B, 2 rows/s, 5 s left"),
            (200, 200, 10, 1, 5, "10 rows, 100 % of 200 B, 2 rows/s, 1 rejected"),
            (300, 200, 10, 0, 5, "10 rows, 100 % of 200 B, 2 rows/s"),
            (999_999, 0, 0, 0, 0, "0 rows, 999.9 kB"), (48_300, 0, 0, 0, 0, "0 rows, 48.3 kB"),
            (1_500_000_000, 0, 0, 0, 0, "0 rows, 1.5 GB"),
        ] as [(Int, Int, Int, Int, Double, String)])
    func progressIsOneLine(
        bytes: Int, total: Int, rows: Int, rejected: Int, seconds: Double, text: String
    ) {
        let line = Progress.text(
            bytes: bytes, total: total, rows: rows, rejected: rejected, seconds: seconds)
        #expect(line == text)
    }

    /// Source: Prometheus, "Exposition formats".
    @Test func metricsAreEscapedAndTyped() throws {
        let scratch = try Scratch()
        var metrics = Metrics(program: "ingest")
        metrics.add("rows", 12)
        metrics.add("lines", label: "class", [("a\"b\\c\nd", 1), ("e", 2)])
        var output = try OutputFile.creating(scratch.path("m"))
        try FinishedFile.publish([metrics.finish(&output)])
        let text = try String(contentsOfFile: scratch.path("m"), encoding: .utf8)
        #expect(
            text.hasPrefix(
                """
                # TYPE polku_ingest_rows gauge
                polku_ingest_rows 12
                # TYPE polku_ingest_lines gauge
                polku_ingest_lines{class="a\\"b\\\\c\\nd"} 1
                polku_ingest_lines{class="e"} 2
                # TYPE polku_ingest_duration_seconds gauge
                polku_ingest_duration_seconds
                """))
        #expect(text.hasSuffix("\n"))
    }
}
