#!/bin/bash
# A fake bq for tests. It records each call in FAKE_DIR and keeps the dataset as a file in the same folder.
# The call whose number is FAKE_FAIL fails; the first call has the number 1.
set -u
calls=$(($(cat "$FAKE_DIR/count") + 1))
echo "$calls" >"$FAKE_DIR/count"
(
  IFS=$'\t'
  printf '%s\n' "$*" >>"$FAKE_DIR/calls"
)
command=
for word in "$@"; do
  case $word in
    -*) ;;
    *)
      command=$word
      break
      ;;
  esac
done
sql=
if [ "$command" = query ]; then
  sql=$(cat)
  printf '%s\n' "$sql" >"$FAKE_DIR/sql.$calls"
fi
if [ "$calls" = "${FAKE_FAIL:-}" ]; then
  echo "BigQuery error in $command operation: planted"
  exit 1
fi
case $command in
  show)
    if [ ! -f "$FAKE_DIR/dataset" ]; then
      echo 'BigQuery error in show operation: Not found: Dataset'
      exit 2
    fi
    cat "$FAKE_DIR/dataset"
    ;;
  mk) echo '{"kind":"bigquery#dataset","location":"EU"}' >"$FAKE_DIR/dataset" ;;
  query)
    case $sql in
      *_loading*table_name*|*table_name*_loading*) cat "$FAKE_DIR/loading_rows" ;;
      *table_name*) cat "$FAKE_DIR/rows" ;;
      *'create or replace'*) echo 'Replaced' ;;
    esac
    ;;
esac
