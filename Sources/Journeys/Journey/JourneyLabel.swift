import StageSupport

/// What people read in the place of a name of the journey file; the tables keep the name.
struct JourneyLabel {
    /// What has the name.
    enum Subject: String {
        case touchpoint, step, funnel, stage, breakdown, segment
    }

    /// One text for every language, or one for each.
    struct Text {
        /// The languages that a text can be given for.
        static let languages = ["en", "fi"]
        /// In the place of a language: all of them.
        static let anyLanguage = "*"

        let texts: [(language: String, text: String)]
    }

    let subject: Subject
    let name: String
    /// Of a step: its funnel, and which one it is, from 1.
    var funnel: String?
    var step: Int?
    /// Of a segment: the column or property that it is a value of.
    var breakdown: String?
    let text: Text

    /// As the manifest tells it.
    var json: String {
        var members = [
            ("of", JSONValue.quoted(subject.rawValue)), ("name", JSONValue.quoted(name)),
        ]
        if let funnel { members.append(("funnel", JSONValue.quoted(funnel))) }
        if let step { members.append(("step", "\(step)")) }
        if let breakdown { members.append(("breakdown", JSONValue.quoted(breakdown))) }
        members.append(
            ("text", JSONValue.object(text.texts.map { ($0.language, JSONValue.quoted($0.text)) })))
        return JSONValue.object(members)
    }
}
