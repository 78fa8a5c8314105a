"""What a hand does with charts and the map, and what they look like then."""

import subprocess


def hand(*arguments):
    subprocess.run(["xdotool", *arguments], check=True)


def picture(window, name):
    """The image of that name as it is painted when it has come to rest, with the pointer away from it."""
    hand("mousemove", "1", "1")
    left, top, width, height = (int(part) for part in window.find("image", name).rect())
    taken = []

    def rests():
        window.ui.settle(.2)
        taken.append(subprocess.run(["import", "-silent", "-window", "root", "-crop", f"{width}x{height}+{left}+{top}",
                                     "rgb:-"], check=True, capture_output=True).stdout)
        return len(taken) > 1 and taken[-1] == taken[-2]

    window.until(rests, f"{name} to come to rest")
    return taken[-1]
