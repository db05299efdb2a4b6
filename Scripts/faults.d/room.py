"""A fresh folder with good inputs, in which one case is tried."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from typing import Dict, List, Optional, Union

import process
from cases import Case, Fault, Skip
from lab import HERE, NOBODY, Lab
from process import Result
from stages import Stage

#: What an output holds: bytes, or the files of a folder.
Content = Union[bytes, Dict[str, bytes], None]
OLD = b"old\n"


class Room:
    def __init__(self, lab: Lab, case: Case) -> None:
        self.lab, self.case = lab, case
        self.folder = tempfile.mkdtemp(prefix=case.label.replace(":", ".") + ".", dir=lab.folder)
        os.chmod(self.folder, 0o755)
        self.environment = lab.environment(self.folder)
        self.dice = lab.dice(case.label)
        if case.stage:
            self.bring("journey.toml")
            self.bring(case.stage.input)

    # The stage under test

    @property
    def stage(self) -> Stage:
        assert self.case.stage is not None
        return self.case.stage

    @property
    def program(self) -> str:
        """The stage with its options, without input."""
        return shlex.join([self.stage.name, *self.stage.options])

    @property
    def good(self) -> str:
        """The stage with a good input, writing to standard output."""
        return f"{self.program} {self.stage.input}"

    @property
    def named(self) -> str:
        """The stage with a good input and a named output."""
        return f"{self.good} -o {self.stage.output}"

    @property
    def piped(self) -> str:
        """The stage with its good input by standard input where it can read that."""
        return f"{self.program} - <{self.stage.input}" if self.stage.reads_stdin else self.good

    # Files

    def path(self, name: str) -> str:
        return os.path.join(self.folder, name)

    def bring(self, name: str, as_name: Optional[str] = None, large: bool = False) -> str:
        """Copies one of the good inputs."""
        source = os.path.join(self.lab.large if large else self.lab.inputs, name)
        target = self.path(as_name or name)
        if os.path.isdir(source):
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
        return target

    def put(self, name: str, content: bytes) -> str:
        with open(self.path(name), "wb") as file:
            file.write(content)
        return self.path(name)

    def read(self, name: str) -> bytes:
        with open(self.path(name), "rb") as file:
            return file.read()

    def content(self, name: str) -> Content:
        """What lies there; none for nothing and for an empty folder. Temporary files do not count."""
        path = self.path(name)
        if os.path.isdir(path):
            names = [each for each in os.listdir(path) if not is_aside(each)]
            return {each: self.read(os.path.join(name, each)) for each in sorted(names)} or None
        return self.read(name) if os.path.exists(path) else None

    def leftovers(self) -> List[str]:
        """Temporary files anywhere in the room."""
        return sorted(
            os.path.relpath(os.path.join(folder, name), self.folder)
            for folder, folders, names in os.walk(self.folder)
            for name in names + folders if name.endswith(".tmp") or name.startswith("polku-"))

    def remove(self, name: str) -> None:
        path = self.path(name)
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        elif os.path.lexists(path):
            os.unlink(path)

    def make_old(self) -> Content:
        """Puts an older output where the stage will write."""
        output = self.stage.output
        self.remove(output)
        if self.stage.makes_folder:
            os.mkdir(self.path(output))
            for name in ("funnel.csv", "manifest.json", "transitions.csv"):
                self.put(os.path.join(output, name), OLD)
        else:
            self.put(output, OLD)
        return self.content(output)

    def reference(self) -> Content:
        """What the stage writes when nothing goes wrong."""
        self.remove(self.stage.output)
        self.expect(self.run(self.named), 0)
        made = self.content(self.stage.output)
        self.remove(self.stage.output)
        return made

    def leave(self, keeps: bool) -> None:
        if keeps and self.lab.keeps:
            self.lab.kept.append(self.folder)
            return
        subprocess.run(["chmod", "-R", "u+rwx", self.folder], check=False, capture_output=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    # Commands

    def run(self, script: str, stdin: Optional[bytes] = None, limit: float = 60) -> Result:
        return process.run(script, self.folder, self.environment, stdin, limit)

    def run_mounted(self, script: str, limit: float = 60) -> Result:
        """In a namespace of its own, where the script may mount."""
        if not self.lab.namespace:
            raise Skip("no namespaces of mounts")
        return self.run(f"{self.lab.namespace} bash -c {shlex.quote(script)}", limit=limit)

    def run_ordinary(self, script: str) -> Result:
        """As an ordinary user, who owns what lies in the room and can harm nothing outside."""
        command = self.lab.ordinary
        if command:
            for folder, folders, names in os.walk(self.folder):
                for name in [".", *folders, *names]:
                    os.chown(
                        os.path.join(folder, name), NOBODY, NOBODY, follow_symlinks=False)
        return self.run(f"{command} bash -c {shlex.quote(script)}")

    def good_output(self, script: Optional[str] = None) -> bytes:
        """What the stage writes to standard output when nothing goes wrong."""
        return self.expect(self.run(script or self.good), 0).out

    def good_output_of(self, name: str, content: bytes) -> bytes:
        """What the stage makes of such a file."""
        self.put(name, content)
        return self.good_output(f"{self.program} {name}")

    def cost(self, command: str, before: str = "", limit: float = 600) -> "tuple[float, float]":
        """Peak memory in MB and processor seconds of a command that must succeed, behind the pipe `before`."""
        helper = os.path.join(HERE, "peak.py")
        self.expect(self.run(f"{before} python3 {helper} peak {command}", limit=limit), 0)
        memory, seconds = self.read("peak").split()
        return int(memory) / 1024, float(seconds)

    def peak_memory(self, command: str, before: str = "") -> float:
        return self.cost(command, before)[0]

    # Judgement

    def expect(self, result: Result, code: int, says: str = "") -> Result:
        if result.is_hung:
            raise Fault(f"hung for {result.seconds:.0f} s\n{told(result)}")
        if result.code != code:
            raise Fault(f"expected exit {code}, seen {result.code}\n{told(result)}")
        if says not in result.err:
            raise Fault(f"the message should say '{says}'\n{told(result)}")
        return result

    def demand(self, holds: bool, what: str, result: Optional[Result] = None) -> None:
        if not holds:
            raise Fault(what + (f"\n{told(result)}" if result else ""))

    def expect_nothing_left(self, result: Optional[Result] = None) -> None:
        self.demand(not self.leftovers(), f"left behind: {self.leftovers()[:5]}", result)

    def expect_same(self, result: Result, reference: bytes) -> None:
        self.expect(result, 0)
        self.demand(result.out == reference, "other bytes than without", result)


def told(result: Result) -> str:
    return f"command: {result.command}\nexit {result.code}, stderr: {result.err.strip()[-600:]}"


def is_aside(name: str) -> bool:
    return name.endswith((".tmp", ".lock"))
