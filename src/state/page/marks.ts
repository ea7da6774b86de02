/** The benchmark reads these performance marks. Only the latest of each name is kept. */
export function mark(name: 'engine-ready' | 'file-chosen' | 'reports-ready'): void {
  performance.clearMarks(`dishboard:${name}`);
  performance.mark(`dishboard:${name}`);
}
