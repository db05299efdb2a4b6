import ByteIO
import Formats
package import Rows
import StageSupport

/// What `ingest explain` prints of one record.
package struct LineReport {
    let step: LogWalk.Step
    let format: String

    package init(step: LogWalk.Step, format: String) {
        self.step = step
        self.format = format
    }

    package func lines(_ record: Span<UInt8>, _ draft: borrowing EventDraft) -> [String] {
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
        let bytes = field.range.map { ", bytes \($0.lowerBound + 1) to \($0.upperBound)" } ?? ""
        return "field \(field.name)\(bytes): \(PersonalData.hidden(field.text.span))"
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
