/// The strings of Apache's `LogFormat`: `%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i" %D`.
///
/// Source: Apache httpd, mod_log_config, "Custom Log Formats".
enum ApacheFormat {
    /// Throws for a `%` without a directive.
    static func pieces(of text: String) throws(FormatError) -> [LogPattern.Piece] {
        var pieces = PatternPieces()
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            // As it stands in the configuration: \" is a quote, \t a TAB.
            if byte == 0x5C, let next = rest.first, next == 0x22 || next == 0x5C || next == 0x74 {
                rest.removeFirst()
                pieces.add(next == 0x74 ? 0x09 : next)
            } else if byte == 0x25 {
                try add(&rest, to: &pieces, of: text)
            } else {
                pieces.add(byte)
            }
        }
        return pieces.pieces
    }

    private static func add(
        _ rest: inout ArraySlice<UInt8>, to pieces: inout PatternPieces, of text: String
    ) throws(FormatError) {
        // Status modifiers (%!200,304{…}i) and original or final values (%<s, %>s).
        rest = rest.drop { $0 == 0x21 || $0 == 0x2C || $0 == 0x3C || $0 == 0x3E || isDigit($0) }
        var argument = ""
        if rest.first == 0x7B {
            guard let close = rest.firstIndex(of: 0x7D) else {
                throw FormatError("a { that does not end in '\(text)'")
            }
            argument = String(decoding: rest[rest.startIndex + 1..<close], as: UTF8.self)
            rest = rest[(close + 1)...]
        }
        rest = rest.drop { $0 == 0x3C || $0 == 0x3E }
        guard let letter = rest.popFirst() else {
            throw FormatError("a % without a directive in '\(text)'")
        }
        if letter == 0x25, argument.isEmpty { return pieces.add(0x25) }
        // %^FB and its like have two letters.
        var name = String(UnicodeScalar(letter))
        if letter == 0x5E { name += String(decoding: rest.prefix(2), as: UTF8.self) }
        if letter == 0x5E { rest = rest.dropFirst(2) }
        addField(name, argument, to: &pieces)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func addField(
        _ letter: String, _ argument: String, to pieces: inout PatternPieces
    ) {
        let name = argument.isEmpty ? "%" + letter : "%{" + argument + "}" + letter
        let known = field(letter, argument)
        if letter == "t", argument.isEmpty {
            pieces.add(0x5B)
            pieces.add(LogPattern.Field(name: name, field: .time))
            pieces.add(0x5D)
            return
        }
        let field = LogPattern.Field(
            name: name, field: known?.0, priority: known?.1 ?? 0, isPath: letter == "U",
            blanks: letter == "t" ? argument.utf8.count { $0 == 0x20 } : 0)
        // %{%d/%b/%Y:%T}t.%{msec_frac}t %{%z}t is one time.
        if letter == "t", pieces.extendTime(to: field) { return }
        pieces.add(field)
    }

    private static func field(_ letter: String, _ argument: String) -> (EventField, Int)? {
        switch (letter, argument.lowercased()) {
        case ("a", ""): (.address, 0)
        case ("h", _): (.address, 1)
        case ("a", "c"): (.address, 2)
        case ("u", _): (.user, 0)
        case ("t", _): (.time, 0)
        case ("r", _): (.request, 0)
        case ("m", _): (.method, 0)
        case ("U", _): (.page, 0)
        case ("q", _): (.query, 0)
        case ("s", _): (.status, 0)
        case ("b", _), ("B", _): (.size, 0)
        case ("D", _), ("T", "us"): (.microseconds, 0)
        case ("T", "ms"): (.milliseconds, 0)
        case ("T", _): (.seconds, 0)
        case ("i", "referer"): (.referrer, 0)
        case ("i", "user-agent"): (.agent, 0)
        case ("i", "x-forwarded-for"): (.forwarded, 0)
        case ("i", "x-real-ip"): (.forwarded, 1)
        case ("i", "cf-connecting-ip"): (.forwarded, 2)
        case ("i", "true-client-ip"): (.forwarded, 3)
        case ("i", "x-client-ip"): (.forwarded, 4)
        case ("i", "host"): (.site, 0)
        case ("v", _): (.site, 1)
        case ("V", _): (.site, 2)
        case ("e", "unique_id"): (.eventID, 0)
        default: nil
        }
    }
}
