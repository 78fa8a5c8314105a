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


if __name__ == "__main__":
    tap.run([test for name, test in list(globals().items()) if name.startswith("test_")])
