const liveRegions = '[role=status], [role=alert], [role=log], [aria-live], output';

/** What went wrong in a prompt while nobody looked. */
export interface PromptWatch {
  /** Regions that came with their text: most screen readers pass over it. */
  bornWithText: string[];
  /** What had the focus when it was taken away, and no other got it. */
  lostFocus: string[];
}

/** Every region of a part that speaks when its text changes, itself among them. */
export const liveRegionsIn = (part: Element): Element[] => [
  ...(part.matches(liveRegions) ? [part] : []),
  ...part.querySelectorAll(liveRegions),
];

const inWords = (part: Element) => part.outerHTML.replace(/\s+/g, ' ').slice(0, 120);

/** Watches a prompt from its first paint on; what it notes are faults in any test. */
export function watchPrompt(root: ShadowRoot): PromptWatch {
  const watch: PromptWatch = { bornWithText: [], lostFocus: [] };
  let holder: Element | null = null;

  function lookAtNew(part: Element) {
    for (const region of liveRegionsIn(part)) {
      if (region.textContent.trim() !== '') watch.bornWithText.push(inWords(region));
    }
  }

  function lookAtFocus() {
    const last = holder;
    holder = root.activeElement;
    if (!last || (last.isConnected && last.checkVisibility())) return;
    if (!holder || holder === last) watch.lostFocus.push(inWords(last));
  }

  root.addEventListener('focusin', () => {
    holder = root.activeElement;
  });
  // Called when all that was done at once has been done: what is there then was there at birth.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const added of addedNodes) if (added instanceof Element) lookAtNew(added);
    }
    lookAtFocus();
  }).observe(root, { subtree: true, childList: true, attributes: true });
  for (const part of root.children) lookAtNew(part);
  return watch;
}
