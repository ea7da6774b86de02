#!/usr/bin/env bash
# Loads the tables of this kit into BigQuery and checks them there.
#
#   bash load.sh PROJECT DATASET [LOCATION]
#
# PROJECT   the ID of the project
# DATASET   made where it is missing
# LOCATION  where a missing dataset is made, as US, EU or asia-northeast1; without it BigQuery chooses
#
# All tables are first loaded beside those of before, as TABLE_loading, and checked there. Only when all
# of them are whole does each take the place of the one of before, in one step, with its descriptions
# and its key; whatever fails until then changes nothing. It may be run again at any time. No DML is
# used: the free sandbox has none. `bq load --replace` into the tables themselves would drop their keys.
set -euo pipefail
unset CDPATH

tables=(@TABLES@)

usage='usage: bash load.sh PROJECT DATASET [LOCATION]'

say() { printf '%s\n' "$*"; }

fail() {
  printf 'load.sh: %s\n' "$*" >&2
  exit 1
}

refuse() {
  printf 'load.sh: %s\n%s\n' "$*" "$usage" >&2
  exit 2
}

# In a locale of its own: elsewhere A-Z may have letters beyond those of ASCII.
is_plain() (
  LC_ALL=C
  case $1 in
    '' | -* | *[!A-Za-z0-9_-]*) exit 1 ;;
  esac
)

if [ "$#" -lt 2 ] || [ "$#" -gt 3 ]; then refuse 'a project and a dataset are needed, and a location where you like.'; fi
project=$1
dataset=$2
location=${3:-}

case $project in
  *:*) refuse "$(printf '%q' "$project") has a domain before its name: this script does not load into such projects. Use the console." ;;
esac
is_plain "$project" || refuse "$(printf '%q' "$project") is no project ID: only letters of ASCII, digits, - and _ may be in it."
case $dataset in
  *-*) refuse "$(printf '%q' "$dataset") has a hyphen, which BigQuery allows in no name of a dataset: use _ instead." ;;
esac
is_plain "$dataset" || refuse "$(printf '%q' "$dataset") is no name of a dataset: only letters of ASCII, digits and _ may be in it."
if [ "$#" -eq 3 ]; then
  is_plain "$location" || refuse "$(printf '%q' "$location") is no location: only letters of ASCII, digits and - may be in it, as in asia-northeast1."
fi

cd -- "$(dirname -- "${BASH_SOURCE[0]:-$0}")"
for table in "${tables[@]}"; do
  for file in "tables/$table.csv" "schemas/$table.json"; do
    [ -f "$file" ] || fail "$file is missing beside load.sh: unpack the whole ZIP again."
  done
done
for file in replace_tables.sql verify.sql; do
  [ -f "$file" ] || fail "$file is missing beside load.sh: unpack the whole ZIP again."
done

flags=(--headless --quiet "--project_id=$project")
if [ -n "$location" ]; then flags+=("--location=$location"); fi

# What bq says is shown where it fails; it is never to ask anything.
quietly() {
  local said
  if ! said=$(bq "${flags[@]}" "$@" 2>&1 </dev/null); then
    printf '%s\n' "$said" >&2
    return 1
  fi
}

# Runs a file with what sed makes of it, and prints the rows as CSV.
run_sql() {
  sed "$2" "$1" | bq "${flags[@]}" --format=csv query --use_legacy_sql=false --max_rows=100
}

# Whether each table has a row of its own that says OK.
check() {
  local rows table
  if ! rows=$(run_sql verify.sql "$1"); then
    printf '%s\n' "$rows" >&2
    return 1
  fi
  rows=$(printf '%s\n' "$rows" | tr -d '\r')
  printf '%s\n' "$rows" | sed -e 1d -e 's/^/  /' -e 's/,/: /'
  for table in "${tables[@]}"; do
    case $'\n'"$rows"$'\n' in
      *$'\n'"$table,OK"$'\n'*) ;;
      *) return 1 ;;
    esac
  done
}

lower() { printf '%s' "$1" | tr '[:upper:]' '[:lower:]'; }

# The kit's SQL names a dataset in backticks, and nothing else.
named="s/\`[A-Za-z0-9_]*\`\\./\`$dataset\`./g"
loading="s/\`[A-Za-z0-9_]*\`\\.\\([a-z_]*\\)/\`$dataset\`.\\1_loading/g"

begun=0
clean_up() {
  local status=$? table
  trap - EXIT
  if [ "$begun" -gt 0 ]; then
    for table in "${tables[@]:0:begun}"; do
      quietly rm --force --table "$project:$dataset.${table}_loading" ||
        printf 'load.sh: %s could not be removed; the next run will do it.\n' "${table}_loading" >&2
    done
  fi
  exit "$status"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

command -v bq >/dev/null 2>&1 ||
  fail 'bq is not there. It comes with the Google Cloud CLI (https://cloud.google.com/sdk/docs/install); Cloud Shell has it.'
quietly query --use_legacy_sql=false --dry_run 'select 1' ||
  fail "bq cannot run a query in $project: log in with: gcloud auth login, and see that the ID of the project is right and BigQuery is enabled in it."

if found=$(bq "${flags[@]}" --format=json show --dataset "$project:$dataset" 2>/dev/null </dev/null); then
  place=$(printf '%s\n' "$found" | sed -n 's/.*"location": *"\([^"]*\)".*/\1/p')
  if [ -n "$location" ] && [ -n "$place" ] && [ "$(lower "$place")" != "$(lower "$location")" ]; then
    fail "the dataset $dataset is in $place, and a dataset cannot move: leave out $location, or name another dataset."
  fi
else
  say "Making the dataset $dataset ..."
  quietly mk --dataset @DATASET_ABOUT@ "$project:$dataset" ||
    fail "the dataset $dataset can neither be found nor made."
fi

for table in "${tables[@]}"; do
  say "Loading $table ..."
  begun=$((begun + 1))
  quietly load --replace --source_format=CSV --skip_leading_rows=1 --encoding=UTF-8 --null_marker= \
    --max_bad_records=0 --allow_quoted_newlines --noautodetect \
    "$project:$dataset.${table}_loading" "tables/$table.csv" "schemas/$table.json" ||
    fail "$table could not be loaded. The tables of before are as they were."
done

say 'Checking what was loaded ...'
check "$loading" ||
  fail 'what was loaded is not what the files hold. The tables of before are as they were; run this again.'

say 'Putting the tables in place ...'
if ! said=$(run_sql replace_tables.sql "$named" 2>&1); then
  printf '%s\n' "$said" >&2
  fail 'not all tables could be put in place. Each is whole, of this load or of the one before: run this again.'
fi

say 'Checking the tables ...'
check "$named" ||
  fail 'the tables are not what the files hold: README.md says what to do.'
say "Done: the tables are in $project:$dataset."
