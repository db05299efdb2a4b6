"""Man pages: of a program from what it tells of its flags, of a page of Docs from its Markdown.

manual.py flags PROGRAM [COMMAND…] <DUMP      a page of section 1, from argument-parser's --experimental-dump-help
manual.py page NAME SECTION TITLE FILE.md…    a page made of Markdown
"""

import json
import re
import sys

ROFF = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"}


def escaped(text):
    text = "".join(ROFF.get(letter, letter) for letter in text)
    return "\n".join("\\&" + line if line.startswith(".") else line for line in text.splitlines())


def head(name, section, summary):
    return [f'.TH "{name.upper()}" {section} "" Polku "Polku"', ".SH NAME", f"{escaped(name)} \\- {escaped(summary)}"]


def option(argument):
    names = ["-" + name["name"] if name["kind"] == "short" else "--" + name["name"] for name in argument["names"]]
    value = argument.get("valueName", "")
    shown = ", ".join(f"\\fB{escaped(name)}\\fR" for name in names)
    if argument["kind"] == "option":
        shown += f" \\fI{escaped(value)}\\fR"
    text = argument.get("abstract", "")
    if argument.get("allValues"):
        text += f" One of {', '.join(argument['allValues'])}."
    if argument.get("defaultValue") and argument["kind"] == "option":
        text += f" Default: {argument['defaultValue']}."
    return [".TP", shown, escaped(text)]


def operand(argument):
    name = argument.get("valueName", "") + (" …" if argument.get("isRepeating") else "")
    return f"[{name}]" if argument.get("isOptional") else name


def command(name, dump):
    arguments = [argument for argument in dump["arguments"] if argument.get("shouldDisplay", True)]
    options = [argument for argument in arguments if argument["kind"] != "positional"]
    operands = [argument for argument in arguments if argument["kind"] == "positional"]
    lines = [".SH SYNOPSIS", f".B {escaped(name)}", "[options] " + escaped(" ".join(map(operand, operands)))]
    lines += [".SH DESCRIPTION", escaped(dump.get("abstract", ""))]
    for paragraph in dump.get("discussion", "").split("\n\n"):
        lines += [".PP", escaped(paragraph)]
    lines.append(".SH OPTIONS")
    for argument in operands:
        lines += [".TP", f"\\fI{escaped(argument.get('valueName', ''))}\\fR", escaped(argument.get("abstract", ""))]
    for argument in options:
        lines += option(argument)
    return lines


def flags(program, commands, dumps):
    """The program's own flags, then those of its commands, whose dumps follow each other on standard input."""
    decoder = json.JSONDecoder()
    lines, at = [], 0
    for name in [program] + [f"{program} {name}" for name in commands]:
        while dumps[at].isspace():
            at += 1
        dump, at = decoder.raw_decode(dumps, at)
        if name == program:
            lines += head(program, 1, dump["command"]["abstract"].rstrip("."))
        lines += command(name, dump["command"])
    lines += [
        ".SH EXIT STATUS", "0 success; 64 bad option; 65 damaged input; 66 missing input; 70 a self-check failed; "
        "73 an output cannot be created; 74 reading or writing failed; 75 another run is at work; 78 invalid journey file.",
        ".SH SEE ALSO", "\\fBpolku\\fR(1), \\fBpolku\\-journey\\fR(5), \\fBpolku\\-streams\\fR(5)"]
    return lines


def inline(text):
    text = re.sub(r"!?\[([^]]*)\]\([^)]*\)", r"\1", text)
    parts = re.split(r"(`[^`]*`|\*\*[^*]*\*\*)", text)
    shown = [f"\\fB{escaped(part.strip('`*'))}\\fR" if part[:1] in "`*" and len(part) > 1 else escaped(part)
             for part in parts]
    line = "".join(shown)
    return "\\&" + line if line.startswith(".") else line


def markdown(text):
    lines, is_code = [], False
    for line in text.splitlines():
        if line.startswith("```"):
            is_code = not is_code
            lines.append(".PP\n.nf" if is_code else ".fi")
        elif is_code:
            lines.append(escaped(line) or ".sp")
        elif line.startswith("#"):
            lines.append(f".SH {inline(line.lstrip('# '))}" if line.startswith("# ") or line.startswith("## ")
                         else f".SS {inline(line.lstrip('# '))}")
        elif re.match(r"\|[-| ]+\|$", line):
            continue
        elif line.startswith("|"):
            cells = [inline(cell.strip().replace("\\|", "|")) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            lines += [".TP", cells[0] or "\\&", " \\(em ".join(cell for cell in cells[1:] if cell) or "\\&"]
        elif line.startswith("- "):
            lines += [".IP \\(bu 2", inline(line[2:])]
        else:
            lines.append(inline(line) if line else ".PP")
    return lines


def main():
    kind, *rest = sys.argv[1:]
    if kind == "flags":
        lines = flags(rest[0], rest[1:], sys.stdin.read())
    else:
        name, section, title, *files = rest
        lines = head(name, section, title)
        for file in files:
            with open(file, encoding="utf-8") as page:
                lines += markdown(page.read())
    print("\n".join(lines))


main()
