import type { Engine } from '../engine/engine';
import { CHECKS } from '../sql';
import { MOST_OFFENCES, type CheckName } from '../sql/tables';
import type { CheckResult } from './dataset';

/** All checks as one statement: planning each of them by itself would take longer than running them. */
const ALL_CHECKS = {
  name: 'checks',
  sql: Object.values(CHECKS)
    .map(
      ({ name, sql }) =>
        `(select '${name}' as check_name, offence from (${sql}) limit ${String(MOST_OFFENCES)})`,
    )
    .join(' union all '),
};

/** Each check with what it finds against its rule in what the tables hold now. */
export async function runChecks(engine: Engine): Promise<CheckResult[]> {
  const found = [...(await engine.query(ALL_CHECKS, { check_name: 'text', offence: 'text' }))];
  return (Object.keys(CHECKS) as CheckName[]).map((name) => ({
    name,
    offences: found.filter((row) => row.check_name === name).map(({ offence }) => offence),
  }));
}
