import Foundation
import TestSupport
import Testing

@testable import Events
@testable import Ingest

struct CommandTests {
    private static let agent =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36"

    private static func line(_ path: String, _ second: Int, agent: String = agent) -> String {
        "203.0.113.7 - - [01/May/2024:13:00:\(second) +0300] \"GET \(path) HTTP/1.1\" 200 5 \"https://www.shop.example/\" \"\(agent)\""
    }

    private static let log = [
        line("/product/1", 10), line("/product/2", 11), line("/a.css", 12),
        line("/robots.txt", 13, agent: "Googlebot/2.1"), "no log line",
        line("/u/anna@example.com", 14),
        line("/product/1", 10), "",
    ].joined(separator: "\n")

    private static func output(_ arguments: [String], status: Int32 = 0) throws -> String {
        let scratch = try Scratch()
        let path = try scratch.file("a.log", log.utf8)
        let result = try Program("ingest").run(
            arguments.map { $0.replacing("LOG", with: path) })
        #expect(result.status == status, "\(result.errors)")
        return result.text.replacing(path, with: "LOG")
    }

    @Test func checkSaysWhatTheLogIs() throws {
        let text = try Self.output(["check", "LOG"])
        #expect(text.contains("LOG: combined fits 85.7 % of the first lines"))
        #expect(
            text.contains(
                "lines: 7, 85.7 % read; 4 events (57.1 %), 1 bots (14.2 %), 1 filtered (1 static), 0 duplicates, 1 rejected, 0 blank"
            ))
        #expect(text.contains("rejected: line 5: bad_format"))
        #expect(
            text.contains(
                "time: 2024-05-01T10:00:10.000000Z to 2024-05-01T10:00:14.000000Z, offsets as logged"
            ))
        #expect(
            text.contains(
                "warning: no site is logged, so no referrer is internal; add --site shop.example"))
        #expect(text.contains("--key-file"))
        // Who did so is not told again.
        let named = try Self.output(["check", "--site", "shop.example", "LOG"])
        #expect(!named.contains("no site is logged"))
    }

    @Test(arguments: [
        (["explain", "LOG:1"], "class: events"),
        (["explain", "LOG:3"], "class: filtered (static file"),
        (["explain", "LOG:4"], "class: bots (list:Googlebot\\/"),
        (["explain", "LOG:5"], "class: rejected (bad_format"),
        (["explain", "--dedupe", "on", "LOG:7"], "first copy: line 1"),
        (["explain", "LOG:6"], "page = /u/[redacted]"),
        (["explain", "LOG:1"], "\nfield address, bytes 1 to 11: 203.0.113.7\n"),
        (["explain", "LOG:1"], "\nfield time, bytes 18 to 43: 01/May/2024:13:00:10 +0300\n"),
        (["explain", "LOG:1"], "\nfield request, bytes 47 to 69: GET /product/1 HTTP/1.1\n"),
        (["explain", "--until", "2024-05-01T10:00:00Z", "LOG:1"], "class: filtered (outside"),
    ])
    func explainSaysWhatBecomesOfALine(arguments: [String], wanted: String) throws {
        let text = try Self.output(arguments)
        #expect(text.contains(wanted), "\(text)")
        #expect(!text.contains("anna@"))
    }

    @Test(arguments: [
        // A wrapper's inside has no place in the line.
        (
            #"{"log":"203.0.113.7 - - [01/May/2024:13:00:10 +0300] \"GET /a?token=s3cret HTTP/1.1\" 200 5 \"-\" \"m\"\n","stream":"stdout","time":"2024-05-01T10:00:10Z"}"#,
            1, "\nfield url: /a?token=[redacted]\n"
        ),
        // The second line of a row of CSV tells of the row.
        (
            "time,visitor,page,note\n2024-05-01T10:00:10Z,v1,/a,\"two\nlines\"\n", 3,
            "\nfield page, bytes 25 to 26: /a\n"
        ),
        // A row that is rejected, as far as it was read.
        (
            "time,visitor,page\nnoon,v1,/a\n2024-05-01T10:00:10Z,v1,/a\n", 2,
            "rejected (bad_time: time 'noon')\nfield time, bytes 1 to 4: noon\n"
        ),
    ])
    func explainShowsTheFields(log: String, line: Int, wanted: String) throws {
        let scratch = try Scratch()
        let path = try scratch.file("a.log", log.utf8)
        let result = try Program("ingest").run(["explain", "\(path):\(line)"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.text.contains(wanted), "\(result.text)")
        #expect(!result.text.contains("s3cret"))
    }

    @Test func checkAndInitTakeSeveralFiles() throws {
        let scratch = try Scratch()
        _ = try scratch.file("a.log", Self.log.utf8)
        _ = try scratch.file("b.log", Self.log.utf8)
        let check = try Program("ingest").run(["check", "b.log", "a.log"], in: scratch.url)
        #expect(check.status == 0, "\(check.errors)")
        #expect(
            check.text.matches(of: /(?m)^[ab].log: combined fits/).map(\.output) == [
                "a.log: combined fits", "b.log: combined fits",
            ])
        let draft = try Program("ingest").run(["init", "a.log", "b.log"], in: scratch.url)
        #expect(draft.text.contains("# 6 events\n[[touchpoint]]\nname = \"product\""))
        // What can be read is told, whatever another file is.
        _ = try scratch.file("c.log", "PAR1".utf8)
        let mixed = try Program("ingest").run(["check", "a.log", "c.log"], in: scratch.url)
        #expect(mixed.status == 65 && mixed.errors.contains("c.log: a Parquet file"))
        #expect(mixed.text.contains("a.log: combined fits"))
    }

    /// What is no log is left out and told; where nothing is left, that is the failure. Of a log that ends too early
    /// the draft has what was read.
    @Test func initGoesOnPastWhatIsNoLog() throws {
        let scratch = try Scratch()
        let folder = scratch.url.appending(path: "logs")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = try scratch.file("logs/a.log", Self.log.utf8)
        _ = try scratch.file("logs/b.log", "PAR1".utf8)
        let ingest = Program("ingest")
        let alone = try ingest.run(["init", "logs/a.log"], in: scratch.url)
        let draft = try ingest.run(["init", "logs"], in: scratch.url)
        #expect(draft.status == 0)
        #expect(draft.text == alone.text && !draft.text.isEmpty)
        #expect(
            draft.errors.contains("ingest init: left out: logs/b.log: a Parquet file"),
            "\(draft.errors)")
        let none = try ingest.run(["init", "logs/b.log"], in: scratch.url)
        #expect(none.status == 65 && none.text.isEmpty)
        #expect(none.errors.hasPrefix("ingest init: logs/b.log: a Parquet file"), "\(none.errors)")
        let zipped = try Program.shell("gzip -c logs/a.log | head -c -8", in: scratch).output
        _ = try scratch.file("cut.log.gz", zipped)
        let cut = try ingest.run(["init", "cut.log.gz"], in: scratch.url)
        #expect(cut.status == 65 && cut.text == alone.text)
        #expect(cut.errors.contains("drafted from what was read"), "\(cut.errors)")
    }

    /// Each line under its place, a folder's files in their order; a line that is not there stops none.
    @Test func explainTakesSeveralPlaces() throws {
        let scratch = try Scratch()
        _ = try scratch.file("a.log", Self.log.utf8)
        _ = try scratch.file("b.log", Self.line("/cart", 20).utf8)
        let ingest = Program("ingest")
        let two = try ingest.run(["explain", "a.log:1", "b.log:9", "b.log:1"], in: scratch.url)
        #expect(two.status == 65 && two.errors == "ingest explain: b.log has no line 9\n")
        #expect(two.text.hasPrefix("a.log:1\n") && two.text.contains("\n\nb.log:1\n"))
        let first = try ingest.run(["explain", "a.log:1"], in: scratch.url)
        let all = try ingest.run(["explain", ".:1"], in: scratch.url)
        #expect(all.status == 0, "\(all.errors)")
        #expect(all.text.hasPrefix("./a.log:1\n\(first.text)\n./b.log:1\n"), "\(all.text)")
        #expect(try ingest.run(["explain"], in: scratch.url).status == 64)
    }

    @Test(arguments: [["check"], ["check", "-"], ["init"], ["init", "-"]])
    func standardInputIsLookedAtToo(arguments: [String]) throws {
        let result = try Program("ingest").run(arguments, input: Data(Self.log.utf8))
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.text.contains(arguments[0] == "check" ? "lines: 7," : "/product/"))
    }

    @Test func explainTellsOfALineThatIsNotThere() throws {
        _ = try Self.output(["explain", "LOG:99"], status: 65)
        _ = try Self.output(["explain", "LOG"], status: 64)
    }

    @Test func initDraftsTouchpointsAndAFunnel() throws {
        let text = try Self.output(["init", "LOG"])
        #expect(text.contains("version = 1\ntimezone = \"UTC\"\n"))
        #expect(
            text.contains(
                "# 3 events\n[[touchpoint]]\nname = \"product\"\nstage = \"comparison\"\nkind = \"conversion\"\nmatch = [{ event = \"page_view\", page = \"/product/*\" }]"
            ))
        #expect(
            text.contains("[[funnel]]\nname = \"journey\"\nsteps = [\"u_redacted\", \"product\"]"))
    }

    @Test func pagesWithManyNeighboursAreOneTemplate() {
        var tree = PageTree()
        for name in 0..<40 {
            tree.add(
                Array(
                    "/blog/post-\(Character(UnicodeScalar(UInt8(97 + name % 26))))\(name / 26)".utf8
                ).span)
        }
        for page in ["/", "/", "/cart/", "/a/b/c/d/e/f/g", "/item/4711"] {
            tree.add(Array(page.utf8).span)
        }
        let found = tree.templates().map { "\($0.template) \($0.count)" }
        #expect(found == ["/blog/* 40", "/ 2", "/a/b/c/d/e/** 1", "/cart/ 1", "/item/* 1"])
    }

    @Test func aFileOfTheNameOfACommandIsReadByItsPath() throws {
        let scratch = try Scratch()
        _ = try scratch.file("check", Self.log.utf8)
        let result = try Program("ingest").run(["-q", "./check"], in: scratch.url)
        #expect(result.status == 0)
        #expect(result.text.contains("#end rows=4 complete=true"))
    }
}
