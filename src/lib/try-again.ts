/** Before the second attempt, and before the third. */
const PAUSES_MS = [500, 2000];

/**
 * What a network or a server gives at the second or the third attempt, with a pause before each. Throws
 * what the last one threw. `isWorthIt`: whether another could succeed at all.
 */
export async function tryAgain<T>(
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
