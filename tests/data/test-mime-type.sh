#!/bin/bash
# What the desktop takes files for, once KLearn's MIME package is there: SOURCE-OF-PACKAGE DESKTOP-FILE
set -u
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/mime/packages"
cp /usr/share/mime/packages/freedesktop.org.xml "$folder/mime/packages" || { echo "shared-mime-info is missing"; exit 77; }
cp "$1" "$folder/mime/packages/com.example.KLearn.xml"
update-mime-database "$folder/mime" || exit 1
export XDG_DATA_HOME=$folder XDG_DATA_DIRS=$folder

failures=0
expect () # NAME TYPE CONTENT
{
  local actual
  printf '%s' "$3" > "$folder/$1"
  actual=$(gio info -a standard::content-type "$folder/$1" | sed -n 's/.*content-type: //p')
  [[ $actual == "$2" ]] && return
  echo "$1 is taken for $actual, not for $2"
  failures=$((failures + 1))
}

plan=$'{\n  "klearn": 1,\n  "plan": {}\n}\n'
expect plan.klearn.json application/x-klearn+json "$plan"
expect plan application/x-klearn+json "$plan"
expect plan.json application/json "$plan"
expect other.json application/json '{"other": 1}'
expect plan.md text/markdown '# Plan'

# Offered for both; the defaults of a desktop are not KLearn's to set.
for type in application/x-klearn+json text/markdown; do
  grep -q "^MimeType=.*\b$type;" "$2" || { echo "$2 does not offer $type"; failures=$((failures + 1)); }
done
exit $((failures > 0))
