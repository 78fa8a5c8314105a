#!/bin/bash
# What the bash completion offers, with a klearn that answers from here.
set -u
. "$1"

klearn ()
{
  case $1 in
    plans) printf '[ { "id" : "1", "title" : "One Plan" }, { "id" : "2", "title" : "Other" } ]\n' ;;
    topics) printf '[{"title":"Pod Networking"},{"title":"Pods \\"and\\" More"},{"title":"Services"}]\n' ;;
  esac
}

failures=0
expect () # DESCRIPTION EXPECTED WORD…: the words typed so far, the last one unfinished
{
  local description=$1 expected=$2 actual
  shift 2
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  _klearn 2>/dev/null
  actual=$(printf '%s|' "${COMPREPLY[@]}")
  if [[ $actual != "$expected|" ]]; then
    printf '%s: expected %s, got %s\n' "$description" "$expected|" "$actual"
    failures=$((failures + 1))
  fi
}

cd "$(mktemp -d)" || exit 1
trap 'rmdir "$PWD"' EXIT
expect 'a command' 'save|show|suggest|search' klearn s
expect 'when a file is written' 'changes' klearn link --follow c
expect 'an option' '--score' klearn explain Services --s
expect 'what to print on' 'letter' klearn report --paper l
expect 'a chart of the insights' 'days' klearn insights da
expect 'what to add' 'all' klearn suggest Services --add ''
expect 'no score for history' '' klearn history --s
expect 'a title' 'Pod Networking' klearn show 'pod\ n'
expect 'a title in quotes' 'Pods "and" More' klearn show '"pods'
expect 'a plan' 'One Plan' klearn topics --plan on
expect 'nothing is run' '' klearn show '$(exit 3)'
exit $((failures > 0))
