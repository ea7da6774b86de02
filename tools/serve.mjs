// @ts-check
/** Serves a built site as a plain static host does, without special headers and under any path. */
import { createServer } from 'node:http';
import sirv from 'sirv';

/**
 * @param {string} folder
 * @typedef {import('node:http').IncomingHttpHeaders} Headers
 *
 * @param {{ base?: string, port?: number, onRequest?: (address: string, headers: Headers) => void }} [options]
 *   `base` begins and ends with a slash; port 0 picks a free port; `onRequest` is called for each request
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, { base = '/', port = 0, onRequest } = {}) {
  const files = sirv(folder, { etag: true });
  const server = createServer((request, response) => {
    onRequest?.(`${request.method ?? ''} ${request.url ?? ''}`, request.headers);
    const notFound = () => {
      response.writeHead(404).end('Not found');
    };
    if (request.url?.startsWith(base)) {
      request.url = request.url.slice(base.length - 1);
      files(request, response, notFound);
    } else {
      notFound();
    }
  });
  server.on('upgrade', (request, socket) => {
    onRequest?.(`UPGRADE ${request.url ?? ''}`, request.headers);
    socket.destroy();
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
