/** What was noticed in a file: notices, checks, hints, reasons. */
export const found = {
  reasons: {
    'missing restaurant': { name: 'missing restaurant', advice: 'Fill in the restaurant.' },
    'missing dish': { name: 'missing dish', advice: 'Fill in the dish.' },
    'missing customer': { name: 'missing customer', advice: 'Fill in the customer.' },
    'missing price': {
      name: 'missing price',
      advice: 'Fill in the price; 0 where it was a gift.',
    },
    'bad price': {
      name: 'bad price',
      advice: 'Write the price as a plain number, such as 4.50, without words or units.',
    },
    'price out of range': {
      name: 'price out of range',
      advice: 'A price must be below 100,000,000: look for a missing decimal mark.',
    },
    'missing quantity': { name: 'missing quantity', advice: 'Fill in how many were ordered.' },
    'bad quantity': {
      name: 'bad quantity',
      advice: 'Write the quantity as a whole number, at most 1,000,000.',
    },
    'too few columns': {
      name: 'too few columns',
      advice: 'Write the record’s values under the header’s columns: raw_line has what was found.',
    },
    'too many columns': {
      name: 'too many columns',
      advice:
        'Write the record’s values under the header’s columns: often a name with a comma in it lacks its quotes.',
    },
    'invalid encoding': {
      name: 'invalid encoding',
      advice:
        'Type the damaged letters anew. Where many are damaged, the file may be in another encoding: see “Change” above.',
    },
    'unclosed quote': { name: 'unclosed quote', advice: 'Close the quote or take it away.' },
    'total row': {
      name: 'total row',
      advice: 'Nothing: a row that adds others up is no order.',
    },
  },
};
