import ByteIO

/// The system's tzdata: a file for each zone, and a list of their names.
enum ZoneFolder {
    private static let folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"]
    private static let maximumSize = 1 << 18

    /// The zone's file; nil where there is none or `name` is no zone's name.
    static func content(of name: String) -> [UInt8]? {
        guard isName(name) else { return nil }
        for folder in folders {
            if let bytes = read("\(folder)/\(name)", limit: maximumSize) { return bytes }
        }
        return nil
    }

    /// What to say after a name that is no zone's.
    static func hint(for name: String) -> String {
        guard content(of: "UTC") != nil else {
            return ": this machine has no tzdata (Debian: apt install tzdata)"
        }
        let near = names(near: name)
        return near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    }

    /// Up to three names of zones that a user may have meant.
    private static func names(near name: String) -> [String] {
        let all = listed()
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
    private static func listed() -> [String] {
        for folder in folders {
            guard let bytes = read("\(folder)/tzdata.zi", limit: 1 << 20) else { continue }
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

    private static func read(_ path: String, limit: Int) -> [UInt8]? {
        do throws(IOFailure) {
            var input = try InputFile(path: path)
            var bytes = [UInt8](repeating: 0, count: limit)
            var filled = 0
            while filled < limit {
                let count = try input.read(into: &bytes, at: filled)
                if count == 0 { return Array(bytes[..<filled]) }
                filled += count
            }
            return nil
        } catch {
            // Missing here, or a folder: the next folder may have it, and none is told as unknown.
            return nil
        }
    }
}
