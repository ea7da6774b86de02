import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tryAgain } from '../../src/lib/try-again';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function failing(times: number) {
  const attempts: boolean[] = [];
  const attempt = (isAgain: boolean) => {
    attempts.push(isAgain);
    const count = attempts.length;
    return count > times ? Promise.resolve('there') : Promise.reject(new Error(String(count)));
  };
  return { attempts, attempt };
}

test.each([0, 1, 2])('tryAgain succeeds after %i failures', async (times) => {
  const { attempts, attempt } = failing(times);
  const asked = tryAgain(attempt);
  await vi.runAllTimersAsync();
  expect(await asked).toBe('there');
  expect(attempts).toEqual([false, true, true].slice(0, times + 1));
});

test('tryAgain rejects after the third failure', async () => {
  const { attempts, attempt } = failing(9);
  const asked = expect(tryAgain(attempt)).rejects.toThrow('3');
  await vi.runAllTimersAsync();
  await asked;
  expect(attempts).toHaveLength(3);
});

test('tryAgain pauses before each retry and stops if a retry is pointless', async () => {
  const { attempts, attempt } = failing(9);
  let isWorthIt = true;
  const asked = expect(tryAgain(attempt, () => isWorthIt)).rejects.toThrow('1');
  await vi.advanceTimersByTimeAsync(400);
  expect(attempts).toHaveLength(1);
  isWorthIt = false;
  await vi.runAllTimersAsync();
  await asked;
  expect(attempts).toHaveLength(1);
});
