// Panels of which one shows at a time, without a script: the choice is a radio button.
extension HTML {
    /// A panel for each name; `set` and `number` make the names of the buttons unique. On paper all panels show.
    mutating func tabs(
        _ title: Phrase, _ set: StaticString, _ number: Int, names: [String],
        _ panel: (Int, inout HTML) -> Void
    ) {
        guard names.count > 1 else {
            if names.count == 1 { panel(0, &self) }
            return
        }
        element("fieldset", .literal("class", "tabs"), .label(words.text(title))) { html in
            for index in names.indices {
                let id = Anchor(set, number, index + 1)
                html.void(
                    "input", .literal("type", "radio"), .group(Anchor(set, number)), .id(id),
                    index == 0 ? .literal("checked", "") : .shade(0))
                html.element("label", .labels(id)) { $0.name(names[index]) }
            }
            for index in names.indices {
                html.element("div", .literal("class", "panel")) { panel(index, &$0) }
            }
        }
        lineBreak()
    }
}
