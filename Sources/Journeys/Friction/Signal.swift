import StageSupport
import StatsFolder

/// What can make a way hard. A signal fires at the row at which its pattern is known.
///
/// Beside these, each touchpoint of kind `error` is a signal of its own, `error:NAME`.
enum Signal: Int32, CaseIterable {
    case serverError, clientError, notFound, denied, slow, rapidRepeat, pageLoop, quickBack
    case pingPong, uTurn, retryLoop, longDwell, searchRefinement, supportContact, resumedLater

    static let errorPrefix = "error:"
    /// What it takes for `error:NAME`.
    static let errorThreshold = "kind = error"
    /// Values of one search count as refined within this, in microseconds.
    static let refinementLimit: Int64 = 300 * 1_000_000

    /// The number of `error:NAME` for a touchpoint's number; those of the other signals lie below.
    static func number(ofErrors touchpoint: Int) -> Int32 { Int32(allCases.count + touchpoint) }

    /// The touchpoint whose errors have this number; nil for the other signals.
    static func touchpoint(ofNumber number: Int32) -> Int? {
        number < allCases.count ? nil : Int(number) - allCases.count
    }

    /// The name in the tables and in `[friction] off`.
    var name: String {
        switch self {
        case .serverError: "server_error"
        case .clientError: "client_error"
        case .notFound: "not_found"
        case .denied: "denied"
        case .slow: "slow"
        case .rapidRepeat: "rapid_repeat"
        case .pageLoop: "page_loop"
        case .quickBack: "quick_back"
        case .pingPong: "ping_pong"
        case .uTurn: "u_turn"
        case .retryLoop: "retry_loop"
        case .longDwell: "long_dwell"
        case .searchRefinement: "search_refinement"
        case .supportContact: "support_contact"
        case .resumedLater: "resumed_later"
        }
    }

    /// The signals in which a session is a bad one, as bits; so is one with any `error:NAME`.
    static var bad: UInt32 {
        allCases.reduce(0) { SignalClass(of: $1.name) == .bad ? $0 | $1.bit : $0 }
    }

    var bit: UInt32 { 1 << UInt32(rawValue) }

    /// Whether a failed request fires it.
    var isError: Bool {
        switch self {
        case .serverError, .clientError, .notFound, .denied: true
        default: false
        }
    }

    /// The signal that a status is, if any.
    init?(status: Int32) {
        switch status {
        case 500...: self = .serverError
        case 400, 408, 409, 422, 429: self = .clientError
        case 404, 410: self = .notFound
        case 401, 403: self = .denied
        default: return nil
        }
    }

    /// What it takes to fire, as `friction_signals.csv` tells it.
    func threshold(_ rules: FrictionRules) -> String {
        func seconds(_ time: Int64) -> String { "\(time / 1_000_000) s" }
        return switch self {
        case .serverError: "status >= 500"
        case .clientError: "status 400/408/409/422/429"
        case .notFound: "status 404/410"
        case .denied: "status 401/403"
        case .slow: "> \(rules.slow / 1000) ms"
        case .rapidRepeat: "3 in \(seconds(rules.rapidRepeat))"
        case .pageLoop: "3 in \(seconds(rules.pageLoop))"
        case .quickBack: "< \(seconds(rules.quickBack))"
        case .pingPong: "4 alternating"
        case .uTurn: "lower step"
        case .retryLoop: "3 with gaps <= \(seconds(rules.retryWithin))"
        case .longDwell: "> \(seconds(rules.longDwell))"
        case .searchRefinement: "2 values in \(seconds(Self.refinementLimit))"
        case .supportContact: "<= \(seconds(rules.supportWithin)) after from"
        case .resumedLater: "later session"
        }
    }
}
