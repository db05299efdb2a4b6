import Formats

/// The libFuzzer entry; its corpus is `Corpus/access`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzAccess(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    for format in [Format.combined, .traefikCLF, .haproxy, .alb, .elb, .s3] {
        Feed.read(bytes, as: format)
    }
    return 0
}
