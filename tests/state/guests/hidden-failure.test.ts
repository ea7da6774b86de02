import { describe, expect, test } from 'vitest';
import type { FailureReport } from '../../../src/domain/failure';
import { hideFailure } from '../../../src/state/guests/hidden-failure';
import { told } from '../../support/in-words';

const HEADER = { names: ['Inn', 'soup', 'Alice', '4'], more: 1 };
const FAILURES: readonly FailureReport[] = [
  { fault: 'input', what: 'no orders', with: { line: 1, header: HEADER } },
  { fault: 'input', what: 'no known column', with: { line: 1, name: 'Alice', example: 'dish' } },
  {
    fault: 'input',
    what: 'bank statement',
    with: { line: 1, columns: 5, header: HEADER, example: 'dish' },
  },
  { fault: 'internal', what: 'unexpected', details: "Could not convert 'Alice'" },
];

describe('a failure with hidden guests', () => {
  test.each(FAILURES)('quotes nothing from a file: $what', (report) => {
    const hidden = hideFailure(report, '(hidden)');
    expect(JSON.stringify(report)).toContain('Alice');
    expect(JSON.stringify(hidden)).not.toContain('Alice');
    expect(`${told(hidden).hint}${hidden.details ?? ''}`).toContain('(hidden)');
  });

  test('quotes nothing if it covers several files', () => {
    const all = {
      fault: 'input',
      what: 'files left out',
      with: { refused: FAILURES },
    } as const satisfies FailureReport;
    expect(JSON.stringify(hideFailure(all, '(hidden)'))).not.toContain('Alice');
  });

  test('stays the same if it quotes nothing', () => {
    const report: FailureReport = { fault: 'input', what: 'empty file' };
    expect(hideFailure(report, '(hidden)')).toEqual(report);
  });
});
