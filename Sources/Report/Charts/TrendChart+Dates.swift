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

    func drawOpen(_ svg: inout HTML) {
        var free = 0.0
        for run in Self.openRuns(periods) {
            let start = points[run.first].x - step / 2
            let end = points[run.last].x + step / 2
            svg.mark(
                "rect",
                [
                    .literal("class", "shade"), .length("x", start),
                    .length("y", Self.plot.top - 4), .length("width", end - start),
                    .length("height", Self.plot.barBottom - Self.plot.top + 4),
                ])
            let words = Figure.count.text(Double(run.units)) + " still open"
            let length = Label.width(words, size: 12)
            let left = max(end - length, 0)
            guard left > free else { continue }
            free = max(end, length) + 8
            svg.label(
                words, x: max(end, length), y: 14, .literal("class", "e"))
        }
    }

    func drawDates(_ svg: inout HTML) {
        let length = Label.width("2026-12-30", size: 12) + 4
        let every = max(1, Int((length / step).rounded(.up)))
        var free = 0.0
        for (index, period) in periods.enumerated() {
            let isDue = (period.day - (periods.first?.day ?? 0)) % every == 0 || step >= length
            let x = min(max(points[index].x, length / 2), width - length / 2)
            guard isDue, x - length / 2 >= free else { continue }
            free = x + length / 2
            svg.label(
                CivilDate(daysSince1970: period.day).text, x: x, y: Self.plot.barBottom + 20,
                .literal("class", "m"))
        }
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
