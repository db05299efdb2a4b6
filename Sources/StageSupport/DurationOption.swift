public import ArgumentParser

/// A duration as users write it: `90s`, `30m`, `1h30m`, `14d`; more than 0.
public struct DurationOption: ExpressibleByArgument, CustomStringConvertible, Equatable, Sendable {
    public let microseconds: Int64

    public init(microseconds: Int64) { self.microseconds = microseconds }

    public init?(argument: String) {
        var total: Int64 = 0
        var number: Int64?
        for character in argument.utf8 {
            if character &- 0x30 < 10 {
                let digit = Int64(character - 0x30)
                guard (number ?? 0) < 100_000_000 else { return nil }
                number = (number ?? 0) * 10 + digit
                continue
            }
            guard let count = number, let unit = Self.seconds(character) else { return nil }
            total += count * unit
            number = nil
        }
        guard number == nil, total > 0, total < 1_000_000_000_000 else { return nil }
        microseconds = total * 1_000_000
    }

    private static func seconds(_ unit: UInt8) -> Int64? {
        switch unit {
        case 0x73: 1
        case 0x6D: 60
        case 0x68: 3600
        case 0x64: 86_400
        default: nil
        }
    }

    public var description: String {
        var rest = microseconds / 1_000_000
        var text = ""
        for (unit, seconds) in [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]
            as [(String, Int64)]
        where rest >= seconds {
            text += "\(rest / seconds)\(unit)"
            rest %= seconds
        }
        return text
    }
}
