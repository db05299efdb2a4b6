import Formats

/// The columns of a data feed, which lie in a file of their own.
private let feed: Decoder = {
    var options = DecodeOptions()
    let names = [
        "hit_time_gmt", "visid_high", "visid_low", "post_event_list", "post_product_list", "evar1",
    ]
    options.header = Array(names.joined(separator: "\t").utf8)
    options.properties = .all
    return Decoder(.tsv, options: options)
}()

/// The corpus is `Corpus/delimited`.
func fuzzDelimited(_ bytes: [UInt8]) {
    for format in [Format.csv, .tsv, .snowplow] { Feed.read(bytes, as: format) }
    Feed.read(bytes, by: feed)
}
