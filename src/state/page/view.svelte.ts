/** Keeps the person's selection and sorting in the address, so that the back button undoes them. */
import { LANGUAGES, type Language } from '../../i18n/messages';
import type { Subject } from '../../pipeline/dataset';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** A hash, and the state that the browser stores with its history entry. */
export interface Place {
  readonly hash: string;
  readonly kept: unknown;
}

export interface Address {
  read(): Place;
  push(place: Place): void;
  replace(place: Place): void;
}

export interface SortedBy {
  readonly table: string;
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/**
 * Addresses are shared and logged, so they contain a restaurant's index and no names. The subject
 * of the details panel has a name, so it is kept only in the history entry.
 */
interface Selection {
  /** An index, null for all restaurants, or undefined before any pick. */
  readonly restaurant: number | null | undefined;
  readonly subject: Subject | null;
  readonly sorts: readonly SortedBy[];
}

interface HistoryState {
  readonly subject: Subject | null;
  /**
   * The number of loads so far. A history entry with another number belongs to other reports and is
   * ignored.
   */
  readonly reports: number;
}

interface Appearance {
  readonly language?: Language;
  readonly theme?: Theme;
}

const NOTHING: Selection = { restaurant: undefined, subject: null, sorts: [] };
const ALL = 'all';
const SORT = /^([a-z_]{1,40})\.([a-z_]{1,40})\.(ascending|descending)$/;
const MOST_SORTS = 10;

export class View {
  #selection = $state.raw<Selection>(NOTHING);
  #appearance = $state.raw<Appearance>({});
  /** The appearance chosen on this page, which overrides older history entries. */
  #chosen: Appearance = {};
  #reports: number;
  readonly #address: Address;

  constructor(address: Address) {
    this.#address = address;
    const { hash, kept } = address.read();
    this.#reports = isHistoryState(kept) ? kept.reports : 0;
    const subject = isHistoryState(kept) ? kept.subject : null;
    address.replace({ hash, kept: { subject, reports: this.#reports } satisfies HistoryState });
    this.follow();
  }

  get restaurant(): number | null | undefined {
    return this.#selection.restaurant;
  }

  get subject(): Subject | null {
    return this.#selection.subject;
  }

  get language(): Language | undefined {
    return this.#appearance.language;
  }

  get theme(): Theme | undefined {
    return this.#appearance.theme;
  }

  /** Returns a table's sorting; undefined for the default order. */
  sortOf(table: string): SortedBy | undefined {
    return this.#selection.sorts.find((sort) => sort.table === table);
  }

  sort(table: string, by: Pick<SortedBy, 'column' | 'direction'> | null): void {
    const others = this.#selection.sorts.filter((sort) => sort.table !== table);
    this.#navigate({ ...this.#selection, sorts: by ? [...others, { table, ...by }] : others });
  }

  /**
   * Changes the appearance without a history entry, because going back should not change the theme
   * or language.
   */
  show(appearance: Appearance): void {
    this.#chosen = { ...this.#chosen, ...appearance };
    this.#appearance = { ...this.#appearance, ...appearance };
    this.#address.replace(this.#place());
  }

  pickRestaurant(restaurant: number | null | undefined): void {
    if (restaurant !== this.restaurant)
      this.#navigate({ ...this.#selection, restaurant, subject: null });
  }

  ask(subject: Subject | null): void {
    if (subject !== this.subject) this.#navigate({ ...this.#selection, subject });
  }

  reset(): void {
    this.#reports += 1;
    this.#selection = NOTHING;
    this.#address.replace(this.#place());
  }

  /** Reads the address after the browser has changed it. Ignores the selection of other reports. */
  follow(): void {
    const place = this.#address.read();
    const isElsewhere = isHistoryState(place.kept) && place.kept.reports !== this.#reports;
    this.#selection = isElsewhere ? NOTHING : selectionOf(place);
    const said = appearanceOf(place);
    this.#appearance = { ...said, ...this.#chosen };
    const { language, theme } = this.#appearance;
    const isOther = said.language !== language || said.theme !== theme;
    if (isElsewhere || isOther) this.#address.replace(this.#place());
  }

  #navigate(selection: Selection): void {
    this.#selection = selection;
    this.#address.push(this.#place());
  }

  #place(): Place {
    const { subject } = this.#selection;
    const kept: HistoryState = { subject: subject && { ...subject }, reports: this.#reports };
    return { hash: hashOf(this.#selection, this.#appearance), kept };
  }
}

function selectionOf({ hash, kept }: Place): Selection {
  const parts = new URLSearchParams(hash);
  const restaurant = restaurantOf(parts.get('restaurant'));
  const subject = parts.has('panel') && isHistoryState(kept) ? kept.subject : null;
  const sorts = (parts.get('sort') ?? '').split(',').slice(0, MOST_SORTS).flatMap(sortsOf);
  const isNothing = restaurant === undefined && !subject && sorts.length === 0;
  return isNothing ? NOTHING : { restaurant, subject, sorts };
}

function appearanceOf({ hash }: Place): Appearance {
  const parts = new URLSearchParams(hash);
  const language = LANGUAGES.find((each) => each === parts.get('language'));
  const theme = THEMES.find((each) => each === parts.get('theme'));
  return { ...(language && { language }), ...(theme && { theme }) };
}

function restaurantOf(value: string | null): Selection['restaurant'] {
  if (value === ALL) return null;
  return value !== null && /^[1-9]\d{0,8}$/.test(value) ? Number(value) - 1 : undefined;
}

function sortsOf(value: string): SortedBy[] {
  const [, table, column, direction] = SORT.exec(value) ?? [];
  if (!table || !column || !direction) return [];
  return [{ table, column, direction: direction === 'ascending' ? direction : 'descending' }];
}

function hashOf(
  { restaurant, subject, sorts }: Selection,
  { language, theme }: Appearance,
): string {
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

function isHistoryState(kept: unknown): kept is HistoryState {
  if (typeof kept !== 'object' || kept === null) return false;
  const { subject, reports } = kept as Partial<Record<keyof HistoryState, unknown>>;
  return Number.isSafeInteger(reports) && (subject === null || isSubject(subject));
}

function isSubject(value: unknown): value is Subject {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, name } = value as Partial<Record<keyof Subject, unknown>>;
  return (kind === 'dish' || kind === 'customer') && typeof name === 'string';
}
