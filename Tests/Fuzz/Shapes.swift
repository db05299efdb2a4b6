import Formats

/// The libFuzzer entry; its corpus is `Corpus/shapes`: lines of one program differ in their values.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzShapes(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let nginx = "nginx:$remote_addr - $remote_user [$time_local] \"$request\" $status $request_time"
    guard let pattern = try? Format(named: nginx) else { preconditionFailure("no such format") }
    // Twice: what the first lines teach counts for the later ones.
    let formats = [
        Format.segment, .json, .combined, .vcommon, .w3c, .iis, .cloudfront, .ga4, .cloudevents,
        pattern,
    ]
    for format in formats {
        for size in [1 << 20, 7] {
            let difference = BothWays.difference(in: bytes + [0x0A] + bytes, format, size: size)
            precondition(difference == nil, "\(format.rawValue): \(difference ?? "")")
        }
    }
    return 0
}
