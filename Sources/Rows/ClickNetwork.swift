/// The advertising network whose click id a URL carried.
public enum ClickNetwork: String, CaseIterable, Sendable {
    case google, microsoft, display, facebook, tiktok, linkedin
}

/// What an HTTP request was, before rules about static files.
public enum RequestKind: Sendable {
    /// No request: a row of an event log, which names its event.
    case none
    /// GET or POST of a URL, errors included.
    case page
    /// GET or POST that was answered with 3xx other than 304.
    case redirect
    /// Any other method, and what is no HTTP.
    case request
}
