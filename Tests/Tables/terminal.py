"""What a program says and shows at a terminal of a given width."""

import fcntl
import os
import pty
import struct
import subprocess
import termios
import threading
import time
import unicodedata

from folders import ROOT


class Seen:
    """Everything that a script writes to its terminal, and its exit; `typed` is sent after so many seconds."""

    def __init__(self, script, folder, width=80, typed=b"", after=0.0, **environment):
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
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

        process = subprocess.Popen(
            ["bash", "-o", "pipefail", "-c", script], cwd=folder, env=environment, stdin=slave, stdout=slave,
            stderr=slave, preexec_fn=own_terminal)
        os.close(slave)
        reader = threading.Thread(target=drain)
        reader.start()
        if typed:
            time.sleep(after)
            os.write(master, typed)
        self.exit = process.wait(60)
        reader.join(5)
        os.close(master)
        self.text = b"".join(pieces).decode().replace("\r\n", "\n")


def columns(text):
    """Of a terminal; the peer of StageSupport.DisplayWidth, for text without pictures of several parts."""
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
               for letter in text)
