import ByteIO
import Journeys
import StageSupport
import StatsFolder

extension Cell {
    /// What people read: control characters marked, shares in percent, times in their units; empty where it is missing.
    func shown(in column: TableColumn) -> String {
        if let bytes {
            let text = String(decoding: bytes, as: UTF8.self)
            return column.kind == .decimal ? Self.decimalText(text) : Talk.escaped(text)
        }
        return switch self {
        case .count(let count): "\(count)"
        case .rate(let rate?): column.isShare ? Self.percentText(rate) : Self.numberText(rate)
        case .number(let number?): Self.numberText(number)
        case .seconds(let time?): Self.durationText(time / 1_000_000)
        case .milliseconds(let time?): Self.numberText((time / 1000).rounded()) + " ms"
        default: ""
        }
    }

    /// `41.7 %`. Only nothing is 0.0 %, and only all of it 100.0 %.
    private static func percentText(_ rate: Double) -> String {
        guard rate.isFinite else { return "" }
        let tenths = Int((rate.magnitude * 1000).rounded())
        let sign = rate < 0 ? "-" : ""
        if tenths == 0, rate != 0 { return rate < 0 ? ">-0.1 %" : "<0.1 %" }
        if tenths == 1000, rate.magnitude < 1 { return rate < 0 ? "<-99.9 %" : ">99.9 %" }
        return "\(sign)\(tenths / 10).\(tenths % 10) %"
    }

    /// Four decimals, where there are as many. Only nothing is 0.
    private static func numberText(_ number: Double) -> String {
        guard number.isFinite else { return "" }
        guard number.magnitude < 1e9 else { return "\(number)" }
        if number != 0, number.magnitude < 0.000_05 { return number < 0 ? ">-0.0001" : "<0.0001" }
        var text: [UInt8] = []
        CSVText.append(number: number, places: 4, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Money keeps its places.
    private static func decimalText(_ text: String) -> String {
        let places = text.split(separator: ".").dropFirst().first?.count ?? 0
        return places > 4 ? Double(text).map(numberText) ?? text : text
    }

    /// `4.2 s`, `42 s`, `5m 03s`, `2h 05m`, `3d 04h`.
    private static func durationText(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds.magnitude < 1e15 else { return "" }
        let tenths = Int((seconds * 10).rounded())
        if tenths < 100 {
            return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
        }
        let whole = Int(seconds.rounded())
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60)m \(twoDigits(whole % 60))s" }
        if whole < 86_400 { return "\(whole / 3600)h \(twoDigits(whole / 60 % 60))m" }
        return "\(whole / 86_400)d \(twoDigits(whole / 3600 % 24))h"
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}

extension TableColumn {
    fileprivate var isShare: Bool {
        switch kind {
        case .rate, .difference: true
        default: false
        }
    }
}
