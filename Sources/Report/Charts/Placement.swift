/// Along which a drawing is laid out: pixels in a file, shares of the width on the page, so that it is drawn
/// anew for every window and its letters keep their size.
enum Placement {
    /// From so far left, so wide.
    case pixels(left: Double, width: Double)
    case shares

    /// The place of a share of the width.
    func at(_ name: StaticString, _ share: Double) -> Attr {
        switch self {
        case .pixels(let left, let width): .length(name, left + share * width)
        case .shares: .share(name, share)
        }
    }

    /// A length along the width.
    func length(_ name: StaticString, _ share: Double) -> Attr {
        switch self {
        case .pixels(_, let width): .length(name, share * width)
        case .shares: .share(name, share)
        }
    }
}

extension HTML {
    /// A line between two heights at one place.
    mutating func upright(
        _ place: Placement, _ share: Double, from top: Double, to bottom: Double,
        _ attributes: Attr...
    ) {
        mark(
            "line",
            [
                place.at("x1", share), .length("y1", top), place.at("x2", share),
                .length("y2", bottom),
            ] + attributes)
    }

    /// A line along the width at one height.
    mutating func level(
        _ place: Placement, from start: Double, to end: Double, y: Double, _ attributes: Attr...
    ) {
        mark(
            "line",
            [place.at("x1", start), .length("y1", y), place.at("x2", end), .length("y2", y)]
                + attributes)
    }

    /// Words in the middle of a place; at the edges they begin or end there.
    mutating func label(
        _ words: String, _ place: Placement, _ share: Double, y: Double, _ tone: StaticString,
        edge: Double = 0.06
    ) {
        let anchor: StaticString = share < edge ? "start" : share > 1 - edge ? "end" : "middle"
        open(
            "text",
            [
                place.at("x", share), .length("y", y), .literal("class", tone),
                .literal("text-anchor", anchor),
            ])
        text(words)
        close("text")
    }
}
