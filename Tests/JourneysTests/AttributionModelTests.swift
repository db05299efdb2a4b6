import StageSupport
import TestSupport
import Testing

@testable import Journeys

/// Random journeys, credited by our sums and by the definitions as they are written.
struct AttributionModelTests {
    private struct Journeys {
        /// Channels from first to last, and whether they led to a conversion.
        var paths: [(channels: [Int], isConverted: Bool)] = []
        let channelCount = 4

        init(seed: UInt64) {
            var random = SeededGenerator(seed: seed)
            for _ in 0..<60 {
                let length = Int.random(in: 1...6, using: &random)
                let channels = (0..<length).map { _ in
                    Int.random(in: 0..<channelCount, using: &random)
                }
                paths.append((channels, Int.random(in: 0..<3, using: &random) == 0))
            }
            // Every channel leads to a conversion at least once.
            paths += (0..<channelCount).map { ([$0], true) }
        }

        var rows: PathRows {
            var rows = PathRows()
            for (customer, path) in paths.enumerated() {
                for (place, channel) in path.channels.enumerated() {
                    let isLast = place == path.channels.count - 1
                    rows.add(
                        "c\(customer)", "\(place)", at: Int64(place) * 3600,
                        isLast && path.isConverted ? "buy" : "see", channel: "ch\(channel)")
                }
            }
            return rows
        }

        /// P(conversion) of the chain that goes from touch to touch as often as the paths did, where
        /// whoever comes to `removed` is lost; by following it for so long that nothing is left.
        func chance(without removed: Int?) -> Double {
            // States: the channels, then the start; columns: the channels, conversion, nothing.
            var moves = [[Double]](
                repeating: [Double](repeating: 0, count: channelCount + 2),
                count: channelCount + 1)
            for path in paths {
                var last = channelCount
                for channel in path.channels {
                    moves[last][channel] += 1
                    last = channel
                }
                moves[last][path.isConverted ? channelCount : channelCount + 1] += 1
            }
            var here = [Double](repeating: 0, count: channelCount + 1)
            here[channelCount] = 1
            var converted = 0.0
            for _ in 0..<5000 {
                var next = [Double](repeating: 0, count: channelCount + 1)
                for state in 0...channelCount where here[state] > 0 && state != removed {
                    let sum = moves[state].reduce(0, +)
                    for to in 0..<channelCount { next[to] += here[state] * moves[state][to] / sum }
                    converted += here[state] * moves[state][channelCount] / sum
                }
                here = next
            }
            return converted
        }

        /// Conversions of paths whose channels are all in the set, one bit a channel.
        func worth(_ set: Int) -> Double {
            Double(
                paths.count {
                    $0.isConverted && $0.channels.allSatisfy { set & 1 << $0 != 0 }
                })
        }

        /// The mean gain by a channel's coming over all orders in which channels may come.
        func shapley(_ channel: Int) -> Double {
            let factorial = [1.0, 1, 2, 6, 24]
            var value = 0.0
            for set in 0..<1 << channelCount where set & 1 << channel == 0 {
                let size = set.nonzeroBitCount
                value +=
                    factorial[size] * factorial[channelCount - size - 1] / factorial[channelCount]
                    * (worth(set | 1 << channel) - worth(set))
            }
            return value
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func agreesWithTheDefinitions(seed: UInt64) throws {
        let journeys = Journeys(seed: seed)
        let found = try journeys.rows.tables(PathRows.touchpoints("see", "buy::conversion"))
            .rows("attribution")
        func cell(_ model: String, _ channel: Int, _ column: String) -> Double {
            found.first { $0["model"] == model && $0["channel"] == "ch\(channel)" }
                .flatMap { $0[column].flatMap(Double.init) } ?? -1
        }
        let whole = journeys.chance(without: nil)
        let effects = (0..<journeys.channelCount).map {
            1 - journeys.chance(without: $0) / whole
        }
        let total = Double(journeys.paths.count { $0.isConverted })
        for channel in 0..<journeys.channelCount {
            let effect = cell("markov", channel, "removal_effect")
            #expect(abs(effect - effects[channel]) < 1e-8)
            let share = effects[channel] / effects.reduce(0, +) * total
            #expect(abs(cell("markov", channel, "conversions") - share) < 1e-7)
            let shapley = cell("shapley", channel, "conversions")
            #expect(abs(shapley - journeys.shapley(channel)) < 1e-8)
        }
    }

    /// Customers of other names come in another order; nothing else may change.
    @Test(arguments: 0..<3 as Range<UInt64>)
    func orderOfCustomersChangesNoByte(seed: UInt64) throws {
        func table(_ names: [Int]) throws -> [UInt8] {
            var random = SeededGenerator(seed: seed)
            var rows = PathRows()
            for name in names {
                for place in 0..<Int64.random(in: 1...9, using: &random) {
                    let channel = Int.random(in: 0..<5, using: &random)
                    let cents = Int.random(in: 0..<100, using: &random)
                    rows.add(
                        "c\(name)", "\(place)",
                        at: place * 90_000 + Int64.random(in: 0..<80_000, using: &random),
                        Bool.random(using: &random) ? "buy" : "see", channel: "ch\(channel)",
                        value: "7.\(cents)", currency: "EUR")
                }
            }
            return Array(
                try rows.tables(PathRows.touchpoints("see", "buy::conversion"))
                    .bytes("attribution"))
        }
        let names = Array(100..<160)
        #expect(try table(names) == table(names.reversed()))
    }
}
