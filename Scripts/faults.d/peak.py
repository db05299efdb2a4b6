"""Runs a command and writes its peak memory, kB, to a file: peak.py FILE COMMAND…"""

import resource
import subprocess
import sys

code = subprocess.run(sys.argv[2:], check=False).returncode
with open(sys.argv[1], "w", encoding="ascii") as file:
    file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code if code >= 0 else 128 - code)
