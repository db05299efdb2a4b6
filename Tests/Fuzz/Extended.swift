import Formats

/// The corpus is `Corpus/extended`.
func fuzzExtended(_ bytes: [UInt8]) {
    for format in [Format.w3c, .iis, .cloudfront] { Feed.read(bytes, as: format) }
}
