#!/usr/bin/env python3
"""tools/reading/fit-reading: judged answers in, weights out. The answers are made up."""

import configparser
import os
import random
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, os.pardir, "cli"))
import tap

PROGRAM = os.environ["FIT_READING"]
WORDS = ("pod node service cluster state watches scheduler network proxy writes address kernel packet filter route queue "
         "memory switch battery bulb gap terminal circuit salt water dish").split()
FILES = ["scientsbank_dev.tsv", "beetle_dev.tsv", "saf_dev.tsv", "argkp_dev.tsv"]


def sentence(chance, count):
    return " ".join(chance.choice(WORDS) for _ in range(count)) + "."


def answer_to(chance, reference, right):
    """Most of the words of the reference, or few."""
    kept = [word for word in reference.rstrip(".").split() if chance.random() < (0.85 if right else 0.15)]
    return " ".join(kept + sentence(chance, 4).split())


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write("".join("\t".join(row) + "\n" for row in [header] + rows))


def make(folder, seed=1):
    chance = random.Random(seed)
    short, long, pairs = [], [], []
    for number in range(24):
        question, reference = sentence(chance, 5), sentence(chance, 8)
        for place in range(12):
            part = "train" if place < 9 else "unseen-answers"
            right = chance.random() < 0.5
            short.append([f"q{number}", f"a{number}.{place}", part, "M", question,
                          f"BEST: {reference} ||| KEYWORD: {sentence(chance, 3)}", answer_to(chance, reference, right),
                          "correct" if right else "incorrect", "", ""])
            long.append([f"s{number}", f"s{number}.{place}", "training" if place < 9 else "unseen_answers", question,
                         reference, answer_to(chance, reference, right), "2.5" if right else "0.5", "Correct", ""])
            pairs.append([f"topic {number // 6}", "arg", "kp", "train" if number < 12 else "dev", reference,
                          answer_to(chance, reference, right), "1" if right else "0", f"topic {number // 6}"])
    header = ["question_id", "answer_id", "part", "module", "question", "references", "answer", "label2", "label3", "label5"]
    write(folder, FILES[0], header, short[:144])
    write(folder, FILES[1], header, short[144:])
    write(folder, FILES[2], ["question_id", "answer_id", "part", "question", "reference", "answer", "score", "verdict",
                             "feedback"], long)
    write(folder, FILES[3], ["topic", "arg_id", "key_point_id", "part", "key_point", "text", "label", "question_id"],
          pairs)


def call(*arguments):
    return subprocess.run([PROGRAM, "--without-word-net", *arguments], capture_output=True, timeout=600, encoding="utf-8")


def weights_of(text):
    parser = configparser.ConfigParser(delimiters="=", interpolation=None)
    parser.optionxform = str
    parser.read_string(text)
    return parser


def test_weights(folder):
    make(folder)
    done = call(folder)
    assert done.returncode == 0, done
    again = call("--output", os.path.join(folder, "weights.ini"), folder)
    with open(os.path.join(folder, "weights.ini"), encoding="utf-8") as file:
        assert again.returncode == 0 and file.read() == done.stdout, again

    weights = weights_of(done.stdout)
    assert weights["model"]["covered"] == "0.5" and weights["model"]["partly"] == "0.3"
    assert "--without-word-net" in done.stdout.split("[model]")[0]
    assert len(weights["weights"]) > 100 and "recall" in weights["weights"] and "recall*recall" in weights["weights"]
    assert all(abs(float(number)) < 1e4 for number in weights["weights"].values())
    assert not re.search("kernel|battery|scheduler", done.stdout), "a text of the answers"


def test_options(folder):
    """A ridge holds weights down, and the shift moves the intercept alone."""
    make(folder)
    plain, shifted, held = (weights_of(call(*options, folder).stdout)
                            for options in ([], ["--shift", "1.2"], ["--lambda", "5"]))
    assert dict(plain["weights"]) == dict(shifted["weights"])
    moved = float(shifted["model"]["intercept"]) - float(plain["model"]["intercept"])
    assert abs(moved - 1) < 1e-4, moved
    size = lambda weights: sum(abs(float(number)) for number in weights["weights"].values())
    assert size(held) < size(plain) / 2, (size(held), size(plain))


def test_unseen_parts_do_not_count(folder):
    make(folder)
    before = call(folder).stdout
    for name, part in zip(FILES, ["unseen-answers", "unseen-answers", "unseen_answers", "dev"]):
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
        with open(path, "w", encoding="utf-8") as file:
            file.write("".join(line + "\n" for line in lines if part not in line.split("\t")))
    assert call(folder).stdout == before


def test_folds(folder):
    make(folder)
    done = call("--folds", folder)
    assert done.returncode == 0, done
    pooled, low, high = map(float, re.search(r"r (\S+) \((\S+) to (\S+)\)", done.stdout).groups())
    assert low <= pooled <= high and pooled > 0.5, done.stdout


def test_refused(folder):
    done = call(folder)
    assert done.returncode == 1 and FILES[0] in done.stderr, done
    make(folder)
    for name, says in zip(FILES, ["correct\t\t", "correct\t\t", "\t2.5\t", "\t1\t"]):
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as file:
            good = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(good.replace(says, says.replace("correct", "good").replace("2.5", "nan").replace("1", "one"), 1))
        done = call(folder)
        assert done.returncode == 1 and done.stdout == "", (name, done)
        assert re.match(rf"fit-reading: {name}, line \d+: ", done.stderr), done
        with open(path, "w", encoding="utf-8") as file:
            file.write(good)
    assert call("--lambda", "0", folder).returncode == 2
    assert call("--nothing", folder).returncode == 2
    assert call(folder, folder).returncode == 2


tap.run([test_weights, test_options, test_unseen_parts_do_not_count, test_folds, test_refused])
