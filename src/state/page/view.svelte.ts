/** What of the reports is looked at. The page's address says it too, so that the way back undoes a step. */
import { LANGUAGES, type Language } from '../../i18n/messages';
import type { Subject } from '../../pipeline/dataset';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** Where the page is: what stands after the `#`, and what the browser keeps for it alone. */
export interface Place {
  readonly hash: string;
  readonly kept: unknown;
}

/** A page's address and the ways to change it. */
export interface Address {
  read(): Place;
  /** A step that the way back undoes. */
  push(place: Place): void;
  /** In place of the present one. */
  replace(place: Place): void;
}

/** How a report's table is sorted. */
export interface SortedBy {
  readonly table: string;
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/**
 * An address is sent about and remembered, and what is in a file is nobody's but its owner's: so it has
 * a restaurant's position and never a name. What a panel is about is kept beside it, for the way back alone.
 */
interface Looked {
  /** `undefined` where nothing was picked yet, `null` for all restaurants. */
  readonly restaurant: number | null | undefined;
  readonly subject: Subject | null;
  readonly sorts: readonly SortedBy[];
}

/** What the browser keeps for a place. */
interface Kept {
  readonly subject: Subject | null;
  /** Which reports it is a place in, counted from those that the page opened with. */
  readonly reports: number;
}

/** How the page is shown, where the address says so. */
interface Manner {
  readonly language?: Language;
  readonly theme?: Theme;
}

const NOTHING: Looked = { restaurant: undefined, subject: null, sorts: [] };
const ALL = 'all';
const SORT = /^([a-z_]{1,40})\.([a-z_]{1,40})\.(ascending|descending)$/;
const MOST_SORTS = 10;

export class View {
  #looked = $state.raw<Looked>(NOTHING);
  #manner = $state.raw<Manner>({});
  /** What was chosen here goes before what places say that were left before it. */
  #chosen: Manner = {};
  #reports: number;
  readonly #address: Address;

  constructor(address: Address) {
    this.#address = address;
    const { hash, kept } = address.read();
    this.#reports = isKept(kept) ? kept.reports : 0;
    const subject = isKept(kept) ? kept.subject : null;
    address.replace({ hash, kept: { subject, reports: this.#reports } satisfies Kept });
    this.follow();
  }

  /** The position of the restaurant that is picked. */
  get restaurant(): number | null | undefined {
    return this.#looked.restaurant;
  }

  /** What the panel is about. */
  get subject(): Subject | null {
    return this.#looked.subject;
  }

  get language(): Language | undefined {
    return this.#manner.language;
  }

  get theme(): Theme | undefined {
    return this.#manner.theme;
  }

  /** How a report's table is sorted; undefined where it is in its own order. */
  sortOf(table: string): SortedBy | undefined {
    return this.#looked.sorts.find((sort) => sort.table === table);
  }

  /** A table in another order; without a column in its own. */
  sort(table: string, by: Pick<SortedBy, 'column' | 'direction'> | null): void {
    const others = this.#looked.sorts.filter((sort) => sort.table !== table);
    this.#go({ ...this.#looked, sorts: by ? [...others, { table, ...by }] : others });
  }

  /** No step to go back by: nobody looks for the colours of before. */
  show(manner: Manner): void {
    this.#chosen = { ...this.#chosen, ...manner };
    this.#manner = { ...this.#manner, ...manner };
    this.#address.replace(this.#place());
  }

  pickRestaurant(restaurant: number | null | undefined): void {
    if (restaurant !== this.restaurant) this.#go({ ...this.#looked, restaurant, subject: null });
  }

  ask(subject: Subject | null): void {
    if (subject !== this.subject) this.#go({ ...this.#looked, subject });
  }

  /** Other reports: what was looked at was in those before. */
  reset(): void {
    this.#reports += 1;
    this.#looked = NOTHING;
    this.#address.replace(this.#place());
  }

  /** The address has changed by itself. A place that was left in other reports is none in these. */
  follow(): void {
    const place = this.#address.read();
    const isElsewhere = isKept(place.kept) && place.kept.reports !== this.#reports;
    this.#looked = isElsewhere ? NOTHING : lookedAt(place);
    const said = mannerOf(place);
    this.#manner = { ...said, ...this.#chosen };
    const { language, theme } = this.#manner;
    const isOther = said.language !== language || said.theme !== theme;
    if (isElsewhere || isOther) this.#address.replace(this.#place());
  }

  #go(looked: Looked): void {
    this.#looked = looked;
    this.#address.push(this.#place());
  }

  #place(): Place {
    const { subject } = this.#looked;
    const kept: Kept = { subject: subject && { ...subject }, reports: this.#reports };
    return { hash: hashOf(this.#looked, this.#manner), kept };
  }
}

function lookedAt({ hash, kept }: Place): Looked {
  const parts = new URLSearchParams(hash);
  const restaurant = restaurantOf(parts.get('restaurant'));
  const subject = parts.has('panel') && isKept(kept) ? kept.subject : null;
  const sorts = (parts.get('sort') ?? '').split(',').slice(0, MOST_SORTS).flatMap(sortsOf);
  const isNothing = restaurant === undefined && !subject && sorts.length === 0;
  return isNothing ? NOTHING : { restaurant, subject, sorts };
}

function mannerOf({ hash }: Place): Manner {
  const parts = new URLSearchParams(hash);
  const language = LANGUAGES.find((each) => each === parts.get('language'));
  const theme = THEMES.find((each) => each === parts.get('theme'));
  return { ...(language && { language }), ...(theme && { theme }) };
}

function restaurantOf(value: string | null): Looked['restaurant'] {
  if (value === ALL) return null;
  return value !== null && /^[1-9]\d{0,8}$/.test(value) ? Number(value) - 1 : undefined;
}

function sortsOf(value: string): SortedBy[] {
  const [, table, column, direction] = SORT.exec(value) ?? [];
  if (!table || !column || !direction) return [];
  return [{ table, column, direction: direction === 'ascending' ? direction : 'descending' }];
}

function hashOf({ restaurant, subject, sorts }: Looked, { language, theme }: Manner): string {
  const sorted = sorts.map(({ table, column, direction }) => `${table}.${column}.${direction}`);
  const parts = [
    ...(restaurant === undefined
      ? []
      : [`restaurant=${restaurant === null ? ALL : String(restaurant + 1)}`]),
    ...(subject ? [`panel=${subject.kind}`] : []),
    ...(sorted.length > 0 ? [`sort=${sorted.join(',')}`] : []),
    ...(theme ? [`theme=${theme}`] : []),
    ...(language ? [`language=${language}`] : []),
  ];
  return parts.join('&');
}

function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== 'object' || kept === null) return false;
  const { subject, reports } = kept as Partial<Record<keyof Kept, unknown>>;
  return Number.isSafeInteger(reports) && (subject === null || isSubject(subject));
}

function isSubject(value: unknown): value is Subject {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, name } = value as Partial<Record<keyof Subject, unknown>>;
  return (kind === 'dish' || kind === 'customer') && typeof name === 'string';
}
