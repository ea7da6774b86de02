/** Texts about offline use and newer versions of the page. */
export const offline = {
  newVersion: 'New version',
  whenYouLike: 'Load it whenever you like.',
  chooseAgain: 'Load it whenever you like. You then have to choose your files again.',
  reload: 'Load it now',
  kept: 'You can also reload the page: this browser has stored all of it.',
  notKept:
    'Leave the page open: this browser has not stored it, so it cannot be reloaded without a network.',
};
