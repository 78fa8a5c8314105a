"""The smallest window, in German with large letters: nothing of a page lies beyond its edges."""

import os

from window import EXAMPLE, EXPLANATION, Window, flat, in_german, run

WIDTH, HEIGHT = 360, 294
# One point in another, further in than there is room for.
NESTED = "".join("  " * level + "- Blockgeräteverwaltungsschicht und was darunter liegt\n" for level in range(9))


def write_settings(folder):
    settings = os.path.join(folder, ".config", "gtk-4.0")
    os.makedirs(settings)
    with open(os.path.join(settings, "settings.ini"), "w") as file:
        file.write("[Settings]\ngtk-font-name=Cantarell 16\ngtk-icon-theme-name=Adwaita\n"
                   "gtk-decoration-layout=appmenu:close\ngtk-enable-animations=0\n")


def write_plan(folder):
    plan = os.path.join(folder, "plan.md")
    with open(EXAMPLE) as source, open(plan, "w") as file:
        file.write(source.read().replace("- Striping, mirroring, parity\n", "- Striping, mirroring, parity\n" + NESTED))
    return plan


def shown_page(window):
    """The list or what stands beside it on a wider window: where the keyboard is."""
    pages = [entry for entry in flat(window.app.snapshot()) if entry["name"] in ("KlNavigator", "KlSidebar")]
    return next((page for page in pages if any("focused" in entry["states"] for entry in flat(page))), None)


def beyond(window):
    """What is shown left or right of the page."""
    shown = [entry for entry in flat(shown_page(window)) if entry.get("extents") and entry["extents"][2] > 0]
    return [f"{entry['role']} “{entry['name']}” {entry['extents']}" for entry in shown
            if entry["extents"][0] < -1 or entry["extents"][0] + entry["extents"][2] > WIDTH + 1]


def go_to_list(window):
    if shown_page(window)["name"] != "KlSidebar":
        window.key("F9")
    window.until(lambda: (shown_page(window) or {"name": ""})["name"] == "KlSidebar", "the list")


def choose(window, title):
    go_to_list(window)
    window.key("Home")
    window.go_to_row(title, "Down")
    window.key("Return")
    window.goes_to(title)


def test_nothing_is_cut_off(folder):
    write_settings(folder)
    found = {}
    with Window(folder, plan=write_plan(folder), environment=in_german(folder)) as window:
        window.resize(WIDTH, HEIGHT)

        def look(page):
            window.ui.settle()
            lines = beyond(window)
            if lines:
                found[page] = lines[:5]

        go_to_list(window)
        look("the list")
        for title in ("Heute", "Übungen", "Einsichten", "RAID Levels"):
            choose(window, title)
            look(title)
        window.key("ctrl+e")
        window.find_editor("Erklärung")
        look("Explain")
        window.type(EXPLANATION)
        window.until(lambda: window.draft() == EXPLANATION, "the draft to be saved")
        window.key("ctrl+Return")
        window.sees("Nachlesen")
        look("Read Back")
        window.go_to("Bewertung", role="text")
        window.type("50")
        window.key("ctrl+Return")
        window.goes_to("RAID Levels")
        window.go_to("Verlauf der Bewertungen")
        window.key("Return")
        window.sees("Versuch 3")
        look("the attempt")
        assert not found, found
        window.close()


def test_ways_to_begin_are_in_sight(folder):
    with Window(folder) as window:
        window.find("push button", "Start Empty")
        window.resize(WIDTH, HEIGHT)
        buttons = [window.find("push button", name) for name in ("Import a Plan", "Start Empty", "Look at an Example")]
        window.until(lambda: all(button.extents()[1] + button.extents()[3] <= HEIGHT for button in buttons),
                     "all three to be above the lower edge")
        window.close()


run(test_nothing_is_cut_off, test_ways_to_begin_are_in_sight)
