"""The days of learning."""

import datetime


def day(ago=0):
    """A day of learning, which begins at four in the morning."""
    now = datetime.datetime.now() - datetime.timedelta(hours=4)
    return (now.date() - datetime.timedelta(days=ago)).isoformat()
