"""Labels of charts stand out from what is behind them, 4.5 to 1: axe does not look into SVG."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Dict, List, Tuple

from PIL import Image

from browser import Browser

LEAST = 4.5
SHARE = 0.1
"""Of a label's ground that may be darker or lighter, for edges of marks under its box."""

LABELS = """() => [...document.querySelectorAll('svg text')].filter(
    one => one.getClientRects().length > 0 && one.textContent.trim() !== '').map(one => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect()
    const halo = style.stroke !== 'none' && style.paintOrder.startsWith('stroke')
    return {name: one.textContent.trim().slice(0, 40), fill: style.fill,
            opacity: parseFloat(style.opacity) * parseFloat(style.fillOpacity),
            halo: halo ? style.stroke : '',
            box: [box.left + scrollX, box.top + scrollY + box.height * 0.2,
                  box.right + scrollX, box.bottom + scrollY - box.height * 0.2]}
})"""

# Not by opacity: thousands of layers would take minutes to paint.
HIDE = """() => document.querySelectorAll('svg text, svg tspan').forEach(one => {
    one.style.fill = one.style.stroke = 'transparent'
})"""

Colour = Tuple[float, float, float]


def contrast(browser: Browser, page: Path) -> List[str]:
    problems = []
    for scheme in ("light", "dark"):
        with browser.open(page, scheme=scheme) as opened:
            labels: List[Dict[str, Any]] = opened.ask(LABELS)
            opened.ask(HIDE)
            shot = opened.page.screenshot(full_page=True)
        image = Image.open(io.BytesIO(shot)).convert("RGB")
        faint = [one for one in (described(label, image) for label in labels) if one]
        problems += [f"{scheme}: {one}" for one in faint]
    return problems


def described(label: Dict[str, Any], image: Image.Image) -> str:
    ground = [(colour(label["halo"]), 1)] if label["halo"] else behind(label["box"], image)
    whole = sum(count for _, count in ground)
    text = colour(label["fill"])
    ratios = [(ratio(mixed(text, under, label["opacity"]), under), count)
              for under, count in ground]
    bad = sum(count for value, count in ratios if value < LEAST)
    if whole == 0 or bad <= whole * SHARE:
        return ""
    least = min(value for value, _ in ratios)
    return f"label '{label['name']}' stands out by {least:.2f} only, on {bad / whole:.0%} of it"


def behind(box: List[float], image: Image.Image) -> "List[Tuple[Colour, int]]":
    left, top, right, bottom = (round(edge) for edge in box)
    crop = image.crop((max(0, left), max(0, top), min(image.width, max(right, left + 1)),
                       min(image.height, max(bottom, top + 1))))
    if crop.width == 0 or crop.height == 0:
        return []
    colours: Any = crop.getcolors(crop.width * crop.height)
    return [(found, count) for count, found in colours]


def colour(text: str) -> Colour:
    numbers = text.partition("(")[2].rstrip(")").split(",")
    red, green, blue = (float(number) for number in numbers[:3])
    return red, green, blue


def mixed(over: Colour, under: Colour, opacity: float) -> Colour:
    red, green, blue = (a * opacity + b * (1 - opacity) for a, b in zip(over, under))
    return red, green, blue


def luminance(value: Colour) -> float:
    """Source: WCAG 2.2, relative luminance."""
    parts = [part / 255 for part in value]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
                        for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Colour, other: Colour) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
