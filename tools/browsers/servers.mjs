// @ts-check
/** The site's own server, which can be stopped, and another one that only listens. */
import { createServer } from 'node:http';
import { serve } from '../serve.mjs';

/**
 * @typedef {object} Servers
 * @property {string} url of the site
 * @property {string} elsewhere of another origin
 * @property {string[]} heard by either of them
 * @property {() => void} forget
 * @property {() => Promise<void>} start at the address of before
 * @property {() => Promise<void>} stop as if the network were off
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} folder of the site
 * @returns {Promise<Servers>}
 */
export async function startServers(folder) {
  /** @type {string[]} */
  const heard = [];
  const serveSite = (/** @type {number} */ port) =>
    serve(folder, {
      base: '/some/sub-path/',
      port,
      onRequest: (address) => heard.push(`own: ${address}`),
    });
  /** @type {Awaited<ReturnType<typeof serve>> | null} */
  let site = await serveSite(0);
  const { url } = site;
  const other = createServer((request, response) => {
    heard.push(`elsewhere: ${request.method} ${request.url}`);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('');
  });
  other.on('upgrade', (request, socket) => {
    heard.push(`elsewhere: UPGRADE ${request.url}`);
    socket.destroy();
  });
  await new Promise((resolve) => other.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = other.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const stop = async () => {
    await site?.close();
    site = null;
  };
  return {
    url,
    elsewhere: `http://127.0.0.1:${address.port}/`,
    heard,
    forget: () => heard.splice(0),
    start: async () => {
      site ??= await serveSite(Number(new URL(url).port));
    },
    stop,
    close: async () => {
      await stop();
      other.closeAllConnections();
      await new Promise((resolve) => other.close(resolve));
    },
  };
}
