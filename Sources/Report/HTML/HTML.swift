import ByteIO

/// A page in the making. Data can come in by `text` and by the attributes that hold text; names of
/// elements are words of this program.
struct HTML {
    private(set) var bytes: [UInt8] = []
    /// Whether every attribute is quoted and every element ended, as XML asks; a page is shorter.
    let isStrict: Bool
    /// What it is written in.
    let words: Words
    /// Whether the page's script is to find what it needs.
    let isInteractive: Bool
    /// How many wide regions there are, so that each has a name of its own.
    private(set) var regionCount = 0

    init(_ words: Words = Words(), isStrict: Bool = false, isInteractive: Bool = false) {
        self.words = words
        self.isStrict = isStrict
        self.isInteractive = isInteractive
    }

    /// An element with an end tag.
    mutating func element(
        _ name: StaticString, _ attributes: Attr..., content: (inout HTML) -> Void = { _ in }
    ) {
        begin(name, attributes)
        bytes.append(0x3E)
        content(&self)
        end(name)
    }

    /// An element of HTML that has no end tag.
    mutating func void(_ name: StaticString, _ attributes: Attr...) {
        begin(name, attributes)
        bytes.append(0x3E)
    }

    /// An element of a drawing without content.
    mutating func mark(_ name: StaticString, _ attributes: [Attr]) {
        begin(name, attributes)
        // Without the blank the slash would belong to an attribute that has no quotes.
        bytes.append(contentsOf: isStrict ? [0x2F, 0x3E] : [0x20, 0x2F, 0x3E])
    }

    /// An element that holds text alone.
    mutating func element(_ name: StaticString, _ attributes: Attr..., text: String) {
        begin(name, attributes)
        bytes.append(0x3E)
        self.text(text)
        end(name)
    }

    mutating func text(_ text: String) { Escape.append(text, to: &bytes) }

    /// A name from the log, kept apart from the direction of the words round it.
    mutating func name(_ text: String) {
        guard !text.isEmpty else { return say(.none, in: "bdi") }
        guard let language = words.foreign[text] else { return element("bdi", text: text) }
        element("bdi", .language(language), text: text)
    }

    /// What programs read: commands, keys and files are English in every language.
    mutating func code(_ text: String) {
        guard words.language != .en else { return element("code", text: text) }
        element("code", .language(.en), text: text)
    }

    /// The beginning of a file, in our own words.
    mutating func preamble(_ words: StaticString) { bytes.append(words) }

    /// Rules of style, in our own words.
    mutating func style(_ sheet: [UInt8]) {
        bytes.append("<style>")
        bytes += sheet
        bytes.append("</style>")
    }

    /// The page's script, in our own words.
    mutating func script(_ text: [UInt8]) {
        bytes.append("<script>")
        bytes += text
        bytes.append("</script>")
        lineBreak()
    }

    mutating func lineBreak() { bytes.append(0x0A) }

    mutating func nextRegion() -> Int {
        regionCount += 1
        return regionCount
    }

    /// The start tag of an element that `close` ends.
    mutating func open(_ name: StaticString, _ attributes: [Attr] = []) {
        begin(name, attributes)
        bytes.append(0x3E)
    }

    mutating func close(_ name: StaticString) { end(name) }

    private mutating func begin(_ name: StaticString, _ attributes: [Attr]) {
        bytes.append(0x3C)
        bytes.append(name)
        for attribute in attributes { attribute.append(to: &bytes, isStrict: isStrict) }
    }

    /// HTML ends cells and rows by itself.
    private static let selfEnding = ["td", "th", "tr", "thead", "tbody", "li", "dt", "dd"]

    private mutating func end(_ name: StaticString) {
        if !isStrict, name.utf8CodeUnitCount < 6, Self.selfEnding.contains(name.description) {
            return
        }
        bytes.append(contentsOf: [0x3C, 0x2F])
        bytes.append(name)
        bytes.append(0x3E)
    }
}
