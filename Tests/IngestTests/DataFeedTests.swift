import Foundation
import TestSupport
import Testing

/// Adobe's data feeds: the columns of `hit_data.tsv` lie beside it.
struct DataFeedTests {
    private static let columns = [
        "hit_time_gmt", "visid_high", "visid_low", "hitid_high", "hitid_low", "exclude_hit",
        "hit_source", "page_event", "post_event_list", "post_page_url", "post_referrer",
        "post_product_list", "post_currency", "evar1", "user_agent", "ip",
    ]
    private static let agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/124.0.0.0"

    private static func hit(_ changes: [String: String]) -> String {
        let usual = [
            "hit_time_gmt": "1772409600", "visid_high": "12", "visid_low": "34",
            "hitid_high": "5", "hitid_low": "6", "exclude_hit": "0", "hit_source": "1",
            "page_event": "0", "post_page_url": "https://shop.example.com/a?utm_source=x",
            "post_referrer": "https://www.bing.com/", "post_currency": "EUR", "user_agent": agent,
            "ip": "203.0.113.7",
        ]
        return columns.map { changes[$0] ?? usual[$0] ?? "" }.joined(separator: "\t") + "\n"
    }

    /// What the rows say in the columns named, each row's joined by blanks.
    private func rows(
        _ feed: String, _ wanted: [String], _ arguments: [String] = [],
        header: String = columns.joined(separator: "\t") + "\n"
    ) throws -> (rows: [String], result: Program.Result) {
        let scratch = try Scratch()
        _ = try scratch.file("column_headers.tsv", header.utf8)
        let path = try scratch.file("hit_data.tsv", feed.utf8)
        let result = try Program("ingest").run(arguments + [path])
        let lines = result.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        let names = lines.first ?? []
        let found = lines.dropFirst().map { cells in
            wanted.map { name in names.firstIndex(of: name[...]).map { cells[$0] } ?? "?" }
                .joined(separator: " ")
        }
        return (found, result)
    }

    @Test func aHitIsRead() throws {
        let (rows, result) = try rows(
            Self.hit([:]),
            [
                "time", "visitor", "event", "site", "page", "referrer", "source", "device",
                "event_id",
            ])
        #expect(result.status == 0, "\(result.errors)")
        #expect(
            rows == [
                "2026-03-02T00:00:00.000000Z 12.34 page_view shop.example.com /a www.bing.com x "
                    + "desktop 5.6"
            ])
        #expect(!result.text.contains("203.0.113.7"))
    }

    /// Numbers of events by Adobe's "Events" lookup: 1 purchase, 2 product view, 10 to 14 the cart.
    @Test(arguments: [
        ("", "0", "page_view"), ("200,100", "0", "page_view"), ("2", "0", "product_view"),
        ("2,12", "0", "cart_add"), ("12=3,2", "0", "cart_add"), ("11", "0", "checkout"),
        ("10,12", "0", "cart_add"), ("13", "10", "cart_remove"), ("14", "0", "cart_view"),
        ("1,11", "0", "purchase"), ("", "10", "custom_link"), ("", "11", "download"),
        ("", "12", "exit_link"), ("", "70", "hit_70"),
    ])
    func theEventListNamesTheHit(list: String, page: String, event: String) throws {
        let feed = Self.hit(["post_event_list": list, "page_event": page])
        #expect(try rows(feed, ["event"]).rows == [event])
    }

    /// Products are `category;name;quantity;revenue;…` between commas, `^` takes a meaning away.
    @Test(arguments: [
        ("Shoes;blue;1;49.90,;red;2;20", "69.90 EUR"), (";a^,b^;c;1;5", "5 EUR"),
        (";a;1;", " EUR"), ("", " EUR"),
    ])
    func aPurchaseIsWorthItsProducts(products: String, value: String) throws {
        let feed = Self.hit(["post_event_list": "1", "post_product_list": products])
        #expect(try rows(feed, ["value", "currency"]).rows == [value])
        let view = Self.hit(["post_event_list": "2", "post_product_list": products])
        #expect(try rows(view, ["value"]).rows == [""])
    }

    @Test(arguments: [("exclude_hit", "1"), ("hit_source", "5"), ("hit_source", "9")])
    func whatAdobeLeavesOutIsNoVisit(column: String, value: String) throws {
        let feed = Self.hit([column: value]) + Self.hit(["hitid_low": "7"])
        let dropped = try rows(feed, ["event_id"], ["--summary", "/dev/stderr"])
        #expect(dropped.rows == ["5.7"])
        #expect(dropped.result.errors.contains("\"excluded\":1"), "\(dropped.result.errors)")
        #expect(try rows(feed, ["event_id"], ["--bots", "keep"]).rows == ["5.6", "5.7"])
    }

    /// A quote is data; behind a backslash so are TAB, line end and backslash.
    @Test func valuesWithSpecialBytesAreRead() throws {
        let feed = Self.hit(["evar1": "\"say \\\ta\\\nb\\\\"]) + Self.hit(["hitid_low": "7"])
        let (rows, result) = try rows(feed, ["event_id", "props"], ["--props", "evar1"])
        #expect(
            rows == [#"5.6 {"evar1":"\\"say \\ta\\nb\\\\"}"#, "5.7 "], "\(result.errors)")
    }

    @Test func columnsAreKeptByNameAlone() throws {
        #expect(try rows(Self.hit(["evar1": "a"]), ["props"]).rows == [""])
        #expect(
            try rows(Self.hit(["evar1": "a"]), ["props"], ["--props", "evar1"]).rows == [
                #"{"evar1":"a"}"#
            ])
        #expect(
            try rows(Self.hit(["evar1": "u7"]), ["user"], ["--map", "user=evar1"]).rows == ["u7"])
    }

    @Test func aRowThatIsTooShortIsRejected() throws {
        let (rows, result) = try rows(
            Self.hit([:]) + "1772409600\t12\n", ["event"], ["--rejects", "/dev/stderr"])
        #expect(rows == ["page_view"])
        #expect(result.errors.contains("fields_mismatch"))
    }

    /// The header of another table is not taken; then nobody knows the columns.
    @Test func aHeaderOfOtherWidthIsNotTaken() throws {
        let (_, result) = try rows(
            Self.hit([:]) + Self.hit([:]), ["event"], header: "hit_time_gmt\tip\n")
        #expect(result.status == 65)
        #expect(result.errors.contains("a table without a header"), "\(result.errors)")
    }

    @Test func aLogOfItsOwnHeaderIsReadAsBefore() throws {
        let scratch = try Scratch()
        _ = try scratch.file("column_headers.tsv", "a\tb\tc\n".utf8)
        let path = try scratch.file(
            "b.tsv", "time\tvisitor\tevent\n2026-03-02T00:00:00Z\tv1\tbuy\n".utf8)
        let result = try Program("ingest").run([path])
        #expect(result.status == 0 && result.text.contains("\tv1\t\tbuy\t"), "\(result.text)")
    }

    @Test func rejectsAreReadAgainUnderTheHeader() throws {
        let scratch = try Scratch()
        let header = Self.columns.joined(separator: "\t") + "\n"
        _ = try scratch.file("column_headers.tsv", header.utf8)
        let feed = Self.hit([:]) + Self.hit(["hit_time_gmt": "soon"])
        let path = try scratch.file("hit_data.tsv", feed.utf8)
        let rejects = scratch.path("r")
        _ = try Program("ingest").run(["--rejects", rejects, path])
        let again = try Program("ingest").run([
            "--replay", rejects, "--rejects", "/dev/stderr",
        ])
        #expect(again.errors.contains("bad_time"), "\(again.errors)")
    }
}

/// Lines that are too long at the beginning of a log do not hide what the others are.
struct LongFirstLineTests {
    @Test(arguments: [1, 3])
    func theFormatIsThatOfTheOtherLines(count: Int) throws {
        let scratch = try Scratch()
        let long = String(repeating: "x", count: 1_100_000) + "\n"
        let event = #"{"time":"2026-03-02T00:00:00Z","visitor":"v1","event":"buy"}"# + "\n"
        let text = String(repeating: long, count: count) + event + event
        let path = try scratch.file("a.log", text.utf8)
        for jobs in ["1", "4"] {
            let result = try Program("ingest").run([
                "-j", jobs, "--rejects", "/dev/stderr", path,
            ])
            #expect(result.status == 0, "\(result.errors.prefix(300))")
            #expect(result.text.contains("rows=2 complete=true"))
            let lost = result.errors.split(separator: "\n").count { $0.contains("line_too_long") }
            #expect(lost == count)
        }
        let check = try Program("ingest").run(["check", path])
        #expect(check.text.contains("json"), "\(check.text) \(check.errors)")
    }
}
