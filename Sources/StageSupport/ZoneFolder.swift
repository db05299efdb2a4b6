import ByteIO

/// The system's tzdata: a file for each zone, and a list of their names.
enum ZoneFolder {
    private static let folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"]
    private static let maximumSize = 1 << 18

    /// Names in the folder that stand for whatever the host is set to: the same run would mean other times
    /// elsewhere.
    private static let hostNames = ["localtime", "posixrules"]

    /// The zone's file; nil where there is none or `name` is no zone's name.
    ///
    /// - Throws: exit 74 where the file is there and cannot be read.
    static func content(of name: String) throws(Failure) -> [UInt8]? {
        guard isName(name), !hostNames.contains(name) else { return nil }
        for folder in folders {
            if let bytes = try read("\(folder)/\(name)", limit: maximumSize) { return bytes }
        }
        return nil
    }

    /// What to say after a name that is no zone's.
    static func hint(for name: String) throws(Failure) -> String {
        guard try content(of: "UTC") != nil else {
            return ": this machine has no tzdata (Debian: apt install tzdata)"
        }
        let near = try names(near: name)
        return near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    }

    /// Up to three names of zones that a user may have meant.
    private static func names(near name: String) throws(Failure) -> [String] {
        let all = try listed()
        let wanted = name.lowercased()
        let city = wanted.split(separator: "/").last.map(String.init) ?? wanted
        let cities = all.filter {
            $0.lowercased() == wanted || $0.lowercased().hasSuffix("/" + city)
        }
        if !cities.isEmpty { return Array(cities.sorted().prefix(3)) }
        if let near = Nearest.name(to: name, among: all) { return [near] }
        let lasts = all.map { $0.split(separator: "/").last?.lowercased() ?? "" }
        guard let near = Nearest.name(to: city, among: lasts) else { return [] }
        let found = all.filter { $0.lowercased() == near || $0.lowercased().hasSuffix("/" + near) }
        return Array(found.sorted().prefix(3))
    }

    /// Letters, digits, `_ + -` and single slashes: never a way out of the folder.
    private static func isName(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
        return name.utf8.count <= 100
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.allSatisfy {
                        $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x5F || $0 == 0x2B
                            || $0 == 0x2D
                    }
            }
    }

    /// The names in `tzdata.zi`: `Z NAME …` for a zone, `L TARGET NAME` for a link.
    private static func listed() throws(Failure) -> [String] {
        for folder in folders {
            guard let bytes = try read("\(folder)/tzdata.zi", limit: 1 << 20) else { continue }
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap {
                let words = $0.split(separator: " ")
                switch words.first {
                case "Z" where words.count > 1: return String(words[1])
                case "L" where words.count > 2: return String(words[2])
                default: return nil
                }
            }
        }
        return []
    }

    /// Nil for what is missing, a folder, or longer than `limit`: the next folder may have it.
    private static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8]? {
        do throws(IOFailure) {
            guard try Folder.isFile(path) else { return nil }
            return try InputFile.bytes(ofFile: path, limit: limit)
        } catch {
            throw Failure(.ioError, error.description)
        }
    }
}
