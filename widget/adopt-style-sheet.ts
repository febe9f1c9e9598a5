/**
 * Gives a shadow root its styles without an element or attribute that a strict
 * policy would block. Older browsers, which cannot, get a style element.
 */
export function adoptStyleSheet(root: ShadowRoot, text: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(Object.assign(document.createElement('style'), { textContent: text }));
  }
}
