/** Sets a performance mark for the benchmark, and removes earlier marks of the same name. */
export function mark(name: 'engine-ready' | 'file-chosen' | 'reports-ready'): void {
  performance.clearMarks(`dishboard:${name}`);
  performance.mark(`dishboard:${name}`);
}
