import Foundation
import TestSupport
import Rows

@testable import Journeys

/// A funnel of another system with the numbers that it gave; the form is told in
/// `Tests/Fixtures/README.md`.
struct FunnelCase {
    struct Event {
        let unit: String?
        let time: Int64
        let name: String
        let properties: [String: String]
    }

    struct Step {
        let names: [String]?
        let properties: [String: String]

        func matches(_ event: Event) -> Bool {
            (names?.contains(event.name) ?? true)
                && properties.allSatisfy { event.properties[$0.key] == $0.value }
        }
    }

    let id: String
    let rules: FunnelRules
    let steps: [Step]
    let exclusions: [Step]
    let events: [Event]
    let expected: [String: Any]
    /// What the contract has no word for; nil where it can say all of the case.
    let inexpressible: String?

    init(_ object: [String: Any]) throws {
        id = object["id"] as? String ?? ""
        let stepObjects = object["steps"] as? [[String: Any]] ?? []
        let exclusionObjects = object["exclusions"] as? [[String: Any]] ?? []
        steps = stepObjects.map(Self.step)
        exclusions = exclusionObjects.map(Self.step)
        var rules = FunnelRules(
            steps: stepObjects.map {
                FunnelRules.Step(
                    isOptional: $0["optional"] as? Bool ?? false,
                    isFirstTime: $0["first_time"] as? Bool ?? false)
            })
        rules.order = FunnelRules.Order(rawValue: object["mode"] as? String ?? "") ?? .ordered
        rules.window = (object["window_seconds"] as? NSNumber).map {
            Int64(($0.doubleValue * 1_000_000).rounded())
        }
        rules.exclusions = exclusionObjects.map {
            .init(from: $0["from_step"] as? Int ?? 0, to: $0["to_step"] as? Int ?? 1)
        }
        // PostHog's funnel of any order starts anew at an exclusion.
        if rules.order == .unordered { rules.effect = .reset }
        self.rules = rules
        let unit = object["unit"] as? String ?? "visitor"
        events = (object["events"] as? [[String: Any]] ?? []).map { Self.event($0, unit) }
        expected = object["expected"] as? [String: Any] ?? [:]
        inexpressible = object["date_from"] == nil ? nil : "an entry range apart from the data"
    }

    /// All cases of the funnel fixtures, or of those whose file name begins with `prefix`.
    static func all(_ prefix: String) throws -> [FunnelCase] {
        let folder = Fixture.path("funnel")
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasPrefix(prefix) && $0.hasSuffix(".json") }
            .flatMap { try Fixture.cases("funnel/\($0)") }
            .map { try FunnelCase($0) }
    }

    /// Each unit's rows as the funnel sees them, by time, then input order.
    var units: [(name: String, rows: [LabelledRow])] {
        var places: [String: [Int]] = [:]
        for (place, event) in events.enumerated() {
            if let unit = event.unit { places[unit, default: []].append(place) }
        }
        return places.keys.sorted().map { unit in
            let sorted = (places[unit] ?? []).sorted {
                (events[$0].time, $0) < (events[$1].time, $1)
            }
            var seen: UInt64 = 0
            let rows = sorted.map { place -> LabelledRow in
                let matched = mask(steps, events[place])
                var fresh = matched
                for (step, rule) in rules.steps.enumerated() where rule.isFirstTime {
                    fresh &= ~(seen & (1 << step))
                }
                seen |= matched
                return LabelledRow(
                    time: events[place].time, steps: fresh,
                    exclusions: mask(exclusions, events[place]), row: place)
            }
            return (unit, rows.filter { $0.steps | $0.exclusions != 0 || rules.order == .strict })
        }
    }

    private func mask(_ steps: [Step], _ event: Event) -> UInt64 {
        var mask: UInt64 = 0
        for (place, step) in steps.enumerated() where step.matches(event) { mask |= 1 << place }
        return mask
    }

    private static func step(_ object: [String: Any]) -> Step {
        let names = (object["event"] as? String).map { [$0] } ?? object["any_of"] as? [String]
        return Step(names: names, properties: texts(object["where"]))
    }

    private static func event(_ object: [String: Any], _ unit: String) -> Event {
        let properties = texts(object["props"])
        let name = unit.split(separator: ":", maxSplits: 1).dropFirst().first.map(String.init)
        return Event(
            unit: name.map { properties[$0] } ?? object["id"] as? String,
            time: LoggedTime(iso: Array((object["t"] as? String ?? "").utf8).span)?.time
                .microseconds
                ?? 0,
            name: object["event"] as? String ?? "", properties: properties)
    }

    /// Properties as text: `true` equals `"true"`.
    private static func texts(_ object: Any?) -> [String: String] {
        (object as? [String: Any] ?? [:]).compactMapValues { value in
            switch value {
            case let text as String: text
            case let number as NSNumber:
                isBoolean(number) ? "\(number.boolValue)" : number.stringValue
            default: nil
            }
        }
    }

    private static func isBoolean(_ number: NSNumber) -> Bool {
        unsafe String(cString: number.objCType) == "c"
    }
}
