import ByteIO
import Formats
import Rows

/// What is counted beside the ledger: remarks, and the rules that took lines away.
package struct Tally: Sendable {
    private var notes = [Int](repeating: 0, count: 32)
    /// Lines earlier than the line before them in their input.
    package var outOfOrder = 0
    private(set) var bots: [BotFilter.Evidence: Int] = [:]
    private(set) var filtered: [LineClass.Reason: Int] = [:]
    /// Requests whose client has a private address.
    private(set) var privateClients = 0
    /// The private address, where it is one alone.
    private(set) var privateClient: [UInt8]?

    package init() {}

    mutating func count(_ set: EventNotes) {
        var left = set.rawValue
        while left != 0 {
            notes[left.trailingZeroBitCount] += 1
            left &= left - 1
        }
    }

    mutating func count(_ evidence: BotFilter.Evidence, _ times: Int = 1) {
        bots[evidence, default: 0] += times
    }

    /// One more client of a request, by its address.
    mutating func count(client address: Span<UInt8>) {
        guard ClientAddress.mayBePrivate(address, 0), ClientAddress.isPrivate(address) else {
            return
        }
        let known = privateClient ?? []
        add(privateClients: 1, address.equals(known.span) ? nil : address.copied())
    }

    /// `others`: an address that is not the one that is known.
    private mutating func add(privateClients count: Int, _ other: [UInt8]?) {
        defer { privateClients += count }
        guard let other else { return }
        privateClient = privateClients == 0 ? other : []
    }

    mutating func count(_ reason: LineClass.Reason) { filtered[reason, default: 0] += 1 }

    package mutating func add(_ other: Tally) {
        for index in notes.indices { notes[index] += other.notes[index] }
        outOfOrder += other.outOfOrder
        if other.privateClients > 0 {
            let isSame = other.privateClient == privateClient
            add(privateClients: other.privateClients, isSame ? nil : other.privateClient)
        }
        for (evidence, count) in other.bots { bots[evidence, default: 0] += count }
        for (reason, count) in other.filtered { filtered[reason, default: 0] += count }
    }

    /// The remarks by name, in byte order, without those that never came.
    package var notesByName: [(String, Int)] {
        var named: [(String, Int)] = outOfOrder > 0 ? [("out_of_order", outOfOrder)] : []
        for (index, count) in notes.enumerated() where count > 0 {
            for name in EventNotes(rawValue: 1 << UInt32(index)).names {
                named.append((name, count))
            }
        }
        return named.sorted { $0.0 < $1.0 }
    }

    package var botsByRule: [(String, Int)] {
        bots.map { ($0.key.text, $0.value) }.sorted { $0.0 < $1.0 }
    }

    package var filteredByReason: [(String, Int)] {
        filtered.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
    }

    /// What to say where nearly all clients of `requests` are private, and so are a proxy's and nobody's; nil where
    /// they are not.
    package func proxyDoubt(_ requests: Int) -> String? {
        guard privateClients > 0, privateClients * 20 >= requests * 19 else { return nil }
        let address = privateClient.flatMap {
            $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self)
        }
        return "all clients are \(address ?? "private addresses"): log the X-Forwarded-For header"
    }
}
