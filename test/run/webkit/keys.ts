/** The keys of https://www.w3.org/TR/webdriver2/#keyboard-actions that write nothing, by their names. */
const namedKeys: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE006',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/**
 * The value that WebDriver has for a key.
 * @param name as the tests call it: `Enter`, or the character that it writes
 * @throws Error when there is no such key
 */
export function keyValue(name: string): string {
  if (name === '\n') return keyValue('Enter');
  const value = [...name].length === 1 ? name : namedKeys[name];
  if (value === undefined) throw new Error(`There is no key ${name} for WebKitGTK.`);
  return value;
}
