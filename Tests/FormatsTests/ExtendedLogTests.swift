import Formats
import Testing

struct ExtendedLogTests {
    private let text = """
        #Software: X
        10:00:00 203.0.113.7 GET /early
        #Date: 2024-05-01 09:00:00
        #Fields: time c-ip cs-method cs-uri-stem
        23:59:58 203.0.113.7 GET /a
        23:59:57 203.0.113.7 GET /b
        00:00:01 203.0.113.7 GET /c
        10:00:00 203.0.113.7 GET
        #Fields: c-ip cs-method
        203.0.113.7 GET
        #Fields: date time c-ip cs(User-Agent) cs-uri-stem time-taken
        2024-05-05 10:00:00 203.0.113.7 Mozilla/5.0+(X11) /d 1.5
        2024-05-05 10:00:00 203.0.113.7 "an agent" /e -
        2024-02-30 10:00:00 203.0.113.7 - /f -

        """

    @Test(arguments: [1, 2, 7, 64, 1 << 20])
    func followsDirectives(size: Int) {
        let found = decode(text, .w3c, size: size).filter { $0.reading != .blank }
        #expect(
            found.map { $0.code ?? $0["page"] } == [
                "bad_header", "/a", "/b", "/c", "fields_mismatch", "bad_header", "/d", "/e",
                "bad_time",
            ])
        #expect(
            found.map { $0["time"].prefix(19) } == [
                "", "2024-05-01T23:59:58", "2024-05-01T23:59:57", "2024-05-02T00:00:01", "", "",
                "2024-05-05T10:00:00", "2024-05-05T10:00:00", "",
            ])
        #expect(found[6]["agent"] == "Mozilla/5.0 (X11)")
        #expect(found[7]["agent"] == "an agent")
        #expect(found[6]["duration_ms"] == "1500")
        #expect(found[6]["zoned"] == "true")
    }

    @Test func readsMillisecondsOfIIS() {
        let text = """
            #Software: Microsoft Internet Information Services 10.0
            #Fields: date time c-ip cs-uri-stem time-taken sc-substatus
            2024-05-01 10:00:00 203.0.113.7 /a 1500 7

            """
        var options = DecodeOptions()
        options.properties = .named(["sc-substatus"])
        let found = decode(text, .w3c, options).last
        #expect(found?["duration_ms"] == "1500")
        #expect(found?["props"] == #"{"sc-substatus":"7"}"#)
    }
}
