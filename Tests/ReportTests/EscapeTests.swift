import Testing

@testable import Report

struct EscapeTests {
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        Escape.append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Entities of HTML 4; control characters are not allowed in a page.
    @Test(arguments: [
        ("plain", "plain"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onload=\"x", "&quot; onload=&quot;x"),
        ("' x='", "&#39; x=&#39;"),
        ("&lt;", "&amp;lt;"),
        ("a\0b\u{1B}[31m\u{7F}\t\n\r", "ab[31m"),
        ("a\u{85}b\u{9F}c\u{A0}d", "abc\u{A0}d"),
        ("right\u{202E}left", "right⟨U+202E⟩left"),
        ("\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}", "⟨U+2066⟩a⟨U+2069⟩⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩"),
        ("a\u{2028}b\u{2029}c\u{FEFF}", "a⟨U+2028⟩b⟨U+2029⟩c⟨U+FEFF⟩"),
        ("👨‍👩‍👧 合計 é", "👨‍👩‍👧 合計 é"),
    ])
    func text(data: String, shown: String) { #expect(Self.escaped(data) == shown) }

    /// A combining mark makes one Character with what is before it; the bytes are escaped still.
    @Test(arguments: [
        ("\"\u{301} onx=\"", "&quot;\u{301} onx=&quot;"), (">\u{338}<b>", "&gt;\u{338}&lt;b&gt;"),
        ("<\u{301}b>", "&lt;\u{301}b&gt;"),
    ])
    func combiningMarksHideNothing(data: String, shown: String) {
        #expect(Array(Self.escaped(data).utf8) == Array(shown.utf8))
    }

    @Test func bytesThatAreNoUTF8AreReplaced() {
        let data = String(decoding: [0x61, 0xFF, 0xC0, 0xBC, 0x62] as [UInt8], as: UTF8.self)
        #expect(Self.escaped(data) == "a\u{FFFD}\u{FFFD}\u{FFFD}b")
    }

    /// Whatever the data, a title stays one attribute.
    @Test(arguments: ["\" x=\"1", "a b", "a>b", "", "`x`", "=", "a/b", "plain"])
    func attributesHold(data: String) {
        var html = HTML()
        html.element("td", .title(data), .literal("class", "t"), text: "x")
        let page = String(decoding: html.bytes, as: UTF8.self)
        let value = Self.escaped(data)
        #expect(
            page == "<td title=\"\(value)\" class=t>x" || page == "<td title=\(value) class=t>x")
        #expect(data == "plain" || page.contains("title=\""))
    }

    @Test func filesAreStrict() {
        var html = HTML(isStrict: true)
        html.element("td", .literal("class", "t"), text: "x")
        html.mark("rect", [.length("x", 1.5)])
        #expect(
            String(decoding: html.bytes, as: UTF8.self) == "<td class=\"t\">x</td><rect x=\"1.5\"/>"
        )
    }
}
