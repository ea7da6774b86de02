/** Keeps or rejects a record by the documented rules, without SQL. */
import { csv, type AnyOrderLine } from './reference';
import {
  cleanPrice,
  cleanQuantity,
  cleanText,
  type Cleaned,
  type Mark,
} from './reference-cleaning';

export interface RawValue {
  readonly text: string;
  /** False if the text contained invalid bytes. */
  readonly isValid: boolean;
}

export interface Reading {
  readonly mark: Mark;
  readonly isLineTotal: boolean;
  /** The restaurant for a file without a restaurant column. */
  readonly restaurant: string;
}

export type RawOrderLine = Readonly<
  Partial<Record<'restaurant' | 'dish' | 'customer' | 'price' | 'quantity', RawValue>>
>;

/** Returns the order line, or each rejection reason once in the documented order. */
export function judge(
  { restaurant, dish, customer, price, quantity }: RawOrderLine,
  { mark, isLineTotal, restaurant: named }: Reading,
): Cleaned<AnyOrderLine> {
  const reasons: string[] = [];
  const valueOf = <T>(raw: RawValue | undefined, clean: (text: string) => Cleaned<T>) => {
    if (!raw) return null;
    const cleaned = raw.isValid ? clean(raw.text) : { reason: 'invalid encoding' };
    if ('value' in cleaned) return cleaned.value;
    reasons.push(cleaned.reason);
    return null;
  };
  const text = (raw: RawValue | undefined, role: string) =>
    valueOf(raw, (value) => cleanText(value, role));
  const line = {
    restaurant: text(restaurant ?? { text: named, isValid: true }, 'restaurant') ?? '',
    dish: text(dish, 'dish'),
    customer: text(customer, 'customer'),
    price: valueOf(price, (value) => cleanPrice(value, mark)),
    quantity: valueOf(quantity, (value) => cleanQuantity(value, mark)) ?? 1,
    isLineTotal,
  };
  if (reasons.length === 0) return { value: line };
  const others = reasons.filter((reason) => reason !== 'invalid encoding');
  const last = others.length < reasons.length ? ['invalid encoding'] : [];
  return { reason: [...others, ...last].join('; ') };
}

export interface ExpectedReject {
  /** The physical line where the record starts. */
  readonly line: number;
  readonly reasons: string;
  /**
   * The values of the record. If columns cannot be told apart, its text and its number of lines.
   */
  readonly record:
    { readonly fields: readonly string[] } | { readonly rawLine: string; readonly lines: number };
}

/** `rejected_rows.csv` of one file, without columns that no record needs. */
export function rejectedRows(
  source: string,
  header: readonly string[],
  restaurant: string | null,
  rejects: readonly ExpectedReject[],
): string {
  const isAny = rejects.length > 0;
  const named = isAny && restaurant !== null ? [restaurant] : [];
  const own = isAny ? header : [];
  const raw = rejects.some(({ record }) => 'rawLine' in record) ? ['raw_line'] : [];
  return csv(
    ['source_file', 'line', 'reasons', ...named.map(() => 'restaurant_names'), ...own, ...raw],
    rejects.map(({ line, reasons, record }) => [
      source,
      line,
      reasons,
      ...named,
      ...('fields' in record ? record.fields : own.map(() => '')),
      ...raw.map(() => ('rawLine' in record ? record.rawLine : '')),
    ]),
  );
}
