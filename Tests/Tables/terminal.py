"""What a program says and shows at a terminal of a given width."""

import fcntl
import os
import pathlib
import pty
import signal
import struct
import subprocess
import termios
import threading
import time
import unicodedata

from folders import ROOT


class Seen:
    """Everything that a script writes to its terminal, and its exit; `typed` is typed at its prompt `ready`; it is
    interrupted once all of `interrupted` work."""

    def __init__(self, script, folder, width=80, interrupted=(), typed="", **environment):
        environment = {
            "PATH": f"{os.environ['POLKU_BIN']}:{ROOT}/Scripts:{os.environ['PATH']}", "TERM": "xterm",
            "HOME": os.environ.get("HOME", "/"), **environment}
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        pieces = []

        def drain():
            try:
                while piece := os.read(master, 65536):
                    pieces.append(piece)
            except OSError:
                pass

        def own_terminal():
            os.setsid()
            # Ignored by whoever was started in the background, and handed on; at a terminal it is not.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

        process = subprocess.Popen(
            ["bash", "-o", "pipefail", "-c", script], cwd=folder, env=environment, stdin=slave, stdout=slave,
            stderr=slave, preexec_fn=own_terminal)
        os.close(slave)
        reader = threading.Thread(target=drain)
        reader.start()
        deadline = time.monotonic() + 30
        if typed:
            while b"ready" not in b"".join(pieces) and time.monotonic() < deadline:
                time.sleep(0.02)
            os.write(master, typed.encode())
        if interrupted:
            while not set(interrupted) <= catching(process.pid) and time.monotonic() < deadline:
                time.sleep(0.05)
            os.write(master, b"\x03")
        self.exit = process.wait(120)
        reader.join(5)
        os.close(master)
        self.text = b"".join(pieces).decode().replace("\r\n", "\n")


def completed(shell, setup, line, folder):
    """What a line becomes by the tab key in a real shell, bash or zsh, that has read `setup`."""
    # The key behind it shows the line and ends the shell.
    show = {
        "bash": """bind -x '"\\C-t": printf "<%s>" "$READLINE_LINE"; exit'""",
        "zsh": """show() { printf '<%s>' $BUFFER; exit }; zle -N show; bindkey '^T' show""",
    }[shell]
    (pathlib.Path(folder) / f".{shell}rc").write_text(f"{setup}\n{show}\nPS1=ready:\n")
    seen = Seen(f"exec {shell} -i", folder, 200, typed=f"{line}\t\x14", HOME=str(folder))
    return seen.text.rpartition("<")[2].partition(">")[0]


def catching(session):
    """The names of a session's programs that handle SIGINT: they are past their start."""
    names = set()
    for status in pathlib.Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
            if os.getsid(int(fields["Pid"])) == session and int(fields["SigCgt"], 16) & 1 << signal.SIGINT - 1:
                names.add(fields["Name"])
        except (OSError, KeyError, ValueError):
            continue
    return names


def columns(text):
    """Of a terminal; the peer of StageSupport.DisplayWidth, for text without pictures of several parts."""
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
               for letter in text)
