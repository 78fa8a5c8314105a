"""A report of the plan: saved where the person says, by keyboard alone, and what is said where that fails."""

import os
import re

from window import EXAMPLE, TOPIC, Window, run
import pdf  # window has made the folder of it known


def save_as(window, path):
    window.go_to("Plan: ")
    window.key("space")
    window.choose("t")
    window.find("text", "Name:", states=("focused",))
    window.key("ctrl+a")
    window.type(path)
    window.key("Return")
    window.until(lambda: not window.app.find_all("text", "Name:"), "the dialog to close")
    window.find("frame", "– KLearn", states=("active",))


def read(path):
    with open(path, "rb") as file:
        return file.read()


def test_saved(folder):
    with Window(folder, plan=EXAMPLE) as window:
        window.sees(TOPIC)
        path = os.path.join(folder, "report.pdf")
        save_as(window, path)
        window.sees(f"The report is in {path} (")
        data = read(path)
        assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
        # A name of another kind, and a folder that nobody may write to: which file, and why.
        other = os.path.join(folder, "report.txt")
        save_as(window, other)
        window.sees("has to end in .pdf")
        assert not os.path.exists(other)
        save_as(window, "/proc/report.pdf")
        window.sees("/proc/report.pdf")
        assert read(path) == data
        # The command writes the same pages.
        pages = re.search(r"(\d+) pages", window.command("report", "-o", os.path.join(folder, "command.pdf")))
        assert f"/Count {pages.group(1)}".encode() in pdf.unpack(data)
        window.close()


def test_print_dialog(folder):
    with Window(folder, plan=EXAMPLE, start=False) as window:
        # Asking for printers in the network, which is not there, would be told on the console.
        with open(os.path.join(folder, ".config", "gtk-4.0", "settings.ini"), "a", encoding="utf-8") as settings:
            settings.write("\n[Settings]\ngtk-print-backends=file\n")
        window.start()
        window.sees(TOPIC)
        window.key("ctrl+p")
        window.find("dialog", "Print")
        window.key("Escape")
        window.find("frame", "– KLearn", states=("active",))
        window.sees(TOPIC)
        window.close()


run(test_saved, test_print_dialog)
