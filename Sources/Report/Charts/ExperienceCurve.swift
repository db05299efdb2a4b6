/// How it went, stage by stage: a curve that sinks as more customers meet something bad. Each stage draws its
/// own part, so that the parts stand under their columns however wide these are.
struct ExperienceCurve {
    static let height = 96.0
    private static let top = 18.0
    private static let bottom = 74.0
    /// Half a column: the middle is where the stage's point is.
    private static let width = 100.0

    /// By stage: where its point is; nil where there is none.
    let points: [Double?]

    /// `shares` from 0 to 1. The axis ends at the worst share, at 10 % at least.
    init(_ shares: [Double?]) {
        let worst = shares.compactMap { $0 }.max() ?? 0
        let end = max(0.1, worst)
        points = shares.map { share in
            share.map { Self.top + $0 / end * (Self.bottom - Self.top) }
        }
    }

    /// The part of the line in a stage's column: from its left edge to its right one, level in the middle.
    /// The curve between two middles is cut where columns meet.
    ///
    /// Source: de Casteljau's construction at one half.
    func line(_ stage: Int) -> Outline? {
        guard let y = points[stage] else { return nil }
        let (left, right) = (edge(y, stage - 1), edge(y, stage + 1))
        var outline = Outline(places: 1)
        outline.move(left == nil ? Self.width : 0, left ?? y)
        if let left { outline.curve((25, (left + y) / 2), (50, y), to: (100, y)) }
        if let right { outline.curve((150, y), (175, (y + right) / 2), to: (200, right)) }
        return left == nil && right == nil ? nil : outline
    }

    /// The line with the zero line above it, to be filled.
    func area(_ stage: Int) -> Outline? {
        guard let y = points[stage], var outline = line(stage) else { return nil }
        let (left, right) = (edge(y, stage - 1), edge(y, stage + 1))
        // A little over the edge, so that no seam shows between columns.
        if let right { outline.line(2 * Self.width + 1, right) }
        outline.line(right == nil ? Self.width : 2 * Self.width + 1, Self.top)
        outline.line(left == nil ? Self.width : -1, Self.top)
        if let left { outline.line(-1, left) }
        outline.close()
        return outline
    }

    /// Where the curve meets the edge to a stage beside it.
    private func edge(_ y: Double, _ beside: Int) -> Double? {
        guard points.indices.contains(beside), let other = points[beside] else { return nil }
        return (y + other) / 2
    }

    static var box: (width: Double, height: Double, zero: Double) { (2 * width, height, top) }
}
