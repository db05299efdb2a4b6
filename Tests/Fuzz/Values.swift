import Formats
import Rows

/// The corpus is `Corpus/values`: lines of a time, an address, a target, a referrer and
/// an agent stand in lines of logs, which are read by the short way and the long one.
func fuzzValues(_ bytes: [UInt8]) {
    let values = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    checkTime(values[0])
    guard values.count >= 5 else { return }
    let clf = Array("20/Nov/2026:10:00:00 +0000".utf8)
    let combined =
        values[1] + Array(" - - [".utf8) + clf + Array("] \"GET ".utf8) + values[2]
        + Array(" HTTP/1.1\" 200 5 \"".utf8) + values[3] + Array("\" \"".utf8) + values[4]
        + Array("\"\n".utf8)
    let json =
        Array(#"{"type":"page","timestamp":""#.utf8) + values[0]
        + Array(#"","anonymousId":"a","#.utf8)
        + Array(#""context":{"ip":""#.utf8) + values[1] + Array(#"","userAgent":""#.utf8)
        + values[4]
        + Array(#"","page":{"url":""#.utf8) + values[2] + Array(#"","referrer":""#.utf8) + values[3]
        + Array("\"}}}\n".utf8)
    for (line, format) in [(combined, Format.combined), (json, .segment), (json, .json)] {
        // Three times: what the first line teaches counts for the others.
        let difference = BothWays.difference(in: line + line + line, format, size: 1 << 20)
        precondition(difference == nil, "\(format.rawValue): \(difference ?? "")")
    }
}

/// A time is written as the same moment, in a form that is read back.
private func checkTime(_ text: [UInt8]) {
    guard let time = LoggedTime(text.span)?.time else { return }
    let row = Array(time.text.utf8)
    // Offsets lead out of the years that rows hold.
    guard row.count == Timestamp.rowLength, row[0] >= 0x30, row[0] <= 0x39 else { return }
    precondition(Timestamp(row: row.span) == time, "\(time.text) is not read back")
    precondition(LoggedTime(iso: row.span)?.time == time, "\(time.text) is another time as ISO")
}
