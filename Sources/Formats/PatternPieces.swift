/// The pieces of a pattern, neighbouring texts joined and runs of blanks made one.
struct PatternPieces {
    private(set) var pieces: [LogPattern.Piece] = []

    mutating func add(_ byte: UInt8) {
        let byte = byte == 0x09 ? 0x20 : byte
        guard case .text(var text) = pieces.last else {
            pieces.append(.text([byte]))
            return
        }
        if byte == 0x20, text.last == 0x20 { return }
        text.append(byte)
        pieces[pieces.count - 1] = .text(text)
    }

    /// Adds a field; a query right behind a path makes one URL with it.
    mutating func add(_ field: LogPattern.Field) {
        if case .field(var path) = pieces.last, path.isPath, Self.queries.contains(field.name) {
            path.field = .url
            pieces[pieces.count - 1] = .field(path)
        } else {
            pieces.append(.field(field))
        }
    }

    private static let queries: Set<String> = ["%q", "is_args", "args", "query_string"]

    /// Makes the field before the last text reach to the end of `field`, if both are parts of the time.
    mutating func extendTime(to field: LogPattern.Field) -> Bool {
        guard case .text(let text) = pieces.last, pieces.count > 1,
            case .field(var time) = pieces[pieces.count - 2], time.field == .time,
            time.name.hasPrefix("%{")
        else { return false }
        time.blanks += field.blanks + text.count { $0 == 0x20 }
        pieces.removeLast()
        pieces[pieces.count - 1] = .field(time)
        return true
    }
}
