import ByteIO
import Formats
import Foundation
import TestSupport
import Testing
import Rows

struct DelimitedLogTests {
    @Test(arguments: [",", ";", "\t", "|"])
    func takesTheDelimiterOfTheHeader(delimiter: String) {
        let header = ["time", "visitor", "event", "value", "currency", "plan"]
        let row = ["2024-05-01T10:00:00Z", "v1", "purchase", "12.5", "eur", "gold"]
        let text = [header, row].map { $0.joined(separator: delimiter) }.joined(separator: "\n")
        let found = decode(text, .csv)
        #expect(found.map(\.reading) == [.blank, .event])
        #expect(found.last?["visitor"] == "v1")
        #expect(found.last?["value"] == "12.5")
        #expect(found.last?["currency"] == "EUR")
        #expect(found.last?["props"] == #"{"plan":"gold"}"#)
    }

    /// RFC 4180, section 2: quotes around fields, doubled quotes, delimiters and line ends inside.
    @Test(arguments: [
        (#""a,b""#, "a,b"), (#""say ""hi""""#, #"say "hi""#), ("\"two\nlines\"", "two\nlines"),
        ("\"two\r\nlines\"", "two\r\nlines"), (#""""#, nil), (#"a"b"#, #"a"b"#), ("plain", "plain"),
        (#""a"b"#, #""a"b"#),
    ])
    func readsQuotes(field: String, value: String?) {
        let text = "time,visitor,event,note\r\n2024-05-01T10:00:00Z,v1,x,\(field)\r\n"
        let found = decode(text, .csv)
        #expect(found.map(\.reading) == [.blank, .event])
        #expect(found.last?.props["note"] == value)
    }

    /// Logs that were put together hold the header again; what only resembles it is a row.
    @Test(arguments: [1, 30, 1 << 20])
    func aRepeatedHeaderIsBlank(size: Int) {
        let header = "time,visitor,event"
        let row = "2024-05-01T10:00:00Z,v1,a"
        let text = [header, row, header, row, header + "x", header, row].joined(separator: "\n")
        let found = decode(Array(text.utf8), .csv, size: size)
        #expect(
            found.map { $0.code ?? "\($0.reading)" } == [
                "blank", "event", "blank", "event", "bad_time", "blank", "event",
            ])
    }

    /// Files of two tools put together: their headers say the same in other words, in another order or case.
    @Test(arguments: [
        "time,event,visitor_id", "Time,Event,Visitor", "timestamp,event_name,anonymous_id",
        "event,visitor,time,page",
    ])
    func anotherHeaderHoldsFromWhereItStands(header: String) {
        let names = header.split(separator: ",").map { $0.lowercased() }
        let row = names.map { name in
            name.hasPrefix("time")
                ? "2024-05-01T10:00:00Z"
                : name.hasPrefix("event") ? "b" : name == "page" ? "/p" : "v2"
        }.joined(separator: ",")
        let text = "time,visitor,event\n2024-05-01T10:00:00Z,v1,a\n\(header)\n\(row)\n"
        let found = decode(text, .csv)
        #expect(found.map(\.code) == [nil, nil, nil, nil])
        #expect(found.map { $0["visitor"] } == ["", "v1", "", "v2"])
        #expect(found.map { $0["event"] } == ["", "a", "", "b"])
    }

    /// Shopify calls its orders so: a row is no comment.
    @Test(arguments: [
        ("#1001,2024-05-01T10:00:00Z,v1", "event"), ("#a,b,c", "bad_time"), ("# a, b, c", "blank"),
        ("#1001,2024-05-01T10:00:00Z", "blank"), ("#", "blank"), ("#,,", "missing_field"),
    ])
    func aRowMayBeginWithAHash(line: String, wanted: String) {
        let found = decode("event,time,visitor\nx,2024-05-01T10:00:00Z,v0\n\(line)\n", .csv)
        #expect(found.count == 3)
        #expect(found.last.map { $0.code ?? "\($0.reading)" } == wanted)
    }

    @Test func countsARowOverSeveralLinesOnceAndKeepsLineNumbers() {
        let text = """
            # made by hand
            time,visitor,event,note

            2024-05-01T10:00:00Z,v1,a,"one
            two
            three"
            2024-05-01T10:00:01Z,v2,b
            2024-05-01T10:00:02Z,v3,c,d

            """
        let found = decode(text, .csv)
        #expect(found.map(\.line) == [1, 2, 3, 4, 7, 8])
        #expect(
            found.map { $0.code ?? "\($0.reading)" } == [
                "blank", "blank", "blank", "event", "fields_mismatch", "event",
            ])
    }

    @Test func rejectsAQuoteThatNeverEndsWhereItOpened() {
        let text = "time,visitor,event\n2024-05-01T10:00:00Z,v1,\"a\nb\nc\n"
        let found = decode(text, .csv)
        #expect(found.map(\.code) == [nil, "bad_csv"])
        #expect(found.last?.line == 2)
    }

    /// One stray quote must not swallow a night.
    @Test func givesUpOneLineAloneWhereAQuoteRunsOverTheLongestRow() {
        let row = "2024-05-01T10:00:00Z,v1,view\n"
        let rows = String(repeating: row, count: 40_000)
        let found = decode("time,visitor,event\n2024-05-01T10:00:00Z,v1,\"open\n" + rows, .csv)
        #expect(found[1].code == "bad_csv")
        #expect(found.filter { $0.reading == .event }.count == 40_000)
        #expect(found.last?.line == 40_002)
    }

    @Test(arguments: [1, 2, 7, 64, 1000])
    func givesTheSameRowsForAnyBlockSize(size: Int) throws {
        let text = """
            time;visitor;event;note
            2024-05-01T10:00:00Z;v1;a;"one
            "";two
            three"
            # comment
            2024-05-01T10:00:01Z;v2;b;
            time;visitor;event;note
            2024-05-01T10:00:02Z;v3
            2024-05-01T10:00:02Z;"v

            4";c;"x"
            2024-05-01T10:00:02Z;v5;"open
            to the end
            """
        let whole = decode(text, .csv)
        #expect(whole.filter { $0.reading == .event }.count == 3)
        #expect(decode(text, .csv, size: size) == whole)
    }

    @Test func readsATSVWhoseFirstColumnIsEmpty() {
        let text = "user\tvisitor\ttime\tevent\n\tv1\t1714557600\ta\n"
        let found = decode(text, .tsv)
        #expect(found.map(\.reading) == [.blank, .event])
        #expect(found.last?["time"] == "2024-05-01T10:00:00.000000Z")
    }

    /// 31,106 events and a header, all of them good; the row is the file's second line.
    @Test func readsTheShopSample() throws {
        let path = Fixture.data("ecom/ecom.csv.gz")
        var lines = LineReader(try InputFile(path: path))
        var text: [UInt8] = []
        while try lines.advance() {
            text.append(lines.line)
            text.append(0x0A)
        }
        let found = decode(text, .csv)
        #expect(found.count == 31_107)
        #expect(found.filter { $0.reading == .event }.count == 31_106)
        let first = found[1]
        #expect(first["user"] == "user_0000")
        #expect(first["session"] == "sess_000001")
        #expect(first["event"] == "home")
        #expect(first["time"] == "2024-03-13T10:21:14.000000Z")
        #expect(first["zoned"] == "false")
        #expect(first.notes == ["tz_assumed"])
        #expect(first["device"] == "desktop")
        #expect(first["channel"] == "email")
        #expect(first["props"] == #"{"user_cohort":"2024-01","user_lifecycle":"returning"}"#)
    }
}
