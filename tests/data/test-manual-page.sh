#!/bin/sh
# groff must have nothing to say about the manual page.
warnings=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" 2>&1 >/dev/null)
status=$?
printf '%s' "$warnings"
[ $status -eq 0 ] && [ -z "$warnings" ]
