"""A second opinion in the window: off at first, nothing sent before it was seen, a draft to choose from; and pasting."""

import contextlib
import http.server
import json
import threading

from window import EXAMPLE, EXPLANATION, Window, run, tap

ANSWER = {"verdicts": [{"point": 1, "verdict": "covered", "why": "It names the stripe."},
                       {"point": 2, "verdict": "missed", "why": "Nothing of it is there."}],
          "score": 64,
          "feedback": [{"kind": "nailed", "text": "Parity is XOR", "wrong": None, "right": None},
                       {"kind": "correction", "text": "", "wrong": "a mirror is a backup", "right": "it is none"},
                       {"kind": "action", "text": "<b>Record</b> 100 % now", "wrong": None, "right": None}]}

PASTED = """**Score: 🟡 Good (75%)**

**What you nailed:**
- Names the levels

**Action items:**
- Read about rebuilds

**Result:** A good start.
"""


class Server:
    """A server on this computer that counts what it is asked, and answers what `reply` says."""

    def __init__(self):
        self.requests = []
        self.reply = (200, {"choices": [{"message": {"content": json.dumps(ANSWER)}}]})
        self.wait = None
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.requests.append((self.path, dict(self.headers), json.loads(body)))
                if outer.wait is not None:
                    outer.wait.wait()
                status, value = outer.reply
                data = json.dumps(value).encode()
                with contextlib.suppress(OSError):
                    self.send_response(status)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(data)))
                    self.end_headers()
                    self.wfile.write(data)

            def log_message(self, *args):
                pass

        try:
            self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
            self.address = f"http://127.0.0.1:{self.server.server_port}/v1"
            import socket
            socket.create_connection(("127.0.0.1", self.server.server_port)).close()
        except OSError:
            raise tap.Skip("there is no loopback interface") from None
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self.wait is not None:
            self.wait.set()
        self.server.shutdown()


def keyring(folder):
    """libsecret keeps its keys in a file of the test."""
    return {"SECRET_BACKEND": "file", "SECRET_FILE_TEST_PATH": folder + "/keyring",
            "SECRET_FILE_TEST_PASSWORD": "a password"}


def enter(window, row, text):
    """Into the row after the one that has the keyboard; what is in a row has no name of its own."""
    window.key("Tab", "ctrl+a")
    window.type(text)
    window.until(lambda: window.find("text", row).text == text, f"{text} in {row}")


def open_preferences(window):
    window.key("ctrl+comma")
    window.find_dialog("Preferences")
    window.go_to("Offer a second opinion")


def switch_on(window, address, key=None):
    open_preferences(window)
    window.key("space")
    window.sees("Enter the address of a server")
    enter(window, "Address", address)
    window.sees("Enter the name of a model")
    enter(window, "Model", "a-model")
    window.until(lambda: not window.shows("Enter the name of a model"), "nothing to be wrong")
    if key:
        window.key("Tab")
        window.type(key)
        window.key("Return")
        window.sees("The key for 127.0.0.1")
    window.leave("Preferences")


def read_back(window):
    window.open_topic()
    window.key("ctrl+e")
    window.find_editor()
    window.type(EXPLANATION)
    window.key("ctrl+Return")
    window.find("push button", "Paste Feedback…", states=("sensitive",))


def draft(window, field):
    rows = window.query(f"SELECT {field} FROM draft WHERE owner = ?", window.subject())
    return rows[0][0] if rows else None


def test_asked_and_taken_over(folder):
    with Server() as server, Window(folder, plan=EXAMPLE, environment=keyring(folder)) as window:
        read_back(window)
        assert not window.shows("Ask for a Second Opinion")
        switch_on(window, server.address, key="sk-1234")
        window.go_to("Nailed", role="text")
        window.type("My own words")
        window.click("push button", "Ask for a Second Opinion…")
        window.sees("This is sent to " + server.address + "/chat/completions")
        sent = window.find("text", "What is sent").text
        assert "KLearn" not in sent and EXPLANATION in sent, sent
        window.leave("Second Opinion")
        assert not server.requests

        window.click("push button", "Ask for a Second Opinion…")
        window.click("push button", "Send")
        window.sees("a-model at 127.0.0.1")
        (path, headers, body), = server.requests
        assert path == "/v1/chat/completions" and headers["Authorization"] == "Bearer sk-1234", headers
        assert sent == "\n\n".join(message["content"] for message in body["messages"]), body
        # Text is text.
        window.sees("Take over: <b>Record</b> 100 % now")
        window.go_to("Words: a mirror is a backup → it is none")
        window.key("ctrl+End")
        window.type(" at all")
        window.go_to("Take over: <b>Record</b> 100 % now")
        window.key("space")
        window.click("push button", "Take Over")
        window.until(lambda: draft(window, "corrections") == "a mirror is a backup → it is none at all",
                     "the correction in the draft")
        window.until(lambda: draft(window, "nailed") == "My own words\nParity is XOR", "both in the field")
        assert draft(window, "actions") is None and draft(window, "score") == 64, draft(window, "actions")
        assert not window.attempts()[2:], window.attempts()
        # What was added can be taken back where it stands.
        window.go_to("Nailed", role="text")
        window.key("ctrl+z")
        window.until(lambda: draft(window, "nailed") == "My own words", "the words as they were")
        window.key("ctrl+Return")
        window.goes_to("RAID Levels")
        window.until(lambda: len(window.attempts()) == 3, "the attempt")
        explanation, low, _, verdicts = window.attempts()[-1]
        assert explanation == EXPLANATION and low == 64 and verdicts[:2] == ["covered", "missed"], window.attempts()[-1]
        assert len(server.requests) == 1
        window.close()


def test_trouble_and_cancel(folder):
    with Server() as server, Window(folder, plan=EXAMPLE, environment=keyring(folder)) as window:
        read_back(window)
        switch_on(window, server.address)
        server.reply = (500, {"error": "out of memory"})
        window.click("push button", "Ask for a Second Opinion…")
        window.click("push button", "Send")
        window.sees("has a problem of its own (500)")
        # Known by now: asked again at once, and cancelled while it waits.
        server.wait = threading.Event()
        window.click("push button", "Ask Again")
        window.until(lambda: len(server.requests) == 2, "the second question")
        window.sees("Asking a-model at")
        window.key("Escape")
        window.until(lambda: not window.shows("Asking a-model at"), "the dialog to be gone")
        assert draft(window, "nailed") is None
        window.key("ctrl+Return")
        window.until(lambda: len(window.attempts()) == 3, "the attempt without it")
        window.close()


def test_another_model_is_seen_first(folder):
    with Server() as server, Window(folder, plan=EXAMPLE, environment=keyring(folder)) as window:
        read_back(window)
        switch_on(window, server.address)
        window.click("push button", "Ask for a Second Opinion…")
        window.click("push button", "Send")
        window.sees("A draft:")
        window.leave("Second Opinion")
        window.click("push button", "Ask for a Second Opinion…")
        window.sees("A draft:")
        assert len(server.requests) == 2
        window.leave("Second Opinion")
        open_preferences(window)
        window.key("Tab")
        enter(window, "Model", "another-model")
        window.leave("Preferences")
        window.click("push button", "Ask for a Second Opinion…")
        window.sees("for the model “another-model”")
        assert len(server.requests) == 2
        window.leave("Second Opinion")
        window.close()


def test_pasted(folder):
    with Window(folder, plan=EXAMPLE) as window:
        read_back(window)
        window.click("push button", "Paste Feedback…")
        window.find("text", "Feedback to be read", states=("focused",))
        window.type("Well done.")
        window.key("Escape")
        window.sees("Discard What You Wrote?")
        window.key("Escape")
        window.until(lambda: not window.shows("Discard What You Wrote?"), "the question to be gone")
        window.find("text", "Feedback to be read", states=("focused",))
        window.click("push button", "Read")
        window.sees("No feedback was found in this text.")
        field = window.find("text", "Feedback to be read")
        assert field.text == "Well done."
        field.set_text(PASTED)
        window.click("push button", "Read")
        window.sees("Pasted text")
        window.find("check box", "Take over: A good start.")
        window.click("push button", "Take Over")
        window.until(lambda: draft(window, "actions") == "Read about rebuilds", "the action item in the draft")
        assert draft(window, "nailed") == "Names the levels" and draft(window, "score") == 75
        assert draft(window, "insight") is None
        window.key("ctrl+Return")
        window.until(lambda: len(window.attempts()) == 3, "the attempt")
        window.close()


run(test_asked_and_taken_over, test_trouble_and_cancel, test_another_model_is_seen_first, test_pasted)
