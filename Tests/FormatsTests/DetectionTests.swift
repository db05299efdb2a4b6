import Formats
import TestSupport
import Testing

struct DetectionTests {
    @Test(arguments: [
        (#"{"type":"track","event":"buy","messageId":"1","anonymousId":"v"}"#, Format.segment),
        (#"{"ts":"2026-11-20T00:00:00Z","visitor":"v","event":"buy"}"#, .json),
        (#"1.2.3.4 - - [20/Nov/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "a""#, .combined),
    ])
    func knowsAFormatByItsFirstLine(line: String, format: Format) {
        #expect(Format.detected(in: [Array(line.utf8)]).format == format)
    }

    @Test func knowsNothingOfOtherText() {
        #expect(Format.detected(in: [Array("id,name".utf8), Array("1,x".utf8)]).format == nil)
    }
}
