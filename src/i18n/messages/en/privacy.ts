/** What the page does so that no file leaves the browser, and how to see it. */
export const privacy = {
  open: 'Nothing leaves this browser',
  locked:
    'This page is locked. Before it read the first file, it told the browser to let it reach no server any more, not even the one that it came from. That holds until you close or reload it.',
  notLocked:
    'This page is not locked yet: it still fetches parts of itself. It reads no file of yours before.',
  requests: 'Requests of this page since it was locked',
  try: 'Try it',
  tryLead: 'The page tries to send one word to its own server, in five ways.',
  send: 'Try to send',
  sending: 'Trying …',
  ways: {
    fetch: 'A request by the page (fetch)',
    beacon: 'A beacon (sendBeacon)',
    socket: 'A connection (WebSocket)',
    image: 'An image from the server',
    worker: 'A request by a worker of the page',
  },
  refused: 'refused by the browser',
  notRefused: 'not refused',
  allRefused: 'The browser has refused every one.',
  someNotRefused:
    'Not every one was refused: this browser, or something in it, does not hold the page to its lock.',
  check: 'Check it without us',
  offline:
    'Switch the network off once the page is there, and open a file: all works as before, the downloads too.',
  network:
    'Or leave it on and watch “Network” in the developer tools while a file is read. Addresses that begin with blob: are memory of this page, and no requests.',
  beyond: 'What a page cannot lock',
  links:
    'Links that you click open as ever. Only the one to Looker Studio has anything of yours in it: the names of project, dataset and tables, and never what is in a file.',
  browser: 'The browser itself and its extensions.',
  noTrustedTypes:
    'This browser has no Trusted Types, a second guard against text that would run as a script. The lock does not need it.',
  close: 'Close',
};
