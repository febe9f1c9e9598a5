const aDay = 24 * 60 * 60 * 1000;

/**
 * Makes a function that tells what the clocks of a time zone show at a moment.
 * @returns milliseconds since 1970 as those clocks would count them
 */
export function createLocalTime(timeZone: string): (moment: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const exactly = (moment: number) => Date.parse(`${format.format(moment).replace(' ', 'T')}Z`);
  const offsetAt = (moment: number) => exactly(moment) - moment;
  // Millions of moments are told: on a day on which clocks are not changed, all alike.
  const offsets = new Map<number, number | null>();
  return (moment) => {
    const day = Math.floor(moment / aDay);
    let offset = offsets.get(day);
    if (offset === undefined) {
      const [start, end] = [offsetAt(day * aDay), offsetAt((day + 1) * aDay)];
      offset = start === end ? start : null;
      offsets.set(day, offset);
    }
    return offset === null ? exactly(moment) + (moment % 1000) : moment + offset;
  };
}
