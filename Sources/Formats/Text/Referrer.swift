import ByteIO
public import Rows

extension EventDraft {
    /// Gives `referrer` the host of the logged URL, unless it is the site's own or one is a subdomain
    /// of the other.
    public mutating func setReferrer() {
        guard !isEmpty(.referrerURL) else { return }
        var host: [UInt8] = []
        WebText.appendHost(ofURL: self[.referrerURL], to: &host)
        setReferrer(host: host.span)
    }

    /// Gives `referrer` this host, in lower case, unless it is empty or the site's own.
    public mutating func setReferrer(host: Span<UInt8>) {
        guard !host.isEmpty, !Self.areOneSite(host, self[.site]) else { return }
        set(.referrer, host)
    }

    private static func areOneSite(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard !left.isEmpty, !right.isEmpty else { return false }
        let (one, other) = (withoutWWW(left), withoutWWW(right))
        let (short, long) = (left.extracting(one), right.extracting(other))
        return ends(short, with: long) || ends(long, with: short)
    }

    private static func withoutWWW(_ host: Span<UInt8>) -> Range<Int> {
        (host.starts(with: "www.") ? 4 : 0)..<host.count
    }

    private static func ends(_ host: Span<UInt8>, with domain: Span<UInt8>) -> Bool {
        let rest = host.count - domain.count
        guard rest >= 0, host.extracting(rest...).equals(domain) else { return false }
        return rest == 0 || host[rest - 1] == 0x2E
    }
}
