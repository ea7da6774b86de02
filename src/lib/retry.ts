/** Milliseconds before the second and the third attempt. */
const PAUSES_MS = [500, 2000];

/**
 * Calls `attempt` up to three times with pauses. Rejects with the last error. `isWorthIt` returns
 * false to stop retrying.
 */
export async function retry<T>(
  attempt: (isAgain: boolean) => Promise<T>,
  isWorthIt: () => boolean = () => true,
): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await attempt(pause !== PAUSES_MS[0]);
    } catch (error) {
      if (!isWorthIt()) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (!isWorthIt()) throw error;
    }
  }
  return attempt(true);
}
