// @ts-check
/**
 * A running browser with one page, with the operations that the tour needs.
 * @typedef {object} Driver
 * @property {string} version
 * @property {string[]} uncaught errors in the page; empty if the protocol does not report them
 * @property {(url: string) => Promise<void>} goto
 * @property {<A, R>(run: (argument: A) => R, argument: A) => Promise<R>} evaluate runs a function in the page; argument and result must be JSON values
 * @property {(selector: string) => Promise<void>} click clicks like a user, so a covered or hidden element is not clicked
 * @property {(files: string[]) => Promise<void>} setFiles puts the files into the page's file input
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {(file: string) => Promise<void>} screenshot
 * @property {() => Promise<void>} close
 *
 * A browser that the tour can start.
 * @typedef {object} Engine
 * @property {string} name
 * @property {string[]} packages the Debian packages that contain the browser
 * @property {() => string | null} find returns the path of the executable, or null if it is not installed
 * @property {(executable: string, downloads: string) => Promise<Driver>} open starts the browser with a fresh profile and saves downloads in the folder `downloads`
 */

export {};
