import ArgumentParser
import ByteIO
import Formats
import StageSupport
import Touchpoints

/// `ingest explain FILE:LINE`: what becomes of a line, and why.
struct Explain: Stage {
    static let program = "ingest explain"
    static let configuration = CommandConfiguration(
        commandName: "ingest explain", abstract: "Says what becomes of one line, and why.",
        discussion: "Example: ingest explain access.log.gz:1042")

    @OptionGroup var ruling: RuleOptions

    @Argument(help: "A log file, a colon and the number of a line.")
    var place: String

    func validate() throws {
        guard Self.parts(of: place) != nil else {
            throw ValidationError("'\(place)' is not FILE:LINE")
        }
    }

    func work() throws {
        guard let (file, line) = Self.parts(of: place) else { return }
        let path = try Inputs(named: [file]).paths.first ?? file
        let walk = try LogWalk(path, format: ruling.named, rules: try ruling.rules())
        var lines: [String] = []
        var copied: Deduplicator.Key?
        var before: [String] = []
        let count = try walk.walk(fieldsOf: line) { step, record, draft in
            guard step.line <= line else { return false }
            // Several events of one line are all told; a line inside a record tells the record.
            if step.line < line { before = [] }
            let told = LineReport(step: step, format: walk.found.format.rawValue).lines(
                record, draft)
            if step.line == line { lines += told } else { before += told }
            if step.line == line, step.outcome == .duplicate { copied = step.key }
            return true
        }
        if lines.isEmpty { lines = before }
        guard !lines.isEmpty, line <= count else {
            throw Failure(.damagedInput, "\(path) has no line \(line)")
        }
        if let copied, let first = try Self.first(of: copied, walk) {
            lines.append("first copy: line \(first)")
        }
        try Check.say(lines)
    }

    private static func parts(of place: String) -> (file: String, line: Int)? {
        guard let colon = place.lastIndex(of: ":"), colon > place.startIndex,
            let line = Int(place[place.index(after: colon)...]), line > 0
        else { return nil }
        return (String(place[..<colon]), line)
    }

    /// The line of the first event with the key.
    private static func first(of key: Deduplicator.Key, _ walk: LogWalk) throws -> Int? {
        var found: Int?
        try walk.walk { step, _, _ in
            if let other = step.key, other.digest == key.digest { found = step.line }
            return found == nil
        }
        return found
    }
}

/// What `ingest explain` prints of one record.
private struct LineReport {
    let step: LogWalk.Step
    let format: String

    func lines(_ record: Span<UInt8>, _ draft: borrowing EventDraft) -> [String] {
        var lines = [
            "line \(step.line), read as \(format): \(PersonalData.hidden(record))", verdict,
        ]
        lines += step.fields.map(Self.field)
        if case .rejected = step.outcome { return lines }
        guard step.outcome != .blank else { return lines }
        if let time = draft.time { lines.append("time = \(time.text) ← \(Self.zone(draft))") }
        for column in EventColumn.allCases where column != .time && !draft.isEmpty(column) {
            let value = PersonalData.hidden(draft[column])
            lines.append("\(column.name) = \(value) ← \(origin(of: column, draft))")
        }
        if draft.notes != [] {
            lines.append("notes: " + draft.notes.names.joined(separator: ", "))
        }
        return lines
    }

    /// `field request, bytes 45 to 73: GET / HTTP/2.0`; bytes count from 1, as columns of messages do.
    private static func field(_ field: FoundField) -> String {
        let place = field.place.map { ", bytes \($0.lowerBound + 1) to \($0.upperBound)" } ?? ""
        return "field \(field.name)\(place): \(PersonalData.hidden(field.text.span))"
    }

    private var verdict: String {
        switch step.outcome {
        case .blank: "class: blank (white space, comment, directive or header)"
        case .rejected(let error): "class: rejected (\(error.code.rawValue): \(error.detail))"
        case .duplicate: "class: duplicates (--dedupe)"
        case .line(.bot(let evidence)): "class: bots (\(evidence.text); --bots)"
        case .line(.filtered(.time)): "class: filtered (outside --since and --until)"
        case .line(.filtered(.asset)): "class: filtered (static file; --static)"
        case .line(.filtered(.person)): "class: filtered (no bot; --bots only)"
        case .line(.event): "class: events"
        }
    }

    private static func zone(_ draft: borrowing EventDraft) -> String {
        draft.isZoned ? "the log's time and offset" : "the log's time in the assumed zone"
    }

    private func origin(of column: EventColumn, _ draft: borrowing EventDraft) -> String {
        let isRequest = draft.requestKind != .none
        switch column {
        case .event: return isRequest ? "method and status of the request" : "the event's name"
        case .page, .site: return isRequest ? "request URL or host" : "the event's page"
        case .referrer: return "host of the referrer"
        case .channel: return "campaign, click id and referrer, or as logged"
        case .device: return "agent, or as logged"
        case .visitor:
            if draft.notes.contains(.sessionAsVisitor) { return "session id" }
            return draft.isEmpty(.address)
                ? "id of the log" : "id of the log, or hash of address and agent"
        case .eventID: return "id of the log, or hash of the line"
        default: return "the log"
        }
    }
}
