import Formats

/// The corpus is `Corpus/shapes`: lines of one program differ in their values.
func fuzzShapes(_ bytes: [UInt8]) {
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
}
