import type { MakeReport } from './report';

export const frequentVisitors: MakeReport = ({ tables }) => ({
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
      rows: tables.frequent_visitors,
    },
  ],
});
