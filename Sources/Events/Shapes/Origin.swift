import ByteIO
import Formats

/// The values that decide where a visit came from.
struct Origin: BitwiseCopyable {
    /// The page's origin, or the logged host.
    var site = Part.none
    var isSiteOfURL = false
    /// The referrer's origin.
    var referrer = Part.none
    var source = Part.none
    var medium = Part.none
    var campaign = Part.none
    var channel = Part.none
    /// Queries that may name a campaign, as a whole.
    var urlQuery = Part.none
    var query = Part.none

    @inline(__always)
    var parts: [8 of Part] {
        [referrer, source, medium, campaign, site, channel, urlQuery, query]
    }

    /// Those that a request may have; its query stands in its URL or in a field of its own.
    @inline(__always)
    var requestParts: [3 of Part] { [referrer, site, urlQuery.isEmpty ? query : urlQuery] }

    @inline(__always)
    var siteSalt: UInt64 { isSiteOfURL ? 2 : 0 }

    @inline(__always)
    mutating func setURL(_ text: Span<UInt8>, _ url: PlainURL) {
        if !url.origin.isEmpty { (site, isSiteOfURL) = (url.origin, true) }
        if !url.query.isEmpty, PlainURL.mayNameCampaign(text, url.query) { urlQuery = url.query }
    }

    @inline(__always)
    mutating func setQuery(_ text: Span<UInt8>, _ part: Part) {
        guard !part.isEmpty else { return }
        let start = text[part.start] == 0x3F ? part.start &+ 1 : part.start
        if PlainURL.mayNameCampaign(text, Part(start, part.end)) { query = part }
    }

    @inline(__always)
    mutating func setReferrer(_ text: Span<UInt8>, _ part: Part) {
        if !part.isEmpty { referrer = PlainURL.origin(ofReferrer: text, part) }
    }
}

/// What is noted of an event's name.
enum NameNote {
    static var pageView: UInt32 { 1 }
    /// The screen's name stands for the page.
    static var screen: UInt32 { 2 }
}
