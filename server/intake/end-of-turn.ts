/**
 * Makes the function whose promise is fulfilled when all that has come in one turn of the event
 * loop has been read. Those who wait for it go on one after the other: what has just been done
 * for one costs half as much for the next, as the processor still has it at hand.
 */
export function createEndOfTurn(): () => Promise<void> {
  let turn: Promise<void> | undefined;
  return () => {
    turn ??= new Promise((resolve) => {
      setImmediate(() => {
        turn = undefined;
        resolve();
      });
    });
    return turn;
  };
}
