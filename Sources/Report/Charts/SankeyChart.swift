/// A Sankey of the first touchpoints: heights and ribbons are in proportion to customers.
struct SankeyChart: Chart {
    struct Box: Equatable {
        let x: Double
        let y: Extent
        let node: PathFlow.Node
        let customers: Double
    }

    /// A ribbon from `left` at the right side of a box to `right` at the left side of the next.
    struct Band: Equatable {
        let x: Extent
        let left: Extent
        let right: Extent
        let customers: Double
        let end: PathFlow.Kind
        /// The boxes that it joins.
        let from: Int
        let to: Int
    }

    static let step = 155.0
    static let boxWidth = 11.0
    static let top = 26.0
    /// Boxes lie at least so far apart that their labels do.
    static let slot = 19.0
    static let gap = 5.0
    /// Thinner ribbons are not drawn.
    static let thinnest = 0.7

    let title: String
    let summary: String
    let words: Words
    let boxes: [Box]
    let bands: [Band]
    /// Whether boxes and ribbons say what they join, for the page's script.
    var isLinked = false
    /// Pixels for each customer.
    let scale: Double
    let width = 920.0
    let height: Double

    init(
        title: String, summary: String, flow: PathFlow, _ words: Words, mostBands: Int = 140
    ) {
        self.words = words
        self.title = title
        self.summary = summary
        scale = 330 / max(flow.customers, 1)
        boxes = Self.boxes(flow, scale)
        let bands = Self.bands(flow, boxes, scale)
        let least = bands.map(\.customers).sorted(by: >).dropFirst(mostBands).first ?? 0
        self.bands = bands.filter { $0.customers > least && $0.left.length >= Self.thinnest }
        height = (boxes.map(\.y.high).max() ?? 0) + 14
    }

    static func boxes(_ flow: PathFlow, _ scale: Double) -> [Box] {
        flow.nodes.enumerated().flatMap { column, nodes in
            var y = top
            return nodes.map { node, customers in
                let height = customers * scale
                let box = Box(
                    x: Double(column) * step, y: Extent(low: y, high: y + height), node: node,
                    customers: customers)
                y += max(height + gap, slot)
                return box
            }
        }
    }

    static func bands(_ flow: PathFlow, _ boxes: [Box], _ scale: Double) -> [Band] {
        let byNode = Dictionary(
            uniqueKeysWithValues: boxes.enumerated().map { ($1.node, $0) })
        var (used, filled): ([PathFlow.Node: Double], [PathFlow.Node: Double]) = ([:], [:])
        return flow.ribbons.compactMap { ribbon in
            guard let source = byNode[ribbon.from], let target = byNode[ribbon.to] else {
                return nil
            }
            let (from, to) = (boxes[source], boxes[target])
            let thickness = ribbon.customers * scale
            let left = from.y.low + used[ribbon.from, default: 0]
            let right = to.y.low + filled[ribbon.to, default: 0]
            used[ribbon.from, default: 0] += thickness
            filled[ribbon.to, default: 0] += thickness
            return Band(
                x: Extent(low: from.x + boxWidth, high: to.x),
                left: Extent(low: left, high: left + thickness),
                right: Extent(low: right, high: right + thickness), customers: ribbon.customers,
                end: ribbon.to.kind, from: source, to: target)
        }
    }

    func draw(into svg: inout HTML) {
        for column in 0..<PathFlow.columns {
            svg.label(
                "\(column + 1).", x: Double(column) * Self.step, y: 13, .literal("class", "s"))
        }
        // Ends lie over what goes on.
        for tone in [Tone.flow, .won, .lost] {
            let those = bands.filter { Tone($0.end) == tone }
            guard !those.isEmpty else { continue }
            svg.element("g", .literal("class", tone.words)) { svg in
                for band in those { draw(band, &svg) }
            }
        }
        for (index, box) in boxes.enumerated() {
            guard isLinked else {
                draw(box, &svg)
                continue
            }
            svg.element("g", .whole("data-node", index)) { draw(box, &$0) }
        }
    }

    private func draw(_ band: Band, _ svg: inout HTML) {
        // A stroke of even width is half as long to write as the two edges of a ribbon.
        let start = (band.left.low + band.left.high) / 2
        let end = (band.right.low + band.right.high) / 2
        var outline = Outline(places: 1)
        outline.move(band.x.low, start)
        outline.swing(from: band.x.low, start, to: band.x.high, end)
        let ends: [Attr] =
            isLinked ? [.whole("data-from", band.from), .whole("data-to", band.to)] : []
        svg.mark(
            "path",
            [
                .path(outline), .length("stroke-width", band.left.length),
                .literal("data-mark", "thickness"), .value(band.customers),
            ] + ends)
    }

    private enum Tone {
        case flow, won, lost

        init(_ kind: PathFlow.Kind) {
            switch kind {
            case .touchpoint, .other: self = .flow
            case .conversion: self = .won
            case .exit: self = .lost
            }
        }

        var words: StaticString {
            switch self {
            case .flow: "flow"
            case .won: "flow win"
            case .lost: "flow lose"
            }
        }
    }

    private func draw(_ box: Box, _ svg: inout HTML) {
        svg.mark(
            "rect",
            [
                .literal("class", Self.tone(box.node.kind)), .length("x", box.x),
                .length("y", box.y.low), .length("width", Self.boxWidth),
                .length("height", box.y.length), .literal("data-mark", "height"),
                .value(box.customers),
            ])
        let count = words.show(box.customers, .short)
        let room = Self.step - Self.boxWidth - 14 - Label.width(count, size: 12)
        let name = Self.name(box.node, words)
        let shown = Label.fitted(name, width: room, size: 12)
        svg.open(
            "text",
            [
                .literal("class", "halo"), .length("x", box.x + Self.boxWidth + 4),
                .length("y", (box.y.low + box.y.high) / 2 + 4),
            ])
        svg.text(shown + " ")
        svg.element("tspan", .literal("class", "n"), text: count)
        if shown != name { svg.element("title", text: name) }
        svg.close("text")
    }

    static func tone(_ kind: PathFlow.Kind) -> StaticString {
        switch kind {
        case .touchpoint: "bar"
        case .other: "other"
        case .conversion: "won"
        case .exit: "left"
        }
    }

    static func name(_ node: PathFlow.Node, _ words: Words) -> String {
        switch node.kind {
        case .touchpoint: node.name
        case .other: words.text(.other)
        case .conversion: words.text(.conversion)
        case .exit: words.text(.exit)
        }
    }
}
