import { expect, test } from 'vitest';
import { exportQuery } from '../../src/exports';

test('exports a query’s answer with its own column names and unchanged texts', async () => {
  const { name, parts } = await exportQuery({
    columns: [{ name: '2' }, { name: 'a, "b"' }, { name: '__proto__' }],
    rows: [
      { c0: '-1.50', c1: '=1+1', c2: 'x\ny' },
      { c0: null, c1: '', c2: '170141183460469231731687303715884105727' },
    ],
  });
  expect(name).toBe('query.csv');
  expect(await new Blob([...parts]).text()).toBe(
    '2,"a, ""b""",__proto__\n-1.50,=1+1,"x\ny"\n,,170141183460469231731687303715884105727\n',
  );
});
