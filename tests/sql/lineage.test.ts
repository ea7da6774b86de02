import { describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node';
import type { Engine } from '../../src/engine/engine';
import { createDatabase } from '../../src/pipeline/database';
import { MARTS } from '../../src/sql';
import { lineageOf, type Step } from '../../src/sql/lineage';
import { TABLE_NAMES } from '../../src/sql/tables';
import { csvFile, loadFiles, useEngine } from '../support/engine';

const db = useEngine();

const LINEAGES = TABLE_NAMES.map((name) => ({ name, ...lineageOf(name) }));
const STEPS = [
  ...new Set(LINEAGES.flatMap(({ table, standsOn, beside }) => [...standsOn, table, ...beside])),
];
const FUNCTIONS = 'functions';
const namesOf = (steps: readonly Step[]) => [...new Set(steps.map(({ name }) => name))];

describe.each(LINEAGES)('the lineage of $name', ({ name, table, standsOn }) => {
  test('begins with the reader, ends with the table’s model, and lists each step after its inputs', () => {
    expect(table).toMatchObject({ name, models: [MARTS[name]] });
    expect(namesOf(standsOn)).toEqual(expect.arrayContaining(['raw_values', 'raw_lines']));
    for (const [index, step] of [...standsOn, table].entries()) {
      if (step.grain !== null) expect(step.grain).toMatch(/^\S.*\.$/);
      for (const read of step.reads) expect(standsOn.slice(0, index)).toContain(read);
    }
  });
});

/**
 * Hides each relation in turn, and returns the relations that DuckDB needs to plan the statement.
 */
async function relationsOf(engine: Engine, sql: string): Promise<string[]> {
  const plans = (statement: string) =>
    engine.run({ name: 'plan', sql: `explain ${statement}` }).then(
      () => true,
      () => false,
    );
  expect(await plans(sql)).toBe(true);
  const spec = { name: 'text', kind: 'text' } as const;
  const relations = await engine.query(
    {
      name: 'relations',
      sql: `select table_name as name, case table_type when 'VIEW' then 'view' else 'table' end as kind
        from information_schema.tables`,
    },
    spec,
  );
  const read: string[] = [];
  for (const { name, kind } of [...relations]) {
    await engine.run({ name: 'hide', sql: `alter ${kind} ${name} rename to hidden` });
    if (!(await plans(sql))) read.push(name);
    await engine.run({ name: 'show', sql: `alter ${kind} hidden rename to ${name}` });
  }
  return read.sort();
}

/** Returns the given steps and the steps that views among them read. */
async function neededFor(engine: Engine, reads: readonly Step[]): Promise<Step[]> {
  const views = await engine.query(
    {
      name: 'views',
      sql: `select table_name as name from information_schema.tables where table_type = 'VIEW'`,
    },
    { name: 'text' },
  );
  const names = new Set(Array.from(views, ({ name }) => name));
  const needed = new Set(reads);
  for (const step of needed) {
    if (names.has(step.name)) for (const read of step.reads) needed.add(read);
  }
  return [...needed];
}

test.each(STEPS.filter(({ models }) => models.length > 0 && models[0]!.name !== 'macros'))(
  'DuckDB plans $name with exactly the inputs of its lineage',
  async ({ name, models, reads }) => {
    const found = new Set<string>();
    for (const { sql } of models) {
      for (const relation of await relationsOf(db.engine, sql)) found.add(relation);
    }
    // A model that merges chunks reads the table that it fills.
    const merges = models.length > 1 ? [name] : [];
    const needed = await neededFor(db.engine, reads);
    const said = [...namesOf(needed).filter((read) => read !== FUNCTIONS), ...merges];
    expect([...found].sort()).toEqual([...new Set(said)].sort());
  },
);

test('a step lists the functions it calls', () => {
  const functions = STEPS.find(({ name }) => name === FUNCTIONS)!;
  const texts = functions.models.map(({ sql }) => sql).join('\n');
  const own = [...texts.matchAll(/create or replace macro (\w+)/g)].map((match) => match[1]!);
  expect(own).toContain('is_total_word');
  for (const { name, models, reads } of STEPS.filter((step) => step !== functions)) {
    const calls = models.some(({ sql }) => own.some((call) => sql.includes(`${call}(`)));
    expect(reads.includes(functions), name).toBe(calls);
  }
});

test('the SQL shown is the SQL run, byte for byte', async () => {
  const ran: string[] = [];
  const engine = await openNodeEngine();
  const watched: Engine = {
    run: (...statements) => {
      ran.push(...statements.map(({ sql }) => sql));
      return engine.run(...statements);
    },
    query: (statement, spec) => {
      ran.push(statement.sql);
      return engine.query(statement, spec);
    },
    replace: (table, columns) => engine.replace(table, columns),
    pack: (statement, spec) => engine.pack(statement, spec),
    close: () => engine.close(),
  };
  const database = await createDatabase(watched);
  const lines = ['store,dish,guest,price,qty', 'A,tea,Ann,1,1', ',tea,Ann,1,1', 'A,tea,Bob,2,1'];
  await loadFiles(database, [csvFile(lines.join('\n'))], { chunkBytes: 16, limits: { rows: 0 } });
  await engine.close();
  for (const { name, sql } of STEPS.flatMap(({ models }) => models)) {
    expect(
      ran.some((statement) => statement.endsWith(sql)),
      name,
    ).toBe(true);
  }
});
