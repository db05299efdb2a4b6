import FoundationEssentials
import StageSupport
import StatsFolder

/// What `ingest --summary` wrote.
struct IngestSummary: Decodable {
    struct Input: Decodable {
        let name: String
        let bytes: Int
        let lines: Int
        let sha256: String?
        let format: String?
        let state: String
    }

    private enum Key: CodingKey { case inputs }

    var ledger: Ledger
    var inputs: [Input]

    /// The classes stand beside the inputs.
    init(from decoder: any Decoder) throws {
        ledger = try Ledger(from: decoder)
        inputs = try decoder.container(keyedBy: Key.self).decode([Input].self, forKey: .inputs)
    }
}

/// What `sessionize --summary` wrote.
struct SessionizeSummary: Decodable {
    var rows: Int
    var rowsRead: Int
    /// Of these, rows that an earlier run had read and held over; nil where it does not say.
    var stateRows: Int?
    var noKey: Int
    var quarantinedRows: Int
    var heldRows: Int
    var late: Int
    var visitors: Int
    var users: Int
    var linked: Int
    var shared: Int
}

extension SessionizeSummary {
    /// Rows that no earlier run had read.
    var newRows: Int { rowsRead - (stateRows ?? 0) }
}

// What several nights add up to.
extension IngestSummary {
    mutating func add(_ other: IngestSummary) {
        ledger.add(other.ledger)
        inputs += other.inputs
    }
}

extension SessionizeSummary {
    /// Adds a night. Who came in several nights counts in each: visitors, users and those linked are of
    /// nights, not of people.
    mutating func add(_ other: SessionizeSummary) {
        rows += other.rows
        rowsRead += other.rowsRead
        stateRows = (stateRows ?? 0) + (other.stateRows ?? 0)
        noKey += other.noKey
        quarantinedRows += other.quarantinedRows
        heldRows += other.heldRows
        late += other.late
        visitors += other.visitors
        users += other.users
        linked += other.linked
        shared += other.shared
    }

    /// Adds the rows of sessions that were still open, which an earlier run had read.
    mutating func add(open other: SessionizeSummary) {
        rows += other.rows
        // They are held over no more.
        heldRows = 0
    }
}

/// The summaries of the earlier stages, which may lie in the folder: one each, or in `summaries/` one for each
/// night.
enum Summary {
    private static let nights = "summaries"

    /// Nil where there is none; exit 65 where a file is no summary of `ingest`.
    static func ingest(in folder: StatsFolder) throws(Failure) -> IngestSummary? {
        var sum: IngestSummary? = try read("ingest.summary.json", of: "ingest", in: folder)
        for name in try folder.names(in: nights) where name.hasSuffix(".ingest.json") {
            let night: IngestSummary? = try read(nights + "/" + name, of: "ingest", in: folder)
            guard let night else { continue }
            if sum == nil { sum = night } else { sum?.add(night) }
        }
        return sum
    }

    /// Nil where there is none; exit 65 where a file is no summary of `sessionize`.
    static func sessionize(in folder: StatsFolder) throws(Failure) -> SessionizeSummary? {
        let program = "sessionize"
        var sum: SessionizeSummary? = try read("sessionize.summary.json", of: program, in: folder)
        for name in try folder.names(in: nights)
        where name.hasSuffix(".sessionize.json") && !name.hasPrefix("open.") {
            let night: SessionizeSummary? = try read(nights + "/" + name, of: program, in: folder)
            guard let night else { continue }
            if sum == nil { sum = night } else { sum?.add(night) }
        }
        let open: SessionizeSummary? = try read(
            nights + "/open.sessionize.json", of: program, in: folder)
        if let open { sum?.add(open: open) }
        return sum
    }

    private static func read<Value: Decodable>(
        _ name: String, of program: String, in folder: StatsFolder
    ) throws(Failure) -> Value? {
        guard let bytes = try folder.file(name) else { return nil }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(Value.self, from: Data(bytes))
        } catch {
            throw Failure(
                .damagedInput,
                "\(folder.path)/\(name): no summary of \(program); write it again or remove it")
        }
    }
}
