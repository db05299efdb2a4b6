import ByteIO
import Crypto
import Journeys
import StageSupport

/// The hash of all that shapes the numbers: counts of other rules do not add up.
struct PartialRules {
    let hash: String

    /// Of the journey file only its bytes count, of conditions not their order.
    init(_ question: FunnelOptions, journeyHash: String?, _ part: Journeys.Part) {
        let words: [(String, String?)] = [
            ("version", Polku.version), ("journey", journeyHash), ("steps", question.steps),
            ("window", question.window), ("unit", question.unit?.rawValue),
            ("order", question.order?.rawValue),
            ("where", part.texts.sorted().map(JSONValue.quoted).joined(separator: ",")),
            ("since", part.since.map(String.init)), ("until", part.until.map(String.init)),
        ]
        let text = JSONValue.object(words.map { ($0, $1.map(JSONValue.quoted) ?? "null") })
        var digits: [UInt8] = []
        for byte in SHA256.hash(data: Array(text.utf8)) { digits.append(hex: byte) }
        hash = String(decoding: digits, as: UTF8.self)
    }
}
