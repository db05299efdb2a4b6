import Formats
import Testing

struct FieldMappingTests {
    @Test(arguments: [
        ("time", "'time' is not TARGET=KEY; targets are "),
        ("when=ts", "unknown target 'when'; targets are "),
        ("props.=x", "unknown target 'props.'; targets are "),
        ("site=", "'site' needs a key, or a constant in quotes"),
        ("site=\"a", "'site=\"a' has a quote that does not end"),
        ("site=a\"b\"", "'site' needs a key, or a constant in quotes"),
    ])
    func saysWhatIsWrongAndWhatIsAllowed(text: String, message: String) {
        let error = #expect(throws: MappingError.self) { try FieldMapping(text) }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    private func read(_ line: String, _ mapping: String, _ format: Format = .json) throws
        -> Decoded?
    {
        var options = DecodeOptions()
        options.mapping = try FieldMapping(mapping)
        return decode(line + "\n", format, options).last
    }

    @Test func overridesTheTableTargetByTarget() throws {
        let line =
            #"{"time":"2024-05-01T10:00:00Z","ts":1714557601500,"user":"u","cookie":{"id":"c"},"act":"buy","event":"x","item":{"sku":"s","tags":["a", "b"]},"took":2}"#
        let found = try read(
            line,
            "time=ts:ms,visitor=cookie.id,event=act,props.sku=item.sku,props.tags=item.tags,"
                + "duration_ms=took:s,site=\"Shop.example.com, b\"")
        #expect(found?["time"] == "2024-05-01T10:00:01.500000Z")
        #expect(found?["visitor"] == "c")
        #expect(found?["user"] == "u")
        #expect(found?["event"] == "buy")
        #expect(found?["duration_ms"] == "2000")
        #expect(found?["site"] == "shop.example.com,%20b")
        #expect(
            found?["props"]
                == #"{"event":"x","sku":"s","tags":["a","b"],"time":"2024-05-01T10:00:00Z"}"#)
    }

    @Test func takesOneKeyForSeveralTargets() throws {
        let found = try read(
            #"{"time":"2024-05-01T10:00:00Z","id":"7","event":"a"}"#,
            "visitor=id,user=id,props.copy=id")
        #expect(found?["visitor"] == "7")
        #expect(found?["user"] == "7")
        #expect(found?["props"] == #"{"copy":"7"}"#)
    }

    /// received 10:00:10, sent 09:00:05 by the client's clock, made 5 s before.
    @Test func correctsAMappedClientClock() throws {
        let found = try read(
            #"{"made":"2024-05-01T09:00:00Z","up":"2024-05-01T09:00:05Z","in":"2024-05-01T10:00:10Z","visitor":"v","event":"a"}"#,
            "time=made,sent=up,received=in")
        #expect(found?["time"] == "2024-05-01T10:00:05.000000Z")
        #expect(found?.notes == ["skew_corrected"])
    }

    @Test func givesConstantsToAnyFormat() throws {
        let found = try read(
            #"203.0.113.7 - - [01/May/2024:13:00:00 +0300] "GET /a HTTP/1.1" 200 5"#,
            #"site="shop.example.com",props.host="web1""#, .common)
        #expect(found?["site"] == "shop.example.com")
        #expect(found?["props"] == #"{"host":"web1"}"#)
    }

    @Test func namesColumnsOfTables() throws {
        let csv = "when;who;what\n1714557600123;v1;a"
        let found = try read(csv, "time=when:ms,visitor=who,event=what", .csv)
        #expect(found?["time"] == "2024-05-01T10:00:00.123000Z")
        let w3c = "#Fields: date time cs-uri-stem x-user\n2024-05-01 10:00:00 /a u1"
        #expect(try read(w3c, "user=x-user", .w3c)?["user"] == "u1")
    }
}
