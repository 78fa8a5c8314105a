#!/bin/bash
# Every file with words for a person is in po/POTFILES.in, and every language of po/LINGUAS has all of them.
set -u
export LC_ALL=C.UTF-8
source=$1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failures=0

fail ()
{
  printf '%s\n' "$*"
  failures=$((failures + 1))
}

cd "$source" || exit 1
grep -v '^#' po/POTFILES.in | sort > "$work/listed"
{
  grep -rlE '\b(_|N_|C_|NC_|ngettext|g_dngettext) ?\(' --include='*.c' --include='*.h' src
  grep -rlE 'translatable="(yes|true)"' --include='*.ui' --include='*.xml' src
  find . -maxdepth 1 -name '*.desktop' -printf '%f\n'
  find data -name '*.metainfo.xml' -o -name '*.gschema.xml'
} | sort > "$work/needed"
missing=$(comm -13 "$work/listed" "$work/needed")
[[ -z $missing ]] || fail "Not in po/POTFILES.in: $(echo $missing)"
superfluous=$(comm -23 "$work/listed" "$work/needed")
[[ -z $superfluous ]] || fail "In po/POTFILES.in, but without words to translate: $(echo $superfluous)"

xgettext --files-from="$work/needed" --from-code=UTF-8 --output="$work/klearn.pot" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 --add-comments \
  2> "$work/messages" || fail "$(cat "$work/messages")"

for language in $(grep -v '^#' po/LINGUAS); do
  msgmerge --quiet --no-fuzzy-matching "po/$language.po" "$work/klearn.pot" -o "$work/merged.po" || failures=1
  msgattrib --untranslated --no-obsolete "$work/merged.po" > "$work/untranslated"
  msgattrib --only-fuzzy --no-obsolete "$work/merged.po" >> "$work/untranslated"
  count=$(grep -c '^msgid ' "$work/untranslated")
  if ((count > 0)); then
    grep -A1 -E '^msgid ' "$work/untranslated" | grep -v '^--'
    fail "po/$language.po is not complete: see the messages above (meson compile -C build klearn-update-po brings them in)"
  fi
  msgfmt --check --output-file=/dev/null "po/$language.po" || failures=1
done
exit $((failures > 0))
