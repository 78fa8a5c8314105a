"""The weights of a plan are fitted to its history in its preferences, and offered where they predict better."""

import datetime
import json
import os
import random
import uuid

from window import EXAMPLE, TOPIC, Window, run


def learner(folder, subjects):
    """Somebody who keeps all that is recalled at first, and half of it a week later: a plan as JSON."""
    chance = random.Random(4)
    plan = {"id": str(uuid.uuid4()), "title": "Learner", "subjects": []}
    for number in range(subjects):
        day = datetime.date(2023, 1, 1) + datetime.timedelta(chance.randrange(300))
        attempts = []
        for attempt in range(1, 7):
            days = chance.randrange(1, 40)
            score = chance.randrange(50, 100) if attempt == 1 else round(100 * 0.5 ** (days / 20))
            day += datetime.timedelta(days if attempt > 1 else 0)
            attempts.append({"id": str(uuid.uuid4()), "number": attempt, "date": day.isoformat(), "low": score,
                             "high": score})
        plan["subjects"].append({"id": str(uuid.uuid4()), "title": f"Topic {number}", "attempts": attempts})
    path = os.path.join(folder, "learner.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"klearn": 1, "plan": plan}, file)
    return path


def weights(window):
    return window.query("SELECT weights FROM plan")[0][0]


def test_too_few(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.sees(TOPIC)
        window.key("alt+Return")
        window.find_dialog("Plan Preferences")
        window.sees("Dates follow the usual weights")
        window.go_to("Fit", role="push button")
        window.key("Return")
        window.sees("Weights can be fitted from 400 on")
        window.leave("Plan Preferences")
        window.close()


def test_taken_and_reset(folder):
    with Window(folder, start=False) as window:
        window.command("import", learner(folder, 120))
        window.start()
        window.sees("Topic 0")
        window.key("alt+Return")
        window.find_dialog("Plan Preferences")
        window.go_to("Fit", role="push button")
        window.key("Return")
        window.sees("the error falls by")
        assert weights(window) is None
        window.go_to("Use", key="shift+Tab", role="push button")
        window.key("Return")
        window.until(lambda: weights(window) is not None, "the weights")
        assert len(weights(window).split()) == 21, weights(window)
        window.sees("weights that were fitted to your attempts")

        window.go_to("Reset", key="shift+Tab", role="push button")
        window.key("Return")
        window.until(lambda: weights(window) is None, "the usual weights")
        window.sees("Dates follow the usual weights")
        window.key("ctrl+z")
        window.until(lambda: weights(window) is not None, "undo")
        window.leave("Plan Preferences")
        window.close()


run(test_too_few, test_taken_and_reset)
