import ByteIO

/// Which referrers are one's own: those from the site itself and from the hosts that the user named.
package struct ReferrerRule: Sendable {
    private let own: [[UInt8]]

    /// `hosts` as written: in any case, with `www.` or not.
    package init(own hosts: [String] = []) {
        own = hosts.map { Array($0.utf8).map(\.asciiLowercased) }.filter { !$0.isEmpty }
    }

    /// Whether the user named hosts.
    var hasNamed: Bool { !own.isEmpty }

    /// Whether a page on `site` that was reached from `host` was reached from within; both in lower
    /// case. Where the site is not known only the named hosts are one's own.
    func isOwn(host: Span<UInt8>, site: Span<UInt8>) -> Bool {
        Self.areOneSite(host, site) || isOwn(host: host)
    }

    /// Whether `host` belongs to the hosts that the user named.
    func isOwn(host: Span<UInt8>) -> Bool {
        own.contains { Self.areOneSite(host, $0.span) }
    }

    /// Whether the hosts are equal, or one is a subdomain of the other; `www.` is ignored.
    private static func areOneSite(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard !left.isEmpty, !right.isEmpty else { return false }
        let one = left.extracting((left.starts(with: "www.") ? 4 : 0)...)
        let other = right.extracting((right.starts(with: "www.") ? 4 : 0)...)
        return ends(one, with: other) || ends(other, with: one)
    }

    private static func ends(_ host: Span<UInt8>, with domain: Span<UInt8>) -> Bool {
        let rest = host.count - domain.count
        guard rest >= 0, !domain.isEmpty, host.extracting(rest...).equals(domain) else {
            return false
        }
        return rest == 0 || host[rest - 1] == 0x2E
    }
}
