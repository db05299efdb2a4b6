import Formats

/// The libFuzzer entry; its corpus is `Corpus/delimited`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDelimited(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    for format in [Format.csv, .tsv, .snowplow] { Feed.read(bytes, as: format) }
    return 0
}
