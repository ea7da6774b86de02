import type { InternalFailureId } from '../../../domain/failures';
import type { FailureSentences } from '../../failure-words';

/** Failures caused by the page, the browser or the network, and not by the file. */
export const ours: Pick<FailureSentences, InternalFailureId> = {
  unexpected: {
    title: 'Something went wrong on our side.',
    hint: 'Nothing is lost: try again, or reload the page. If it happens again, please report it with the details below.',
  },
  'engine not downloaded': {
    title: 'The database engine could not be downloaded.',
    hint: 'Check the connection and try again. The engine is part of this site; nothing else is downloaded.',
  },
  'page not downloaded': {
    title: 'A part of this page could not be downloaded.',
    hint: 'Check the connection and try again. The page downloads all of its parts before it reads a file, and nothing after that.',
  },
  'sample not downloaded': {
    title: 'The sample could not be downloaded.',
    hint: 'Check the connection and try again, or choose a CSV file of your own.',
  },
  'sample out of reach': {
    title: 'The sample could not be downloaded.',
    hint: 'The page locked itself when a file was chosen, and cannot download anything more. Choose a file of your own, or reload the page for the sample.',
  },
  'engine not started': {
    title: 'The database engine could not be started.',
    hint: 'Close other tabs and programs, and try again. If that does not help, reload the page, or use another up-to-date browser.',
  },
  'engine stopped': {
    title: 'The database engine has stopped.',
    hint: 'Nothing is lost: try again, and a new engine starts. If it stops again, load less at once, and please report it with the details below.',
  },
  'engine lost': {
    title: 'The database engine no longer holds these reports.',
    hint: 'It stopped, or a load was cancelled at the very end. The reports and their downloads still work. Read the files again to choose a restaurant, open a dish or run SQL.',
  },
  'out of memory': {
    title: 'There was not enough memory.',
    hint: 'Load less at once, such as one month or one restaurant. Close other tabs, or use a computer instead of a phone. The memory is free again for the next file.',
  },
  'reader stopped': {
    title: 'The file reader has stopped.',
    hint: 'Nothing is lost: try again, and a new reader starts. If it stops again, please report it with the details below.',
  },
};
