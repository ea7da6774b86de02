/** Returns each string in a value at any depth, without object keys. */
export function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Map) return wordsIn([...value.values()]);
  return Object.values(value).flatMap(wordsIn);
}
