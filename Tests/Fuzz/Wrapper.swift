import Formats

/// The corpus is `Corpus/wrapper`.
func fuzzWrapper(_ bytes: [UInt8]) {
    for format in [Format.combined, .json] { Feed.read(bytes, as: format, joinsParts: true) }
    // Finding the format reads the same lines.
    _ = try? InputSample(bytes).detect(as: nil)
}
