import Glibc

/// What libFuzzer calls. `FUZZ_ENTRY` names what gets the bytes: a folder of `Corpus`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    entry(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

private let entries: [String: @Sendable ([UInt8]) -> Void] = [
    "access": fuzzAccess, "delimited": fuzzDelimited, "extended": fuzzExtended, "gzip": fuzzGzip,
    "journey": fuzzJourney, "json": fuzzJSON, "pattern": fuzzPattern, "rules": fuzzRules,
    "shapes": fuzzShapes, "streams": fuzzStreams, "values": fuzzValues, "wrapper": fuzzWrapper,
]

private let entry: @Sendable ([UInt8]) -> Void = {
    let name = getenv("FUZZ_ENTRY").map { String(cString: $0) } ?? ""
    guard let entry = entries[name] else { fatalError("FUZZ_ENTRY names no entry: '\(name)'") }
    return entry
}()
