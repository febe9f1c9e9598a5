/** How long a test waits for what shall come, in milliseconds. */
const patience = 5000;

/** Waits for the next frame of the browser. */
export const nextFrame = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
  });

/**
 * Looks once in each frame until something holds.
 * @param what says in words what was waited for, should it never come
 */
export async function waitUntil(holds: () => unknown, what: string): Promise<void> {
  const end = performance.now() + patience;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`It never came: ${what}.`);
    await nextFrame();
  }
}

/**
 * Waits until nothing more can come of what has happened: the element tells 150 ms
 * after the service has answered. Only for what must not happen.
 */
export const untilAllIsTold = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 250);
  });
