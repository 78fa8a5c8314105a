#!/usr/bin/env python3
"""What an explanation does with the key points, by command: printed, recorded, and what the person makes of it."""

import json
import os

import tap
from program import Home

POINTS = ("The kubelet restarts failed containers on its node", "kube-proxy writes iptables rules for each Service",
          "etcd stores the whole state of the cluster")
SAID = ("The kubelet restarts failed containers on its node.\n\n“Zwölf” → and kube-proxy writes iptables rules "
        "for each Service.")


def identify(number):
    return f"00000000-0000-4000-8000-{number:012}"


def home_with(folder, points, language=None, corrections=(), title="Nodes"):
    feedback = [{"id": identify(100 + i), "kind": "correction", "wrong": wrong, "right": right}
                for i, (wrong, right) in enumerate(corrections)]
    attempts = [{"id": identify(3), "number": 1, "date": "2026-01-02", "low": 40, "high": 40, "feedback": feedback}]
    subject = {"id": identify(2), "title": title, "attempts": attempts if feedback else [],
               "points": [{"id": identify(10 + i), "text": text} for i, text in enumerate(points)]}
    plan = {"id": identify(1), "title": "P", "subjects": [subject]} | ({"language": language} if language else {})
    with open(os.path.join(folder, "plan.json"), "w", encoding="utf-8") as file:
        json.dump({"klearn": 1, "plan": plan}, file)
    home = Home(folder, plan=None)
    home.ok("import", "plan.json")
    return home


def quoted(verdict, text):
    return [text[start:end] for start, end in verdict["evidence"]]


def test_reading_as_json(folder):
    home = home_with(folder, POINTS)
    done = home.json("explain", "nodes", text=SAID + "\n")
    assert done["recorded"] is None and done["draft"] is True and done["due"] is None
    assert [(v["text"], v["verdict"]) for v in done["verdicts"]] == list(zip(POINTS, ("covered", "covered", "missed")))
    assert [v["point"] for v in done["verdicts"]] == [identify(10), identify(11), identify(12)]
    assert done["suggested"] == 67 and "67" in done["reason"], done
    # Evidence is counted in characters of the explanation.
    assert any("restarts failed containers" in words for words in quoted(done["verdicts"][0], SAID)), done
    assert any("iptables rules" in words for words in quoted(done["verdicts"][1], SAID)), done
    assert "etcd" in done["verdicts"][2]["missing"], done
    assert all(word in POINTS[2] for word in done["verdicts"][2]["missing"])
    assert done["corrections"] == []
    assert len(done["questions"]) == 1 and POINTS[2] in done["questions"][0], done
    again = home.json("explain", "nodes", text=SAID)
    assert again == done


def test_questions_in_the_text(folder):
    """What was asked and answered in it: the question says nothing, its answer half; and a document keeps both."""
    home = home_with(folder, POINTS)
    question = home.json("explain", "nodes", text=SAID)["questions"][0]
    asked = f"{SAID}\n\n> {question}\n\n"
    done = home.json("explain", "nodes", text=asked)
    assert [v["verdict"] for v in done["verdicts"]] == ["covered", "covered", "missed"], done
    assert not any(v["cued"] for v in done["verdicts"]) and done["questions"] == []
    answered = f"{asked}What the whole cluster’s state is stored in is etcd.\n\n> Großes?\n\nNein."
    done = home.json("explain", "nodes", "--accept", text=answered)
    assert [(v["verdict"], v["cued"]) for v in done["verdicts"]] == [("covered", False), ("covered", False),
                                                                     ("partly", True)], done
    assert "etcd" in " ".join(quoted(done["verdicts"][2], answered)), done
    assert all(start >= len(asked) for start, _ in done["verdicts"][2]["evidence"]), done
    home.ok("export", "-o", "plan.md")
    elsewhere = os.path.join(folder, "elsewhere")
    os.mkdir(elsewhere)
    other = Home(elsewhere, plan=None)
    other.ok("import", os.path.join(folder, "plan.md"))
    explained = [attempt["explanation"] for attempt in other.json("show", "nodes")["attempts"]]
    assert answered in explained, explained


def test_reading_as_text(folder):
    home = home_with(folder, POINTS)
    told = home.ok("explain", "nodes", text=SAID)
    lines = told.splitlines()
    assert [line for line in lines if line[0] in "✓~✗"] == [
        f"✓ Covered: {POINTS[0]}", f"✓ Covered: {POINTS[1]}", f"✗ Missed: {POINTS[2]}"], told
    assert any(line.startswith("    “") and "restarts failed containers" in line for line in lines), told
    assert "Suggested: 67\u00a0%: 2 covered, 1 missed" in told or "Suggested: 67" in told, told
    at = lines.index("To go on with:")
    assert lines[at + 1].startswith("    ") and POINTS[2] in lines[at + 1] and at + 3 == len(lines), told
    assert lines[-1] == "Your text is kept as the draft of “Nodes”. Nothing is recorded without --score or --accept."


def test_accepted(folder):
    home = home_with(folder, POINTS)
    done = home.json("explain", "nodes", "--accept", text=SAID)
    assert done["recorded"] and done["due"] and done["draft"] is False
    attempt, = home.json("history", "nodes")
    assert attempt["id"] == done["recorded"]
    assert attempt["score"] == attempt["suggested"] == 67
    assert [(v["point"], v["verdict"], v["suggested"]) for v in attempt["verdicts"]] == [
        (identify(10), "covered", "covered"), (identify(11), "covered", "covered"), (identify(12), "missed", "missed")]
    told = home.ok("explain", "nodes", "--accept", text=SAID)
    assert "Recorded: “Nodes”, 67" in told, told
    assert "- ✅ " + POINTS[0] in home.ok("export")


def test_a_score_judges_no_point(folder):
    home = home_with(folder, POINTS)
    done = home.json("explain", "nodes", "--score", "80", text=SAID)
    assert done["suggested"] == 67 and done["recorded"]
    attempt, = home.json("history", "nodes")
    assert (attempt["score"], attempt["suggested"]) == (80, 67)
    assert [(v["verdict"], v["suggested"]) for v in attempt["verdicts"]] == [
        (None, "covered"), (None, "covered"), (None, "missed")]
    assert "✅" not in home.ok("export")
    home.fails("explain", "nodes", "--score", "80", "--accept", status=2, text=SAID, says="choose one")


def test_without_points(folder):
    home = home_with(folder, ())
    told = home.ok("explain", "nodes", text="Some words.")
    assert "“Nodes” has no key points, so no score is suggested." in told, told
    error = home.fails("explain", "nodes", "--accept", text="More words.", says="no suggested score")
    assert "draft" in error and home.json("history", "nodes") == []
    done = home.json("explain", "nodes", "--score", "50", text="Other words.")
    assert done["suggested"] is None and done["reason"] is None and done["verdicts"] == []
    attempt, = home.json("history", "nodes")
    assert attempt["suggested"] is None and attempt["verdicts"] == []


def test_corrections(folder):
    wrong, right = "The scheduler starts the containers", "The kubelet starts the containers"
    home = home_with(folder, POINTS, corrections=[(wrong, right)])
    sides = {}
    for side, text in (("wrong", "The scheduler starts the containers."), ("right", "The kubelet starts the containers."),
                       ("neither", "Bread is made of flour.")):
        done = home.json("explain", "nodes", "--score", "50", text=text)
        assert [(c["wrong"], c["right"]) for c in done["corrections"]] == [(wrong, right)]
        sides[side] = done["corrections"][0]["side"]
    assert sides == {"wrong": "wrong", "right": "right", "neither": "neither"}, sides
    told = home.ok("explain", "nodes", "--score", "50", text="The scheduler starts the containers.")
    assert f"✗ Stands on the wrong side again: {wrong}\n    Correct: {right}\n" in told, told
    told = home.ok("explain", "nodes", "--score", "50", text="The kubelet starts the containers.")
    assert f"✓ Now right: {right}\n" in told, told
    assert "mentioned" not in home.ok("explain", "nodes", "--score", "50", text="Bread is made of flour.")


def test_the_suggestion_follows_the_person(folder):
    home = home_with(folder, POINTS)
    for _ in range(5):
        home.ok("explain", "nodes", "--score", "77", text=SAID)
    done = home.json("explain", "nodes", "--accept", text=SAID)
    # Five times some 10 points above what the verdicts lead to, drawn towards 0: 5 × 10.3 / 10.
    assert done["suggested"] == 72 and "5 points more" in done["reason"], done
    attempts = home.json("history", "nodes")
    assert [a["suggested"] for a in attempts][0] == 67 and attempts[-1]["suggested"] == attempts[-1]["score"] == 72
    # Where it is switched off, as the window's preferences do it, it is not.
    settings = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": os.path.join(folder, "settings"),
                "GSETTINGS_SCHEMA_DIR": os.path.join(os.environ["G_TEST_BUILDDIR"], os.pardir, "data")}
    assert home.json("explain", "nodes", text=SAID, env=settings)["suggested"] == 72
    os.makedirs(os.path.join(folder, "settings", "glib-2.0", "settings"), exist_ok=True)
    with open(os.path.join(folder, "settings", "glib-2.0", "settings", "keyfile"), "w") as file:
        file.write("[com/example/KLearn]\nreading-offset=false\n")
    off = home.json("explain", "nodes", text=SAID, env=settings)
    assert off["suggested"] == 67 and "more" not in off["reason"], off
    # What was recorded stays, and goes with its attempts.
    for _ in range(6):
        home.ok("undo")
    assert home.json("explain", "nodes", text=SAID)["suggested"] == 67


LANGUAGES = {
    "de": (("Der kubelet startet abgestürzte Container auf seinem Knoten neu",
            "etcd speichert den gesamten Zustand des Clusters"),
           "Auf seinem Knoten startet der kubelet abgestürzte Container neu."),
    "ja": (("カーネルはページキャッシュに書き込む", "記録は最後に確定の印で閉じる"),
           "まず、カーネルはページキャッシュに書き込む。"),
    "ar": (("يعيد الخادم تشغيل الحاويات المتوقفة", "تحفظ قاعدة البيانات حالة النظام كلها"),
           "يعيد الخادم تشغيل الحاويات المتوقفة دائما."),
}


def test_languages(folder):
    for language, (points, text) in LANGUAGES.items():
        there = os.path.join(folder, language)
        os.mkdir(there)
        home = home_with(there, points, language=language)
        done = home.json("explain", "nodes", "--accept", text=text)
        assert done["verdicts"][0]["verdict"] == "covered", (language, done)
        assert done["verdicts"][1]["verdict"] == "missed" and done["suggested"] == 50, (language, done)
        words = "".join(quoted(done["verdicts"][0], text))
        assert words and all(character in text for character in words), (language, words)
        assert done["verdicts"][1]["missing"], (language, done)
        assert points[0] in home.ok("explain", "nodes", "--accept", text=text), language


if __name__ == "__main__":
    tap.run([test for name, test in list(globals().items()) if name.startswith("test_")])
