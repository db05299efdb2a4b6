import Statistics

@testable import Journeys

/// The slow, plain model of the landmark estimate: every unit's rows are walked for every stratum.
///
/// Rows of one instant must be alike to the funnel, so that the order of rows is that of time.
struct PlainLandmark {
    struct Row {
        let time: Int64
        let event: String
        let session: String
        let visitor: String
    }

    /// Names of the steps, all required, of one letter.
    let steps: [String]
    let rules: FunnelRules

    /// The 2 × 2 table of each stratum between steps `from` and `from + 1`: dropped and went on among
    /// the exposed, dropped and went on among the unexposed.
    func strata(_ units: [[Row]], from: Int, isSignal: (Row, _ start: Row) -> Bool) -> [[Int]] {
        var strata: [[Int]] = []
        for unit in units {
            guard let start = firstRow(unit, reaching: from + 1) else { continue }
            let end = firstRow(unit, reaching: from + 2)
            var stratum = 0
            for row in start..<(end ?? unit.count) {
                guard unit[row].time <= unit[start].time + (rules.window ?? 1 << 60) else { break }
                if stratum == strata.count { strata.append([0, 0, 0, 0]) }
                let isExposed = isSignal(unit[row], unit[start])
                strata[stratum][(isExposed ? 0 : 2) + (end == nil ? 0 : 1)] += 1
                if isExposed { break }
                stratum += 1
            }
        }
        return strata
    }

    /// The same by attempts, each the index of a row that `isAttempt` takes; the signal is a row of event
    /// `signal`. And how many of the units met it right behind an attempt of the same session.
    func attempts(
        _ units: [[Row]], from: Int, _ signal: String, isAttempt: (Row) -> Bool
    ) -> (strata: [[Int]], following: Int) {
        var (strata, following): ([[Int]], Int) = ([], 0)
        for unit in units {
            guard let start = firstRow(unit, reaching: from + 1) else { continue }
            let end = firstRow(unit, reaching: from + 2)
            let rows = (start..<(end ?? unit.count)).prefix {
                unit[$0].time <= unit[start].time + (rules.window ?? 1 << 60)
            }
            let attempts = rows.filter { isAttempt(unit[$0]) }
            let firing = rows.first { unit[$0].event == signal }
            let isBehind = firing.map {
                attempts.contains($0 - 1) && unit[$0 - 1].session == unit[$0].session
            }
            if isBehind == true { following += 1 }
            // Up to the attempt that the firing answers; without one up to the firing.
            let answered = firing.flatMap { row in
                attempts.lastIndex { $0 <= row && unit[$0].session == unit[row].session }
            }
            let unexposed =
                answered ?? attempts.filter { firing == nil || $0 < firing ?? 0 }.count
            for stratum in 0..<(answered.map { $0 + 1 } ?? unexposed) {
                if stratum == strata.count { strata.append([0, 0, 0, 0]) }
                strata[stratum][(stratum < unexposed ? 2 : 0) + (end == nil ? 0 : 1)] += 1
            }
        }
        return (strata, following)
    }

    /// The row with which the depth comes to `depth`.
    private func firstRow(_ unit: [Row], reaching depth: Int) -> Int? {
        let labelled = unit.enumerated().map { place, row in
            LabelledRow(
                time: row.time,
                steps: steps.firstIndex(of: row.event).map { 1 << UInt64($0) } ?? 0, exclusions: 0,
                row: place)
        }
        let admitted = rules.entry == .first ? onlyFirstStart(labelled) : labelled
        return unit.indices.first {
            PlainFunnel(rules: rules).depth(Array(admitted[...$0])) >= depth
        }
    }

    private func onlyFirstStart(_ rows: [LabelledRow]) -> [LabelledRow] {
        guard let first = rows.firstIndex(where: { $0.steps & 1 != 0 }) else { return rows }
        return rows.enumerated().map { place, row in
            var row = row
            if place > first { row.steps &= ~1 }
            return row
        }
    }
}
