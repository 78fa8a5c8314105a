"""The main job: a plan is there, a topic is explained, read back and recorded, and taken back again."""

from window import EXAMPLE, EXPLANATION, TOPIC, Window, run

VERDICTS = ["covered", "partly", "missed"]


def hand_in(window):
    window.key("ctrl+e")
    window.find_editor()
    window.type(EXPLANATION)
    window.until(lambda: window.draft() == EXPLANATION, "the draft to be saved")
    window.click("push button", "Hand In")
    window.sees("Read Back")


def give_verdicts(window):
    points = window.query("SELECT count(*) FROM point WHERE owner = ?", window.subject())[0][0]
    window.find("list item", "Striping, mirroring, parity").focus()
    for number in range(points):
        window.key(str(number % 3 + 1))
    window.sees(f"Mean over {points} of {points} points: 60")
    return [VERDICTS[number % 3] for number in range(points)]


def record(window):
    before = len(window.attempts())
    window.click("push button", "Record Attempt")
    window.until(lambda: len(window.attempts()) == before + 1, "the attempt in the library")


def test_example_to_recorded_attempt(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.open_topic()
        hand_in(window)
        verdicts = give_verdicts(window)
        assert window.find("text", "Score").text == "60", window.find("text", "Score").text
        window.find("text", "Nailed").set_text("Parity as XOR")
        record(window)
        assert window.attempts()[-1] == (EXPLANATION, 60, 60, verdicts), window.attempts()
        window.goes_to(TOPIC)
        window.close()


run(test_example_to_recorded_attempt)
