import { hasSheets } from '../../ingest/container/source';
import { TableGroup } from './mapping.svelte';
import type { Inspecting, PreparedTable } from './prepare';
import type { RememberedChoices } from './remembered-choices';

/**
 * Groups tables with the same header and layout, so that one question covers them all. A table
 * without a header, or with several sheets, is a group by itself.
 */
export function groupTables(
  tables: readonly PreparedTable[],
  inspecting: Inspecting,
  remembered: RememberedChoices,
): TableGroup[] {
  const groups = new Map<string, PreparedTable[]>();
  for (const [index, table] of tables.entries()) {
    const { layout, questions } = table.inspection;
    const { encoding, dialect, headerLine, header, columns, decimalMark, priceIs } = layout;
    const key =
      headerLine === null || hasSheets(table.inspection.source)
        ? `by itself ${String(index)}`
        : JSON.stringify([
            [header, headerLine, encoding, dialect],
            [columns, decimalMark, priceIs, questions, table.holds],
          ]);
    const group = groups.get(key);
    if (group) group.push(table);
    else groups.set(key, [table]);
  }
  return [...groups.values()].map((own) => new TableGroup(own, inspecting, remembered));
}
