"""The built program, called as a person without a display or a session bus would call it."""

import json
import os
import subprocess

KLEARN = os.environ["KLEARN"]
SOURCE = os.environ["KLEARN_SOURCE"]
EXAMPLE = os.path.join(SOURCE, "data", "example-plan.md")


class Home:
    """A home of its own with the example plan in its library, unless told otherwise."""

    def __init__(self, folder, plan=EXAMPLE):
        self.folder = folder
        self.library = os.path.join(folder, ".local", "share", "klearn", "library.db")
        if plan:
            self.ok("import", plan)

    def environment(self, **more):
        # As with env -i: no DISPLAY, no WAYLAND_DISPLAY, no DBUS_SESSION_BUS_ADDRESS, no locale.
        keep = {name: os.environ[name] for name in ("PATH", "G_DEBUG", "MALLOC_CHECK_", "ASAN_OPTIONS", "UBSAN_OPTIONS",
                                                    "LSAN_OPTIONS") if name in os.environ}
        return keep | {"HOME": self.folder} | more

    def call(self, *arguments, text="", env=None, **more):
        data = text if isinstance(text, bytes) else text.encode()
        if "stdin" not in more:
            more["input"] = data
        return subprocess.run([KLEARN, *arguments], env=self.environment(**(env or {})), timeout=300, cwd=self.folder,
                              **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more))

    def ok(self, *arguments, **more):
        done = self.call(*arguments, **more)
        assert done.returncode == 0, (arguments, done.returncode, done.stderr.decode(errors="replace"))
        assert done.stderr == b"", (arguments, done.stderr)
        return done.stdout.decode()

    def json(self, *arguments, **more):
        return json.loads(self.ok(*arguments, "--json", **more), parse_constant=refuse_constant)

    def fails(self, *arguments, status=1, says="", **more):
        done = self.call(*arguments, **more)
        error = done.stderr.decode()
        assert done.returncode == status, (arguments, done.returncode, error, done.stdout)
        assert error.endswith("\n") and error.count("\n") == 1, ("one line, not", error)
        assert error.startswith("klearn"), error
        assert "(null)" not in error and "%" not in error, error
        assert says in error, (says, error)
        return error

    def subject(self, title, *more):
        return next(topic for topic in self.json("topics", *more) if topic["title"] == title)


def refuse_constant(name):
    raise AssertionError(f"{name} is not JSON")
