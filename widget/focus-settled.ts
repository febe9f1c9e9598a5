/** Screen readers speak a changed status only when focus has come to rest: 150 ms. */
const settleTime = 150;

/** Fulfilled when the status may speak. */
export const focusSettled = () =>
  new Promise((resolve) => {
    setTimeout(resolve, settleTime);
  });

/** Whether the focus is on something else in the page: not in the element, and not nowhere. */
export const isElsewhere = (element: Element) =>
  document.activeElement !== document.body && !element.matches(':focus-within');

/** Moves the focus out of what goes away. Firefox would leave its caret there, and not speak the next Tab. */
export function leaveFor(control?: HTMLElement | null): void {
  getSelection()?.removeAllRanges();
  control?.focus();
}
