/** The sample and its tables, read once per Vitest worker. */
import { referenceTables } from '../support/reference';
import { sampleLines as read } from '../support/sample';

let lines: ReturnType<typeof read> | null = null;
let tables: ReturnType<typeof referenceTables> | null = null;

export const sampleLines = () => (lines ??= read());
export const sampleTables = () => (tables ??= referenceTables(sampleLines()));
