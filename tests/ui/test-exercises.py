"""What the pages of exercises and insights say of the plan."""

import os

from window import Window, run

PLAN = """# Boats

## Deep Dives Completed ✅

### Ropes
**Status:** Deep dive complete
**Topics covered:**
- How a bowline holds
- Whipping

### Sails
**Status:** Deep dive complete
**Topics covered:**
- Reefing

## Retention Scores 📊

### Sails
**Date:** 2026-03-01
**Score:** 🟢 Strong (85%)

### Overall Assessment

**Next retention exercises to try:**
- Show how a bowline holds under load
- Whipping in the rain

## Learning Strategy

**Scoring System:**
- 🟢 **Strong (90-100%)**: Confident
- 🟡 **Good (70-89%)**: Solid
- 🔴 **Needs Review (<70%)**: Gaps
"""


def test_words(folder):
    path = os.path.join(folder, "boats.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PLAN)
    with Window(folder, plan=path) as window:
        # A point of three words or more tells its topic; a single word does not.
        spans = window.query("SELECT exercise.title, topic.title FROM link JOIN subject AS exercise"
                             " ON exercise.id = link.owner JOIN subject AS topic ON topic.id = link.target"
                             " WHERE link.kind = 'spans'")
        assert spans == [("Show how a bowline holds under load", "Ropes")], spans
        window.find("list", "Topics").find("list item", "Exercises", timeout=20).click(mouse=True)
        window.goes_to("Exercises")
        window.find("label", "Ropes")
        window.find("list", "Topics").find("list item", "Insights").click(mouse=True)
        window.goes_to("Insights")
        window.sees("Needs Review (under 70")
        window.open_topic("Sails")
        window.sees("written: 🟢 Strong")
        window.close()


run(test_words)
