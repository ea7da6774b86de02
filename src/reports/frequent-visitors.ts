import type { Picked, ResultsWithLeads } from '../sql/tables';
import { leadsOf } from './leads';
import type { MakeReport, Table, Verdict } from './report';
import { inSentence } from './restaurants';

export const frequentVisitors: MakeReport = (results, { picked }) => {
  const { verdicts, notes } = leadsOf(results, 'frequent_visitors', 'count', picked);
  return {
    name: 'frequent_visitors',
    question: picked
      ? `Who visited ${inSentence(picked.restaurant)} the most?`
      : 'Who visited each restaurant the most?',
    definition: picked
      ? 'Customers by their order lines there, and what those add up to.'
      : 'The customer with the most order lines at each restaurant.',
    blocks: [picked ? visitorsOf(picked, verdicts) : firstVisitors(results, verdicts), ...notes],
  };
};

function firstVisitors(
  { tables }: ResultsWithLeads,
  verdicts: ReadonlyMap<string, Verdict>,
): Table {
  return {
    type: 'table',
    caption: 'Most frequent visitor of each restaurant',
    columns: [
      { name: 'restaurant_names', label: 'Restaurant', kind: 'text', names: 'restaurant' },
      {
        name: 'most_frequent_visitor',
        label: 'Most frequent visitor',
        kind: 'text',
        names: 'customer',
      },
      { name: 'visit_count', label: 'Visits', kind: 'count', bar: true },
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
  const [first, verdict] = [visitors.at(0), verdicts.get(restaurant)];
  return {
    type: 'table',
    caption: 'Visitors by visits',
    columns: [
      { name: 'first_name', label: 'First name', kind: 'text', names: 'customer' },
      { name: 'visit_count', label: 'Visits', kind: 'count', bar: true },
      { name: 'total_revenue', label: 'Revenue', kind: 'money?' },
    ],
    rows: visitors,
    ranking: 'visit_count',
    ...(first &&
      verdict && {
        verdicts: { column: 'first_name', of: new Map([[first.first_name, verdict]]) },
      }),
  };
}
