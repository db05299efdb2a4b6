import Rows

extension ClickNetwork {
    /// The source that a click id stands for. Organic links carry the ids of social networks too, so
    /// those have no medium.
    var source: StaticString {
        switch self {
        case .google: "google"
        case .microsoft: "bing"
        case .display: ""
        case .facebook: "facebook.com"
        case .tiktok: "tiktok.com"
        case .linkedin: "linkedin.com"
        }
    }

    var medium: StaticString {
        switch self {
        case .google, .microsoft: "cpc"
        case .display: "cpm"
        case .facebook, .tiktok, .linkedin: ""
        }
    }

    /// A byte that tells networks apart.
    var code: UInt8 { UInt8(Self.allCases.firstIndex(of: self) ?? 0) }

    init?(code: UInt8) {
        guard Int(code) < Self.allCases.count else { return nil }
        self = Self.allCases[Int(code)]
    }
}
