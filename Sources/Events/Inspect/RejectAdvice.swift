import Formats
import Rows

/// What cures the rejects of one code.
package enum RejectAdvice {
    /// What to do about lines that were rejected with `code`; `keys` are those that the input has. Empty where there
    /// is nothing to advise.
    package static func text(_ code: String, keys: [String]) -> String {
        switch RowError.Code(rawValue: code) {
        case .badTime:
            "; times are read as 2026-03-02T04:45:50Z, 2026-03-02 04:45:50, 02/Mar/2026:04:45:50 +0000, epochs and the "
                + "like; for others say how they are written, as in --time-format '%d.%m.%Y %H:%M'"
        case .missingField: keys.isEmpty ? "" : missing(keys)
        default: ""
        }
    }

    private static let shown = 20

    private static func missing(_ all: [String]) -> String {
        // Objects hold the keys that tell something.
        let keys = all.filter { key in !all.contains { $0.hasPrefix(key + ".") } }
        let more = keys.count > shown ? " and \(keys.count - shown) more" : ""
        let list = keys.prefix(shown).joined(separator: ", ")
        let map = guesses.compactMap { guess in
            best(of: keys, guess.words).map { "\(guess.target)=\($0)" }
        }
        let line = map.isEmpty ? "time=KEY,visitor=KEY,event=KEY" : map.joined(separator: ",")
        return "; the lines have \(list)\(more): say what they are, as in --map '\(line)'"
    }

    /// Words of key names by which a target may be known, the best ones first.
    private static let guesses: [(target: String, words: [String])] = [
        ("time", ["timestamp", "time", "date", "ts"]),
        (
            "visitor",
            ["visitor", "anonymous", "distinct", "device_id", "cookie", "client_id", "session"]
        ),
        ("user", ["user_id", "userid", "customer"]),
        ("address", ["client_ip", "clientip", "remote_addr", "remoteaddr", "remote", "ip"]),
        ("event", ["event_name", "eventname", "event", "action"]),
        ("url", ["url", "uri", "page"]),
    ]

    private static func best(of keys: [String], _ words: [String]) -> String? {
        for word in words {
            let found = keys.filter { key in
                let last = key.split(separator: ".").last.map { $0.lowercased() } ?? ""
                return word.count < 4
                    ? last == word : last.contains(word) && !last.hasSuffix("port")
            }
            if let found = found.min(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
                return found
            }
        }
        return nil
    }
}
