/** Hidden names and the stand-alone report. */
export const sharing = {};
