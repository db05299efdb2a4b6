import Formats
import Foundation
import Testing

private let line =
    #"203.0.113.7 - - [01/May/2024:13:00:00 +0300] "GET /a HTTP/1.1" 200 512 "-" "Mozilla/5.0""#

struct WrapperTests {
    private static func docker(_ text: String) -> String {
        let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return #"{"log":""# + quoted + #"\n","stream":"stdout","time":"2024-05-01T10:00:09.5Z"}"#
    }

    @Test(arguments: [
        line, docker(line), "2024-05-01T10:00:09Z stdout F " + line,
        "2024-05-01T10:00:09.123456789+02:00 stderr F " + line,
        "May  1 13:00:09 web1 nginx[412]: " + line, "<165>May  1 13:00:09 web1 nginx: " + line,
        "2024-05-01T10:00:09.003Z web1 nginx[412]: " + line,
        "<165>1 2024-05-01T10:00:09.003Z web1 nginx 412 - - " + line,
        #"<165>1 2024-05-01T10:00:09.003Z web1 nginx 412 ID47 [a@1 k="x\]y" l="2"][b@2] "# + line,
        "1 2024-05-01T10:00:09.003Z web1 nginx 412 - - \u{FEFF}" + line, "\"" + line + "\"",
        docker("May  1 13:00:09 web1 nginx: " + "\"" + line + "\""),
        "2024-05-01T10:00:09Z stdout F " + docker("\"" + line + "\""),
    ])
    func takesWrappersOff(text: String) {
        let found = decode(text + "\n", .combined)
        #expect(found.map(\.reading) == [.event])
        #expect(found.first?["time"] == "2024-05-01T10:00:00.000000Z")
        #expect(found.first?["page"] == "/a")
        #expect(found.first?["agent"] == "Mozilla/5.0")
    }

    @Test func takesOffThreeAtMost() {
        let three = Self.docker(Self.docker(Self.docker(line)))
        #expect(decode(three + "\n", .combined).map(\.reading) == [.event])
        #expect(decode(Self.docker(three) + "\n", .combined).first?.code == "bad_format")
    }

    /// The inner time wins; the wrapper's is for lines that have none.
    @Test func takesTheWrappersTimeOnlyWhereTheLineHasNone() {
        let bare = Self.docker(#"{"visitor":"v1","event":"a"}"#)
        let timed = Self.docker(#"{"visitor":"v1","event":"a","time":"2024-05-01T10:00:00Z"}"#)
        let found = decode(bare + "\n" + timed + "\n", .json)
        #expect(
            found.map { $0["time"] } == [
                "2024-05-01T10:00:09.500000Z", "2024-05-01T10:00:00.000000Z",
            ])
    }

    @Test func letsAnEmptyInsideBeBlank() {
        let text = Self.docker("") + "\n2024-05-01T10:00:09Z stdout F \n"
        #expect(decode(text, .combined).map(\.reading) == [.blank, .blank])
    }

    @Test(arguments: [1, 2, 7, 64, 1 << 20])
    func joinsThePartsOfALine(size: Int) {
        let text = """
            2024-05-01T10:00:09Z stdout P 203.0.113.7 - - [01/May/2024:13:00:05 +0
            2024-05-01T10:00:09Z stdout P 300] "GET /long/path HTTP/1.1"
            2024-05-01T10:00:09Z stdout F  200 512 "-" "Mozilla/5.0"
            2024-05-01T10:00:10Z stdout F \(line)
            2024-05-01T10:00:11Z stdout P 203.0.113.7 - - [01/May/2024
            """
        var decoder = Decoder(.combined, joinsParts: true)
        let found = decode(Array(text.utf8), &decoder, size: size)
        #expect(found.map { $0.code ?? $0["page"] } == ["/long/path", "/a", "truncated_line"])
        #expect(found.map(\.line) == [1, 4, 5])
    }
}
