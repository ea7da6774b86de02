import type { Engine } from '../engine/engine';
import { CHECKS } from '../sql';
import { MOST_OFFENCES, type CheckName } from '../sql/tables';
import type { CheckResult } from './dataset';

/** One statement for all checks, because planning takes longer than running. */
const ALL_CHECKS = {
  name: 'checks',
  sql: Object.values(CHECKS)
    .map(
      ({ name, sql }) =>
        `(select '${name}' as check_name, offence from (${sql}) limit ${String(MOST_OFFENCES)})`,
    )
    .join(' union all '),
};

/** Runs all checks on the loaded tables and returns the offending rows. */
export async function runChecks(engine: Engine): Promise<CheckResult[]> {
  const found = [...(await engine.query(ALL_CHECKS, { check_name: 'text', offence: 'text' }))];
  return (Object.keys(CHECKS) as CheckName[]).map((name) => ({
    name,
    offences: found.filter((row) => row.check_name === name).map(({ offence }) => offence),
  }));
}
