"""The floor where there is no C compiler: zlib inflate of gzip files, 64 KB in, 1 MB out."""

import sys
import zlib

total = 0
for path in sys.argv[1:]:
    stream = zlib.decompressobj(31)
    with open(path, "rb") as file:
        while not stream.eof:
            block = file.read(64 << 10)
            if not block:
                sys.exit(f"inflate: {path}: truncated")
            while block:
                total += len(stream.decompress(block, 1 << 20))
                block = stream.unconsumed_tail
print(total)
