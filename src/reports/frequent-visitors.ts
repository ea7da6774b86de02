import { messages } from '../i18n/locale';
import type { Picked, ResultsWithLeads } from '../sql/tables';
import { leadsOf } from './leads';
import type { MakeReport, Table, Verdict } from './report';
import { nameInTitle } from './restaurants';

export const frequentVisitors: MakeReport = (results, { picked }) => {
  const { verdicts, notes } = leadsOf(results, 'frequent_visitors', 'count', picked);
  const { frequentVisitors: words } = messages().reports;
  return {
    name: 'frequent_visitors',
    question: words.question(picked && nameInTitle(picked.restaurant)),
    definition: picked ? words.definitionOfAll : words.definition,
    blocks: [picked ? visitorsOf(picked, verdicts) : firstVisitors(results, verdicts), ...notes],
  };
};

function firstVisitors(
  { tables }: ResultsWithLeads,
  verdicts: ReadonlyMap<string, Verdict>,
): Table {
  const { columns, frequentVisitors: words } = messages().reports;
  return {
    type: 'table',
    caption: words.caption,
    columns: [
      { name: 'restaurant_names', label: columns.restaurant, kind: 'text', names: 'restaurant' },
      {
        name: 'most_frequent_visitor',
        label: columns.mostFrequentVisitor,
        kind: 'text',
        names: 'customer',
      },
      { name: 'visit_count', label: columns.visits, kind: 'count', bar: true },
    ],
    rows: tables.frequent_visitors,
    ranking: 'visit_count',
    verdicts: { column: 'most_frequent_visitor', of: verdicts },
  };
}

function visitorsOf(
  { restaurant, visitors }: Picked,
  verdicts: ReadonlyMap<string, Verdict>,
): Table {
  const { columns, frequentVisitors: words } = messages().reports;
  const [first, verdict] = [visitors.at(0), verdicts.get(restaurant)];
  return {
    type: 'table',
    caption: words.captionOfAll,
    columns: [
      { name: 'first_name', label: columns.firstName, kind: 'text', names: 'customer' },
      { name: 'visit_count', label: columns.visits, kind: 'count', bar: true },
      { name: 'total_revenue', label: columns.revenue, kind: 'money?' },
    ],
    rows: visitors,
    ranking: 'visit_count',
    ...(first &&
      verdict && {
        verdicts: { column: 'first_name', of: new Map([[first.first_name, verdict]]) },
      }),
  };
}
