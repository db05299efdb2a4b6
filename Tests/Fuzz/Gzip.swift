import ByteIO

/// The corpus is `Corpus/gzip`: a file in one piece and in small ones gives the same
/// bytes and, where it is damaged, the same words. A file that is no gzip gives itself.
func fuzzGzip(_ bytes: [UInt8]) {
    let path = FuzzFile.write(bytes)
    let whole = content(path, chunk: 1 << 17, room: 1 << 16)
    for (chunk, room) in [(2, 1 << 12), (7, 3), (64, 1)] {
        let pieces = content(path, chunk: chunk, room: room)
        precondition(whole.bytes == pieces.bytes, "pieces of \(chunk) change the bytes")
        precondition(whole.failure == pieces.failure, "\(whole.failure) and \(pieces.failure)")
    }
    if !bytes.starts(with: [0x1F, 0x8B]) {
        precondition(whole.bytes == bytes && whole.failure.isEmpty, "plain bytes are changed")
    }
}

private func content(_ path: String, chunk: Int, room: Int) -> (bytes: [UInt8], failure: String) {
    var all: [UInt8] = []
    do {
        var input = try InputFile(releasing: path, chunkSize: chunk)
        var buffer = [UInt8](repeating: 0, count: room)
        while true {
            let count = try input.read(into: &buffer, at: 0)
            if count == 0 { break }
            all += buffer[..<count]
            // A small file may inflate to a large one.
            if all.count > 1 << 20 { break }
        }
    } catch {
        return (all, "\(error)")
    }
    return all.count > 1 << 20 ? (Array(all[..<(1 << 20)]), "") : (all, "")
}
