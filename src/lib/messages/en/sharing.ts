/** Hidden names and the stand-alone report. */
export const sharing = {
  hide: 'Hide guest names',
  hideHint:
    'Pseudonyms instead of names on this page and in all files you download. A name keeps its pseudonym in this browser.',
  hiding: 'Hiding the names of guests …',
  notHidden:
    'The names of guests could not be hidden, so the reports are not shown. Reload the page to try again.',
  /** In place of what may hold a name. */
  hiddenCell: '(hidden)',
  hiddenLine: (line: string) => `Line ${line}`,
  rejectedHint:
    'Names are hidden in rejected_rows.csv too: guests have pseudonyms, and what may hold a name is left out. Mend the records in your own file, by their lines.',
};
