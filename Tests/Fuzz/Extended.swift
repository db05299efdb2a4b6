import Formats

/// The libFuzzer entry; its corpus is `Corpus/extended`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExtended(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    for format in [Format.w3c, .iis, .cloudfront] { Feed.read(bytes, as: format) }
    return 0
}
