"""The little of the Test Anything Protocol that Meson reads, for tests that drive the built program."""

import inspect
import os
import shutil
import sys
import tempfile
import traceback


class Skip(Exception):
    """Raised by a test that cannot be run here, with the reason."""


def run(tests):
    """Runs each function in a folder of its own, which is gone afterwards, and ends the process."""
    failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix("test_").replace("_", " ")
        folder = tempfile.mkdtemp(prefix="klearn-test-")
        before = os.getcwd()
        try:
            os.chdir(folder)
            test(folder) if inspect.signature(test).parameters else test()
            print(f"ok {number} - {name}")
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}")
        except Exception:  # a failure of any kind is a failed test, and the others still run
            failed += 1
            print(f"not ok {number} - {name}")
            print("# " + traceback.format_exc().replace("\n", "\n# "))
        finally:
            os.chdir(before)
            os.chmod(folder, 0o700)
            shutil.rmtree(folder)
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
