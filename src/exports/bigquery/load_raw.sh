#!/usr/bin/env bash
# Loads raw orders, all columns as text, into BigQuery, and makes the tables of them there.
#
#   bash load_raw.sh [--append LOAD] PROJECT DATASET [LOCATION] FILE ...
#
# PROJECT        the ID of the project
# DATASET        made where it is missing
# LOCATION       where a missing dataset is made, as US, EU or asia-northeast1; without it BigQuery chooses
# FILE           a CSV file, or some in Cloud Storage, as gs://bucket/orders-*.csv
# --append LOAD  adds the files, as the load of that name, to those of before; the same name again replaces
#                that load. Without it the files are all there is.
#
# The files must be written as the one was from which this script was made: columns, delimiter, quotes,
# encoding and lines above the first order. It may be run again at any time. No DML is used: the free
# sandbox has none.
set -euo pipefail
unset CDPATH

table='@RAW_ORDERS@'
delimiter=@DELIMITER@
quote=@QUOTE@
header_lines='@HEADER_LINES@'
encoding='@ENCODING@'
# Where BigQuery cannot read the encoding: what iconv calls it.
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

# In a locale of its own: elsewhere A-Z may have letters beyond those of ASCII.
is_plain() (
  LC_ALL=C
  case $1 in
    '' | -* | *[!A-Za-z0-9_-]*) exit 1 ;;
  esac
)

load=''
if [ "${1:-}" = --append ]; then
  load=${2:-}
  is_plain "$load" || refuse "$(printf '%q' "$load") is no name of a load: only letters of ASCII, digits, - and _ may be in it, as in 2026-11-23."
  shift 2
fi
if [ "$#" -lt 3 ]; then refuse 'a project, a dataset and a file are needed.'; fi
project=$1
dataset=$2
shift 2
is_plain "$project" || refuse "$(printf '%q' "$project") is no project ID: only letters of ASCII, digits, - and _ may be in it."
case $dataset in
  *-*) refuse "$(printf '%q' "$dataset") has a hyphen, which BigQuery allows in no name of a dataset: use _ instead." ;;
esac
is_plain "$dataset" || refuse "$(printf '%q' "$dataset") is no name of a dataset: only letters of ASCII, digits and _ may be in it."
location=''
if [ "$#" -gt 1 ] && is_plain "$1" && [ ! -e "$1" ]; then
  location=$1
  shift
fi

# All those in Cloud Storage are one load; of files here bq takes one at a time.
remote=''
local_files=()
for file in "$@"; do
  case $file in
    *,*) refuse "$(printf '%q' "$file") has a comma in its name, which bq reads as two files: rename it." ;;
    gs://?*) remote=${remote:+$remote,}$file ;;
    *)
      [ -f "$file" ] || refuse "$(printf '%q' "$file") is neither a file here nor begins with gs://."
      case $file in /*) ;; *) file=$PWD/$file ;; esac
      local_files+=("$file")
      ;;
  esac
done

if [ -n "$convert_from" ]; then
  for file in ${local_files[@]+"${local_files[@]}"}; do
    iconv -f UTF-8 -t UTF-8 "$file" >/dev/null 2>&1 ||
      fail "BigQuery does not read $convert_from. Convert the file, and load the other one:
  iconv -f $convert_from -t UTF-8 $(printf '%q' "$file") > $(printf '%q' "$file.utf-8.csv")"
  done
  if [ -n "$remote" ]; then
    say "BigQuery does not read $convert_from: what is in Cloud Storage must be UTF-8 by now. One file is converted so:
  gcloud storage cat gs://BUCKET/FILE | iconv -f $convert_from -t UTF-8 | gcloud storage cp - gs://BUCKET/NEW_FILE"
  fi
fi

cd -- "$(dirname -- "${BASH_SOURCE[0]:-$0}")"
if [ -n "$load" ]; then sql=append.sql; else sql=pipeline.sql; fi
for file in "$sql" raw_schema.json; do
  [ -f "$file" ] || fail "$file is missing beside load_raw.sh: unpack the whole ZIP again."
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

command -v bq >/dev/null 2>&1 ||
  fail 'bq is not there. It comes with the Google Cloud CLI (https://cloud.google.com/sdk/docs/install); Cloud Shell has it.'
quietly query --use_legacy_sql=false --dry_run 'select 1' ||
  fail "bq cannot run a query in $project: log in with: gcloud auth login, and see that the ID of the project is right and BigQuery is enabled in it."
quietly mk --force --dataset "$project:$dataset" ||
  fail "the dataset $dataset can neither be found nor made."

# The first takes the place of what was loaded before, the others are added to it.
how=--replace
load_raw() {
  say "Loading $1 ..."
  quietly load "$how" --source_format=CSV "--field_delimiter=$delimiter" "--quote=$quote" \
    "--skip_leading_rows=$header_lines" "--encoding=$encoding" --allow_quoted_newlines \
    --preserve_ascii_control_characters --max_bad_records=0 --noautodetect \
    "$project:$dataset.$table" "$1" raw_schema.json ||
    fail "$1 could not be loaded. The tables are as they were; $table is not: run this again."
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
  fail "$sql did not run to its end. Each table is whole, of this run or of the one before: run this again."
fi
say "Done: the tables are in $project:$dataset."
