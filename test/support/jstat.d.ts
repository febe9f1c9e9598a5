/** As much of it as is used; it has no types of its own. */
declare module 'jstat' {
  const jStat: {
    normal: { inv: (share: number, mean: number, deviation: number) => number };
  };
  export = jStat;
}
