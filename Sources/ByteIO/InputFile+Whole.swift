extension InputFile {
    /// All bytes of a file; nil where there are more than `limit`.
    public static func bytes(
        ofFile path: String, limit: Int = .max
    ) throws(IOFailure) -> [UInt8]? {
        var input = try InputFile(path: path)
        return try input.bytes(limit: limit)
    }

    /// All bytes that are left; nil where there are more than `limit`.
    public mutating func bytes(limit: Int = .max) throws(IOFailure) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        var count = 0
        while true {
            let more = try read(into: &bytes, at: count)
            if more == 0 { break }
            count += more
            guard count <= limit else { return nil }
            if count == bytes.count {
                bytes.append(contentsOf: repeatElement(0, count: bytes.count))
            }
        }
        bytes.removeSubrange(count...)
        return bytes
    }
}
