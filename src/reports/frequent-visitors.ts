import { leadsOf } from './leads';
import type { MakeReport } from './report';

export const frequentVisitors: MakeReport = (results) => {
  const { verdicts, notes } = leadsOf(results, 'frequent_visitors', 'count');
  return {
    name: 'frequent_visitors',
    question: 'Who visited each restaurant the most?',
    definition: 'The customer with the most order lines at each restaurant.',
    blocks: [
      {
        type: 'table',
        caption: 'Most frequent visitor of each restaurant',
        columns: [
          { name: 'restaurant_names', label: 'Restaurant', kind: 'text' },
          { name: 'most_frequent_visitor', label: 'Most frequent visitor', kind: 'text' },
          { name: 'visit_count', label: 'Visits', kind: 'count', bar: true },
        ],
        rows: results.tables.frequent_visitors,
        verdicts: { column: 'most_frequent_visitor', of: verdicts },
      },
      ...notes,
    ],
  };
};
