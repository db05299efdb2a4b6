import TestSupport
import Testing

/// An id on very many visitors tells nobody: the user hears of it.
struct CappedUserTests {
    /// Events of as many visitors, each with one user.
    private static func events(_ visitors: Int, user: String = "all") -> String {
        (0..<visitors).map {
            #"{"time":"2026-11-20T00:00:00.000Z","event":"e","visitor":"v\#($0)","user":"\#(user)"}"#
        }.joined(separator: "\n") + "\n"
    }

    private static let message =
        "is on 501 visitors, more than 500, and collects no more: where the id tells nobody, name it "
        + "in ingest --placeholder-ids"

    /// 500 visitors are few enough.
    @Test(arguments: [(500, ""), (501, "sessionize: user all \(message)\n")])
    func theLimitIsTold(_ visitors: Int, _ wanted: String) throws {
        let scratch = try Scratch()
        _ = try scratch.file("e.ndjson", Self.events(visitors).utf8)
        let result = try Program.shell(
            "ingest -o e.tsv e.ndjson 2>/dev/null && sessionize e.tsv >p.tsv", in: scratch)
        #expect(result.status == 0)
        #expect(result.errors == wanted)
    }

    @Test(arguments: [
        ("", "sessionize: user all (and 1 more) \(message)\n"),
        ("--quiet", ""),
    ])
    func severalAreOneLine(_ flag: String, _ wanted: String) throws {
        let scratch = try Scratch()
        _ = try scratch.file(
            "e.ndjson", (Self.events(501) + Self.events(501, user: "both")).utf8)
        let result = try Program.shell(
            "ingest -o e.tsv e.ndjson 2>/dev/null && sessionize \(flag) e.tsv >p.tsv", in: scratch)
        #expect(result.status == 0)
        #expect(result.errors == wanted)
    }
}
