// @ts-check
/** The site's server, which the tour can stop, and a second server that only records requests. */
import { createServer } from 'node:http';
import { serve } from '../serve.mjs';

/**
 * @typedef {object} Servers
 * @property {string} url the address of the site
 * @property {string} elsewhere the address of the second server, which is another origin
 * @property {string[]} heard the requests that either server has received
 * @property {() => void} forget empties `heard`
 * @property {() => Promise<void>} start starts the site's server again at the same address
 * @property {() => Promise<void>} stop stops the site's server, as if the network were off
 * @property {() => Promise<void>} close stops both servers
 */

/**
 * @param {string} folder the built site
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
