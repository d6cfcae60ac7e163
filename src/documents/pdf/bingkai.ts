const nought = (): number => 0;

/** A table that only places things: no lines, no room around its cells. */
export const tanpaBingkai = {
  hLineWidth: nought,
  vLineWidth: nought,
  paddingLeft: nought,
  paddingRight: nought,
  paddingTop: nought,
  paddingBottom: nought,
};
