import ByteIO
import Crypto
public import StageSupport

/// A folder that `funnelstats -o` wrote: its manifest, and its tables, each proved to be the one that
/// the manifest tells of.
///
/// Tables are held as they lie on disk and cut into cells when asked for.
public struct StatsFolder: Sendable {
    public let path: String
    public let manifest: StatsManifest
    private let tables: [String: [UInt8]]

    /// Reads the manifest and all its tables, `members.csv` excepted.
    ///
    /// Throws exit 66 where there is no such folder or manifest, 65 where a table is missing or not
    /// the one of the manifest.
    public init(_ path: String) throws(Failure) {
        self.path = path
        let name = Folder.join(path, "manifest.json")
        manifest = try StatsManifest(Self.read(name), name: name)
        var tables: [String: [UInt8]] = [:]
        for output in manifest.outputs where output.name != "members.csv" {
            tables[output.name] = try Self.verified(output, in: path)
        }
        self.tables = tables
    }

    /// The table of that file name; nil where the manifest has none.
    ///
    /// Throws exit 65 where it lacks one of `columns`.
    public func table(_ name: String, columns: [String] = []) throws(Failure) -> StatsTable? {
        guard let bytes = tables[name] else { return nil }
        return try StatsTable(bytes, name: Folder.join(path, name), columns: columns)
    }

    /// A table that lies in the folder and is not of the run, as `compare.csv`; nil where it is missing.
    public func unlisted(_ name: String, columns: [String] = []) throws(Failure) -> StatsTable? {
        guard let bytes = try file(name) else { return nil }
        return try StatsTable(bytes, name: Folder.join(path, name), columns: columns)
    }

    /// The bytes of a file that lies in the folder, as `ingest.summary.json`; nil where it is missing.
    ///
    /// Throws exit 66 where it cannot be read.
    public func file(_ name: String) throws(Failure) -> [UInt8]? {
        let full = Folder.join(path, name)
        return try Self.exists(full) ? try Self.read(full) : nil
    }

    /// The names of the files in a folder below, in the order of their bytes; none where it is missing.
    ///
    /// Throws exit 66 where it cannot be read.
    public func names(in below: String) throws(Failure) -> [String] {
        let full = Folder.join(path, below)
        guard try Self.exists(full) else { return [] }
        do throws(IOFailure) {
            return try Folder.names(in: full).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            throw Failure(error)
        }
    }

    private static func verified(
        _ output: StatsManifest.Output, in path: String
    ) throws(Failure) -> [UInt8] {
        // A manifest from elsewhere must not lead out of its folder.
        guard !output.name.contains("/"), output.name.hasSuffix(".csv") else {
            throw Failure(.damagedInput, "\(path)/manifest.json: '\(output.name)' is no table")
        }
        let full = Folder.join(path, output.name)
        guard try exists(full) else {
            throw Failure(
                .damagedInput, "\(full): missing, but in manifest.json; run funnelstats again")
        }
        let bytes = try read(full)
        var digits: [UInt8] = []
        for byte in SHA256.hash(data: bytes) { digits.append(hex: byte) }
        guard digits == Array(output.sha256.utf8) else {
            throw Failure(
                .damagedInput,
                "\(full): not the table that manifest.json tells of; run funnelstats again")
        }
        return bytes
    }

    private static func exists(_ path: String) throws(Failure) -> Bool {
        do throws(IOFailure) {
            return try Folder.exists(path)
        } catch {
            throw Failure(error)
        }
    }

    private static func read(_ path: String) throws(Failure) -> [UInt8] {
        do throws(IOFailure) {
            return try InputFile.bytes(ofFile: path) ?? []
        } catch {
            throw Failure(error)
        }
    }
}
