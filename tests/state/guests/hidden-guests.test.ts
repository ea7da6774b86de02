import { describe, expect, test } from 'vitest';
import {
  exportAll,
  exportRejectedRows,
  exportSpreadsheet,
  exportTable,
} from '../../../src/exports';
import { Pseudonyms } from '../../../src/state/guests/pseudonyms';
import { packConsoleTables } from '../../../src/pipeline/console-tables';
import { customerTies, details, pick, soldDishes } from '../../../src/pipeline/looking';
import { TABLE_NAMES, TABLES } from '../../../src/sql/tables';
import { hideGuests } from '../../../src/state/guests/hidden-guests';
import type { Shown } from '../../../src/state/phase';
import { orderByPseudonym, tiesIn } from '../../../src/state/guests/tied-guests';
import { csvFile, loadFiles, useEngine } from '../../support/engine';

const db = useEngine();
const pseudonyms = new Pseudonyms(new Uint8Array(32).fill(1));
const GUESTS = ['Zqa', 'Zqb', 'Zqc', 'Zqd', 'Zqe', 'zqa', 'Zqf'];
const MARKER = /zq/i;

/** Five guests with one visit, two with two, and four rejected records. */
const ORDERS = [
  'restaurant,dish,customer,price,surname',
  ...GUESTS.map((name) => `Inn,soup,${name},1,Zqsurname`),
  'Inn,soup,  Zqe ,2,x',
  'Bar,soup,Zqf,1,x',
  'Inn,soup,Zqa,Zqshifted,x',
  'Zqinn,Zqdish,Zqa,free,x',
  'Inn,soup,,1,Zqsurname',
  'Inn,soup,Zqa,1',
  '',
].join('\n');

async function load(file = csvFile(ORDERS)): Promise<Shown> {
  const { contenders, menu, checks, hints, ...dataset } = await loadFiles(db, [file]);
  return {
    dataset,
    review: Promise.resolve({ contenders, menu, checks, hints }),
    pick: (restaurant) => pick(db, restaurant),
    describe: (subject) => details(db, subject),
    sold: () => soldDishes(db),
    ties: (restaurant) => customerTies(db, restaurant),
    pack: (key) => packConsoleTables(db, dataset.tables, key),
    isSample: false,
    costs: null,
    guests: null,
  };
}

const everything = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'bigint') return String(each);
    const isRows = typeof each === 'object' && each !== null && Symbol.iterator in each;
    return isRows && !Array.isArray(each) ? [...(each as Iterable<unknown>)] : each;
  });
const textOf = (parts: readonly BlobPart[]) => new Blob([...parts]).text();

describe('hidden guests', () => {
  test('have the same ranks in their panels as in the tables', async () => {
    const hidden = await hideGuests(await load(), pseudonyms);
    for (const [place, guest] of [...hidden.dataset.results.tables.customer_stats].entries()) {
      const subject = { kind: 'customer', name: guest.first_name } as const;
      const details = await hidden.describe(await hidden.guests!.subjectOf(subject));
      if (details?.kind !== 'customer') throw new Error('there is no such guest');
      expect(details.name).toBe(guest.first_name);
      expect(details.everywhere.travel_rank).toBe(place + 1);
      const inn = [...details.places].find((own) => own.restaurant_names === 'Inn')!;
      expect(inn.visit_rank).toBe(inn.visit_count === 2 ? 1 : 2);
    }
  });

  test('have their names while the setting is off', async () => {
    const shown = await load();
    expect(everything(shown.dataset.results)).toMatch(MARKER);
    expect(everything(await shown.review)).toMatch(MARKER);
    expect(everything(shown.dataset.tables.map(({ findings }) => findings))).toMatch(MARKER);
  });

  test('appear under no name on the page', async () => {
    const shown = await load();
    const hidden = await hideGuests(shown, pseudonyms);
    const { dataset } = hidden;
    expect(everything(dataset.results)).not.toMatch(MARKER);
    expect(everything(await hidden.review)).not.toMatch(MARKER);
    expect(everything(await hidden.pick('Inn'))).not.toMatch(MARKER);
    expect(everything(await hidden.describe({ kind: 'customer', name: 'Zqe' }))).not.toMatch(
      MARKER,
    );
    for (const { findings, rejects } of dataset.tables) {
      expect(everything([findings, rejects.groups])).not.toMatch(MARKER);
    }
    expect(everything(dataset.rejects.groups)).not.toMatch(MARKER);
    expect(dataset.rejects.count).toBe(shown.dataset.rejects.count);
    expect(
      await hidden.guests?.subjectOf({ kind: 'customer', name: pseudonyms.of('Zqe') }),
    ).toEqual({ kind: 'customer', name: 'Zqe' });
  });

  test('appear under no name in a download, which keeps the known dishes', async () => {
    const { dataset } = await hideGuests(await load(), pseudonyms);
    for (const name of TABLE_NAMES) {
      for (const file of [exportTable(dataset, name), exportSpreadsheet(dataset, name)]) {
        const { parts } = await file;
        const text = await textOf(parts);
        expect(text).not.toMatch(MARKER);
        expect(text.replace('\uFEFF', '').split(/\r?\n/)[0]).toBe(
          Object.keys(TABLES[name]).join(','),
        );
      }
    }
    const ann = pseudonyms.of('Zqa');
    const { parts } = await exportRejectedRows(dataset);
    expect((await textOf(parts)).split('\n')).toEqual([
      'source_file,line,reasons,restaurant,dish,customer,price,surname,raw_line',
      `orders.csv,11,bad price,Inn,soup,${ann},(hidden),(hidden),`,
      `orders.csv,12,bad price,(hidden),(hidden),${ann},(hidden),(hidden),`,
      'orders.csv,13,missing customer,Inn,soup,,1,(hidden),',
      'orders.csv,14,too few columns,,,,,,(hidden)',
      '',
    ]);
    expect((await exportAll(dataset, new Date())).name).toMatch(/^dishboard_orders_/);
  });

  test('are sorted by pseudonym within ties', async () => {
    const shown = await load();
    const plain = [...shown.dataset.results.tables.customer_stats].map((row) => row.first_name);
    expect(plain).toEqual(['Zqf', 'Zqe', 'Zqa', 'Zqb', 'Zqc', 'Zqd', 'zqa']);
    const tied = ['Zqa', 'Zqb', 'Zqc', 'Zqd', 'zqa'].map((name) => pseudonyms.of(name)).sort();
    const expected = [pseudonyms.of('Zqf'), pseudonyms.of('Zqe'), ...tied];
    const hidden = await hideGuests(shown, pseudonyms);
    const names = (rows: Iterable<{ first_name: string }>) =>
      Array.from(rows, (row) => row.first_name);
    expect(names(hidden.dataset.results.tables.customer_stats)).toEqual(expected);
    const { travellers, visitors } = await hidden.pick('Inn');
    expect(names(travellers)).toEqual(expected);
    const once = [...tied, pseudonyms.of('Zqf')].sort();
    expect(names(visitors)).toEqual([pseudonyms.of('Zqe'), ...once]);
    const { contenders } = await hidden.review;
    const bars = [...contenders].filter((row) => row.restaurant === 'Bar');
    expect(bars).toEqual([]);
    const inn = [...contenders].filter(
      (row) => row.restaurant === 'Inn' && row.table_name === 'frequent_visitors',
    );
    expect(inn.map(({ name }) => name)).toEqual([
      pseudonyms.of('Zqe'),
      ...inn
        .slice(1)
        .map(({ name }) => name)
        .sort(),
    ]);
    expect(inn.length).toBeGreaterThan(2);
  });

  test('are sorted by pseudonym if the ties are unknown', async () => {
    const shown = { ...(await load()), ties: () => Promise.reject(new Error('other tables')) };
    const { dataset } = await hideGuests(shown, pseudonyms);
    const [first, ...others] = Array.from(
      dataset.results.tables.customer_stats,
      (row) => row.first_name,
    );
    expect(first).toBe(pseudonyms.of('Zqf'));
    expect(others).toEqual([...others].sort());
  });

  test('keep their pseudonyms in another load', async () => {
    const first = await hideGuests(await load(), pseudonyms);
    const other = await hideGuests(
      await load(csvFile('restaurant,dish,customer,price\nOther,tea,Zqe,1\n', 'b.csv')),
      new Pseudonyms(new Uint8Array(32).fill(1)),
    );
    const [name] = Array.from(other.dataset.results.tables.customer_stats, (row) => row.first_name);
    const before = Array.from(first.dataset.results.tables.customer_stats, (row) => row.first_name);
    expect(before).toContain(name);
  });
});

test('pseudonyms with the same prefix are sorted by the rest', async () => {
  const names = Array.from({ length: 9000 }, (_, index) => ({ name: `n${String(index)}` }));
  const alike = {
    of: (name: string) => `Guest ${name.split('').reverse().join('')}`,
    leading: () => 5,
  } as unknown as Pseudonyms;
  const order = await orderByPseudonym(names, 'name', tiesIn(names.map(() => 1)), alike);
  const texts = Array.from(order, (row) => alike.of(names[row]!.name));
  expect(texts).toEqual([...texts].sort());
});
