import type { FailureReport } from '../../domain/failure';

/**
 * Hides everything that a failure quotes: an engine's message can contain a value, and a supposed
 * header can be an order.
 */
export function hideFailure(report: FailureReport, hidden: string): FailureReport {
  const own = report.details === undefined ? report : { ...report, details: hidden };
  switch (own.what) {
    case 'no known column':
      return { ...own, with: { ...own.with, name: hidden } };
    case 'no orders':
      return { ...own, with: { ...own.with, header: hideNames(own.with.header, hidden) } };
    case 'bank statement':
      return { ...own, with: { ...own.with, header: hideNames(own.with.header, hidden) } };
    case 'files left out':
      return {
        ...own,
        with: { refused: own.with.refused.map((each) => hideFailure(each, hidden)) },
      };
    default:
      return own;
  }
}

function hideNames<N extends { readonly names: readonly string[] }>(header: N, hidden: string): N {
  return { ...header, names: header.names.map(() => hidden) };
}
