// @ts-check
/** Serves the built site with nginx and the shipped configuration. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';

const DEPLOY = fileURLToPath(new URL('../deploy', import.meta.url));
const CANDIDATES = [process.env.NGINX_PATH, '/usr/sbin/nginx', '/usr/local/bin/nginx'];
const START_TIMEOUT_MS = 30_000;

/** @returns {string | undefined} */
export function findNginx() {
  return CANDIDATES.find((file) => file && existsSync(file));
}

/**
 * Starts nginx. Of the shipped configuration, it changes only the port, the site's folder and the
 * folder of temporary files.
 * @param {string} nginx path of the executable
 * @param {string} site the folder of the built site
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveByNginx(nginx, site) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'dishboard-nginx-'));
  cpSync(DEPLOY, scratch, { recursive: true });
  const port = await freePort();
  const file = path.join(scratch, 'nginx.conf');
  const substituted = [
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    ['root /srv/dishboard;', `root "${site}";`],
    [' /tmp/', ` ${scratch}/`],
  ].reduce(
    (text, [from = '', to = '']) => {
      if (!text.includes(from)) throw new Error(`deploy/nginx.conf has no line with ${from}`);
      return text.replaceAll(from, to);
    },
    readFileSync(file, 'utf8'),
  );
  // As root, nginx would run its workers as a user that perhaps cannot read the folder.
  const isRoot = process.getuid?.() === 0;
  writeFileSync(file, isRoot ? `user root;\n${substituted}` : substituted);

  const server = spawn(nginx, ['-c', file, '-e', 'stderr', '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  server.stderr.on('data', (text) => (stderr += String(text)));
  const ended = new Promise((resolve) => server.once('close', resolve));
  const url = `http://127.0.0.1:${port}/`;
  const close = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(scratch, { recursive: true, force: true });
  };
  const giveUpAt = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(url))) {
    if (server.exitCode !== null || Date.now() > giveUpAt) {
      await close();
      throw new Error(`nginx does not answer: ${stderr}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, close };
}

/** @param {string} url */
async function answers(url) {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
