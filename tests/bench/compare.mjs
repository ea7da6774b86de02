// @ts-check
/** Every part that makes the five tables makes the same ones, byte for byte. */
import { TABLES } from './part.mjs';

/**
 * @param {ReadonlyMap<import('./part.mjs').Part, import('./part.mjs').Started>} started
 * @returns {string[]} a line for each table that a part makes otherwise than the first one does
 */
export function differences(started) {
  const [first, ...others] = [...started].flatMap(([{ name }, { tables }]) =>
    tables ? [{ name, tables }] : [],
  );
  if (first === undefined) return [];
  return others.flatMap((other) =>
    TABLES.flatMap((table) => {
      const [lines, otherLines] = [linesOf(first.tables, table), linesOf(other.tables, table)];
      const at = firstDifference(lines, otherLines);
      if (at === -1) return [];
      return [
        `${table}, line ${at + 1}: ${quote(lines[at])} (${first.name}), ${quote(otherLines[at])} (${other.name})`,
      ];
    }),
  );
}

/** @param {ReadonlyMap<string, string>} tables @param {string} table @returns {readonly string[]} */
function linesOf(tables, table) {
  return tables.get(table)?.split('\n') ?? [];
}

/** @param {readonly string[]} lines @param {readonly string[]} others @returns {number} -1 where there is none */
function firstDifference(lines, others) {
  const longer = lines.length < others.length ? others : lines;
  return longer.findIndex((_, at) => lines[at] !== others[at]);
}

/** @param {string | undefined} line */
function quote(line) {
  return line === undefined ? 'nothing' : JSON.stringify(line);
}
