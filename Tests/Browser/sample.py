"""A small page that passes every check, and what can be spoilt in it: the proof that checks can fail."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple

import tables
from tables import Row

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --page: #ffffff; --heat: #cfe3f2; --mild: #eef5fa }
@media (prefers-color-scheme: dark) { :root { --ink: #eeeeee; --page: #161616; --heat: #12405c; --mild: #1a2832 } }
@media print { :root { --ink: #1b1b1b; --page: #ffffff; --heat: #cfe3f2; --mild: #eef5fa; color-scheme: light }
    nav { display: none } details::details-content { content-visibility: visible }
    td { break-inside: avoid; print-color-adjust: exact } }
body { color: var(--ink); background: var(--page); font-family: sans-serif; margin: 1em }
svg { max-width: 100%; height: auto; overflow: visible } text { fill: var(--ink); font-size: 13px }
.h2 { background: var(--heat) } .h1 { background: var(--mild) } a { color: var(--ink) }
.wide { overflow-x: auto }
"""

BODY = """<a href="#main">Skip to the report</a><header><h1>Report</h1></header>
<nav aria-label="Sections"><a href="#where">Where they leave</a></nav>
<main id="main"><section id="where" aria-labelledby="w"><h2 id="w">Where they leave</h2>
<svg role="img" aria-labelledby="t d" width="320" height="90" viewBox="0 0 320 90">
<title id="t">Bars</title><desc id="d">80, 40 and 9 customers</desc>
<rect data-mark="width" data-csv="funnel:2:reached" x="0" y="0" width="200" height="20" fill="#0072B2"/>
<rect data-mark="width" data-csv="funnel:3:reached" x="0" y="30" width="100" height="20" fill="#0072B2"/>
<rect data-mark="width" data-csv="funnel:4:reached" x="0" y="60" width="22.5" height="20" fill="#0072B2"/>
<circle data-mark="log-x" data-csv="funnel:3:median_s" cx="100" cy="85" r="2" fill="#0072B2"/>
<circle data-mark="log-x" data-csv="funnel:4:median_s" cx="200" cy="85" r="2" fill="#0072B2"/>
<circle data-mark="log-x" data-csv="funnel:3:p90_s" cx="200" cy="85" r="2" fill="#0072B2"/>
<text x="205" y="15" data-csv="funnel:2:reached">80</text>
<text x="105" y="45" data-csv="funnel:3:reached">40</text><text x="205" y="75">left</text></svg>
<details><summary>As a table</summary><div class="wide" role="region" aria-label="Steps" tabindex="0">
<table><caption>Steps</caption>
<tr><th scope="col">step</th><th scope="col">reached</th><th scope="col">rate</th><th scope="col">median</th></tr>
<tr><th scope="row"><bdi>NAME</bdi></th><td class="h2" data-csv="funnel:2:reached">80</td>
<td data-csv="funnel:2:rate_from_previous">\u2013</td><td data-csv="funnel:2:median_s">\u2013</td></tr>
<tr><th scope="row"><bdi>cart</bdi></th><td class="h1" data-csv="funnel:3:reached">40</td>
<td data-csv="funnel:3:rate_from_previous" title="0.5">50.0 %</td>
<td data-csv="funnel:3:median_s" title="10">10 s</td></tr>
<tr><th scope="row"><bdi>pay</bdi></th><td data-csv="funnel:4:reached">9</td>
<td data-csv="funnel:4:rate_from_previous" title="0.225">22.5 %</td>
<td data-csv="funnel:4:median_s" title="1000.4">16 min 40 s</td></tr></table></div></details>
<svg role="img" width="300" height="60"><title>Flow</title><desc>5 and 3</desc>
<rect data-mark="height" data-value="5" x="0" y="0" width="9" height="50" fill="#0072B2"/><text
 x="15" y="30">Home <tspan>5</tspan></text>
<rect data-mark="height" data-value="3" x="100" y="0" width="9" height="30" fill="#0072B2"/><text
 x="115" y="15">Cart <tspan>3</tspan></text>
<rect data-mark="height" data-value="2" x="100" y="40" width="9" height="20" fill="#0072B2"/><text
 x="115" y="54">(left) <tspan>2</tspan></text></svg>
<table><caption>Conversions per visit</caption><tr><th scope="col">day</th><th scope="col">0</th>
<th scope="col">1</th></tr><tr><th scope="row">Monday</th><td data-sum="">50 %</td>
<td data-sum="">\u2013</td></tr></table>
<table><caption>From touchpoint to touchpoint</caption><tr><th scope="col">from</th>
<th scope="col">home</th><th scope="col">cart</th></tr><tr><th scope="row"><bdi>home</bdi></th>
<td data-sum="">40 %</td><td data-sum="">60 %</td></tr></table>
<p><span data-sum="funnel:3:reached funnel:4:reached">49</span> went on,
<span data-share="funnel:4:reached/funnel:2:reached">11 %</span> to the end.</p>
<p>Of all customers that came, a ninth part went all the way from the first step to the last one, and the
rest left before, most of them between the product and the cart. This line makes the page long enough to
count as readable: a page without text is the mark of a page that needs scripts to say anything.</p>
</section></main>"""

ROWS: List[Row] = [("purchase", "", "", 1, "product", 80, 1, None, None, None, 40, 0.5, 0, *[None] * 5),
        ("purchase", "", "", 2, "cart", 40, 0.5, 0.5, 0.4, 0.6, 31, 0.775, 0, 20, 10, 100, 1000.4, 2000),
        ("purchase", "", "", 3, "pay", 9, 0.1125, 0.225, 0.1, 0.3, None, None, None, 2000, 1000.4,
         2000, 3000, 4000)]

PATHS: List[Row] = [(1, "home > cart", 3, 0.6, 0.6, 0, None), (2, "home", 2, 0.4, 1, 0, None)]


def folder(place: Path) -> Path:
    made: Dict[str, List[Row]] = {"funnel": ROWS, "paths": PATHS, "hours": [(1, 0, 9, 4, 2), (1, 1, 0, 0, 0)]}
    return tables.save(place, made, {"program": "funnelstats"})


def page(path: Path, body: str = BODY, style: str = STYLE, head: str = "") -> Path:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    path.write_text(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Report</title><style>{style}</style>{head}</head><body>{body}</body></html>",
        encoding="utf-8")
    return path


class Spoilt(NamedTuple):
    """A page that the named check must refuse."""

    check: str
    what: str
    write: Callable[[Path], Path]


def swapped(old: str, new: str) -> Callable[[Path], Path]:
    if old not in BODY:
        raise ValueError(f"the sample has no {old!r}")
    return lambda path: page(path, BODY.replace(old, new, 1))


def styled(rule: str) -> Callable[[Path], Path]:
    return lambda path: page(path, style=STYLE + rule)


def headed(head: str) -> Callable[[Path], Path]:
    return lambda path: page(path, head=head)


def added(html: str) -> Callable[[Path], Path]:
    return swapped("<p>Of all", html + "<p>Of all")


SPOILT: List[Spoilt] = [
    Spoilt("axe", "faint text", styled("p { color: #bbb }")),
    Spoilt("axe", "faint text in the dark",
           styled("@media (prefers-color-scheme: dark) { p { color: #333 } }")),
    Spoilt("axe", "chart without a name", lambda path: page(path, BODY.replace(
        'aria-labelledby="t d"', "").replace('<title id="t">Bars</title>', ""))),
    Spoilt("axe", "two h1", added("<h1>Again</h1>")),
    Spoilt("axe", "a header cell without text", swapped('<th scope="col">step', '<th scope="col">')),
    Spoilt("axe", "small target at 360 px", lambda path: page(
        path, BODY.replace("<p>Of all", '<p class="t"><a href="#w">a</a><a href="#t">b</a></p><p>Of all'),
        STYLE + ".t { line-height: 1 } .t a { font-size: 9px; display: inline-block; width: 6px }")),
    Spoilt("geometry", "a label outside", swapped('x="205" y="75"', 'x="315" y="75"')),
    Spoilt("geometry", "two labels on one place", swapped('x="205" y="75"', 'x="206" y="17"')),
    Spoilt("geometry", "a page too wide", styled("p { min-width: 500px }")),
    Spoilt("geometry", "text cut off", styled("p { overflow: hidden; white-space: nowrap }")),
    Spoilt("geometry", "tiny label", styled("text { font-size: 6px }")),
    Spoilt("quiet", "a request", headed('<link rel="stylesheet" href="https://example.test/x.css">')),
    Spoilt("quiet", "a blocked image", added('<img alt="x" src="x.png">')),
    Spoilt("quiet", "a script", added("<script>1</script>")),
    Spoilt("quiet", "a handler", swapped("<p>Of all", '<p onclick="1">Of all')),
    Spoilt("quiet", "a foreign link", added('<a href="https://example.test/">x</a>')),
    Spoilt("quiet", "an inline style", swapped("<p>Of all", '<p style="color: red">Of all')),
    Spoilt("quiet", "no policy", lambda path: unsaid(path, "Content-Security-Policy")),
    Spoilt("quiet", "a referrer", lambda path: unsaid(path, "referrer")),
    Spoilt("scriptless", "a hidden number", styled("td { display: none }")),
    Spoilt("scriptless", "an empty page", swapped(BODY, "<main><h1>Needs scripts</h1></main>")),
    Spoilt("printing", "too many sheets", styled("p { height: 9000px; border: 1px solid }")),
    Spoilt("printing", "folded tables stay folded",
           styled("@media print { details::details-content { content-visibility: hidden } }")),
    Spoilt("printing", "text beyond the edge", styled(
        "@media print { .wide { width: 120px; overflow: hidden } table { width: 900px } }")),
    Spoilt("printing", "shades are lost", styled("@media print { td { print-color-adjust: economy } }")),
    Spoilt("printing", "navigation", styled("@media print { nav { display: block } }")),
    Spoilt("numbers", "a wrong digit", swapped("22.5 %", "22.4 %")),
    Spoilt("numbers", "a wrong count", swapped('reached">9<', 'reached">8<')),
    Spoilt("numbers", "a wrong duration", swapped("16 min 40 s", "16 min 30 s")),
    Spoilt("numbers", "a wrong line", swapped("funnel:4:rate_from_previous", "funnel:3:rate_from_previous")),
    Spoilt("numbers", "a wrong sum", swapped(">49<", ">50<")),
    Spoilt("numbers", "a wrong share", swapped(">11 %<", ">12 %<")),
    Spoilt("numbers", "no such column", swapped("funnel:4:median_s\" title", "funnel:4:median\" title")),
    Spoilt("numbers", "a missing value as a number",
           swapped('median_s">\u2013', 'median_s">0 s')),
    Spoilt("numbers", "no full value", swapped('title="1000.4"', 'title="1000"')),
    Spoilt("numbers", "a number of no table", swapped('<td data-csv="funnel:4:reached">9', "<td>9")),
    Spoilt("marks", "a bar too long", swapped('width="22.5"', 'width="24"')),
    Spoilt("marks", "a dot out of place", swapped(
        'p90_s" cx="200"', 'p90_s" cx="203"')),
    Spoilt("marks", "a chart without marks", added(
        '<svg role="img" width="9" height="9"><title>T</title><desc>d</desc>'
        + '<rect width="1" height="1"/>' * 4 + "</svg>")),
    Spoilt("marks", "no marks", swapped(BODY, BODY.replace("data-mark", "data-other"))),
    Spoilt("recount", "a flow too thick", swapped('data-value="5"', 'data-value="6"')),
    Spoilt("recount", "a wrong label of a flow", swapped("<tspan>3<", "<tspan>4<")),
    Spoilt("recount", "customers that vanish", swapped('data-value="2"', 'data-value="1"')),
    Spoilt("recount", "a wrong hour", swapped(">50 %<", ">40 %<")),
    Spoilt("recount", "moves that do not add up", swapped(">60 %<", ">50 %<")),
    Spoilt("recount", "nothing", swapped(BODY, "<main><h1>Report</h1></main>")),
    Spoilt("shades", "more that is lighter", styled(".h2 { background: #f8fafc }")),
    Spoilt("shades", "no shades", styled("td { background: none !important }")),
    Spoilt("contrast", "a label on its own colour", lambda path: page(
        path, BODY.replace('x="205" y="75"', 'x="5" y="15" class="on"'),
        STYLE + ".on { fill: #0066a0 }")),
    Spoilt("contrast", "faint in the dark",
           styled("@media (prefers-color-scheme: dark) { text { fill: #444 } }")),
    Spoilt("limits", "a page too large", lambda path: page(path, BODY + "<!--" + "x" * 300_000 + "-->")),
    Spoilt("injection", "a name as markup", swapped("NAME", "NAME<b>x</b>")),
    Spoilt("injection", "a name in an attribute", swapped("<bdi>NAME", '<bdi lang="en">NAME')),
    Spoilt("injection", "another title", lambda path: path if path.write_text(
        page(path).read_text(encoding="utf-8").replace("<title>Report", "<title>x"),
        encoding="utf-8") else path),
]


def unsaid(path: Path, name: str) -> Path:
    page(path)
    path.write_text(path.read_text(encoding="utf-8").replace(name, "x-" + name), encoding="utf-8")
    return path


FAKES: Dict[str, str] = {
    "writes anything": '#!/bin/sh\necho page > "${3:-/dev/stdout}" 2>/dev/null\nexit 0\n',
    "fails silently": "#!/bin/sh\nexit 65\n",
    "tells the time": "#!/bin/sh\ndate +%N\n",
}
"""Programs in the place of `report` that do not keep its word."""
