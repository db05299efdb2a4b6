import Rows

// What surrounds the dots: shades over open periods, and dates.
extension TrendChart {
    /// Periods next to each other whose units are partly open, and how many.
    static func openRuns(_ periods: [Period]) -> [(first: Int, last: Int, units: Int)] {
        var runs: [(first: Int, last: Int, units: Int)] = []
        for (index, period) in periods.enumerated() where period.open > 0 {
            if let run = runs.last, run.last == index - 1 {
                runs[runs.count - 1] = (run.first, index, run.units + period.open)
            } else {
                runs.append((index, index, period.open))
            }
        }
        return runs
    }

    func drawOpen(_ svg: inout HTML, _ place: Placement) {
        let runs = Self.openRuns(periods)
        for (index, run) in runs.enumerated() {
            let start = points[run.first].x - step / 2
            let end = points[run.last].x + step / 2
            svg.mark(
                "rect",
                [
                    .literal("class", "shade"), place.at("x", start),
                    .length("y", Self.plot.top - 4), place.length("width", end - start),
                    .length("height", Self.plot.barBottom - Self.plot.top + 4),
                ])
            // The last run is the one at the end of the data; the words of others would meet it.
            guard index == runs.count - 1 else { continue }
            let told = words.text(
                .stillOpenTold, ["n": .text(words.show(Double(run.units), .count))])
            svg.label(told, place, (start + end) / 2, y: 14, "s", edge: 0.18)
        }
    }

    /// As many dates as there is room for; in a narrow window those that fit there.
    func drawDates(_ svg: inout HTML, _ place: Placement) {
        // The first one begins at its place, the last one ends there.
        let length = (Label.width("30 Dec 2026", size: 12) + 8) * 1.4
        let wide = Self.places(points.map(\.x), gap: length / 620)
        let narrow = Set(Self.places(points.map(\.x), gap: length / 250))
        for index in wide {
            svg.label(
                words.day(CivilDate(daysSince1970: periods[index].day)), place, points[index].x,
                y: Self.plot.barBottom + 20, narrow.contains(index) ? "s" : "s t2", edge: 0.06)
        }
    }

    /// Indices of places that are at least `gap` from the one before.
    static func places(_ places: [Double], gap: Double) -> [Int] {
        var kept: [Int] = []
        for (index, place) in places.enumerated() {
            if let last = kept.last, place - places[last] < gap { continue }
            kept.append(index)
        }
        return kept
    }

    /// Days since 1970 of a date as tables write it.
    static func day(_ text: String) -> Int? {
        let parts = text.split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
            return nil
        }
        return CivilDate(year: year, month: month, day: day)?.daysSince1970
    }
}
