/// The strings of nginx's `log_format`: `$remote_addr - $remote_user [$time_local] "$request" …`.
///
/// Source: nginx, ngx_http_log_module and "Embedded Variables".
enum NginxFormat {
    /// Throws for a `$` without a name.
    static func pieces(of text: String) throws(FormatError) -> [LogPattern.Piece] {
        var pieces = PatternPieces()
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == 0x24 else {
                pieces.add(byte)
                continue
            }
            let isBraced = rest.first == 0x7B
            if isBraced { rest.removeFirst() }
            let name = rest.prefix { isName($0) }
            rest.removeFirst(name.count)
            guard !name.isEmpty, !isBraced || rest.popFirst() == 0x7D else {
                throw FormatError("a $ without the name of a variable in '\(text)'")
            }
            pieces.add(field(String(decoding: name, as: UTF8.self)))
        }
        return pieces.pieces
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x5F: true
        default: false
        }
    }

    private static func field(_ name: String) -> LogPattern.Field {
        let known = fields[name]
        return LogPattern.Field(
            name: name, field: known?.field, priority: known?.priority ?? 0,
            isPath: name == "request_uri" || name == "uri" || name == "document_uri")
    }

    private static let fields: [String: (field: EventField, priority: Int)] = [
        "remote_addr": (.address, 0), "remote_user": (.user, 0), "time_iso8601": (.time, 0),
        "time_local": (.time, 1), "msec": (.time, 2), "request": (.request, 0),
        "request_method": (.method, 0), "request_uri": (.url, 0), "uri": (.page, 0),
        "document_uri": (.page, 1), "args": (.query, 0), "query_string": (.query, 1),
        "http_host": (.site, 0), "host": (.site, 1), "server_name": (.site, 2),
        "status": (.status, 0), "body_bytes_sent": (.size, 0), "bytes_sent": (.size, 1),
        "request_time": (.seconds, 0), "http_referer": (.referrer, 0),
        "http_user_agent": (.agent, 0), "request_id": (.eventID, 0),
        "http_cf_ipcountry": (.country, 0), "geoip_country_code": (.country, 1),
        "geoip2_data_country_code": (.country, 2),
    ]
}

/// The pieces of a pattern, neighbouring texts joined and runs of blanks made one.
struct PatternPieces {
    private(set) var pieces: [LogPattern.Piece] = []

    mutating func add(_ byte: UInt8) {
        let byte = byte == 0x09 ? 0x20 : byte
        guard case .text(var text) = pieces.last else {
            pieces.append(.text([byte]))
            return
        }
        if byte == 0x20, text.last == 0x20 { return }
        text.append(byte)
        pieces[pieces.count - 1] = .text(text)
    }

    /// Adds a field; a query right behind a path makes one URL with it.
    mutating func add(_ field: LogPattern.Field) {
        if case .field(var path) = pieces.last, path.isPath, Self.queries.contains(field.name) {
            path.field = .url
            pieces[pieces.count - 1] = .field(path)
        } else {
            pieces.append(.field(field))
        }
    }

    private static let queries: Set<String> = ["%q", "is_args", "args", "query_string"]

    /// Makes the field before the last text reach to here, if both are parts of the time.
    mutating func extendTime() -> Bool {
        guard case .text = pieces.last, pieces.count > 1,
            case .field(let field) = pieces[pieces.count - 2], field.field == .time,
            field.name.hasPrefix("%{")
        else { return false }
        pieces.removeLast()
        return true
    }
}
