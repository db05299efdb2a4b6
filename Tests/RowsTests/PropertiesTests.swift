import Rows
import TestSupport
import Testing

/// Values of `props` and sums of decimals, by the definitions of JSON and of arithmetic.
struct PropertiesTests {
    /// RFC 8259, section 7: every escape, in a value and in a name.
    @Test(arguments: [
        (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"\b"#, "\u{8}"), (#"\f"#, "\u{C}"),
        (#"\n"#, "\n"), (#"\r"#, "\r"), (#"\t"#, "\t"), (#"\u0041"#, "A"), (#"\u00e9"#, "é"),
        (#"\ud83c\udca1"#, "🂡"), ("é", "é"), ("", ""),
    ])
    func escapesAreTheirCharacters(escaped: String, text: String) {
        let props = #"{"a\#(escaped)":1,"b":"x\#(escaped)y","c":[1,"\#(escaped)"],"d":true}"#
        #expect(Self.value("a" + text, of: props) == "1")
        #expect(Self.value("b", of: props) == "x\(text)y")
        #expect(Self.value("d", of: props) == "true")
        #expect(Self.value("e", of: props) == nil)
    }

    private static func value(_ name: String, of props: String) -> String? {
        var bytes: [UInt8] = []
        let isThere = Properties.append(
            Array(name.utf8).span, of: Array(props.utf8).span, to: &bytes)
        return isThere ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// Sums of sums: nothing adds nothing, and what is unknown stays so on either side.
    @Test(arguments: [
        ([], [], ""), (["1.5"], [], "1.5"), ([], ["1.50"], "1.50"), (["1.5"], ["0.25"], "1.75"),
        (["-1.5"], ["0.25"], "-1.25"), (["1"], ["x"], ""), (["x"], ["1"], ""), (["x"], [], ""),
        ([], ["x"], ""), (["x"], ["x"], ""),
    ])
    func sumsOfSumsAreExact(left: [String], right: [String], text: String) {
        var sums = [left, right].map { values in
            values.reduce(into: DecimalSum()) { $0.add(Array($1.utf8).span) }
        }
        sums[0].add(sums[1])
        var bytes: [UInt8] = []
        sums[0].write(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
}
