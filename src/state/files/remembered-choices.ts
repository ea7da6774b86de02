import { ROLES, type Role } from '../../domain/roles';
import {
  choiceOf,
  ENCODINGS,
  type Choice,
  type Columns,
  type Layout,
} from '../../ingest/layout/layout';

/** A choice that is remembered per header. It has no restaurant, which belongs to the file. */
export type HeaderChoice = Omit<Choice, 'restaurant'>;
type RestaurantOfFile = readonly [file: string, restaurant: string];

export interface Remembered {
  readonly choice: HeaderChoice;
  /**
   * The detected values that the person's decisions replaced. A decision applies only if the same
   * value is detected again.
   */
  readonly insteadOf: HeaderChoice;
  readonly restaurants: readonly RestaurantOfFile[];
}

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const STORE_KEY = 'dishboard:choices';
const MOST_ENTRIES = 50;
const MOST_RESTAURANTS = 50;
const LONGEST_HEADER = 4096;

/** Returns the storage key of a header, or null if there is no header or it is too long. */
export function headerKey({ header, headerLine }: Layout): string | null {
  const key = JSON.stringify(header);
  return headerLine === null || key.length > LONGEST_HEADER ? null : key;
}

/**
 * Removes the extension and the digits, so that the exports of different months have the same stem.
 */
export function stemOf(name: string): string {
  return name
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/[\d\s_.()-]+/g, ' ')
    .trim();
}

/** These parts of a choice are detected in each file; the other parts belong to the header. */
const DETECTED = ['encoding', 'delimiter', 'quote', 'headerLine', 'decimalMark'] as const;

/**
 * Returns the parts of a decision to store. Detected parts are stored only if they differ from the
 * detected value.
 */
export function decisionToRemember(
  detected: Layout,
  decided: HeaderChoice,
): Pick<Remembered, 'choice' | 'insteadOf'> {
  const found: HeaderChoice = choiceOf(detected);
  const others = DETECTED.filter((each) => each in decided && decided[each] !== found[each]);
  return {
    choice: { ...perHeader(decided), ...pick(decided, others) },
    insteadOf: pick(found, others),
  };
}

/** Returns the remembered decisions that apply to a file whose detected layout is `detected`. */
export function applicableChoice(
  { choice, insteadOf }: Remembered,
  detected: Layout,
): HeaderChoice {
  const found: HeaderChoice = choiceOf(detected);
  const same = DETECTED.filter((each) => each in choice && insteadOf[each] === found[each]);
  return { ...perHeader(choice), ...pick(choice, same) };
}

function perHeader({ columns, priceIs }: HeaderChoice): HeaderChoice {
  return { ...(columns && { columns }), ...(priceIs && { priceIs }) };
}

function pick(choice: HeaderChoice, keys: readonly (keyof HeaderChoice)[]): HeaderChoice {
  return Object.fromEntries(keys.map((key) => [key, choice[key]])) as HeaderChoice;
}

/** Adds restaurants at the end, and replaces a file's earlier restaurant. */
export function mergeRestaurants(
  before: readonly RestaurantOfFile[],
  own: readonly RestaurantOfFile[],
): readonly RestaurantOfFile[] {
  const files = own.map(([file]) => file);
  return [...before.filter(([file]) => !files.includes(file)), ...own];
}

/**
 * Finds the restaurant of a file by its name, then by its stem. Returns null if files with the same
 * stem disagree.
 */
export function restaurantOf({ restaurants }: Remembered, file: string): string | null {
  const same = restaurants.find(([own]) => own === file);
  if (same) return same[1];
  const alike = restaurants.filter(([own]) => stemOf(own) === stemOf(file)).map(([, name]) => name);
  return alike.length > 0 && alike.every((name) => name === alike[0]) ? alike[0]! : null;
}

/**
 * Remembers choices per header in the browser. Ignores a full or forbidden store, which must not
 * stop a load.
 */
export class RememberedChoices {
  readonly #store: Store | null;

  constructor(store: Store | null) {
    this.#store = store;
  }

  get(key: string | null): Remembered | null {
    return key === null ? null : (this.#read().get(key) ?? null);
  }

  set(key: string | null, remembered: Remembered): void {
    if (key === null) return;
    const entries = this.#read();
    entries.delete(key);
    entries.set(key, {
      ...remembered,
      restaurants: remembered.restaurants.slice(-MOST_RESTAURANTS),
    });
    this.#write(entries);
  }

  forget(key: string | null): void {
    if (key === null) return;
    const entries = this.#read();
    entries.delete(key);
    this.#write(entries);
  }

  #read(): Map<string, Remembered> {
    try {
      return parse(JSON.parse(this.#store?.getItem(STORE_KEY) ?? '[]'));
    } catch {
      return new Map();
    }
  }

  #write(entries: Map<string, Remembered>): void {
    try {
      if (entries.size === 0) this.#store?.removeItem(STORE_KEY);
      else this.#store?.setItem(STORE_KEY, JSON.stringify([...entries].slice(-MOST_ENTRIES)));
    } catch {
      // The store is full or forbidden.
    }
  }
}

/**
 * Parses the stored value and skips invalid entries, because another version or another page on
 * this host can have written it.
 */
function parse(stored: unknown): Map<string, Remembered> {
  const entries = new Map<string, Remembered>();
  if (!Array.isArray(stored)) return entries;
  for (const entry of stored as unknown[]) {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !isObject(entry[1])) continue;
    const { choice, insteadOf, restaurants } = entry[1];
    if (!isObject(choice)) continue;
    entries.set(entry[0], {
      choice: parseChoice(choice),
      insteadOf: isObject(insteadOf) ? parseChoice(insteadOf) : {},
      restaurants: Array.isArray(restaurants) ? restaurants.filter(isPair) : [],
    });
  }
  return entries;
}

function parseChoice(stored: Readonly<Record<string, unknown>>): HeaderChoice {
  const { encoding, delimiter, quote, headerLine, decimalMark, priceIs, columns } = stored;
  const known = ENCODINGS.find((each) => each === encoding);
  return {
    ...(known && { encoding: known }),
    ...(isInteger(delimiter) && { delimiter }),
    ...(isInteger(quote) && { quote }),
    ...((headerLine === null || isInteger(headerLine)) && { headerLine }),
    ...((decimalMark === '.' || decimalMark === ',') && { decimalMark }),
    ...((priceIs === 'unit price' || priceIs === 'line total') && { priceIs }),
    ...(isObject(columns) && { columns: parseColumns(columns) }),
  };
}

function parseColumns(stored: Readonly<Record<string, unknown>>): Columns {
  const columns: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const column = stored[role];
    if (isInteger(column) && column >= 0) columns[role] = column;
  }
  return columns;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isInteger(value: unknown): value is number {
  return Number.isInteger(value);
}

function isPair(value: unknown): value is RestaurantOfFile {
  return (
    Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')
  );
}
