/** The latest of each, for the benchmark and whoever measures in the wild. */
export function mark(name: 'engine-ready' | 'file-chosen' | 'reports-ready'): void {
  performance.clearMarks(`dishboard:${name}`);
  performance.mark(`dishboard:${name}`);
}
