import type { Messages } from '../index';

/** The dialogs that ask about a file. */
export const questions: Messages['questions'] = {};
