/** Screen readers speak a changed status only when focus has come to rest: 150 ms. */
const settleTime = 150;

/** Fulfilled when the status may speak. */
export const focusSettled = () =>
  new Promise((resolve) => {
    setTimeout(resolve, settleTime);
  });
