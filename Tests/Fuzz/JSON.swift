import Formats

/// The corpus is `Corpus/json`.
func fuzzJSON(_ bytes: [UInt8]) {
    for format in [Format.segment, .json, .caddy, .traefik, .ga4, .cloudevents] {
        Feed.read(bytes, as: format)
    }
}
