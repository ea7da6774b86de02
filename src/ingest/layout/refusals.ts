import { isolated, shortened } from '../../lib/contained';
import { Failure } from '../../domain/failure';
import type { FileKind, HeaderNames } from '../../domain/failures';
import { CANONICAL_HEADER } from './aliases';
import { looksLikeBankStatement, matchColumns } from './header';
import type { Source } from '../container/source';

const EXAMPLE = CANONICAL_HEADER.join(',');
const COLUMNS_SHOWN = 12;
const MAX_NAME_LENGTH = 40;

export function emptyFile({ name }: Source): Failure {
  return new Failure({ fault: 'input', what: 'empty file', where: { file: name } });
}

export function otherKind({ name }: Source, kind: FileKind): Failure {
  return new Failure({
    fault: 'input',
    what: 'other kind',
    with: { kind, example: EXAMPLE },
    where: { file: name },
  });
}

export function blankFile({ name, file }: Source): Failure {
  return new Failure({
    fault: 'input',
    what: 'blank file',
    with: { bytes: file.size, example: EXAMPLE },
    where: { file: name },
  });
}

export function openQuote({ name }: Source, line: number): Failure {
  return new Failure({
    fault: 'input',
    what: 'open quote in the header',
    with: { line },
    where: { file: name, line },
    wayOn: 'match columns',
  });
}

export function noLines({ name }: Source, headBytes: number): Failure {
  return new Failure({
    fault: 'input',
    what: 'no lines',
    with: { bytes: headBytes, example: EXAMPLE },
    where: { file: name },
  });
}

export function noOrders({ name }: Source, header: readonly string[], line: number): Failure {
  return new Failure({
    fault: 'input',
    what: 'no orders',
    with: { line, header: namesIn(header) },
    where: { file: name, line },
  });
}

/**
 * Returns a Failure if the header belongs to some other kind of table, or null if the user could
 * map its columns.
 */
export function otherTable(
  { name: file }: Source,
  header: readonly string[],
  line: number,
): Failure | null {
  const [soleName = ''] = header;
  if (header.length === 1 && Object.keys(matchColumns(header)).length === 0) {
    return new Failure({
      fault: 'input',
      what: 'no known column',
      with: { line, name: displayName(soleName), example: EXAMPLE },
      where: { file, line },
    });
  }
  if (!looksLikeBankStatement(header)) return null;
  return new Failure({
    fault: 'input',
    what: 'bank statement',
    with: { line, columns: header.length, header: namesIn(header), example: EXAMPLE },
    where: { file, line },
    wayOn: 'match columns',
  });
}

/** Returns only the first names for display, because a header can have ten thousand columns. */
function namesIn(header: readonly string[]): HeaderNames {
  const names = header.slice(0, COLUMNS_SHOWN).map(displayName);
  return { names, more: header.length - names.length };
}

function displayName(name: string): string {
  return isolated(shortened(name, MAX_NAME_LENGTH));
}
