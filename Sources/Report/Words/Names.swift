import StatsFolder

/// What people read in the place of names: the labels of the journey file; else our own words for what
/// this program names, and plain words for the others. User names are never inflected.
struct Names {
    private struct Key: Hashable {
        let subject: String
        let name: String
        var within = ""
        var step = 0
    }

    private(set) var words: Words
    /// A name in several places has the label that comes first.
    private var labels: [Key: String] = [:]
    /// Touchpoints by kind.
    private var kinds: [String: [String]] = [:]

    init(_ manifest: StatsManifest, _ words: Words) {
        self.words = words
        for label in manifest.labels ?? [] {
            guard let (text, language) = Self.text(label, words.language) else { continue }
            if let language, language != words.language { self.words.foreign[text] = language }
            let within = label.funnel ?? label.breakdown ?? ""
            var keys = [Key(subject: label.of, name: label.name, within: within)]
            if let step = label.step {
                keys.append(Key(subject: "step", name: "", within: within, step: step))
            }
            for key in keys where labels[key] == nil { labels[key] = text }
        }
        for kind in manifest.kinds ?? [] { kinds[kind.kind, default: []].append(kind.touchpoint) }
    }

    /// The text of the page's language, else the one for all, else any; with its language where that is told.
    private static func text(
        _ label: StatsManifest.Label, _ language: Words.Language
    ) -> (text: String, language: Words.Language?)? {
        if let text = label.text[language.rawValue] { return (text, language) }
        if let text = label.text["*"] { return (text, nil) }
        return label.text.sorted { $0.key < $1.key }.first.map {
            ($0.value, Words.Language(rawValue: $0.key))
        }
    }

    /// What people read for the name that the label is of.
    func text(_ label: StatsManifest.Label) -> String {
        Self.text(label, words.language)?.text ?? label.name
    }

    /// Touchpoints of this kind, as tables name them.
    func touchpoints(ofKind kind: String) -> [String] { kinds[kind] ?? [] }

    func touchpoint(_ name: String) -> String {
        labels[Key(subject: "touchpoint", name: name)] ?? Phrase.special(name).map {
            words.text($0)
        }
            ?? Self.plain(name)
    }

    /// A step's name; `number` from 1, where it is known.
    func step(_ name: String, _ number: Int = 0, of funnel: String) -> String {
        labels[Key(subject: "step", name: "", within: funnel, step: number)]
            ?? labels[Key(subject: "step", name: name, within: funnel)] ?? anyStep(name)
            ?? touchpoint(name)
    }

    /// Row k of a funnel of any order: at least k steps.
    private func anyStep(_ name: String) -> String? {
        guard name.hasPrefix("(any "), name.hasSuffix(")"),
            let count = Int(name.dropFirst(5).dropLast())
        else { return nil }
        return words.text(.anySteps, ["n": .text("\(count)")])
    }

    func funnel(_ name: String) -> String {
        labels[Key(subject: "funnel", name: name)] ?? Self.plain(name)
    }

    func stage(_ name: String) -> String {
        labels[Key(subject: "stage", name: name)] ?? Phrase.special(name).map { words.text($0) }
            ?? Self.plain(name)
    }

    func breakdown(_ name: String) -> String {
        labels[Key(subject: "breakdown", name: name)]
            ?? Phrase.column(name).map { words.text($0) } ?? Self.plain(name)
    }

    func segment(_ name: String, of breakdown: String) -> String {
        labels[Key(subject: "segment", name: name, within: breakdown)] ?? channel(name)
    }

    /// A channel, or a device: names of `ingest` in plain words.
    func channel(_ name: String) -> String {
        labels[Key(subject: "segment", name: name, within: "channel")]
            ?? Phrase.channel(name).map { words.text($0) } ?? Self.plain(name)
    }

    func contact(_ name: String) -> String {
        Phrase.contact(name).map { words.text($0) } ?? Self.plain(name)
    }

    func signal(_ name: String) -> String {
        guard name.hasPrefix("error:") else {
            return Phrase.signal(name).map { words.text($0) } ?? Self.plain(name)
        }
        return touchpoint(String(name.dropFirst(6)))
    }

    func metric(_ name: String) -> String {
        Phrase.metric(name).map { words.text($0) } ?? Self.plain(name)
    }

    func model(_ name: String) -> String {
        Phrase.model(name).map { words.text($0) } ?? Self.plain(name)
    }

    /// `add_to_cart` as `Add to cart`; a name that is no such key stays as it is.
    static func plain(_ name: String) -> String {
        let isKey = name.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
        }
        guard isKey, let first = name.utf8.first, (0x61...0x7A).contains(first) else { return name }
        return name.prefix(1).uppercased() + name.dropFirst().replacing("_", with: " ")
    }
}
