import Formats
import Testing

/// Short ways through plain lines give what the long ways give.
struct PlainLineTests {
    private static func line(_ time: String, _ address: String = "203.0.113.7") -> String {
        #"\#(address) - - [\#(time)] "GET /a HTTP/1.1" 200 5 "-" "b""# + "\n"
    }

    /// The time of a line does not depend on the line before.
    @Test func timesAreReadAsIfTheirLineStoodAlone() {
        let times = [
            "01/May/2024:13:00:00 +0300", "01/May/2024:13:00:59 +0300",
            "01/May/2024:13:00:07 +0300", "01/May/2024:13:00:07 +0200",
            "01/May/2024:13:00:60 +0200", "01/May/2024:13:00:61 +0200",
            "01/May/2024:13:00:7x +0200", "01/May/2024:13:59:59 +0000",
            "01/May/2024:13:59:60 +0000", "01/May/2024:13:59:58 +0000",
            "31/Feb/2024:13:59:58 +0000", "31/Feb/2024:13:59:59 +0000",
            "01/May/2024:13:59:58.250000", "01/May/2024:13:59:58 -9999",
            "2024-05-01T13:59:58Z", "1714568398", "01/May/2024:13:59:58",
            "01/May/2024:13:59:01 +0000",
        ]
        let together = decode(times.map { Self.line($0) }.joined(), .combined)
        #expect(together.count == times.count)
        for (time, found) in zip(times, together) {
            let alone = decode(Self.line(time), .combined).first
            #expect(found.columns == alone?.columns, "\(time)")
            #expect(found.code == alone?.code, "\(time)")
            #expect(found.notes == alone?.notes, "\(time)")
        }
        #expect(together[1]["time"] == "2024-05-01T10:00:59.000000Z")
        #expect(together[17]["time"] == "2024-05-01T13:59:01.000000Z")
    }

    /// A further field that is not ASCII makes the reader look for escapes everywhere.
    @Test(arguments: [
        #""GET /a?utm_source=x&utm_medium=a+b&gclid=1 HTTP/1.1" 200 5 "https://a.example/b" "c d""#,
        #""GET /a;jsessionid=1F?utm_campaign=%41 HTTP/1.1" 301 5 "-" "Mozilla/5.0 (a; b)""#,
        #""POST /A//b HTTP/2.0" 204 - "" "a"b" 1"#, #""-" 408 0 "-" "-""#,
    ])
    func aLineWithoutEscapesIsReadAsOneWith(rest: String) {
        let start = "203.0.113.7 - user [01/May/2024:13:00:00 +0300] "
        let short = decode(start + rest + "\n", .combined).first
        let long = decode(start + rest + " \"\u{E9}\"\n", .combined).first
        #expect(short?.reading == .event)
        #expect(short?.columns == long?.columns)
        #expect(short?.notes == long?.notes)
    }

    /// Brackets around an address change nothing, and lead past the short way.
    @Test(arguments: 0..<400 as Range<UInt64>)
    func addressesAreJudgedTheSameInBrackets(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let letters = Array(seed % 2 == 0 ? "0123456789." : "019af:::")
        var address = ""
        for _ in 0..<Int.random(in: 1...24, using: &random) {
            address.append(letters[Int.random(in: 0..<letters.count, using: &random)])
        }
        if seed % 4 == 0 {
            address = (0..<4).map { _ in "\(Int.random(in: 0...299, using: &random))" }
                .joined(separator: ".")
        } else if seed % 4 == 1 {
            address = (0..<8).map { _ in
                String(UInt16.random(in: 0...9999, using: &random), radix: 16)
            }
            .joined(separator: seed % 8 == 1 ? ":" : "::")
        }
        let time = "01/May/2024:13:00:00 +0300"
        let bare = decode(Self.line(time, address), .combined).first
        let bracketed = decode(Self.line(time, "[\(address)]"), .combined).first
        #expect(bare?.code == bracketed?.code, "\(address)")
        #expect(bare?["address"] == bracketed?["address"], "\(address)")
    }
}
