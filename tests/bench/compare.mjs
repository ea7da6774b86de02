// @ts-check
/** Checks that all contenders produce the same five tables, byte for byte. */
import { TABLES } from './part.mjs';

/** @typedef {{ name: string, tables: ReadonlyMap<string, string> }} Made */

/**
 * @param {Made} first
 * @param {Made} other
 * @returns {string[]} a line for each table that differs
 */
export function differences(first, other) {
  return TABLES.flatMap((table) => {
    const [text, otherText] = [first.tables.get(table), other.tables.get(table)];
    if (text === otherText && text !== undefined) return [];
    const [lines, otherLines] = [text?.split('\n') ?? [], otherText?.split('\n') ?? []];
    const at = Math.max(firstDifference(lines, otherLines), 0);
    return [
      `${table}, line ${at + 1}: ${quote(lines[at])} (${first.name}), ${quote(otherLines[at])} (${other.name})`,
    ];
  });
}

/** @param {readonly string[]} lines @param {readonly string[]} others @returns {number} -1 if they are equal */
function firstDifference(lines, others) {
  const longer = lines.length < others.length ? others : lines;
  return longer.findIndex((_, at) => lines[at] !== others[at]);
}

/** @param {string | undefined} line */
function quote(line) {
  return line === undefined ? 'nothing' : JSON.stringify(line);
}
