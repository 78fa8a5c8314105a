#!/usr/bin/python3
"""test-pictures.py SOURCE: the README and the metainfo show pictures that are there, as the software centres want them."""

import os
import re
import struct
import sys

PICTURES = "docs/screenshots"
ADDRESS = "https://example.com/klearn/screenshots/"
MOST_BYTES = 200_000
WIDEST, HIGHEST = 1600, 900


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def find_problem(path):
    """A sentence on a picture, or None."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        return str(error)
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        return f"{path} is no PNG."
    width, height = struct.unpack(">II", data[16:24])
    if width > WIDEST or height > HIGHEST or not 1.3 < width / height < 1.9:
        return f"{path} has {width} × {height} pixels."
    if len(data) > MOST_BYTES:
        return f"{path} has {len(data)} bytes; {MOST_BYTES} at most."
    return None


def main(source):
    os.chdir(source)
    in_readme = set(re.findall(r"!\[[^]]+\]\(([^)]+)\)", read("README.md")))
    metainfo = read("data/com.example.KLearn.metainfo.xml")
    images = re.findall(r"<image>([^<]*)</image>\s*<caption>[^<]+</caption>", metainfo)
    problems = [f"The address of {image} is another one." for image in images if not image.startswith(ADDRESS)]
    in_metainfo = {PICTURES + "/" + os.path.basename(image) for image in images}
    taken = {f"{PICTURES}/{name}" for name in os.listdir(PICTURES)}

    problems += filter(None, map(find_problem, sorted(in_readme | in_metainfo | taken)))
    problems += [f"{name} is taken, but nothing shows it." for name in sorted(taken - in_readme - in_metainfo)]
    if not 3 <= len(images) == metainfo.count("<image>") <= 6:
        problems.append(f"The metainfo has {len(images)} pictures with a caption, of {metainfo.count('<image>')}; 3 to 6 are wanted.")
    for name in ("topic", "insights"):
        if f"{PICTURES}/{name}.png" not in in_readme:
            problems.append(f"The README does not show {name}.png.")
    print("\n".join(problems), end="\n" if problems else "")
    return bool(problems)


sys.exit(main(sys.argv[1]))
