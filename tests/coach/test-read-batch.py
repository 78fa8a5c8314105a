#!/usr/bin/env python3
"""tools/read-batch: answers in, what the reading makes of them out."""

import json
import os
import random
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, os.pardir, "cli"))
import tap

PROGRAM = os.environ["READ_BATCH"]
QUESTION = "What does the API server do?"
POINTS = ["The API server stores all state of the cluster in etcd.",
          "Every component watches the API server for changes.",
          "It checks who asks before it answers."]
ANSWER = ("The API server is the hub: it stores the cluster's state in etcd, and all components watch it for changes.")
FINE = json.dumps({"question": QUESTION, "points": POINTS, "answer": ANSWER})


def call(text):
    data = text if isinstance(text, bytes) else text.encode()
    return subprocess.run([PROGRAM], input=data, capture_output=True, timeout=120)


def no_constant(name):
    raise AssertionError(name)


def check(task, result):
    assert set(result) == {"score", "verdicts", "point_scores"}, result
    expected = len(task["points"]) if task.get("points") else 1
    assert len(result["verdicts"]) == len(result["point_scores"]) == expected, (task, result)
    assert set(result["verdicts"]) <= {"covered", "partly", "missed"}, result
    assert all(0 <= score <= 1 for score in result["point_scores"]), result
    assert abs(result["score"] - 100 * sum(result["point_scores"]) / expected) < 1e-9, result
    ranks = {"missed": 0, "partly": 1, "covered": 2}
    by_score = sorted(zip(result["point_scores"], (ranks[verdict] for verdict in result["verdicts"])))
    assert [rank for _, rank in by_score] == sorted(rank for _, rank in by_score), result


def read_raw(*tasks):
    done = call("".join(json.dumps(task, ensure_ascii=False) + "\n" for task in tasks))
    assert done.returncode == 0 and done.stderr == b"", done
    lines = done.stdout.decode().splitlines()
    assert len(lines) == len(tasks), (tasks, lines)
    for task, line in zip(tasks, lines):
        check(task, json.loads(line, parse_constant=no_constant))
    return lines


def read(*tasks):
    return [json.loads(line) for line in read_raw(*tasks)]


def refused(line, says):
    done = call(FINE.encode() + b"\n\n" + (line if isinstance(line, bytes) else line.encode()))
    assert done.returncode == 1, (line, done)
    assert done.stdout.count(b"\n") == 1, (line, done.stdout)
    check(json.loads(FINE), json.loads(done.stdout))
    error = done.stderr.decode()
    assert error.startswith("read-batch: line 3: ") and error.count("\n") == 1 and says in error, (line, error)


def test_tells_apart():
    (points,) = read({"question": QUESTION, "points": POINTS, "answer": ANSWER})
    assert min(points["point_scores"][:2]) > points["point_scores"][2], points
    same, other, nothing = read(*({"question": QUESTION, "references": [POINTS[0]], "answer": answer}
                                  for answer in (POINTS[0], "It paints the fence green.", "")))
    assert same["score"] > other["score"] and same["score"] > nothing["score"], (same, other, nothing)
    assert same["verdicts"] == ["covered"] and nothing["verdicts"] == ["missed"], (same, nothing)


def test_alternatives():
    """The best one counts, wherever it stands."""
    first, last = read(*({"question": QUESTION, "references": references, "answer": POINTS[1]}
                         for references in ([POINTS[1], POINTS[2]], [POINTS[2], POINTS[1]])))
    assert first == last, (first, last)
    (wrong,) = read({"question": QUESTION, "references": [POINTS[2], POINTS[0]], "answer": POINTS[1]})
    assert first["score"] > wrong["score"], (first, wrong)


def test_odd_texts():
    odd = ["", " ", "\n\n\t", "…", "?!", "the", "not", "0", "p99 kube-proxy v1.2.3 10%", "\u202eabc\u202c", "🙂🙂",
           "Ärger über größere Öfen", "العربية لغة", "日本語の文章です。", "e\u0301 caf\u00e9 cafe\u0301", "\ufeffa",
           "a" * 20000, "a " * 5000, "- one\n- two\n\n# three\n```\ncode\n```", "\U0010ffff", "I\u0307 ı İ ß ẞ"]
    tasks = [{"question": question, kind: [reference], "answer": answer, "language": language}
             for number, reference in enumerate(odd) for answer in odd
             for kind, question, language in [[("references", None, "en"), ("points", reference[:50], None),
                                               ("points", answer[:50], "de"), ("references", "", "tlh")]
                                              [(number + len(answer)) % 4]]]
    read(*tasks)
    read({"points": odd, "answer": " ".join(odd)}, {"references": odd, "answer": " ".join(odd)})


def test_no_memory():
    """The same again, and in another order: nothing of a line is left for the next."""
    words = "pod node service cluster state etcd watches scheduler not never address network proxy writes 3 10%".split()
    chance = random.Random(7)
    text = lambda n: " ".join(chance.choice(words) for _ in range(n)) + "."
    tasks = [{"question": text(6), chance.choice(["points", "references"]): [text(8) for _ in range(chance.randint(1, 5))],
              "answer": text(chance.randint(0, 60)), "language": chance.choice(["en", "en", "de", None])}
             for _ in range(60)]
    lines = read_raw(*tasks)
    assert lines == read_raw(*tasks)
    order = list(range(len(tasks)))
    chance.shuffle(order)
    shuffled = read_raw(*(tasks[place] for place in order))
    assert [lines[place] for place in order] == shuffled
    assert len(set(lines)) > 30, lines


def test_line_by_line():
    """Each answer comes before the next line is written."""
    with subprocess.Popen([PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for _ in range(3):
            process.stdin.write(FINE.encode() + b"\n")
            process.stdin.flush()
            check(json.loads(FINE), json.loads(process.stdout.readline()))
        process.stdin.close()
        assert process.stdout.read() == b"" and process.wait() == 0


def test_defaults():
    plain, null, english = read(*({"points": POINTS, "answer": ANSWER, **more}
                                  for more in ({}, {"question": None}, {"language": "en", "references": None})))
    assert plain == null == english
    done = call(b"")
    assert done.returncode == 0 and done.stdout == b"" and done.stderr == b""
    done = call(FINE)
    assert done.returncode == 0 and done.stdout.count(b"\n") == 1, done


def test_refused():
    refused("no", "cannot be read")
    refused(b'{"points": ["a"], "answer": "\xff"}', "line 3")
    refused("[]", "either")
    refused("3", "either")
    refused("{}", "either")
    refused('{"answer": "a"}', "either")
    refused('{"points": ["a"], "references": ["a"], "answer": "a"}', "either")
    refused('{"references": [], "answer": "a"}', "one text or more")
    refused('{"points": [], "answer": "a"}', "one text or more")
    refused('{"points": "a", "answer": "a"}', "one text or more")
    refused('{"points": ["a", 3], "answer": "a"}', "list of texts")
    refused('{"references": [null], "answer": "a"}', "list of texts")
    refused('{"points": ["a"]}', "answer")
    refused('{"points": ["a"], "answer": null}', "answer")
    refused('{"points": ["a"], "answer": ["a"]}', "answer")
    refused('{"points": ["a"], "answer": "a", "question": 3}', "question")
    refused('{"points": ["a"], "answer": "a", "language": {}}', "language")
    refused('{"points": ["a"], "points": ["a"], "answer": "a"}', "points")
    assert subprocess.run([PROGRAM, "more"], capture_output=True).returncode == 2


tap.run([test_tells_apart, test_alternatives, test_odd_texts, test_no_memory, test_line_by_line, test_defaults, test_refused])
