/** The fields of a planned record, with its damage. */
import { field, fieldWithTail, writable, type WrittenDialect, type WrittenField } from './dialect';
import { damageOf } from './encodings';
import type { FilePlan, PlannedRecord } from './plans';
import { respelt, withMark } from './values';

export type WrittenRole = 'restaurant' | 'dish' | 'customer' | 'price' | 'quantity';

export interface WrittenColumn {
  readonly name: string;
  /** Null for a column without a role. */
  readonly role: WrittenRole | null;
}

const NAMES: Readonly<Record<WrittenRole, string>> = {
  restaurant: 'restaurant_names',
  dish: 'food_names',
  customer: 'first_name',
  price: 'food_cost',
  quantity: 'quantity',
};

/** The columns in random order. Only a dish or a customer is required. */
export function columnsOf({ without, others, order, dialect }: FilePlan): WrittenColumn[] {
  const roles = (Object.keys(NAMES) as WrittenRole[]).filter(
    (role) => !without[role] || (role === 'customer' && without.dish),
  );
  const columns: WrittenColumn[] = [
    ...roles.map((role) => ({ name: NAMES[role], role })),
    ...others.map((name) => ({ name: writable(name, dialect), role: null })),
  ];
  // With a single column, an empty line would be blank and not a record.
  if (columns.length === 1) columns.push({ name: 'note', role: null });
  return columns
    .map((column, index) => ({ column, at: order[index]! }))
    .sort((a, b) => a.at - b.at)
    .map(({ column }) => column);
}

/**
 * Writes the fields of a record. `index` counts repeated records too, and `place` is the index of
 * the file in its load.
 */
export function recordFields(
  plan: FilePlan,
  columns: readonly WrittenColumn[],
  index: number,
  place: number,
): WrittenField[] {
  const { dialect, records } = plan;
  const record = records[index % records.length]!;
  const { kind, at, choice } = record.damage;
  const target = at % columns.length;
  const fields = columns.map(({ role }, column) => {
    const raw = role === null ? other(record) : rawValue(plan, record, role, index, place);
    const value = writable(raw, dialect);
    const mayQuote = (record.style >>> (column + 12)) % 4 === 3;
    if (column !== target) return field(value, dialect, mayQuote);
    switch (kind) {
      case 'missing value':
        return field('', dialect, mayQuote);
      case 'invalid bytes':
        return field(damaged(value, dialect, choice), dialect, mayQuote);
      case 'stray quote':
        return field(withStrayQuote(value, dialect, choice), dialect, false);
      case 'text after a quote':
        return fieldWithTail(value, tailOf(dialect, choice), dialect);
      default:
        return field(value, dialect, mayQuote);
    }
  });
  if (kind === 'missing columns') return fields.slice(0, 1 + (choice % (columns.length - 1)));
  if (kind === 'extra columns') {
    // The extra fields are not empty, because a trailing delimiter on all lines is a different
    // case.
    const extra = Array.from({ length: 1 + (choice % 3) }, () => field('more', dialect, false));
    return [...fields, ...extra];
  }
  return fields;
}

function other({ other: choice }: PlannedRecord): string {
  return ['', 'No onions, please', 'two\nlines', ' ', String(choice), '"quoted"'][choice % 6]!;
}

function rawValue(
  plan: FilePlan,
  record: PlannedRecord,
  role: WrittenRole,
  index: number,
  place: number,
): string {
  const copy = plan.copies > 1 ? Math.floor(index / plan.records.length) % 7 : 0;
  const own = plan.isApart ? ` ${String(place)}` : '';
  const many = plan.hasManyNames ? ` ${String(index)}` : '';
  const of = (names: readonly string[], choice: number, tail: string) =>
    respelt(names[(choice + copy) % names.length]! + tail, record.style);
  switch (role) {
    case 'restaurant':
      return of(plan.restaurants, record.restaurant, own);
    case 'dish':
      return of(plan.dishes, record.dish, many);
    case 'customer':
      return of(plan.customers, record.customer, many + own);
    case 'price':
    case 'quantity':
      return withMark(record[role], plan.decimalMark);
  }
}

/** Inserts invalid bytes between two characters. */
function damaged(value: string, { encoding }: WrittenDialect, choice: number): string {
  return inserted(value, damageOf(encoding, choice), choice);
}

/** Inserts a quote, but not at the start, where it would open a quoted field. */
function withStrayQuote(value: string, { quote }: WrittenDialect, choice: number): string {
  return value === '' ? value : inserted(value, quote ?? '"', choice, 1);
}

function tailOf({ quote }: WrittenDialect, choice: number): string {
  return ['x', ' ', ' x ', `b${quote ?? ''}c${quote ?? ''}`][choice % 4]!;
}

function inserted(value: string, text: string, choice: number, from = 0): string {
  const characters = Array.from(value);
  const place = from + (choice % (characters.length + 1 - from));
  return [...characters.slice(0, place), text, ...characters.slice(place)].join('');
}
