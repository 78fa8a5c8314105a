"""The scores of several topics in one chart: which ones is chosen by keyboard, kept, and each mark leads to its attempt."""

from window import EXAMPLE, Window, run

PAST = (("Journaling", "2026-06-01", 78), ("Journaling", "2026-07-01", 68),
        ("RAID Levels", "2026-05-02", 82), ("RAID Levels", "2026-10-11", 93),
        ("Inodes and Directories", "2026-04-07", 31), ("Inodes and Directories", "2026-10-27", 72))
UNASSESSED = ("Kinds of Drives", "Encryption at Rest", "Logical Volumes", "Network File Systems", "Quotas and Limits",
              "Observing I/O", "Mounts and Namespaces")
CHOOSER = "Choose the topics to compare"


def insights(folder, past=PAST):
    window = Window(folder, plan=EXAMPLE, start=False)
    for title, day, score in past:
        window.command("explain", title, "--score", str(score), "--date", day, text="Words.")
    window.start()
    show_insights(window)
    return window


def show_insights(window):
    window.find("list", "Topics").find("list item", "Insights").click(mouse=True)
    window.goes_to("Insights")


def said(window):
    """What the chart says of itself."""
    return window.find("image", "Scores compared: ").name


def says(window, *parts):
    window.until(lambda: all(part in said(window) for part in parts), f"{parts} in {said(window)}")


def open_list(window):
    window.go_to(CHOOSER)
    window.key("Return")
    window.find("entry", "Search topics", states=("focused",))


def toggle(window, title):
    """In the list that is open."""
    window.key("ctrl+a")
    window.type(title)
    window.until(lambda: [box.name for box in window.app.find_all("check box")] == [title], "the search")
    window.key("Return")


def rename_topic(window, title):
    window.go_to("Change the topic")
    window.key("F2")
    window.until(lambda: window.focused()[0] in ("text", "entry"), "the title to be edited")
    window.key("ctrl+a")
    window.type(title + "\n")
    window.goes_to(title)


def test_choice(folder):
    with insights(folder) as window:
        # The latest first, before anybody chose.
        says(window, "Latest: Inodes and Directories 72", "RAID Levels 93", "Journaling 68")
        open_list(window)
        toggle(window, "Journaling")
        window.until(lambda: "Journaling" not in said(window), "Journaling to be left out")
        toggle(window, "Quotas and Limits")
        says(window, "RAID Levels 93", "Quotas and Limits not assessed yet")
        window.key("Escape")
        window.until(lambda: CHOOSER in window.focused()[1], "the keyboard to come back")
        # The choice outlives the page.
        window.open_topic()
        show_insights(window)
        says(window, "RAID Levels 93", "Quotas and Limits not assessed yet")
        assert "Journaling" not in said(window), said(window)
        # What is recorded meanwhile, and what it is called, is shown.
        window.command("explain", "Quotas and Limits", "--score", "55", text="Words.")
        says(window, "Quotas and Limits 55")
        window.open_topic("RAID Levels")
        rename_topic(window, "Stripes and Mirrors")
        show_insights(window)
        says(window, "Stripes and Mirrors 93", "Quotas and Limits 55")
        window.close()


def test_marks(folder):
    with insights(folder) as window:
        says(window, "Latest: Inodes and Directories 72")
        window.go_to("Scores compared: ")
        # The first line comes after the last one.
        window.key("Down")
        window.until(lambda: said(window).startswith("Scores compared: Inodes and Directories · "), "the first line")
        window.key("Down")
        window.until(lambda: said(window).startswith("Scores compared: RAID Levels · "), "the next line")
        # No key to the right or to the left leads out of its line.
        window.key("End", "Right", "Right")
        window.until(lambda: "RAID Levels · 11 October 2026" in said(window), "the last mark of the line")
        window.key("Home", "Left")
        window.until(lambda: "RAID Levels · " in said(window) and "attempt 1 " in said(window),
                     "the first mark of the line")
        window.key("Down", "End", "Left")
        window.until(lambda: "Journaling · 1 June 2026" in said(window), "the first mark but one of the last line")
        window.key("Return")
        window.goes_to("Journaling")
        window.sees("1 June 2026")


def test_no_more_than_can_be_told_apart(folder):
    with insights(folder, PAST[:2]) as window:
        # Both are the example's own, too.
        says(window, "Latest: Journaling 68", "RAID Levels 97")
        open_list(window)
        *with_room, one_more = UNASSESSED
        for title in with_room:
            toggle(window, title)
        says(window, "Journaling 68", *(f"{title} not assessed yet" for title in with_room))
        toggle(window, one_more)
        window.sees("8 topics are as many as can be told apart")
        assert one_more not in said(window), said(window)


def test_nothing_to_draw(folder):
    """Where there is no mark, words say why."""
    with insights(folder, ()) as window:
        says(window, "Journaling 91", "RAID Levels 97")
        open_list(window)
        toggle(window, "Journaling")
        toggle(window, "RAID Levels")
        window.sees("Choose the topics whose scores you would like to see beside each other.")
        toggle(window, "Kinds of Drives")
        window.sees("Kinds of Drives not assessed yet")
        assert not window.shows("Choose the topics whose scores")


def test_narrow(folder):
    with insights(folder) as window:
        window.resize(360, 600)
        says(window, "Latest: Inodes and Directories 72")
        window.go_to(CHOOSER)
        frame = window.find("frame").extents()
        left, _, width, _ = window.find("image", "Scores compared: ").extents()
        assert left >= 0 and left + width <= frame[2], (left, width, frame)


run(test_choice, test_marks, test_no_more_than_can_be_told_apart, test_nothing_to_draw,
    test_narrow)
