import ByteIO
import StageSupport
package import Rows

/// A journey file guessed from events: touchpoints by frequency, stages and a funnel by name.
package struct JourneyDraft {
    private let zone: String
    private var events: [String: Int] = [:]
    private var pages = PageTree()
    /// Pages that a form was sent to, which answered with another page: a step of its own.
    private var forms = PageTree()
    private var errors = 0

    package init(zone: String) { self.zone = zone }

    /// Counts one event.
    package mutating func observe(_ draft: borrowing EventDraft) {
        let status = draft[.status]
        if status.count == 3, status[0] >= 0x34 {
            errors += 1
            return
        }
        let name = draft[.event]
        if name.equals("page_view") {
            pages.add(draft[.page])
        } else if name.equals("redirect") {
            // 301, 307 and 308 send the form elsewhere, to be sent again.
            if draft[.props].contains("\"method\":\"POST\""),
                status.equals("302") || status.equals("303")
            {
                forms.add(draft[.page])
            }
        } else if draft.requestKind == .none, events.count < 10_000 || events[name.text] != nil {
            events[name.text, default: 0] += 1
        }
    }

    /// The file.
    package var lines: [String] {
        let found = touchpoints
        let funnel = DraftFunnel(found)
        let shown = funnel.shown(of: found)
        var lines = [
            "# Drafted from a log. Names, stages and the funnel are guesses: change them.",
            "version = 1", "timezone = \(JSONValue.quoted(zone))", "",
        ]
        if errors > 0 {
            lines += [
                "# \(errors) events", "[[touchpoint]]", "name = \"error_page\"", "kind = \"error\"",
                "match = [{ page = \"/**\", status = \">= 400\" }]", "",
            ]
        }
        for touchpoint in shown {
            lines += touchpoint.lines(isConversion: funnel.isConversion(touchpoint))
        }
        return lines + funnel.lines + Self.hints
    }

    /// All that there are, each with a name of its own, the most frequent first.
    private var touchpoints: [DraftTouchpoint] {
        var found = events.map { DraftTouchpoint(event: $0.key, count: $0.value) }
        found += pages.templates().map { DraftTouchpoint(page: $0.template, count: $0.count) }
        found += forms.templates().map { DraftTouchpoint(form: $0.template, count: $0.count) }
        found.sort { ($1.count, $0.name, $0.pattern) < ($0.count, $1.name, $1.pattern) }
        var names: Set<String> = ["error_page"]
        for index in found.indices {
            let name = found[index].name
            var number = 2
            while !names.insert(found[index].name).inserted {
                found[index].name = "\(name)_\(number)"
                number += 1
            }
        }
        return found
    }

    private static let hints = [
        "# breakdown = [\"device\", \"channel\"]", "# trend = \"day\"", "",
        "# [friction]", "# support_within = \"24h\"", "# slow_ms = 3000",
    ]
}

/// A touchpoint of a draft: an event, or pages, or pages that forms were sent to.
struct DraftTouchpoint {
    enum Source: Int { case event, page, form }

    var name: String
    let source: Source
    /// The event's name or the template of the pages.
    let pattern: String
    let count: Int
    let role: JourneyRole

    init(event: String, count: Int) {
        (name, source, pattern, self.count) = (event, .event, event, count)
        role = JourneyRole(event: event)
    }

    init(page: String, count: Int) {
        (name, source, pattern, self.count) = (Self.name(of: page), .page, page, count)
        role = JourneyRole(page: page)
    }

    init(form: String, count: Int) {
        (name, source, pattern, self.count) = (Self.name(of: form) + "_sent", .form, form, count)
        role = JourneyRole(page: form)
    }

    /// `/product/*` is `product`.
    private static func name(of template: String) -> String {
        let letters = template.unicodeScalars.map {
            $0.properties.isAlphabetic || $0.properties.numericType != nil ? Character($0) : "_"
        }
        let name = String(letters).lowercased().split(separator: "_").joined(separator: "_")
        return name.isEmpty ? (template == "/" ? "home" : "page") : String(name.prefix(60))
    }

    /// What says more stands first, for the first rule that matches names a row: what is written out to its first `*`,
    /// then what has fewer of these, then what is longer.
    func isBefore(_ other: DraftTouchpoint) -> Bool {
        if fixedLength != other.fixedLength { return fixedLength > other.fixedLength }
        if source == .event || fixedLength == .max { return false }
        if pattern.contains("**") != other.pattern.contains("**") { return !pattern.contains("**") }
        let (stars, others) = (pattern.count { $0 == "*" }, other.pattern.count { $0 == "*" })
        return stars != others ? stars < others : pattern.count > other.pattern.count
    }

    private var fixedLength: Int {
        guard source != .event, let star = pattern.firstIndex(of: "*") else { return .max }
        return star.utf16Offset(in: pattern)
    }

    private var match: String {
        let quoted = JSONValue.quoted(pattern)
        return switch source {
        case .event: "event = \(quoted)"
        case .page: "event = \"page_view\", page = \(quoted)"
        case .form: "event = \"redirect\", page = \(quoted), props.method = \"POST\""
        }
    }

    func lines(isConversion: Bool) -> [String] {
        var lines = ["# \(count) events", "[[touchpoint]]", "name = \(JSONValue.quoted(name))"]
        if let stage = role.stage { lines.append("stage = \"\(stage)\"") }
        if isConversion {
            lines.append("kind = \"conversion\"")
        } else if role == .error {
            lines.append("kind = \"error\"")
        } else if role == .automatic {
            lines.append("kind = \"automatic\"")
        }
        return lines + ["match = [{ \(match) }]", ""]
    }
}
