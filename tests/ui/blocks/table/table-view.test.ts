import { describe, expect, test } from 'vitest';
import type { Column } from '../../../../src/reports/report';
import { TableView } from '../../../../src/ui/blocks/table/table-view.svelte';
import {
  copiedWords,
  countWords,
  foundWords,
  notPrintedWords,
  positionWords,
} from '../../../../src/ui/blocks/table/words';

const NAME: Column = { name: 'name', label: 'Name', kind: 'text' };
const VISITS: Column = { name: 'visits', label: 'Visits', kind: 'count' };

function viewOf(length: number): TableView {
  const rows = Array.from({ length }, (_, row) => ({
    name: `guest ${String(row)}`,
    visits: row % 10,
  }));
  return new TableView(rows, [NAME, VISITS]);
}

const shown = (view: TableView) => view.rowsBetween(view.start, view.end).map(({ index }) => index);

describe('a table’s view', () => {
  test('stays between the first and the last page', () => {
    const view = viewOf(60);
    expect([view.start, view.end, view.lastPage]).toEqual([0, 25, 2]);
    view.goTo(2);
    expect(view.announcement).toBe('51 to 60 of 60');
    expect(shown(view)).toHaveLength(10);
    view.goTo(3);
    expect(view.page).toBe(2);
    view.goTo(-1);
    expect(view.page).toBe(0);
  });

  test('keeps the first row in view when the page size changes', () => {
    const view = viewOf(690);
    view.goTo(3);
    view.setPageSize(50);
    expect(view.announcement).toBe('51 to 100 of 690');
    view.setPageSize(25);
    expect(view.announcement).toBe('51 to 75 of 690');
  });

  test('sorts all rows, announces it and returns to the first page', async () => {
    const view = viewOf(60);
    view.goTo(1);
    await view.sortBy(VISITS);
    expect(shown(view).slice(0, 7)).toEqual([9, 19, 29, 39, 49, 59, 8]);
    expect([view.page, view.isBusy, view.announcement]).toEqual([
      0,
      false,
      'Sorted by Visits, descending.',
    ]);
    await view.sortBy(VISITS);
    await view.sortBy(VISITS);
    expect(shown(view)[0]).toBe(0);
    expect(view.announcement).toBe('Back in the order of the report.');
  });

  test('combines sorting and searching', async () => {
    const view = viewOf(60);
    await view.sortBy(VISITS);
    await view.find(' GUEST 1 ');
    expect(shown(view)).toEqual([19, 18, 17, 16, 15, 14, 13, 12, 1, 11, 10].sort(byVisits));
    expect(view.announcement).toBe('11 of 60 rows match “GUEST 1”.');
    await view.find('');
    expect(view.count).toBe(60);
    expect(view.announcement).toBe('All 60 rows.');
  });

  test('shows the latest request', async () => {
    const view = viewOf(60);
    const first = view.find('guest 1');
    const last = view.find('guest 59');
    await Promise.all([first, last]);
    expect(shown(view)).toEqual([59]);
    expect(view.announcement).toBe('1 of 60 rows matches “guest 59”.');
    expect(view.isBusy).toBe(false);
  });

  test('cancels sorting silently when it is removed', async () => {
    const view = viewOf(200_000);
    const sorting = view.sortBy(NAME);
    view.dispose();
    await sorting;
    expect(view.announcement).toBe('');
  });
});

const byVisits = (a: number, b: number) => (b % 10) - (a % 10) || a - b;

test('describes counts, positions and sorting', () => {
  expect(positionWords(0, 0, 0)).toBe('No rows');
  expect(positionWords(999_975, 1_000_000, 1_000_000)).toBe('999,976 to 1,000,000 of 1,000,000');
  expect(foundWords(0, 690, 'x'.repeat(100))).toBe(`No row matches “${'x'.repeat(60)}…”.`);
  expect(countWords(690, 690)).toBe('690 rows');
  expect(countWords(1, 690)).toBe('1 of 690 rows');
  expect(copiedWords(690, 690)).toBe('Copied 690 rows.');
  expect(copiedWords(10_000, 1_000_000)).toBe('Copied the first 10,000 of 1,000,000 rows.');
  expect(notPrintedWords(1)).toBe('1 more row is not printed. The download has all rows.');
  expect(notPrintedWords(2)).toBe('2 more rows are not printed. The download has all rows.');
});
