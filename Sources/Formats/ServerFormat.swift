/// A server's own format string, checked: `nginx:'…'` or `apache:'…'`.
public struct ServerFormat: Hashable, Sendable {
    /// As `--format` has it.
    public let name: String
    let pieces: [LogPattern.Piece]

    /// Nil where `name` begins with neither `nginx:` nor `apache:`.
    ///
    /// Throws what is wrong with the string, and where two fields stand side by side, so that nothing
    /// tells where the first ends.
    public init?(_ name: String) throws(FormatError) {
        let string = name.drop { $0 != ":" }.dropFirst()
        if name.hasPrefix("nginx:") {
            pieces = try NginxFormat.pieces(of: String(string))
        } else if name.hasPrefix("apache:") {
            pieces = try ApacheFormat.pieces(of: String(string))
        } else {
            return nil
        }
        self.name = name
        var last: LogPattern.Field?
        for piece in pieces {
            guard case .field(let field) = piece else {
                last = nil
                continue
            }
            if let last, !field.isPath {
                throw FormatError("nothing stands between \(last.name) and \(field.name)")
            }
            last = field
        }
        guard pieces.contains(where: { $0.text == nil }) else {
            throw FormatError("'\(name)' has no fields")
        }
    }

    public static func == (left: ServerFormat, right: ServerFormat) -> Bool {
        left.name == right.name
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension ServerFormat {
    /// Strings that products set and nobody can change: tried like any other format.
    ///
    /// Sources: Nginx Proxy Manager, rootfs/etc/nginx/conf.d/include/log.conf (`proxy`, `standard`).
    static let known: [ServerFormat] = [
        "nginx:[$time_local] $upstream_cache_status $upstream_status $status - $request_method $scheme $host "
            + "\"$request_uri\" [Client $remote_addr] [Length $body_bytes_sent] [Gzip $gzip_ratio] [Sent-to "
            + "$server] \"$http_user_agent\" \"$http_referer\"",
        "nginx:[$time_local] $status - $request_method $scheme $host \"$request_uri\" [Client $remote_addr] "
            + "[Length $body_bytes_sent] [Gzip $gzip_ratio] \"$http_user_agent\" \"$http_referer\"",
    ].compactMap { text in
        // The tests read a line of each.
        try? ServerFormat(text)
    }
}
