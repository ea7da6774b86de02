/** Says that files stay in the browser, and how to check this. */
export const privacy = {
  open: 'Nothing leaves this browser',
  locked:
    'This page is locked. Before it read the first file, it told the browser to block all of its requests, even those to its own server. The lock holds until you close or reload the page.',
  notLocked:
    'This page is not locked yet: it is still downloading its own parts. It locks itself before it reads a file of yours.',
  requests: 'Requests of this page since it was locked',
  try: 'Try it',
  tryLead: 'The page tries to send one word to its own server in five ways.',
  send: 'Try to send',
  sending: 'Trying…',
  ways: {
    fetch: 'A request by the page (fetch)',
    beacon: 'A beacon (sendBeacon)',
    socket: 'A connection (WebSocket)',
    image: 'An image from the server',
    worker: 'A request by a worker of the page',
  },
  refused: 'refused by the browser',
  notRefused: 'not refused',
  allRefused: 'The browser refused all five.',
  someNotRefused:
    'Not all were refused: this browser, or an extension in it, does not enforce the lock.',
  check: 'Check it yourself',
  offline:
    'Switch the network off once the page is open, then load a file. Everything works as before, including the downloads.',
  network:
    'Or leave it on and watch “Network” in the developer tools while a file is read. Addresses that begin with blob: are this page’s own memory, not requests.',
  beyond: 'What a page cannot lock',
  links:
    'Links that you click open as usual. Only the Looker Studio link contains anything of yours: the names of project, dataset and tables, never the contents of a file.',
  browser: 'The browser itself and its extensions.',
  noTrustedTypes:
    'This browser has no Trusted Types, an extra protection against text that runs as a script. The lock works without it.',
  close: 'Close',
};
