#!/usr/bin/env bash
# Loads the tables of this kit into BigQuery and verifies them.
#
#   bash load.sh PROJECT DATASET [LOCATION]
#
# PROJECT   the ID of the project
# DATASET   created if it does not exist
# LOCATION  the location of a new dataset, such as US, EU or asia-northeast1; BigQuery's default if left out
#
# The script loads each table as a copy named TABLE_loading and verifies all copies. It then replaces each
# table in one statement, with its descriptions and its key. If a load or the verification fails, your
# tables are unchanged. The script can be run again at any time. It uses no DML, because BigQuery's free
# sandbox does not allow it. It does not replace the tables with `bq load --replace`, which drops keys.
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

# In other locales, A-Z can match non-ASCII letters.
is_plain() (
  LC_ALL=C
  case $1 in
    '' | -* | *[!A-Za-z0-9_-]*) exit 1 ;;
  esac
)

if [ "$#" -lt 2 ] || [ "$#" -gt 3 ]; then refuse 'name a project and a dataset, and optionally a location.'; fi
project=$1
dataset=$2
location=${3:-}

case $project in
  *:*) refuse "$(printf '%q' "$project") has a domain, which this script does not support. Use the console." ;;
esac
is_plain "$project" || refuse "$(printf '%q' "$project") is not a project ID. Use ASCII letters, digits, - and _ only."
case $dataset in
  *-*) refuse "$(printf '%q' "$dataset") has a hyphen, which BigQuery does not allow in a dataset. Use _ instead." ;;
esac
is_plain "$dataset" || refuse "$(printf '%q' "$dataset") is not a dataset name. Use ASCII letters, digits and _ only."
if [ "$#" -eq 3 ]; then
  is_plain "$location" || refuse "$(printf '%q' "$location") is not a location. Use ASCII letters, digits and - only, as in asia-northeast1."
fi

cd -- "$(dirname -- "${BASH_SOURCE[0]:-$0}")"
for table in "${tables[@]}"; do
  for file in "tables/$table.csv" "schemas/$table.json"; do
    [ -f "$file" ] || fail "$file is missing beside load.sh. Unpack the whole ZIP again."
  done
done
for file in replace_tables.sql verify.sql; do
  [ -f "$file" ] || fail "$file is missing beside load.sh. Unpack the whole ZIP again."
done

flags=(--headless --quiet "--project_id=$project")
if [ -n "$location" ]; then flags+=("--location=$location"); fi

# Runs bq without prompts, and shows its output only if it fails.
quietly() {
  local said
  if ! said=$(bq "${flags[@]}" "$@" 2>&1 </dev/null); then
    printf '%s\n' "$said" >&2
    return 1
  fi
}

# Runs the SQL file $1, edited by the sed script $2, and prints the rows as CSV.
run_sql() {
  sed "$2" "$1" | bq "${flags[@]}" --format=csv query --use_legacy_sql=false --max_rows=100
}

# Runs verify.sql, edited by the sed script $1, and succeeds if the result is OK for every table.
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

# These sed scripts set the dataset's name, which is the only name in backticks in the kit's SQL.
named="s/\`[A-Za-z0-9_]*\`\\./\`$dataset\`./g"
loading="s/\`[A-Za-z0-9_]*\`\\.\\([a-z_]*\\)/\`$dataset\`.\\1_loading/g"

begun=0
clean_up() {
  local status=$? table
  trap - EXIT
  if [ "$begun" -gt 0 ]; then
    for table in "${tables[@]:0:begun}"; do
      quietly rm --force --table "$project:$dataset.${table}_loading" ||
        printf 'load.sh: %s could not be removed. The next run removes it.\n' "${table}_loading" >&2
    done
  fi
  exit "$status"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

command -v bq >/dev/null 2>&1 ||
  fail 'bq was not found. Install the Google Cloud CLI (https://cloud.google.com/sdk/docs/install), or use Cloud Shell, which has it.'
quietly query --use_legacy_sql=false --dry_run 'select 1' ||
  fail "bq cannot run a query in $project. Log in with: gcloud auth login. Check the project ID, and that BigQuery is enabled in the project."

if found=$(bq "${flags[@]}" --format=json show --dataset "$project:$dataset" 2>/dev/null </dev/null); then
  place=$(printf '%s\n' "$found" | sed -n 's/.*"location": *"\([^"]*\)".*/\1/p')
  if [ -n "$location" ] && [ -n "$place" ] && [ "$(lower "$place")" != "$(lower "$location")" ]; then
    fail "the dataset $dataset is in $place, and a dataset cannot move. Leave out $location, or name another dataset."
  fi
else
  say "Creating the dataset $dataset ..."
  quietly mk --dataset @DATASET_ABOUT@ "$project:$dataset" ||
    fail "the dataset $dataset was not found and could not be created."
fi

for table in "${tables[@]}"; do
  say "Loading $table ..."
  begun=$((begun + 1))
  quietly load --replace --source_format=CSV --skip_leading_rows=1 --encoding=UTF-8 --null_marker= \
    --max_bad_records=0 --allow_quoted_newlines --noautodetect \
    "$project:$dataset.${table}_loading" "tables/$table.csv" "schemas/$table.json" ||
    fail "$table could not be loaded. Your tables are unchanged."
done

say 'Checking the loaded copies ...'
check "$loading" ||
  fail 'the loaded tables differ from the files. Your tables are unchanged. Run this again.'

say 'Replacing the tables ...'
if ! said=$(run_sql replace_tables.sql "$named" 2>&1); then
  printf '%s\n' "$said" >&2
  fail 'not all tables could be replaced. Each one is complete, either from this load or the one before. Run this again.'
fi

say 'Checking the tables ...'
check "$named" ||
  fail 'the tables differ from the files. README.md says what to do.'
say "Done: the tables are in $project:$dataset."
