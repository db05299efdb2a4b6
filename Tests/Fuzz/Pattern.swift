import Formats

/// The libFuzzer entry; its corpus is `Corpus/pattern`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPattern(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    // The first line is the format string.
    let name = bytes.prefix { $0 != 0x0A }
    guard let format = Format(rawValue: String(decoding: name, as: UTF8.self)) else { return 0 }
    Feed.read(Array(bytes.dropFirst(name.count + 1)), as: format)
    return 0
}
