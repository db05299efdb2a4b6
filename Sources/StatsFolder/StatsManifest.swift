import ByteIO
import FoundationEssentials
import StageSupport

/// `manifest.json` of a `funnelstats` folder: what was counted, by which rules, into which tables.
public struct StatsManifest: Decodable, Sendable {
    public struct Input: Decodable, Sendable {
        public let name: String
        /// As they lie on disk.
        public let bytes: Int
        public let rows: Int
        /// One for each stream of the input; nil where its writer gave none.
        public let hashes: [String?]
    }

    /// Acts on attempts that stand at a step in `from..<to`, counted from 1.
    public struct Exclusion: Decodable, Sendable {
        public let touchpoint: String
        public let from: Int
        public let to: Int
    }

    /// Thresholds of the friction signals, as the journey file writes them.
    public struct Friction: Decodable, Sendable {
        public let slowMs: Int
        public let rapidRepeat: String
        public let pageLoop: String
        public let quickBack: String
        public let retryWithin: String
        public let longDwell: String
        public let searchQuery: String?
        public let supportWithin: String
        public let minUnits: Int
        public let minCell: Int
        public let off: [String]
        /// What errors answer, where it is said; nil in manifests of other writers.
        public let answers: [Answers]?
    }

    /// An error, and the touchpoints whose rows are the attempts that it answers.
    public struct Answers: Decodable, Sendable {
        public let touchpoint: String
        public let attempts: [String]
    }

    public struct Conversion: Decodable, Sendable {
        /// Where a conversion's id stands; nil where each row is one of its own.
        public let id: String?
        /// Rows that report a conversion again, and refunds.
        public let repeated: Int
        public let refunds: Int
    }

    public struct Attribution: Decodable, Sendable {
        public let lookback: String
        public let halfLife: String
    }

    /// Who begins and who returns, as the journey file says.
    public struct Retention: Decodable, Sendable {
        public let period: String
        public let basis: String
        public let from: String?
        public let returning: String?
    }

    /// What was counted of the rows, and how many were left out.
    public struct Part: Decodable, Sendable {
        public let `where`: [String]
        /// As written in rows.
        public let since: String?
        public let until: String?
        public let rowsBeforeSince: Int
        public let rowsFromUntil: Int
        public let rowsNotWhere: Int

        public var rowsLeftOut: Int { rowsBeforeSince + rowsFromUntil + rowsNotWhere }
    }

    public struct Funnel: Decodable, Sendable {
        public let name: String
        public let steps: [String]
        /// Steps that no row matches, from 1; nil in manifests of other writers.
        public let stepsWithoutRows: [Int]?
        /// For each step, `optional, within 2h` or the like; empty for a plain one.
        public let stepRules: [String]
        public let unit: String
        /// Columns and properties whose values are units of their own; nil in manifests of other writers.
        public let hold: [String]?
        public let order: String
        public let entry: String
        public let window: String
        public let windowFrom: String
        public let exclude: [Exclusion]
        public let exclusionEffect: String
        public let breakdown: [String]
        public let attribution: String
        public let trend: String
        public let like: String?
        public let notReproduced: String?
        public let entered: Int
        public let removed: Int
        public let rowsWithoutUnit: Int
    }

    /// What the rows of a touchpoint are: `error`, `conversion`, `feedback` and the like.
    public struct Kind: Decodable, Sendable {
        public let touchpoint: String
        public let kind: String
    }

    /// What people read in the place of a name.
    public struct Label: Decodable, Sendable {
        /// `touchpoint`, `step`, `funnel`, `stage`, `breakdown` or `segment`.
        public let of: String
        public let name: String
        /// Of a step: its funnel, and which one it is, from 1.
        public let funnel: String?
        public let step: Int?
        /// Of a segment: the column or property that it is a value of.
        public let breakdown: String?
        /// By language; `*` is any.
        public let text: [String: String]
    }

    public struct Output: Decodable, Sendable {
        /// The file's name in the folder.
        public let name: String
        /// Without the header.
        public let rows: Int
        /// Of the whole file, in hex digits.
        public let sha256: String
    }

    public let program: String
    public let version: String
    /// Nil where there was no journey file.
    public let journeySha256: String?
    public let timezone: String
    /// What the journey file calls the whole, and the language of the report; nil where it does not say.
    public let site: String?
    public let language: String?
    /// Nil in manifests of other writers, as are the labels.
    public let kinds: [Kind]?
    public let labels: [Label]?
    /// The earliest and the latest time read, as written in rows; nil where there were none.
    public let dataStart: String?
    public let dataEnd: String?
    public let rows: Int
    public let rowsUsed: Int
    public let rowsDeliveredTwice: Int
    /// Nil where all rows were counted.
    public let part: Part?
    public let customers: Int
    public let sessions: Int
    /// Feedback answers off their scale, which count nowhere.
    public let answersOffScale: Int?
    /// Each timeout that the path streams tell of; nil in manifests of other writers.
    public let sessionTimeouts: [String]?
    public let inputs: [Input]
    public let funnels: [Funnel]
    /// Nil in manifests of other writers.
    public let conversion: Conversion?
    public let friction: Friction
    public let attribution: Attribution
    /// Nil in manifests of other writers.
    public let retention: Retention?
    public let outputs: [Output]

    /// Throws exit 65 where `bytes` are no manifest of `funnelstats`; `name` is that of the file.
    init(_ bytes: [UInt8], name: String) throws(Failure) {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            self = try decoder.decode(Self.self, from: Data(bytes))
        } catch {
            throw Failure(
                .damagedInput,
                "\(name): not the manifest of this version of funnelstats; run funnelstats again")
        }
        guard program == "funnelstats" else {
            throw Failure(.damagedInput, "\(name): written by \(program), not by funnelstats")
        }
    }
}
