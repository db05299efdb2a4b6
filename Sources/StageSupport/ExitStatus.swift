public import ByteIO
import Rows

/// How a stage ends, in the contract's numbers.
public enum ExitStatus: Int32, Sendable {
    case success = 0
    case usage = 64
    case damagedInput = 65
    case noInput = 66
    case selfCheck = 70
    case cannotCreate = 73
    case ioError = 74
    /// Another run holds the lock.
    case locked = 75
    case invalidJourney = 78
}

/// A failure that ends the stage: what is wrong, a line each, and the exit.
public struct Failure: Error, CustomStringConvertible {
    public let status: ExitStatus
    public let problems: [String]

    public init(_ status: ExitStatus, _ problems: [String]) {
        self.status = status
        self.problems = problems
    }

    public init(_ status: ExitStatus, _ problem: String) { self.init(status, [problem]) }

    public var description: String { problems.joined(separator: "; ") }

    public init(_ failure: IOFailure) {
        let status: ExitStatus =
            switch failure.kind {
            case .damaged: .damagedInput
            case .noInput: .noInput
            case .cannotCreate: .cannotCreate
            case .failed: .ioError
            case .locked: .locked
            }
        self.init(status, failure.description)
    }

    /// Any error of the layers below, with the exit that belongs to it; nil for a foreign error.
    public init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let failure as IOFailure: self.init(failure)
        case let failure as StreamFailure: self.init(.damagedInput, failure.description)
        default: return nil
        }
    }
}
