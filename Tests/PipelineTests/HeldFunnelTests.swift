import TestSupport
import Testing

/// A funnel that asks for the same document through all its steps.
struct HeldFunnelTests {
    /// d1 is uploaded and signed, d2 is sent: neither goes all the way.
    @Test func eachDocumentIsAUnit() throws {
        let found = try NumberCase("hold-constant") {
            $0.replacing(
                "breakdown=[\"props.doc\"]\nattribution=\"all\"", with: "hold=[\"props.doc\"]")
        }
        #expect(try found.lines("funnel", "reached") == ["1", "0", "0"])
        #expect(try found.lines("funnel_totals", "entered", "converted") == ["1,0"])
    }
}
