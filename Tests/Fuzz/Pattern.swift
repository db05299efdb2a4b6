import Formats

/// The corpus is `Corpus/pattern`.
func fuzzPattern(_ bytes: [UInt8]) {
    // The first line is the format string.
    let name = bytes.prefix { $0 != 0x0A }
    guard let format = Format(rawValue: String(decoding: name, as: UTF8.self)) else { return }
    Feed.read(Array(bytes.dropFirst(name.count + 1)), as: format)
}
