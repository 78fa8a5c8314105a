#!/bin/sh
# appstreamcli must find nothing in the metainfo but what comes from the application's id, which has capitals, and from
# Debian 12's appstream, which does not know <developer> yet.
export LC_ALL=C.UTF-8
output=$(appstreamcli validate --pedantic --no-net --no-color "$1")
status=$?
findings=$(printf '%s\n' "$output" | grep -E '^[EWIP]: ' |
  grep -vE 'cid-contains-uppercase-letter|unknown-tag developer$')
if [ $status -ne 0 ] || [ -n "$findings" ]; then
  printf '%s\n' "$output"
  exit 1
fi

# The summary is 10 to 25 characters long, as software centres show it.
summary=$(sed -n 's|^ *<summary>\(.*\)</summary>$|\1|p' "$1")
length=$(printf %s "$summary" | wc -m)
if [ "$length" -lt 10 ] || [ "$length" -gt 25 ]; then
  echo "The summary “$summary” has $length characters; 10 to 25 are good."
  exit 1
fi
