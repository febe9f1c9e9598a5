/**
 * Does something with each of a list, so many at a time: as soon as one is done the next
 * is taken, so that none waits for the slowest.
 */
export async function atATime<Item>(
  most: number,
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value);
    }),
  );
}
