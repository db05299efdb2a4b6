import Formats
import Testing

struct JSONEventsTests {
    private func read(_ more: String, _ format: Format = .json) -> Decoded? {
        decode(
            #"{"time":"2024-05-01T10:00:00Z","visitor":"v1","event":"a","# + more + "}\n", format
        ).first
    }

    @Test(arguments: [
        (
            #""b":{"d":1.50,"c":[1],"e":{"f":true}},"a":null,"z":"x""#,
            #"{"b.d":1.50,"b.e.f":true,"z":"x"}"#
        ),
        (#""properties":{"k":"x","n":-0,"deep":{"k":1e3}}"#, #"{"deep.k":1e3,"k":"x","n":-0}"#),
        (#""k":"a\"b\\c\/d\u00e9\n\u0001""#, #"{"k":"a\"b\\c/dé\n%01"}"#),
        (#""k":1,"k":2"#, #"{"k":2}"#),
        (#""k":"\ud83d\ude00 \ud83d""#, "{\"k\":\"😀 \u{FFFD}\"}"),
        (#""k":"\xE9""#, #"{"k":"%E9"}"#),
        (#""type":"t","name":"n""#, #"{"name":"n","type":"t"}"#),
    ])
    func keepsScalarsAsProperties(more: String, props: String) {
        #expect(read(more)?["props"] == props)
    }

    @Test(arguments: [
        (#""k":1,"k":2"#, ["duplicate_key"]), (#""k":"\xE9""#, ["json_repaired"]),
        (#""k":"\u0001""#, ["control"]), (#""value":"1,299""#, ["bad_value"]), (#""k":"é""#, []),
    ])
    func notes(more: String, notes: [String]) { #expect(read(more)?.notes == notes) }

    @Test(arguments: [
        (#""k":NaN"#, "bad_json"), (#""k":1,"#, "bad_json"), (#""k":01"#, "bad_json"),
        (#""k":"\q""#, "bad_json"), (#""k":"\u12""#, "bad_json"), (#""k":[1 2]"#, "bad_json"),
        (#""k":"# + String(repeating: "[", count: 100_000), "too_deep"),
        (#""k":"# + String(repeating: #"{"a":"#, count: 70), "too_deep"),
        ((0..<4097).map { #""k\#($0)":1"# }.joined(separator: ","), "too_big"),
        (#""time":"2024-02-30T00:00:00Z""#, "bad_time"),
    ])
    func rejects(more: String, code: String) { #expect(read(more)?.code == code) }

    @Test func cutsManyProperties() {
        let found = read((0..<100).map { #""k\#($0)":1"# }.joined(separator: ","))
        #expect(found?.props.count == 64)
        #expect(found?.notes == ["props_cut"])
        let long = String(repeating: "x", count: 20_000)
        #expect(read(#""a":1,"b":"\#(long)","c":2"#)?["props"] == #"{"a":1,"c":2}"#)
    }

    @Test func writesBytesThatAreNotUTF8AsEscapes() {
        var text = Array(#"{"time":"2024-05-01T10:00:00Z","visitor":"v","event":"caf","k":""#.utf8)
        text += [0xE9, 0x22, 0x7D, 0x0A]
        let found = decode(text, .json).first
        #expect(found?["props"] == #"{"k":"%E9"}"#)
        #expect(found?.notes == ["non_utf8"])
    }

    /// More different keys than are remembered: rows do not depend on what was forgotten.
    @Test func readsALogWithIDsForKeys() {
        let lines = (0..<200).map { line in
            let keys = (0..<40).map { #""k\#(line * 40 + $0)":\#(line)"# }.joined(separator: ",")
            return #"{"time":1714557600,"visitor":"v","event":"a",\#(keys)}"#
        }
        let found = decode(lines.joined(separator: "\n") + "\n", .json)
        let alone = lines.flatMap { decode($0 + "\n", .json) }
        #expect(found.map { $0["props"] } == alone.map { $0["props"] })
    }

    /// Words that requests and events both use. Sources: GA4's recommended events `login` and `search`, Segment's
    /// `Products Searched`.
    @Test(arguments: [
        (#""event":"login","method":"google""#, #"{"method":"google"}"#),
        (#""event":"search","query":"red shoes","page":"/search""#, #"{"query":"red shoes"}"#),
        (#""event":"search","query":"q=red","page":"/search""#, ""),
        (#""event":"view","url":"/a?b=1","query":"b=1""#, ""),
        (#""type":"access","method":"GET","path":"/a","status":200,"query":"b""#, ""),
    ])
    func keepsWhatAnEventIsAbout(members: String, props: String) {
        let line = #"{"time":"2024-05-01T10:00:00Z","visitor":"v",\#(members)}"#
        #expect(decode(line + "\n", .json).first?["props"] == props)
        // In a table too.
        let names = members.matches(of: /"([a-z]+)":/).map { String($0.1) }
        let values = members.matches(of: /:"?([^",}]+)"?/).map { String($0.1) }
        let table =
            "time,visitor,\(names.joined(separator: ","))\n2024-05-01T10:00:00Z,v,\(values.joined(separator: ","))\n"
        #expect(decode(table, .csv).last?["props"] == props, "\(table)")
    }

    @Test func keepsLittleOfAServersLog() {
        let line =
            #"{"time_iso8601":"2024-05-01T10:00:00+00:00","remote_addr":"203.0.113.7","request":"HEAD /a HTTP/1.1","status":"200","http_user_agent":"-","http_cookie":"secret","body_bytes_sent":5}"#
        let found = decode(line + "\n", .json).first
        #expect(found?["event"] == "request")
        #expect(found?["props"] == #"{"method":"HEAD"}"#)
    }

    @Test func makesIDsOfParts() {
        let cloud =
            #"{"specversion":"1.0","type":"a","source":"/shop","id":"A-1","time":"2024-05-01T12:00:00Z","subject":"s-9"}"#
        let found = decode(cloud + "\n", .cloudevents).first
        #expect(found?["event_id"] == "/shop A-1")
        #expect(found?["visitor"] == "s-9")
        let row = #"{"event_timestamp":"1714557600123456","event_name":"N","user_pseudo_id":"1.2"}"#
        let ids = ["a", "b", "a"].map {
            decode(row.replacing("N", with: $0) + "\n", .ga4).first?["event_id"] ?? ""
        }
        #expect(ids[0].count == 32)
        #expect(ids[0] == ids[2])
        #expect(ids[0] != ids[1])
    }
}
