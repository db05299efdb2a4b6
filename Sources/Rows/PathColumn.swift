/// The columns that a path row has before those of its event.
public enum PathColumn: Int, CaseIterable, Sendable {
    case customer, sessionID, sessionIndex, step

    /// The name in the stream's second line.
    public var name: String {
        switch self {
        case .sessionID: "session_id"
        case .sessionIndex: "session_index"
        default: "\(self)"
        }
    }

    /// All columns of a path row, in the order of the stream.
    public static let rowNames =
        allCases.map(\.name) + EventColumn.allCases.map(\.name)
}
