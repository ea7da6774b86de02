import type { InternalFailureId } from '../../../domain/failures';
import type { FailureSentences } from '../../failure-words';

/** The page, the browser or the network failed, and not the file. */
export const ours: Pick<FailureSentences, InternalFailureId> = {
  unexpected: {
    title: 'Something went wrong on our side.',
    hint: 'Nothing is lost: try again, or reload the page. If it stays, please report it with the details below.',
  },
  'engine not downloaded': {
    title: 'The database engine could not be downloaded.',
    hint: 'Check the connection and try again. The engine is part of this site; nothing else is fetched.',
  },
  'page not downloaded': {
    title: 'A part of this page could not be downloaded.',
    hint: 'Check the connection and try again. All of the page is fetched before a file is read, and nothing after that.',
  },
  'sample not downloaded': {
    title: 'The sample could not be downloaded.',
    hint: 'Check the connection and try again, or choose a CSV file of your own.',
  },
  'sample out of reach': {
    title: 'The sample could not be downloaded.',
    hint: 'This page has locked itself since a file was chosen, and can fetch nothing more. Choose a file of your own, or reload the page for the sample.',
  },
  'engine not started': {
    title: 'The database engine could not be started.',
    hint: 'Close other tabs and programs, and try again. If it stays, reload the page, or take another browser that is up to date.',
  },
  'engine stopped': {
    title: 'The database engine has stopped.',
    hint: 'Nothing is lost: try again, and a new one is started. If that one stops too, load less at once, and please report it with the details below.',
  },
  'engine lost': {
    title: 'The database engine no longer holds these reports.',
    hint: 'It has stopped, or a load was cancelled at its very end. The reports stay, and so do their downloads. To pick a restaurant, to open a dish or to ask in SQL, read the files again.',
  },
  'out of memory': {
    title: 'There was not enough memory for this.',
    hint: 'Load less at once, such as a month or a restaurant, close other tabs, or take a computer instead of a phone. The memory is free again: the next file is read as usual.',
  },
  'reader stopped': {
    title: 'What reads the files has stopped.',
    hint: 'Nothing is lost: try again, and a new one is started. If that one stops too, please report it with the details below.',
  },
};
