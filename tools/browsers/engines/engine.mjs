// @ts-check
/**
 * What the tour asks of a browser, whoever drives it.
 * @typedef {object} Driver
 * @property {string} version
 * @property {string[]} errors thrown in the page, where the browser tells
 * @property {(url: string) => Promise<void>} goto
 * @property {<A, R>(run: (argument: A) => R, argument: A) => Promise<R>} evaluate in the page; argument and result as JSON
 * @property {(selector: string) => Promise<void>} click as a hand does it: what is covered or hidden is not hit
 * @property {(files: string[]) => Promise<void>} setFiles into the page's file input
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {(file: string) => Promise<void>} screenshot
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Engine
 * @property {string} name
 * @property {string[]} packages of Debian that have it
 * @property {() => string | null} find its executable
 * @property {(executable: string, downloads: string) => Promise<Driver>} open with a fresh profile
 */

export {};
