/**
 * Lets the page draw and answer before work goes on. No timer: those of a page in the background wait
 * for a second or more.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
