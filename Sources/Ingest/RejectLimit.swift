import Events
import ArgumentParser
import StageSupport

/// How many rejects a run may have.
enum RejectLimit: ExpressibleByArgument, CustomStringConvertible {
    case share(Double)
    case count(Int)

    init?(argument: String) {
        if argument.hasSuffix("%") {
            guard let percent = Double(argument.dropLast()), (0...100).contains(percent) else {
                return nil
            }
            self = .share(percent / 100)
        } else {
            guard let count = Int(argument), count >= 0 else { return nil }
            self = .count(count)
        }
    }

    var description: String {
        switch self {
        case .share(let share): "\(share * 100)%"
        case .count(let count): "\(count)"
        }
    }

    /// Whether the run is over the limit; blank lines do not count as lines.
    func isExceeded(by ledger: Ledger) -> Bool {
        switch self {
        case .count(let count): ledger.rejected > count
        case .share(let share):
            ledger.rejected > 10
                && Double(ledger.rejected) > share * Double(ledger.lines - ledger.blank)
        }
    }
}
