"""What a PDF says: newer Cairos pack its objects."""

import re
import zlib


def unpack(data):
    """The file, and behind it what its packed streams hold."""
    parts = [data]
    for start in re.finditer(rb"stream\r?\n", data):
        try:
            parts.append(zlib.decompressobj().decompress(data[start.end():]))
        except zlib.error:
            pass  # one that is not packed
    return b"\n".join(parts)
