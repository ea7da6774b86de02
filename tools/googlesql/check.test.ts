import { afterAll, beforeAll, expect, test } from 'vitest';
import { inDuckDB, inGoogleSql } from './compare';
import { randomOrders, sampleOrders } from './orders';
import { openService, type Service } from './service';

let service: Service;
beforeAll(async () => { service = await openService(); });
afterAll(() => { service.close(); });

test('sample', async () => {
  const orders = await sampleOrders(4000);
  let t = performance.now();
  const a = await inDuckDB(orders);
  console.log('duck', performance.now() - t); t = performance.now();
  const b = await inGoogleSql(service, orders);
  console.log('google', performance.now() - t, [...b!].map(([k, v]) => k + ' ' + v.length));
  expect(b).toEqual(a);
});
test('random', async () => {
  const all = await randomOrders(1, 20);
  for (const orders of all) {
  const t = performance.now();
  const a = await inDuckDB(orders);
  const b = await inGoogleSql(service, orders);
  console.log(orders.rows.length, performance.now() - t, a === null, a && a.get('rejected_rows')!.split('\n').length);
  expect(b).toEqual(a);
  }
});
