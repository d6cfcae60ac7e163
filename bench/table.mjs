/** Rows as a Markdown table; the keys of the first are the heads. */
export function table(rows) {
  const heads = Object.keys(rows[0]);
  const lines = [heads, ...rows.map((row) => heads.map((head) => row[head]))];
  const widths = heads.map((_, at) => Math.max(3, ...lines.map((line) => line[at].length)));
  const draw = (line) =>
    `| ${line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(" | ")} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [draw(lines[0]), rule, ...lines.slice(1).map(draw)].join("\n");
}
