import ByteIO

/// A value that a decoder found in a record, before it becomes a column; for people.
public struct FoundField: Equatable, Sendable {
    /// What the value is for: `request`, `click_id`.
    public let name: String
    /// As it is written in the record.
    public let text: [UInt8]
    /// Its bytes in the record, from 0; nil where it stood in a wrapper or a batch.
    public let range: Range<Int>?
}

/// What the ranges of a record's fields count from.
enum FieldSource: Sendable {
    /// A byte of the block.
    case block(Int)
    /// The first byte inside the wrapper.
    case wrapper
    /// A byte of the batch.
    case batch(Int)
}

extension Decoder {
    /// The fields of the record that `next` read last from `block`, in their order; those up to its fault
    /// where it was rejected.
    public func foundFields(_ block: Span<UInt8>, _ cursor: RecordCursor) -> [FoundField] {
        EventField.allCases
            .filter { filler.fields.has($0) && filler.fields[$0].form != .own }
            .map { (field: $0, range: filler.fields[$0].range) }
            .sorted {
                ($0.range.lowerBound, $0.range.upperBound)
                    < ($1.range.lowerBound, $1.range.upperBound)
            }
            .map { found($0.field, $0.range, block, cursor) }
    }

    private func found(
        _ field: EventField, _ range: Range<Int>, _ block: Span<UInt8>, _ cursor: RecordCursor
    ) -> FoundField {
        let text: [UInt8]
        var bytes: Range<Int>?
        switch source {
        case .block(let base):
            let start = base + range.lowerBound
            text = block.extracting(start..<start + range.count).copied()
            bytes =
                start - cursor.record.lowerBound..<start + range.count - cursor.record.lowerBound
        case .wrapper: text = Array(peeler.inside[range])
        case .batch(let base):
            text = Array(batch.source[base + range.lowerBound..<base + range.upperBound])
        }
        return FoundField(name: field.snakeCase, text: text, range: bytes)
    }
}

extension EventField {
    /// `click_id` for `clickID`, by raw value.
    private static let names = allCases.map { field in
        var name = ""
        var wasUppercase = false
        for letter in "\(field)" {
            if letter.isUppercase, !wasUppercase { name.append("_") }
            wasUppercase = letter.isUppercase
            name += letter.lowercased()
        }
        return name
    }

    fileprivate var snakeCase: String { Self.names[rawValue] }
}
