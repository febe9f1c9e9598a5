/** Keeps the room that a part has now, so that nothing below it moves when what it holds goes away. */
export function holdRoom(part: HTMLElement | null | undefined): void {
  // A style that script sets passes strict policies; an attribute in a template does not.
  if (part) part.style.minBlockSize = getComputedStyle(part).blockSize;
}
