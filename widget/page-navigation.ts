/** Tells of a new address that a script has set; not every browser has it. */
const { navigation } = window as { navigation?: EventTarget };

/** Calls when the document shows another address, as single-page applications do. */
export function watchNavigation(call: () => void): void {
  addEventListener('popstate', call);
  navigation?.addEventListener('currententrychange', call);
}

/** Calls no more. */
export function unwatchNavigation(call: () => void): void {
  removeEventListener('popstate', call);
  navigation?.removeEventListener('currententrychange', call);
}
