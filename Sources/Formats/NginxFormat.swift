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
            isPath: name == "request_uri" || name == "uri" || name == "document_uri",
            blanks: name == "time_local" ? 1 : 0)
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
        "http_x_forwarded_for": (.forwarded, 0), "proxy_add_x_forwarded_for": (.forwarded, 1),
        "http_x_real_ip": (.forwarded, 2), "http_cf_connecting_ip": (.forwarded, 3),
        "http_true_client_ip": (.forwarded, 4), "http_x_client_ip": (.forwarded, 5),
        "realip_remote_addr": (.address, 1),
        "http_cf_ipcountry": (.country, 0), "geoip_country_code": (.country, 1),
        "geoip2_data_country_code": (.country, 2),
    ]
}
