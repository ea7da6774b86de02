// @ts-check
/** `npm start`: serves the built site and prints the address. */
import { builtSite } from './built.mjs';
import { serve } from './serve.mjs';

const PREFERRED_PORT = 4173;

const dist = builtSite();
const port = Number(process.env.PORT ?? PREFERRED_PORT);
const server = await serve(dist, { port }).catch(() => serve(dist));
console.log(`Dishboard is at ${server.url} (Ctrl+C ends it)`);
