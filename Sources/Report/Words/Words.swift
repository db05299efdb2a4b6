/// What the page is written in: sentences, numbers and names of one language.
struct Words: Equatable {
    enum Language: String, CaseIterable {
        case en, fi
    }

    var language = Language.en
    /// Names that are given in another language alone, by text.
    var foreign: [String: Language] = [:]

    /// The sentence with its gaps, as the language's table has it.
    func template(_ phrase: Phrase) -> String {
        switch language {
        case .en: phrase.english.description
        case .fi: phrase.finnish.description
        }
    }

    /// The sentence as plain text.
    func text(_ phrase: Phrase, _ gaps: KeyValuePairs<String, Gap> = [:]) -> String {
        var text = ""
        for part in Sentence(template(phrase)).parts {
            switch part {
            case .text(let words), .code(let words): text += words
            case .emphasis: break
            case .gap(let name): text += plain(Self.gap(name, gaps))
            case .plural(let name, let one, let other):
                text += Self.gap(name, gaps).isOne(self) ? one : other
            }
        }
        return text
    }

    /// The gap that a template names; a table that names another is a bug that its test finds.
    static func gap(_ name: String, _ gaps: KeyValuePairs<String, Gap>) -> Gap {
        guard let gap = gaps.first(where: { $0.key == name })?.value else {
            preconditionFailure("a sentence has no gap '\(name)'")
        }
        return gap
    }

    private func plain(_ gap: Gap) -> String {
        switch gap {
        case .cell(let cell, let figure): show(cell.number, figure)
        case .fact(let number, let figure, _): show(number, figure)
        case .derived(let number, let figure, _): show(number, figure)
        case .name(let text), .text(let text), .code(let text): text
        case .words(let phrase), .link(_, let phrase): self.text(phrase)
        case .counted(let phrase, let cell): self.text(phrase, ["n": .cell(cell, .count)])
        }
    }
}

/// What stands in a gap of a sentence.
enum Gap {
    /// A number of a table.
    case cell(Cell, Figure)
    /// A number of the manifest or a summary, at this path.
    case fact(Double, Figure, StaticString)
    /// A number that the page computes; the attribute tells of what.
    case derived(Double, Figure, Attr)
    /// A name of the log or the journey file: data.
    case name(String)
    /// Text of our own: a date, a threshold.
    case text(String)
    case code(String)
    case words(Phrase)
    case link(Anchor, Phrase)
    /// `12 customers`: a phrase with the gap `n`.
    case counted(Phrase, Cell)

    /// Whether the number shows as 1, so that words beside it are singular.
    func isOne(_ words: Words) -> Bool {
        switch self {
        case .cell(let cell, let figure): words.show(cell.number, figure) == "1"
        case .fact(let number, let figure, _), .derived(let number, let figure, _):
            words.show(number, figure) == "1"
        case .counted(_, let cell): cell.number == 1
        case .name, .text, .code, .words, .link: false
        }
    }
}

/// A sentence of a table of words, `*Left:* {n} of {all} {all|customer|customers}`: `{n}` is a gap,
/// `{all|one|other}` a word that the gap's number settles, `*…*` the part that is read first; what programs
/// read stands between backticks.
struct Sentence {
    enum Part: Equatable {
        case text(String)
        case code(String)
        case gap(String)
        case plural(String, one: String, other: String)
        /// Begins or ends here.
        case emphasis
    }

    let parts: [Part]

    init(_ template: String) {
        var parts: [Part] = []
        var text: [UInt8] = []
        var isCode = false
        func end() {
            let words = String(decoding: text, as: UTF8.self)
            if !words.isEmpty { parts.append(isCode ? .code(words) : .text(words)) }
            text.removeAll()
        }
        for byte in template.utf8 {
            switch byte {
            case 0x7B, 0x2A: end()
            case 0x60:
                end()
                isCode.toggle()
            case 0x7D:
                parts.append(Self.gap(text))
                text.removeAll()
            default: text.append(byte)
            }
            if byte == 0x2A { parts.append(.emphasis) }
        }
        end()
        self.parts = parts
    }

    private static func gap(_ inner: [UInt8]) -> Part {
        let words = inner.split(separator: 0x7C, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        return words.count == 3
            ? .plural(words[0], one: words[1], other: words[2]) : .gap(words[0])
    }

    /// The names of its gaps.
    var gaps: Set<String> {
        Set(
            parts.compactMap { part in
                switch part {
                case .gap(let name), .plural(let name, _, _): name
                case .text, .code, .emphasis: nil
                }
            })
    }
}
