import { expect, test } from 'vitest';
import { QueryError } from '../../src/engine/engine';
import { EngineEnded } from '../../src/engine/loss';
import { Failure } from '../../src/domain/failure';

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

test.each([
  [new Error('Out of Memory Error: Allocation failure'), 'memory'],
  [new Error('std::bad_alloc'), 'memory'],
  [new RangeError('Array buffer allocation failed'), 'memory'],
  [new RangeError('WebAssembly.Memory(): could not allocate memory'), 'memory'],
  [named('RuntimeError', 'Aborted(OOM)'), 'memory'],
  [named('InternalError', 'allocation size overflow'), 'memory'],
  [named('RuntimeError', 'unreachable'), 'stopped'],
  [named('RuntimeError', 'memory access out of bounds'), 'stopped'],
  [new EngineEnded('the engine was closed'), 'stopped'],
  [new Error('Catalog Error: Table with name a does not exist!'), null],
])('%s means loss: %s', (error, loss) => {
  const statement = { name: 'a', sql: '' };
  expect(new QueryError(statement, error).loss).toBe(loss);
  expect(new QueryError(statement, new Error('around it', { cause: error })).loss).toBe(loss);
});

test('a lack of memory outside the engine is reported as such', () => {
  const { report } = Failure.from(new RangeError('Array buffer allocation failed'));
  expect(report).toMatchObject({ fault: 'internal', what: 'out of memory' });
});
