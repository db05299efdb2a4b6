package import ByteIO
import Rows

/// Finds the values of plain lines without the decoder, which has shown how such lines look.
///
/// What it finds is what the decoder finds in the same line. A line that is not plain, or whose shape is
/// not known yet, is the decoder's; `learn` then takes its shape. One a worker.
package struct ShapeReader: ~Copyable, Sendable {
    private enum Kind: Sendable { case none, json, access, extended, pattern }

    /// Whether a line is a request, named by its method and status.
    package let isRequestLog: Bool
    /// Whether agents are logged as they are.
    package let hasPlainAgents: Bool
    package let dialect: ShapeDialect
    /// The values of the line read last.
    package private(set) var fields = PlainFields()

    private let kind: Kind
    private var json: JSONShapes
    private var extended = ExtendedShape()
    private var headers = 0
    private var pattern = PatternShape()
    /// Whether the line read last has a shape that the decoder should teach.
    private var isUnknown = false

    /// Whether there is a short way for `format` where nothing unusual is asked of the decoder.
    package static func canRead(_ format: Format) -> Bool { kind(of: format) != .none }

    private static func kind(of format: Format) -> Kind {
        switch format {
        case .segment, .json: .json
        case .combined, .common, .vcombined, .vcommon: .access
        case .w3c, .iis, .cloudfront: .extended
        case .server: .pattern
        default: .none
        }
    }

    /// Reads nothing of a format that `canRead` does not let through. `isHidden` says of a property's
    /// name whether its values are not to be written.
    package init(_ format: Format, isHidden: @escaping @Sendable (Span<UInt8>) -> Bool) {
        kind = Self.kind(of: format)
        hasPlainAgents = kind != .extended
        dialect = format == .segment ? .segment : format == .json ? .flat : .request
        isRequestLog = dialect == .request
        json = JSONShapes(isSegment: dialect == .segment, isHidden: isHidden)
    }

    /// Finds the fields of the line at `line` of a block, which has no line end; false where the decoder
    /// has to read it.
    package mutating func read(_ text: Span<UInt8>, _ line: Part) -> Bool {
        guard readFields(text, line), !fields.hasPlaceholder else { return false }
        // Ids that tell nobody are the decoder's to note.
        return !fields.hasPlaceholderID(.user, text)
            && (kind != .json
                || !fields.hasPlaceholderID(.visitor, text)
                    && !fields.hasPlaceholderID(.session, text))
    }

    @inline(__always)
    private mutating func readFields(_ text: Span<UInt8>, _ line: Part) -> Bool {
        fields.removeAll()
        isUnknown = false
        guard line.count > 6 else { return false }
        if kind == .json {
            guard text[line.start] == 0x7B,
                text.word(at: line.start) & 0xFF_FFFF_FFFF_FFFF != Self.docker
            else { return false }
            return json.read(text, line, &fields, isUnknown: &isUnknown)
        }
        let bytes = text.extracting(line)
        // No line with another wrapper is plain.
        guard !Wrapper.isPossible(bytes) || Wrapper(bytes, .quotes) == nil else { return false }
        switch kind {
        case .access: return AccessShape.read(text, line, &fields)
        case .extended: return extended.read(text, line, &fields)
        case .pattern: return pattern.read(text, line, &fields)
        case .none, .json: return false
        }
    }

    /// Takes what `decoder` knows of the lines' form by now.
    package mutating func follow(_ decoder: Decoder) {
        switch kind {
        case .extended where headers != decoder.extended.headers:
            headers = decoder.extended.headers
            extended = decoder.extended.shape
        case .pattern where headers == 0:
            headers = 1
            pattern = decoder.pattern.shape
        default: break
        }
    }

    /// Appends the agent of the line read last, as it was before it was logged.
    package func appendAgent(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        let agent = text.extracting(fields[.agent])
        var notes: EventNotes = []
        do throws(RowError) {
            try FieldText.append(
                agent, kind == .extended ? extended.agentForm : .plain, to: &bytes, notes: &notes)
        } catch {
            preconditionFailure("agents of plain lines have no escapes: \(error)")
        }
    }

    /// Forgets the line read last.
    package mutating func forgetLine() { isUnknown = false }

    /// `{"log":` may begin a container's wrapper around a line.
    private static var docker: UInt64 { 0x3A_2267_6F6C_227B }

    /// Whether `decoder` is to show how it reads the line that was refused last.
    package var wantsLesson: Bool { isUnknown && json.isEager }

    /// Learns the shape of the line at `line`, which `decoder` has read last.
    package mutating func learn(_ text: Span<UInt8>, _ line: Part, from decoder: Decoder) {
        guard let lesson = decoder.lesson else { return }
        json.learn(text, line, lesson, decoder.filler.properties)
    }

    /// Appends the properties of the line read last as a JSON object, nothing where there are none;
    /// false where they take more room than properties may.
    @_lifetime(row: copy row)
    package mutating func appendProperties(_ text: Span<UInt8>, to row: inout RowBuilder) -> Bool {
        json.appendProperties(text, to: &row)
    }
}

/// The families of records that have shapes.
package enum ShapeDialect: Sendable { case segment, flat, request }

extension DecodeOptions {
    /// Whether the user asked for nothing beyond the usual.
    package var isUsual: Bool {
        properties == .usual && query.isEmpty && mapping.sources.isEmpty && placeholderIDs.isEmpty
            && timeFormat == nil
    }
}
