// Sentences of the tables of words, with their numbers and names.
extension HTML {
    /// The sentence where the page stands.
    mutating func say(_ phrase: Phrase, _ gaps: KeyValuePairs<String, Gap> = [:]) {
        var isStrong = false
        for part in Sentence(words.template(phrase)).parts {
            switch part {
            case .text(let words): text(words)
            case .code(let words): code(words)
            case .gap(let name): fill(Words.gap(name, gaps))
            case .plural(let name, let one, let other):
                text(Words.gap(name, gaps).isOne(words) ? one : other)
            case .emphasis:
                if isStrong { close("strong") } else { open("strong") }
                isStrong.toggle()
            }
        }
    }

    /// The sentence as the content of an element.
    mutating func say(
        _ phrase: Phrase, _ gaps: KeyValuePairs<String, Gap> = [:], in name: StaticString,
        _ attributes: Attr...
    ) {
        open(name, attributes)
        say(phrase, gaps)
        close(name)
    }

    /// A paragraph in small type.
    mutating func note(_ phrase: Phrase, _ gaps: KeyValuePairs<String, Gap> = [:]) {
        say(phrase, gaps, in: "p", .literal("class", "note"))
    }

    /// The line instead of what there is none of.
    mutating func nothing(_ phrase: Phrase, _ gaps: KeyValuePairs<String, Gap> = [:]) {
        say(phrase, gaps, in: "p", .literal("class", "none"))
    }

    private mutating func fill(_ gap: Gap) {
        switch gap {
        case .cell(let cell, let figure): span(cell, figure)
        case .fact(let number, let figure, let path):
            element("span", .json(path), text: words.show(number, figure))
        case .derived(let number, let figure, let source):
            element("span", source, text: words.show(number, figure))
        case .name(let text): name(text)
        case .text(let text): self.text(text)
        case .code(let text): code(text)
        case .words(let phrase): say(phrase)
        case .link(let anchor, let phrase): say(phrase, in: "a", .link(anchor))
        case .counted(let phrase, let cell): say(phrase, ["n": .cell(cell, .count)])
        }
    }
}
