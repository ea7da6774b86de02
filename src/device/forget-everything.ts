import type { LoadStore } from '../domain/remembered-load';

/** The keys of everything that Dishboard stores on a device. New keys must be added here. */
const ITEMS = {
  settings: ['dishboard:settings'],
  choices: ['dishboard:choices'],
  bigquery: ['dishboard:bigquery'],
  guests: ['dishboard:guest-key', 'dishboard:hide-guests'],
  loads: ['dishboard:remember'],
} as const;
const PREFIX = 'dishboard:';

export type KeptItem = keyof typeof ITEMS | 'others';

export interface Forgotten {
  readonly removed: readonly KeptItem[];
  /** False if the browser refused to delete something. */
  readonly isAll: boolean;
}

/**
 * Deletes everything that is stored. `store` is null if the browser forbids localStorage, which
 * then contains nothing.
 */
export async function forgetEverything(
  store: Storage | null,
  loads: LoadStore,
): Promise<Forgotten> {
  const removed = new Set<KeptItem>();
  let isAll = true;
  try {
    const keys = Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index) ?? '');
    for (const key of keys.filter((own) => own.startsWith(PREFIX))) {
      store?.removeItem(key);
      removed.add(itemOf(key));
    }
  } catch {
    isAll = false;
  }
  try {
    if (await loads.clear()) removed.add('loads');
  } catch {
    // Without IndexedDB there is nothing to delete.
    isAll &&= !('indexedDB' in globalThis);
  }
  const order: readonly KeptItem[] = [...(Object.keys(ITEMS) as (keyof typeof ITEMS)[]), 'others'];
  return { removed: order.filter((item) => removed.has(item)), isAll };
}

/** Returns the item that a key belongs to, or `others` for an unknown key of another version. */
function itemOf(key: string): KeptItem {
  const items = Object.entries(ITEMS) as [keyof typeof ITEMS, readonly string[]][];
  return items.find(([, keys]) => keys.includes(key))?.[0] ?? 'others';
}
