/** The dialogs that ask about a file. */
export const questions = {};
