import ByteIO
import Rows

/// Takes the wrappers off a line.
struct WrapperPeeler: Sendable {
    /// What was inside; empty where the line has no wrapper.
    private(set) var inside: [UInt8] = []
    private var spare: [UInt8] = []
    /// The innermost wrapper's time.
    private(set) var time: LoggedTime?

    /// Whether `line` had a wrapper; then `inside` is its inside. Line ends in it are gone.
    mutating func peel(
        _ line: Span<UInt8>, _ allowed: Wrapper.Allowed, notes: inout EventNotes
    ) throws(RowError) -> Bool {
        guard let first = Wrapper(line, allowed) else { return false }
        time = nil
        try take(first, from: line, notes: &notes)
        for _ in 1..<Wrapper.maximumDepth {
            swap(&inside, &spare)
            guard let next = Wrapper(spare.span, allowed) else {
                swap(&inside, &spare)
                break
            }
            let outer = spare
            try take(next, from: outer.span, notes: &notes)
        }
        return true
    }

    private mutating func take(
        _ wrapper: Wrapper, from line: Span<UInt8>, notes: inout EventNotes
    ) throws(RowError) {
        if let found = wrapper.time { time = found }
        inside.removeAll(keepingCapacity: true)
        if wrapper.isJSON {
            try JSONText.appendPlain(line.extracting(wrapper.inside), to: &inside, notes: &notes)
            while let last = inside.last, last == 0x0A || last == 0x0D { inside.removeLast() }
        } else {
            inside.append(line.extracting(wrapper.inside))
        }
    }

    /// Hands the buffer out, so that it can be read while its owner changes, and takes it back.
    mutating func lend() -> [UInt8] {
        defer { inside = [] }
        return inside
    }

    mutating func takeBack(_ buffer: [UInt8]) { inside = buffer }

    /// Starts with parts of a line, to be joined.
    mutating func beginParts() {
        inside.removeAll(keepingCapacity: true)
        time = nil
    }

    mutating func addPart(_ wrapper: Wrapper, of line: Span<UInt8>) {
        if time == nil { time = wrapper.time }
        inside.append(line.extracting(wrapper.inside))
    }
}
