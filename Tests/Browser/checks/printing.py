"""The page as paper: few sheets, nothing cut, shades and folded tables there."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Dict, List

import pypdfium2 as pdfium  # type: ignore

from browser import Browser

SHEETS = 8

EXPECTED = """() => {
    // What is for screen readers alone is on no paper.
    const shown = one => !one.closest('.unseen') && getComputedStyle(one).display !== 'none' && one.getClientRects().length > 0
    const large = one => {
        const {width, height} = one.getBoundingClientRect()
        return width > 6 && height > 6
    }
    const texts = [...document.querySelectorAll('main td, main th, main svg text, main h2')]
        .filter(one => shown(one) && !one.matches('.plot')).map(one => one.textContent)
    const fills = [...document.querySelectorAll('main td, main th, main span, main svg rect')]
        .filter(one => shown(one) && large(one)).map(one => one instanceof SVGElement ? getComputedStyle(one).fill
            : getComputedStyle(one).backgroundColor)
    return {texts, fills: [...new Set(fills)],
            nav: [...document.querySelectorAll('nav')].filter(shown).length,
            folded: document.querySelectorAll('details').length}
}"""


def printing(browser: Browser, page: Path, sheets: int = SHEETS) -> List[str]:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "page.pdf"
        # As somebody prints it: details folded, dark screen, backgrounds not asked for.
        with browser.open(page, scheme="dark", unfolded=False) as opened:
            opened.page.pdf(
                path=str(path), format="A4", print_background=False, prefer_css_page_size=True,
                margin={edge: "10mm" for edge in ("top", "right", "bottom", "left")})  # type: ignore
        with browser.open(page, scheme="light") as opened:
            opened.page.emulate_media(media="print")
            expected = opened.ask(EXPECTED)
        return paper(path, expected, sheets)


def paper(path: Path, expected: "Dict[str, List[str]]", sheets: int) -> List[str]:
    document = pdfium.PdfDocument(str(path))
    problems = []
    if len(document) > sheets:
        problems.append(f"{len(document)} sheets, {sheets} are allowed")
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    problems += missing(squeezed(text), expected["texts"])
    problems += [f"sheet {number}: text beyond the edge near '{found}'"
                 for number, page in enumerate(document, 1) for found in beyond(page)]
    problems += unshaded(document, expected["fills"])
    if expected["nav"]:
        problems.append("navigation is printed")
    return problems


def squeezed(text: str) -> str:
    """Without blanks and hyphens, which a line break may add or take."""
    return re.sub(r"[\s\x02\u00ad\u200b\ufffe\ufffd-]+", "", text)


def thinned(text: str) -> str:
    """Without repeated letters: what has a halo is drawn twice."""
    return re.sub(r"(.)\1+", r"\1", text)


def missing(text: str, wanted: List[str]) -> List[str]:
    thin = thinned(text)
    lost = [one for one in wanted
            if squeezed(one) not in text and thinned(squeezed(one)) not in thin]
    # Right-to-left and combining text comes back in another order.
    lost = [one for one in lost if one.isascii()]
    return [f"not on paper: '{one.strip()[:60]}' ({len(lost)} texts)" for one in lost[:3]]


def beyond(page: "pdfium.PdfPage") -> List[str]:
    width, height = page.get_size()
    text = page.get_textpage()
    for place in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(place)
        if right > left and (left < -1 or right > width + 1 or bottom < -1 or top > height + 1):
            return [text.get_text_range(place, 20)]
    return []


def unshaded(document: "pdfium.PdfDocument", fills: List[str]) -> List[str]:
    """Shades that the screen has and the paper has not."""
    wanted = {tuple(int(part) for part in re.findall(r"\d+", fill)[:3]): fill for fill in fills
              if re.fullmatch(r"rgb\(\d+, \d+, \d+\)", fill)}
    wanted = {colour: fill for colour, fill in wanted.items() if min(colour) < 250}
    found = set()
    for page in document:
        bitmap = page.render(scale=1).to_pil().convert("RGB")
        found |= {colour for _, colour in bitmap.getcolors(bitmap.width * bitmap.height)}
    near = {tuple(part + shift for part in colour)
            for colour in found for shift in (-1, 0, 1)}
    return [f"shade {fill} is not on paper" for colour, fill in wanted.items() if colour not in near]
