import Formats

/// The libFuzzer entry; its corpus is `Corpus/wrapper`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWrapper(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    for format in [Format.combined, .json] { Feed.read(bytes, as: format, joinsParts: true) }
    // Finding the format reads the same lines.
    _ = try? InputSample(bytes).detect(as: nil)
    return 0
}
