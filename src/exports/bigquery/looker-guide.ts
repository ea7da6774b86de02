import { en } from '../../i18n/messages/en';
import { defaultRestaurant } from '../../reports/restaurants';
import type { Results } from '../../sql/tables';
import { reportLink } from './looker-link';
import { recipes, tablesOf, type Setting } from './looker-recipe';

/** The Looker Studio recipe as a file of the kit. It is in English, like the whole kit. */
export function lookerGuide(results: Pick<Results, 'roles' | 'tables'>): {
  readonly name: string;
  readonly text: string;
} {
  const words = en.looker;
  const tables = tablesOf(results.roles);
  const charts = recipes(results.roles, defaultRestaurant(results), words);
  const sections = charts.map(({ name, missing, settings, note }, index) =>
    [
      `## ${String(index + 1)}. ${name}`,
      missing.length > 0
        ? words.missing(missing)
        : `${settings.map(({ term, value }) => `- ${term}: ${value.map(written).join('')}`).join('\n')}\n\n${note}`,
    ].join('\n\n'),
  );
  const text = [
    `# ${words.recipe}`,
    words.names,
    'Load the tables first. Then replace every PROJECT and DATASET in this link by your own, and open it in a browser. It opens a blank report with the tables as its sources. The panel `BigQuery and Looker Studio` on the Dishboard page fills in the link for you.',
    `    ${reportLink({ project: 'PROJECT', dataset: 'DATASET' }, tables)}`,
    words.howTo,
    `**${words.warningLabel}** ${words.warning}`,
    ...sections,
  ].join('\n\n');
  return { name: 'looker_studio.md', text: `${text}\n` };
}

function written(part: Setting['value'][number]): string {
  if (typeof part === 'string') return part;
  return codeSpan('name' in part ? part.name : part.identifier);
}

/**
 * Formats a name from a file as code. A code span contains no markup if its fence is longer than
 * any run of backticks in it.
 */
function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const padding = /^`|`$/.test(text) ? ' ' : '';
  return fence + padding + text + padding + fence;
}
