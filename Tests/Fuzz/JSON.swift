import Formats

/// The libFuzzer entry; its corpus is `Corpus/json`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    for format in [Format.segment, .json, .caddy, .traefik, .ga4, .cloudevents] {
        Feed.read(bytes, as: format)
    }
    return 0
}
