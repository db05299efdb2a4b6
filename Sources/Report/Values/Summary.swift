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

    let lines: Int
    let events: Int
    let rejected: Int
    let filtered: Int
    let bots: Int
    let duplicates: Int
    let blank: Int
    let rejects: [String: Int]
    let inputs: [Input]

    var accounted: Int { events + rejected + filtered + bots + duplicates + blank }
}

/// What `sessionize --summary` wrote.
struct SessionizeSummary: Decodable {
    let rows: Int
    let rowsRead: Int
    let noKey: Int
    let quarantinedRows: Int
    let heldRows: Int
    let late: Int
    let visitors: Int
    let users: Int
    let linked: Int
    let shared: Int
}

/// The summaries of the earlier stages, which may lie in the folder.
enum Summary {
    /// Nil where the file is missing; exit 65 where it is no summary of `program`.
    static func read<Value: Decodable>(
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
