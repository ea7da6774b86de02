/** What the browser keeps of the page, and a newer version of it. */
export const offline = {
  newVersion: 'New version',
  whenYouLike: 'Load it whenever you like.',
  chooseAgain: 'Load it whenever you like; your files must be chosen again then.',
  reload: 'Load it now',
  kept: 'You may load the page again as well: this browser keeps all of it.',
  notKept:
    'Leave the page open: this browser does not keep it, and without a network it cannot be loaded again.',
};
