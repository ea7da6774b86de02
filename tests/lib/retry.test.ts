import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retry } from '../../src/lib/retry';

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

test.each([0, 1, 2])('retry succeeds after %i failures', async (times) => {
  const { attempts, attempt } = failing(times);
  const asked = retry(attempt);
  await vi.runAllTimersAsync();
  expect(await asked).toBe('there');
  expect(attempts).toEqual([false, true, true].slice(0, times + 1));
});

test('retry rejects after the third failure', async () => {
  const { attempts, attempt } = failing(9);
  const asked = expect(retry(attempt)).rejects.toThrow('3');
  await vi.runAllTimersAsync();
  await asked;
  expect(attempts).toHaveLength(3);
});

test('retry pauses before each retry and stops if a retry is pointless', async () => {
  const { attempts, attempt } = failing(9);
  let isWorthIt = true;
  const asked = expect(retry(attempt, () => isWorthIt)).rejects.toThrow('1');
  await vi.advanceTimersByTimeAsync(400);
  expect(attempts).toHaveLength(1);
  isWorthIt = false;
  await vi.runAllTimersAsync();
  await asked;
  expect(attempts).toHaveLength(1);
});
