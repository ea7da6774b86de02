import { describe, expect, test } from 'vitest';
import { Lock, type Attempt } from '../../../src/state/page/lock.svelte';
import { settled } from '../../support/stage';

/** A lock whose fetches end when the test says so. */
class Door {
  readonly done: string[] = [];
  readonly fetches: {
    readonly resolve: (all: string) => void;
    readonly reject: (reason: Error) => void;
    readonly onProgress: (progress: { loadedBytes: number; totalBytes: number }) => void;
  }[] = [];
  onRequest: () => void = () => undefined;
  attempts: readonly Attempt[] = [{ way: 'fetch', isRefused: true }];
  readonly lock: Lock<string>;

  constructor({ seals = true } = {}) {
    this.lock = new Lock<string>({
      fetchAll: (onProgress, ownFile) => {
        this.done.push('fetch');
        void ownFile.then(() => this.done.push('own file'));
        return new Promise((resolve, reject) => {
          this.fetches.push({ resolve, reject, onProgress });
        });
      },
      seal: seals
        ? (onRequest) => {
            this.done.push('seal');
            this.onRequest = onRequest;
          }
        : null,
      tryToSend: () => Promise.resolve(this.attempts),
      hasTrustedTypes: true,
    });
  }
}

describe('the lock', () => {
  test('closes once, when everything is fetched, for all callers', async () => {
    const door = new Door();
    const closing = [door.lock.close(), door.lock.closeForFile(), door.lock.close()];
    await settled();
    expect(door.done).toEqual(['fetch', 'own file']);
    expect(door.lock.isClosed).toBe(false);
    door.fetches[0]!.resolve('all');
    expect(await Promise.all(closing)).toEqual(['all', 'all', 'all']);
    expect(door.done).toEqual(['fetch', 'own file', 'seal']);
    expect(door.lock.isClosed).toBe(true);
  });

  test('stays open if a fetch fails, and can be retried', async () => {
    const door = new Door();
    const closing = door.lock.close();
    door.fetches[0]!.reject(new Error('down'));
    await expect(closing).rejects.toThrow('down');
    expect(door.done).toEqual(['fetch']);
    expect(door.lock.isClosed).toBe(false);
    const again = door.lock.close();
    door.fetches[1]!.resolve('all');
    expect(await again).toBe('all');
    expect(door.lock.isClosed).toBe(true);
  });

  test('reports progress to the latest caller only', async () => {
    const door = new Door();
    const told: string[] = [];
    void door.lock.close(() => told.push('first'));
    void door.lock.close(() => told.push('second'));
    void door.lock.closeForFile();
    await settled();
    door.fetches[0]!.onProgress({ loadedBytes: 1, totalBytes: 2 });
    expect(told).toEqual(['second']);
  });

  test('counts later requests', async () => {
    const door = new Door();
    const closing = door.lock.close();
    door.fetches[0]!.resolve('all');
    await closing;
    expect(door.lock.requests).toBe(0);
    door.onRequest();
    expect(door.lock.requests).toBe(1);
  });

  test('can only be tested when closed', async () => {
    const open = new Door({ seals: false });
    const closing = open.lock.close();
    open.fetches[0]!.resolve('all');
    await closing;
    expect(open.lock.isClosed).toBe(false);
    await open.lock.tryToSend();
    expect(open.lock.attempts).toBeNull();

    const closed = new Door();
    const closingToo = closed.lock.close();
    closed.fetches[0]!.resolve('all');
    await closingToo;
    const trying = closed.lock.tryToSend();
    expect(closed.lock.isTrying).toBe(true);
    await trying;
    expect(closed.lock.attempts).toEqual(closed.attempts);
    expect(closed.lock.isTrying).toBe(false);
  });
});
