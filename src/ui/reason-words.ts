/** What a person can do about records that were rejected for a reason. */

const ADVICE: Readonly<Record<string, string>> = {
  'missing restaurant': 'Fill in the restaurant.',
  'missing dish': 'Fill in the dish.',
  'missing customer': 'Fill in the customer.',
  'missing price': 'Fill in the price; 0 where it was a gift.',
  'bad price': 'Write the price as a plain number, such as 4.50, without words or units.',
  'price out of range': 'A price must be below 100,000,000: look for a missing decimal mark.',
  'missing quantity': 'Fill in how many were ordered.',
  'bad quantity': 'Write the quantity as a whole number, at most 1,000,000.',
  'too few columns':
    'Write the record’s values under the header’s columns: raw_line has what was found.',
  'too many columns':
    'Write the record’s values under the header’s columns: often a name with a comma in it lacks its quotes.',
  'invalid encoding':
    'Type the damaged letters anew. Where many are damaged, the file may be in another encoding: see “Change” above.',
  'unclosed quote': 'Close the quote or take it away.',
  'total row': 'Nothing: a row that adds others up is no order.',
};

export function adviceFor(reason: string): string {
  return ADVICE[reason] ?? '';
}
