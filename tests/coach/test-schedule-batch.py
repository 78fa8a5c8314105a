#!/usr/bin/env python3
"""tools/schedule-batch: histories in, what the scheduler makes of them out."""

import itertools
import json
import math
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, os.pardir, "cli"))
import tap

PROGRAM = os.environ["SCHEDULE_BATCH"]


def call(text):
    data = text if isinstance(text, bytes) else text.encode()
    return subprocess.run([PROGRAM], input=data, capture_output=True, timeout=120)


def schedule(*histories):
    done = call("".join(json.dumps(history) + "\n" for history in histories))
    assert done.returncode == 0 and done.stderr == b"", done
    lines = done.stdout.decode().splitlines()
    assert len(lines) == len(histories), lines
    return [json.loads(line) for line in lines]


def refused(line, says):
    done = call('{"reviews": []}\n\n' + line)
    assert done.returncode == 1, (line, done)
    assert done.stdout == b"[]\n", (line, done.stdout)
    error = done.stderr.decode()
    assert error.startswith("schedule-batch: line 3: ") and error.count("\n") == 1 and says in error, (line, error)


def near(number, expected):
    return math.isclose(number, float(expected), rel_tol=1e-12)


def test_own_steps():
    with open(os.path.join(HERE, "fsrs-steps.tsv"), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file]
    weights = {line[1]: [float(weight) for weight in line[2:]] for line in lines if line[0] == "weights"}
    steps = [line for line in lines if line[0] != "weights"]
    groups = [list(group) for _, group in itertools.groupby(steps, key=lambda line: line[0])]
    histories = []
    for group in groups:
        reviews = [{kind: float(value) if kind == "score" else int(value), "days": int(days)}
                   for _, _, kind, value, days, *_ in group]
        histories.append({"weights": weights[group[0][1]], "retention": 0.9, "reviews": reviews})

    for group, answer in zip(groups, schedule(*histories), strict=True):
        assert len(answer) == len(group)
        for number, (line, step) in enumerate(zip(group, answer, strict=True)):
            assert set(step) == {"r_before", "stability", "difficulty", "interval", "days"}, step
            if number == 0:
                assert step["r_before"] is None, step
            else:
                assert near(step["r_before"], line[5]), (line, step)
            assert near(step["stability"], line[6]) and near(step["difficulty"], line[7]), (line, step)
            assert near(step["interval"], line[8]) and step["days"] == int(line[9]), (line, step)


def test_defaults():
    reviews = [{"score": 92, "days": 0}, {"rating": 3, "days": 6}]
    plain, null, retention = schedule({"reviews": reviews}, {"weights": None, "retention": None, "reviews": reviews},
                                      {"retention": 0.8, "reviews": reviews})
    assert plain == null
    assert plain[0]["days"] == 6 and plain[0]["r_before"] is None, plain
    assert [step["stability"] for step in plain] == [step["stability"] for step in retention]
    assert retention[0]["interval"] > 3 * plain[0]["interval"], retention


def test_days():
    first, early, half = schedule(*({"reviews": [{"score": 60, "days": 0}, {"score": 80, "days": days}]}
                                    for days in (0, -3, 0.9)))
    assert first == early == half and first[1]["r_before"] == 1, (first, early, half)


def test_wild_numbers_stay_finite():
    wild = [1e308, -1e308, 0, 1e-300] * 5 + [5]
    (answer,) = schedule({"weights": wild, "reviews": [{"score": 100, "days": 1e308}, {"score": 0, "days": 1e308},
                                                       {"rating": 4, "days": 0}]})
    for step in answer:
        assert 0.001 <= step["stability"] <= 36500 and 1 <= step["difficulty"] <= 10, step
        assert 1 <= step["days"] <= 36500 and math.isfinite(step["interval"]), step


def test_refused():
    refused("no", "cannot be read")
    refused("[]", "reviews")
    refused('{"reviews": 3}', "reviews")
    refused('{"reviews": [3]}', "object")
    refused('{"reviews": [{"days": 0}]}', "either")
    refused('{"reviews": [{"days": 0, "score": 1, "rating": 1}]}', "either")
    refused('{"reviews": [{"days": 0, "score": 101}]}', "score")
    refused('{"reviews": [{"days": 0, "score": "90"}]}', "score")
    refused('{"reviews": [{"days": 0, "rating": 5}]}', "rating")
    refused('{"reviews": [{"days": 0, "rating": 1.5}]}', "rating")
    refused('{"reviews": [{"rating": 1}, {"rating": 1}]}', "days")
    refused('{"weights": [1, 2], "reviews": []}', "weights")
    refused('{"weights": %s, "reviews": []}' % json.dumps(["x"] * 21), "weights")
    refused('{"retention": 1, "reviews": []}', "retention")


tap.run([test_own_steps, test_defaults, test_days, test_wild_numbers_stay_finite, test_refused])
