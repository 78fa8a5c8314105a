#!/usr/bin/env python3
"""A plan as JSON by command: out, by its schema, and back in."""

import json
import os

import tap
from program import SOURCE, Home

SCHEMA = os.path.join(SOURCE, "data", "klearn-plan.schema.json")


def learnt(folder):
    """The example plan, with everything that a person does in it."""
    home = Home(folder)
    home.ok("explain", "quotas and limits", "--score", "80", "--expect", "70", text="Blocks “and” inodes.\n\tTwo lines.")
    home.ok("explain", "mounts", text="Half an explan")
    return home


def walk(value):
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from walk(item)


def test_export_holds_everything(folder):
    home = learnt(folder)
    text = home.ok("export", "--format", "json")
    assert text == home.ok("export", "--format", "JSON"), "the same plan is not always the same bytes"
    document = json.loads(text)
    assert document["klearn"] == 1 and document["plan"]["title"] == "Linux Storage and File Systems"
    records = [item for item in walk(document) if "id" in item]
    assert len({item["id"] for item in records}) == len(records)
    attempt = next(item for item in records if item.get("explanation"))
    assert attempt["explanation"] == "Blocks “and” inodes.\n\tTwo lines." and attempt["guess"] == 70, attempt
    draft = next(item for item in records if item.get("stage"))
    assert draft["text"] == "Half an explan", draft
    with open(os.path.join(SOURCE, "data", "example-plan.md"), encoding="utf-8") as file:
        assert document["plan"]["documents"][0]["text"] == file.read()
    assert len([item for item in records if item.get("kind") == "exercise"]) == 6
    assert home.json("export", "--format", "json", "-o", "plan.json")["file"] == "plan.json"
    with open("plan.json", encoding="utf-8") as file:
        assert file.read() == text


def test_export_is_what_the_schema_says(folder):
    try:
        import jsonschema
    except ImportError as error:
        raise tap.Skip("python3-jsonschema is not installed") from error
    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    document = json.loads(learnt(folder).ok("export", "--format", "json"))
    errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]
    assert not errors, errors
    for change in ({"depth": "deeper"}, {"minutes": -1}, {"title": None}, {"id": "1"}, {"points": {}}):
        subject = document["plan"]["subjects"][0]
        assert not validator.is_valid(document | {"plan": document["plan"] | {"subjects": [subject | change]}}), change


def test_import_gives_the_same_plan_back(folder):
    home = learnt(folder)
    home.ok("export", "--format", "json", "-o", "plan.json")
    other = os.path.join(folder, "other.db")
    done = home.json("import", "plan.json", "--library", other)
    assert done["added"]["topics"] == 15 and done["added"]["attempts"] == 9 and not done["notes"], done
    with open("plan.json", encoding="utf-8") as file:
        assert home.ok("export", "--format", "json", "--library", other) == file.read()
    assert home.ok("export", "--library", other) == home.ok("export")
    again = home.json("import", "plan.json", "--library", other)
    assert set(again["added"].values()) == {0} and again["changed"] == 0, again
    assert "Nothing is new." in home.ok("import", "plan.json")
    home.ok("undo", "--library", other)
    assert home.json("plans", "--library", other) == []
    home.ok("import", "plan.json", "--library", other, "--plan", "By another name")
    assert [plan["title"] for plan in home.json("plans", "--library", other)] == ["By another name"]
    assert home.ok("check", "--library", other)


def with_suggestions(suggested):
    """A plan with an attempt whose verdicts had been suggested."""
    verdicts = [{"id": f"00000000-0000-4000-8000-00000000002{i}", "text": text, "verdict": verdict} | more
                for i, (text, verdict, more) in enumerate((("a", "covered", {"suggested": "partly"}),
                                                           ("b", "unset", {"suggested": "missed"}),
                                                           ("c", "missed", {}), ("d", "unset", {})))]
    if not suggested:
        for verdict in verdicts:
            verdict.pop("suggested", None)
    attempt = {"id": "00000000-0000-4000-8000-000000000003", "number": 1, "low": 70, "high": 70, "date": "2026-11-02",
               "verdicts": verdicts} | ({"suggested": 25} if suggested else {})
    subject = {"id": "00000000-0000-4000-8000-000000000002", "title": "Rings", "attempts": [attempt]}
    return {"klearn": 1, "plan": {"id": "00000000-0000-4000-8000-000000000001", "title": "P", "subjects": [subject]}}


def test_suggestions_are_kept(folder):
    home = Home(folder, plan=None)
    for name, suggested in (("with.json", True), ("without.json", False)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            json.dump(with_suggestions(suggested), file)
    home.ok("import", "with.json")
    shown = [(v["text"], v["verdict"], v["suggested"]) for v in home.json("history", "rings")[0]["verdicts"]]
    assert shown == [("a", "covered", "partly"), ("b", None, "missed"), ("c", "missed", None)], shown
    assert home.json("show", "rings")["attempts"][0]["suggested"] == 25
    document = home.ok("export")
    assert "- ✅ a\n- ❌ c\n" in document and "25" not in document and "- ❌ b" not in document, document

    exported = home.ok("export", "--format", "json", "-o", "exported.json") and home.ok("export", "--format", "json")
    other = os.path.join(folder, "other.db")
    home.ok("import", "exported.json", "--library", other)
    assert home.ok("export", "--format", "json", "--library", other) == exported

    # A plan that does not say what was suggested takes nothing away, and is completed by one that does.
    again = home.ok("import", "without.json")
    assert "Nothing is new." in again, again
    assert home.ok("export", "--format", "json") == exported
    late = os.path.join(folder, "late.db")
    home.ok("import", "without.json", "--library", late)
    assert all(v["suggested"] is None for v in home.json("history", "rings", "--library", late)[0]["verdicts"])
    home.ok("import", "with.json", "--library", late)
    told = [v["suggested"] for v in home.json("history", "rings", "--library", late)[0]["verdicts"]]
    assert told == ["partly", "missed", None], told

    home.ok("backup", "kept.db")
    home.ok("undo")
    assert home.json("plans") == []
    home.ok("redo")
    assert home.ok("export", "--format", "json") == exported
    home.ok("restore", "kept.db")
    assert home.ok("export", "--format", "json") == exported and "“" not in home.ok("check")


def test_conflicts_are_for_the_person(folder):
    home = learnt(folder)
    text = home.ok("export", "--format", "json")
    with open("plan.json", "w", encoding="utf-8") as file:
        file.write(text.replace('"title": "Mounts', '"title": "Mounting'))
    asked = home.json("import", "plan.json")
    assert asked["changed"] == 0 and len(asked["notes"]) == 1, asked
    assert home.ok("export", "--format", "json") == text
    assert home.json("import", "plan.json", "--prefer", "file")["changed"] == 1
    assert '"title": "Mounting' in home.ok("export", "--format", "json")


def test_bad_json_changes_nothing(folder):
    home = learnt(folder)
    text = home.ok("export", "--format", "json")
    with open(home.library, "rb") as file:
        content = file.read()
    uuid = json.loads(text)["plan"]["subjects"][0]["id"]
    for bad, says in (("", "is empty"),
                      ("[" * 100000, "deeper than 64"),
                      ("{" + '"a":{' * 100000, "deeper than 64"),
                      (text.replace('"klearn": 1', '"klearn": 1, "klearn": 1', 1), "Line 2: “klearn” comes twice"),
                      (text.replace('"klearn": 1', '"klearn": 2', 1), "newer KLearn"),
                      (text[:len(text) // 2], "Line "),
                      (text.replace('"low": 70', '"low": 1e308', 1), ".low: a number from 0 to 100"),
                      (text.replace('"low": 70', '"low": NaN', 1), "“N” stands where"),
                      (text.replace('"date": "2026-', '"date": "12026-', 1), "no date"),
                      (text.replace(f'"id": "{uuid}"', '"id": "../../x"', 1), "$.plan.subjects[0].id"),
                      (text.replace('"deep"', '"deepest"', 1), "$.plan.subjects[0].depth"),
                      ("{}", "no plan that KLearn exported")):
        assert bad != text
        with open("bad.json", "w", encoding="utf-8") as file:
            file.write(bad)
        home.fails("import", "bad.json", says=says)
    with open(home.library, "rb") as file:
        assert file.read() == content


if __name__ == "__main__":
    tap.run([test for name, test in list(globals().items()) if name.startswith("test_")])
