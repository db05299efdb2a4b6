import Testing

@testable import Report

struct AxisTests {
    @Test func positionsLieOnALine() {
        let axis = Axis(
            domain: Extent(low: 10, high: 20), range: Extent(low: 100, high: 300))
        #expect(axis.position(10) == 100 && axis.position(20) == 300 && axis.position(15) == 200)
    }

    @Test func aLogAxisHasEqualRatios() {
        let axis = Axis(
            domain: Extent(low: 1, high: 100), range: Extent(low: 0, high: 200), isLog: true)
        #expect(abs(axis.position(10) - 100) < 1e-9 && abs(axis.position(100) - 200) < 1e-9)
    }

    /// Round steps of 1, 2 and 5.
    @Test(arguments: [
        ([0, 0.87], [0, 0.2, 0.4, 0.6, 0.8, 1.0]), ([-0.15, 0.42], [-0.2, 0, 0.2, 0.4, 0.6]),
        ([0, 0.03], [0, 0.01, 0.02, 0.03]),
    ])
    func ends(values: [Double], ticks: [Double]) {
        let axis = Axis(holding: values, range: Extent(low: 0, high: 100))
        #expect(axis.domain.low <= (values.min() ?? 0) && axis.domain.high >= (values.max() ?? 0))
        let found = axis.ticks(4)
        for tick in found { #expect(axis.holds(tick)) }
        #expect(found.count >= 3 && found.count <= 7)
        #expect(zip(found, ticks).allSatisfy { abs($0 - $1) < 1e-9 } || found.count != ticks.count)
    }

    @Test(arguments: [[], [0.0], [5, 5], [.infinity, 1]] as [[Double]])
    func anyValuesMakeAnAxis(values: [Double]) {
        for isLog in [false, true] {
            let axis = Axis(holding: values, range: Extent(low: 0, high: 100), isLog: isLog)
            #expect(axis.domain.length > 0 && axis.position(1).isFinite)
        }
    }

    @Test func ticksKeepApart() {
        let axis = Axis(
            domain: Extent(low: 1, high: 86400), range: Extent(low: 0, high: 200), isLog: true)
        let positions = axis.ticks(among: Axis.durations, gap: 50).map { axis.position($0) }
        #expect(positions.count > 1)
        #expect(zip(positions.dropFirst(), positions).allSatisfy { $0 - $1 >= 50 })
    }
}

struct FunnelBarsTests {
    /// 100 reached, 60 left of whom 20 are open; 40 reached, 40 left; nobody.
    @Test func partsAddUpToTheStep() {
        let bars = FunnelBars.layout([(100, 60, 20), (40, 40, 0), (0, nil, nil)])
        #expect(bars.map(\.reached) == [1, 0.4, 0])
        #expect(bars[0].left == Extent(low: 0.4, high: 1))
        #expect(bars[0].open == Extent(low: 0.8, high: 1))
        #expect(bars[1].left == Extent(low: 0, high: 0.4) && bars[1].open == nil)
        #expect(bars[2].left == nil)
    }

    @Test func anEmptyFunnelHasNoBars() { #expect(FunnelBars.layout([(0, 0, 0)])[0].reached == 0) }
}

struct IntervalPlotTests {
    private let axis = Axis(domain: Extent(low: 0, high: 1), range: Extent(low: 100, high: 300))

    @Test func dotsAndIntervalsAreInPlace() {
        let row = IntervalRow(name: "a", value: Spot(0.5), low: Spot(0.25), high: Spot(0.75))
        let line = IntervalPlot(rows: [row], axis: axis).lines[0]
        #expect(line.dot == 200 && line.bar == Extent(low: 150, high: 250))
        #expect(!line.isCutLow && !line.isCutHigh)
    }

    @Test func whatGoesBeyondTheAxisIsCut() {
        let row = IntervalRow(name: "a", value: Spot(2), low: Spot(-1), high: Spot(4))
        let line = IntervalPlot(rows: [row], axis: axis).lines[0]
        #expect(line.dot == nil && line.bar == Extent(low: 100, high: 300))
        #expect(line.isCutLow && line.isCutHigh)
    }

    @Test func aRowWithoutIntervalIsADot() {
        let row = IntervalRow(name: "a", value: Spot(0.5), low: nil, high: Spot(0.6))
        let line = IntervalPlot(rows: [row], axis: axis).lines[0]
        #expect(line.dot == 200 && line.bar == nil)
    }

    @Test func zeroHasNoPositionOnALogAxis() {
        let log = Axis(
            domain: Extent(low: 0.1, high: 10), range: Extent(low: 0, high: 200), isLog: true)
        let row = IntervalRow(name: "a", value: Spot(0), low: Spot(0), high: Spot(1))
        let line = IntervalPlot(rows: [row], axis: log).lines[0]
        #expect(line.dot == nil && line.isCutLow && line.bar?.low == 0)
        #expect(abs((line.bar?.high ?? 0) - 100) < 1e-9)
    }
}

struct HistogramTests {
    @Test func heightsAreInProportionAndBarsTouch() {
        let axis = Axis(domain: Extent(low: 0, high: 30), range: Extent(low: 0, high: 300))
        let bars = HistogramChart.layout([(0, 10, 8), (10, 20, 4), (20, 30, 0)], axis)
        let heights = bars.map { HistogramChart.plot.bottom - $0.top }
        #expect(heights[0] == 2 * heights[1] && heights[2] == 0)
        #expect(bars[0].x.high == bars[1].x.low && bars[1].x.high == bars[2].x.low)
    }
}

struct TrendTests {
    static func period(_ date: String, _ entered: Double, open: Int = 0) -> TrendChart.Period {
        TrendChart.Period(
            day: TrendChart.day(date) ?? 0, entered: Spot(entered), rate: Spot(0.5), low: 0.4,
            high: 0.6, open: open)
    }

    /// The 18th is missing: its slot stays free.
    @Test func gapsStayGaps() {
        let periods = ["2026-11-16", "2026-11-17", "2026-11-19"].map { Self.period($0, 40) }
        let chart = TrendChart(title: "", summary: "", periods: periods, Words())
        let positions = chart.points.map(\.x)
        #expect(abs((positions[2] - positions[1]) - 2 * (positions[1] - positions[0])) < 1e-9)
        #expect(positions.allSatisfy { $0 > 0 && $0 < 1 })
    }

    @Test func weeksAreOneStepApart() {
        let periods = ["2026-11-16", "2026-11-23", "2026-11-30"].map { Self.period($0, 40) }
        let chart = TrendChart(title: "", summary: "", periods: periods, Words())
        #expect(abs(chart.points[1].x - chart.points[0].x - chart.step) < 1e-9)
    }

    @Test func barsAreInProportion() {
        let periods = [Self.period("2026-11-16", 100), Self.period("2026-11-17", 25)]
        let heights = TrendChart(title: "", summary: "", periods: periods, Words()).points.map {
            TrendChart.plot.barBottom - $0.top
        }
        #expect(abs(heights[0] - 4 * heights[1]) < 1e-9)
    }

    @Test func openPeriodsNextToEachOtherAreOneRun() {
        let opens = [0, 2, 3, 0, 4]
        let runs = TrendChart.openRuns(
            opens.enumerated().map { Self.period("2026-11-1\($0.offset)", 40, open: $0.element) })
        #expect(runs.map(\.first) == [1, 4] && runs.map(\.last) == [2, 4])
        #expect(runs.map(\.units) == [5, 4])
    }

    @Test func fewUnitsDoNotStretchTheAxis() {
        var few = Self.period("2026-11-17", 1)
        few = TrendChart.Period(
            day: few.day, entered: few.entered, rate: Spot(0), low: 0, high: 0.79, open: 0)
        #expect(TrendChart.top([Self.period("2026-11-16", 100), few]) == 0.6)
        #expect(TrendChart.top([few]) == 0.79)
    }

    @Test(arguments: ["", "2026-13-01", "2026-11", "x-y-z"])
    func whatIsNoDateHasNoDay(text: String) { #expect(TrendChart.day(text) == nil) }
}

struct SankeyTests {
    /// By hand: 10 customers home > product of whom 4 convert, 6 home of whom none does.
    static let paths = [
        PathFlow.Path(touchpoints: ["home", "product"], customers: 10, converted: 4),
        PathFlow.Path(touchpoints: ["home"], customers: 6, converted: 0),
    ]

    @Test func columnsHoldTheirCustomers() {
        let flow = PathFlow(Self.paths)
        #expect(flow.customers == 16)
        #expect(flow.nodes[0].map(\.node.name) == ["home"])
        #expect(flow.nodes[0].map(\.customers) == [16])
        #expect(flow.nodes[1].map(\.node.kind) == [.touchpoint, .exit])
        #expect(flow.nodes[1].map(\.customers) == [10, 6])
        #expect(flow.nodes[2].map(\.node.kind) == [.conversion, .exit])
        #expect(flow.nodes[2].map(\.customers) == [4, 6])
    }

    @Test func whatFlowsInFlowsOut() {
        var dice = Dice(seed: 7)
        let paths = (0..<300).map { _ in
            let customers = Double(dice.next(50) + 1)
            return PathFlow.Path(
                touchpoints: (0...dice.next(8)).map { _ in "t\(dice.next(30))" },
                customers: customers, converted: Double(dice.next(Int(customers) + 1)))
        }
        let flow = PathFlow(paths)
        for (column, nodes) in flow.nodes.enumerated() {
            #expect(nodes.filter { $0.node.kind == .touchpoint }.count <= PathFlow.nodesPerColumn)
            for (node, customers) in nodes where node.kind == .touchpoint || node.kind == .other {
                let out = flow.ribbons.filter { $0.from == node }.reduce(0) { $0 + $1.customers }
                #expect(out == customers)
                let came = flow.ribbons.filter { $0.to == node }.reduce(0) { $0 + $1.customers }
                #expect(column == 0 || came == customers)
            }
        }
        let ends = flow.nodes.joined().filter {
            $0.node.kind == .conversion || $0.node.kind == .exit
        }
        #expect(ends.reduce(0) { $0 + $1.customers } == flow.customers)
        checkLayout(flow)
    }

    private func checkLayout(_ flow: PathFlow) {
        let chart = SankeyChart(title: "", summary: "", flow: flow, Words())
        for box in chart.boxes {
            #expect(abs(box.y.length - box.customers * chart.scale) < 1e-9)
        }
        for (box, next) in zip(chart.boxes, chart.boxes.dropFirst()) where box.x == next.x {
            #expect(next.y.low >= box.y.high + 4)
            #expect(next.y.low - box.y.low >= SankeyChart.slot - 1e-9)
        }
        for band in chart.bands {
            #expect(abs(band.left.length - band.customers * chart.scale) < 1e-9)
            #expect(abs(band.left.length - band.right.length) < 1e-9)
        }
        let ends = chart.boxes.map(\.y.high).max() ?? 0
        #expect(chart.height > ends)
    }

    @Test func namesBetweenArrows() {
        #expect(Page.stops(Array("a > b > …".utf8)) == ["a", "b", "…"])
        #expect(Page.stops(Array("a>b".utf8)) == ["a>b"])
        #expect(Page.stops(Array("a > \u{301}b".utf8)) == ["a", "\u{301}b"])
    }
}

struct HeatTests {
    /// Square roots of the share of the largest, in eighths: by hand (k / 8)² of 100 are the limits.
    @Test(arguments: [
        (0.0, 0), (1, 1), (1.5625, 1), (1.57, 2), (6.25, 2), (7, 3), (25, 4), (26, 5), (56.25, 6),
        (57, 7), (76.5625, 7), (76.6, 8), (100, 8),
    ])
    func grades(value: Double, grade: Int) { #expect(Heat.grade(value, most: 100) == grade) }

    @Test func fewUnitsHaveNoShade() {
        var bytes: [UInt8] = []
        Heat.tone(1, most: 1, isFew: true).append(to: &bytes, isStrict: false)
        #expect(String(decoding: bytes, as: UTF8.self) == " class=few")
    }

    @Test func nothingHasNoShade() {
        #expect(Heat.grade(nil, most: 1) == 0 && Heat.grade(1, most: 0) == 0)
    }

    @Test func squaresDoNotOverlap() {
        let squares = HeatChart.layout([[1, nil], [2, 4]], 40) { "\(Int($0))" }
        #expect(squares.map(\.words) == ["1", "2", "4"])
        #expect(squares[2].x - squares[1].x == 40)
        #expect(squares[1].y - squares[0].y == HeatChart.rowHeight)
    }
}

/// A source of small numbers that is the same at every run (SplitMix64).
struct Dice {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    /// From 0 up to `limit`, which is left out.
    mutating func next(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}

struct CurveTests {
    /// Shares of 0, 10 % and 5 % where 10 % is the worst: top, bottom, halfway.
    @Test func pointsSinkWithTheirShare() {
        let curve = ExperienceCurve([0, 0.1, 0.05, nil])
        #expect(curve.points == [18, 74, 46, nil])
        // Level in the middle of its column, halfway to the next one at the edge.
        let line = curve.line(1).map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(line == "M0 46C25 60 50 74 100 74C150 74 175 67 200 60")
        #expect(curve.line(3) == nil && ExperienceCurve([0.2]).line(0) == nil)
    }

    @Test func datesKeepApart() {
        let places = (0..<30).map { Double($0) / 30 }
        let kept = TrendChart.places(places, gap: 0.1)
        #expect(kept.first == 0 && zip(kept.dropFirst(), kept).allSatisfy { $0 - $1 >= 3 })
    }
}
