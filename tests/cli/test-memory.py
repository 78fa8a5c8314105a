#!/usr/bin/env python3
"""What an import takes of the memory, against a program that reads the same document into cmark and does nothing else."""

import os
import subprocess

import tap

KLEARN = os.environ["KLEARN"]
PARSE = os.environ["KLEARN_PARSE"]
PEAK = os.environ["KLEARN_PEAK"]
N_HEADINGS = 100_000
N_POINTS = 60_000
KILOBYTES = 50_000


def peak(folder, *command):
    environment = {"PATH": os.environ["PATH"], "HOME": folder}
    done = subprocess.run([PEAK, *command], env=environment, stdout=subprocess.PIPE, check=True, timeout=300)
    return int(done.stdout)


def assert_within(folder, lines, spare):
    document = os.path.join(folder, "plan.md")
    with open(document, "w", encoding="utf-8") as file:
        file.writelines(lines)
    parse = peak(folder, PARSE, document)
    ours = peak(folder, KLEARN, "import", document)
    print(f"# {ours} kB, of {2 * parse + spare} kB")
    assert ours <= 2 * parse + spare, (ours, parse)


def test_headings_that_differ(folder):
    assert_within(folder, (f"# Heading {i}\n" for i in range(N_HEADINGS)), KILOBYTES)


def test_headings_that_are_the_same(folder):
    assert_within(folder, ("# Heading\n" for i in range(N_HEADINGS)), KILOBYTES)


def test_headings_in_headings(folder):
    assert_within(folder, (f"{'#' * (1 + i % 6)} Heading {i}\n" for i in range(N_HEADINGS)), KILOBYTES)


def test_long_headings(folder):
    words = "A heading with a long title that goes on and on about the topic"
    assert_within(folder, (f"# {words} {i} and more of it\n" for i in range(N_HEADINGS)), KILOBYTES)


def test_points_of_one_topic(folder):
    assert_within(folder, ["# Plan\n\n## Topic\n\n", *(f"- Point {i}\n" for i in range(N_POINTS))], 0)


if __name__ == "__main__":
    tap.run([
        test_headings_that_differ,
        test_headings_that_are_the_same,
        test_headings_in_headings,
        test_long_headings,
        test_points_of_one_topic,
    ])
