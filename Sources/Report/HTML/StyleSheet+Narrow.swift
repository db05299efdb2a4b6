// Rules for narrow windows, and for pages with the script.
extension StyleSheet {
    /// A journey map becomes a list of its stages, each with what stands in its column; a flow becomes tables.
    static let narrow = """
        .slim{display:none}
        @media screen{.named{position:absolute;width:1px;height:1px;overflow:hidden;margin:0;
        clip-path:inset(50%);scroll-margin-top:120px}}
        @media screen and (max-width:640px){.broad{display:none}
        .slim{display:block}
        .slim caption{font-weight:600;color:var(--ink);padding:6px 0 2px}
        .journey{display:grid;grid-template-columns:minmax(0,1fr);min-width:0}
        .journey thead,.journey tbody,.journey tr{display:contents}
        .journey th,.journey td,.journey .how td{display:block;border:0;padding:5px 10px 7px}
        .journey th:first-child,.journey .next td,.journey td:empty{display:none}
        .journey td::before{content:attr(data-head);display:block;font-weight:600}
        .journey .lane td{border-radius:8px;border-bottom:4px solid var(--page)}
        .journey .chev{padding:14px 0 2px}
        .chev div,.chev:nth-child(2) div{clip-path:none;margin:0;min-height:0;padding:7px 10px;
        border-radius:8px;font-size:15px}
        .how td>div{height:auto}
        .how td div>.curve{display:none}
        .how td div>.spots{position:static;width:120px;height:24px;margin-left:-51px}
        .spot{transform:translateY(12px)}
        .spot text{text-anchor:start;transform:translate(15px,-15.5px);font-size:13px}
        .how small{padding:0}
        .journey tr>:nth-child(2){order:2}
        .journey tr>:nth-child(3){order:3}
        .journey tr>:nth-child(4){order:4}
        .journey tr>:nth-child(5){order:5}
        .journey tr>:nth-child(6){order:6}
        .journey tr>:nth-child(7){order:7}
        .journey tr>:nth-child(8){order:8}
        .journey tr>:nth-child(9){order:9}
        .journey tr>:nth-child(10){order:10}
        .journey tr>:nth-child(11){order:11}
        .journey tr>:nth-child(12){order:12}
        .journey tr>:nth-child(13){order:13}}

        """

    static let interactive = """
        .readout{position:fixed;z-index:5;max-width:min(300px,90vw);padding:5px 9px;border-radius:6px;
        background:var(--ink);color:var(--page);font-size:13px;line-height:1.35;pointer-events:none;
        border:1px solid transparent}
        th button{all:unset;box-sizing:border-box;cursor:pointer;min-width:24px;min-height:24px}
        th button:focus-visible{outline:2px solid var(--bar)}
        th[aria-sort=ascending] button::after{content:" ↑"}
        th[aria-sort=descending] button::after{content:" ↓"}
        .lit .flow path{opacity:.2}
        .lit .flow .on{opacity:1}

        """
}
