#!/usr/bin/env bash
# Loads raw orders into BigQuery as text, and makes the tables from them in BigQuery.
#
#   bash load_raw.sh [--append LOAD] PROJECT DATASET [LOCATION] FILE ...
#
# PROJECT        the ID of the project
# DATASET        created if it does not exist
# LOCATION       the location of a new dataset, such as US or EU; BigQuery's default if left out
# FILE           a local CSV file, or CSV files in Cloud Storage, such as gs://bucket/orders-*.csv
# --append LOAD  adds the files as a load named LOAD, and replaces an earlier load with the same name.
#                Without this option, the files replace all earlier loads.
#
# This script was made from an example file. All files need the same columns, delimiter, quotes, encoding
# and header lines as the example. The script can be run again at any time. It uses no DML, because
# BigQuery's free sandbox does not allow it.
set -euo pipefail
unset CDPATH

table='@RAW_ORDERS@'
delimiter=@DELIMITER@
quote=@QUOTE@
header_lines='@HEADER_LINES@'
encoding='@ENCODING@'
# The encoding's name in iconv, or empty if BigQuery can read the encoding.
convert_from=@CONVERT_FROM@

usage='usage: bash load_raw.sh [--append LOAD] PROJECT DATASET [LOCATION] FILE ...'

say() { printf '%s\n' "$*"; }

fail() {
  printf 'load_raw.sh: %s\n' "$*" >&2
  exit 1
}

refuse() {
  printf 'load_raw.sh: %s\n%s\n' "$*" "$usage" >&2
  exit 2
}

# In other locales, A-Z can match non-ASCII letters.
is_plain() (
  LC_ALL=C
  case $1 in
    '' | -* | *[!A-Za-z0-9_-]*) exit 1 ;;
  esac
)

load=''
if [ "${1:-}" = --append ]; then
  load=${2:-}
  is_plain "$load" || refuse "$(printf '%q' "$load") is not a load name. Use ASCII letters, digits, - and _ only, as in 2026-11-23."
  shift 2
fi
if [ "$#" -lt 3 ]; then refuse 'name a project, a dataset and a file.'; fi
project=$1
dataset=$2
shift 2
is_plain "$project" || refuse "$(printf '%q' "$project") is not a project ID. Use ASCII letters, digits, - and _ only."
case $dataset in
  *-*) refuse "$(printf '%q' "$dataset") has a hyphen, which BigQuery does not allow in a dataset. Use _ instead." ;;
esac
is_plain "$dataset" || refuse "$(printf '%q' "$dataset") is not a dataset name. Use ASCII letters, digits and _ only."
location=''
if [ "$#" -gt 1 ] && is_plain "$1" && [ ! -e "$1" ]; then
  location=$1
  shift
fi

# One bq call can load all files from Cloud Storage, but only one local file.
remote=''
local_files=()
for file in "$@"; do
  case $file in
    *,*) refuse "$(printf '%q' "$file") has a comma in its name, which bq reads as two files. Rename it." ;;
    gs://?*) remote=${remote:+$remote,}$file ;;
    *)
      [ -f "$file" ] || refuse "$(printf '%q' "$file") is not a file here and does not begin with gs://."
      case $file in /*) ;; *) file=$PWD/$file ;; esac
      local_files+=("$file")
      ;;
  esac
done

if [ -n "$convert_from" ]; then
  for file in ${local_files[@]+"${local_files[@]}"}; do
    iconv -f UTF-8 -t UTF-8 "$file" >/dev/null 2>&1 ||
      fail "BigQuery does not read $convert_from. Convert the file and load the result:
  iconv -f $convert_from -t UTF-8 $(printf '%q' "$file") > $(printf '%q' "$file.utf-8.csv")"
  done
  if [ -n "$remote" ]; then
    say "BigQuery does not read $convert_from. Files in Cloud Storage must already be UTF-8. To convert a file:
  gcloud storage cat gs://BUCKET/FILE | iconv -f $convert_from -t UTF-8 | gcloud storage cp - gs://BUCKET/NEW_FILE"
  fi
fi

cd -- "$(dirname -- "${BASH_SOURCE[0]:-$0}")"
if [ -n "$load" ]; then sql=append.sql; else sql=pipeline.sql; fi
for file in "$sql" raw_schema.json; do
  [ -f "$file" ] || fail "$file is missing beside load_raw.sh. Unpack the whole ZIP again."
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

command -v bq >/dev/null 2>&1 ||
  fail 'bq was not found. Install the Google Cloud CLI (https://cloud.google.com/sdk/docs/install), or use Cloud Shell, which has it.'
quietly query --use_legacy_sql=false --dry_run 'select 1' ||
  fail "bq cannot run a query in $project. Log in with: gcloud auth login. Check the project ID, and that BigQuery is enabled in the project."
quietly mk --force --dataset "$project:$dataset" ||
  fail "the dataset $dataset was not found and could not be created."

# The first call of load_raw replaces the rows in the table, and later calls add rows.
how=--replace
load_raw() {
  say "Loading $1 ..."
  quietly load "$how" --source_format=CSV "--field_delimiter=$delimiter" "--quote=$quote" \
    "--skip_leading_rows=$header_lines" "--encoding=$encoding" --allow_quoted_newlines \
    --preserve_ascii_control_characters --max_bad_records=0 --noautodetect \
    "$project:$dataset.$table" "$1" raw_schema.json ||
    fail "$1 could not be loaded. The tables are unchanged, but $table is incomplete. Run this again."
  how=--noreplace
}
if [ -n "$remote" ]; then load_raw "$remote"; fi
for file in ${local_files[@]+"${local_files[@]}"}; do load_raw "$file"; done

say "Running $sql ..."
parameter=()
if [ -n "$load" ]; then parameter=("--parameter=load::$load"); fi
if ! said=$(bq "${flags[@]}" "--dataset_id=$project:$dataset" query --use_legacy_sql=false \
  ${parameter[@]+"${parameter[@]}"} 2>&1 <"$sql"); then
  printf '%s\n' "$said" >&2
  fail "$sql did not finish. Each table is complete, either from this run or the one before. Run this again."
fi
say "Done: the tables are in $project:$dataset."
