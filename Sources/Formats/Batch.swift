import ByteIO
import Rows

/// The elements of `{"batch":[…],"sentAt":"…"}`, `{"records":[…]}`, `{…}{…}` or `{"records":[…]}{"records":[…]}`: each
/// is one record, and inherits `sentAt`.
struct Batch: Sendable {
    private(set) var source: [UInt8] = []
    /// What stands between the quotes of `sentAt`, as logged.
    private(set) var sentAt: [UInt8] = []
    private var elements: [Range<Int>] = []
    private var taken = 0
    /// Whether the elements inherit `sentAt`.
    private var isOfSegment = false

    var isEmpty: Bool { taken == elements.count }

    /// Takes the array that stands in `line` at `array`, which the scanner has been through already. `sentAt` nil:
    /// the elements need nothing of what is around them.
    mutating func fill(
        _ line: Span<UInt8>, array: Range<Int>, sentAt: Span<UInt8>? = nil
    ) throws(RowError) {
        removeAll()
        isOfSegment = sentAt != nil
        source.append(line)
        if let sentAt { self.sentAt.append(sentAt) }
        try add(line, array: array)
    }

    private mutating func add(_ line: Span<UInt8>, array: Range<Int>) throws(RowError) {
        var scanner = JSONScanner(at: array.lowerBound + 1)
        while scanner.peek(line) != 0x5D {
            let start = scanner.at
            try scanner.skip(line, depth: 1)
            elements.append(start..<scanner.at)
            guard scanner.peek(line) == 0x2C else { break }
            scanner.at += 1
            _ = scanner.peek(line)
        }
    }

    /// Takes the objects that stand in `line` one behind another, `{…}{…}`, and of those that hold records these.
    mutating func fill(objects line: Span<UInt8>) throws(RowError) {
        removeAll()
        isOfSegment = false
        source.append(line)
        var scanner = JSONScanner()
        while scanner.peek(line) != 0 {
            let start = scanner.at
            guard line[start] == 0x7B else { throw scanner.failure(line) }
            try scanner.skip(line, depth: 1)
            if let array = Wrapper.records(line.extracting(start..<scanner.at)) {
                try add(line, array: array.lowerBound + start..<array.upperBound + start)
            } else {
                elements.append(start..<scanner.at)
            }
        }
        guard scanner.at == line.count else { throw scanner.failure(line) }
    }

    /// Takes the records of the object in `line`, or its objects, where there are several; false, and nothing, for
    /// any other line.
    mutating func fill(recordsOf line: Span<UInt8>) throws(RowError) -> Bool {
        if let array = Wrapper.records(line) {
            try fill(line, array: array)
            return true
        }
        guard Self.hasObjects(line) else { return false }
        try fill(objects: line)
        return true
    }

    /// Whether another object follows the first one of `line`.
    static func hasObjects(_ line: Span<UInt8>) -> Bool {
        var scanner = JSONScanner()
        guard scanner.peek(line) == 0x7B else { return false }
        do throws(RowError) {
            try scanner.skip(line, depth: 1)
            return scanner.peek(line) == 0x7B
        } catch {
            // No JSON.
            return false
        }
    }

    mutating func removeAll() {
        source.removeAll(keepingCapacity: true)
        sentAt.removeAll(keepingCapacity: true)
        elements.removeAll(keepingCapacity: true)
        taken = 0
    }

    /// Where the next element lies in `source`.
    mutating func next() -> Range<Int> {
        defer { taken += 1 }
        return elements[taken]
    }

    /// A batch of that element alone, for a reject to keep.
    func alone(_ element: Range<Int>) -> [UInt8] {
        guard isOfSegment else { return Array(source[element]) }
        var text: [UInt8] = []
        text.append("{\"batch\":[")
        text += source[element]
        text.append("]")
        if !sentAt.isEmpty {
            text.append(",\"sentAt\":\"")
            text += sentAt
            text.append("\"")
        }
        text.append("}")
        return text
    }
}
