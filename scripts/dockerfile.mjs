/**
 * Reads a Dockerfile as what it does: stages with their steps. An instruction, or a form of one, that is not
 * known here is refused, for whoever reads it would leave something out.
 */
export function readDockerfile(text) {
  const stages = [];
  for (const line of instructionsOf(text)) {
    const [, word, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (word === "FROM") {
      const [, from, , name = `stage-${stages.length}`] = /^(\S+)(\s+AS\s+(\S+))?$/.exec(rest);
      stages.push({ name, from, steps: [] });
      continue;
    }
    const read = known[word];
    if (read === undefined || stages.length === 0)
      throw new Error(`Dockerfile: cannot read ${line}`);
    stages.at(-1).steps.push({ kind: word, ...read(rest) });
  }
  return stages;
}

/** Without comments, and with what is continued on the next line in one. */
const instructionsOf = (text) =>
  text
    .split("\n")
    .filter((line) => !/^\s*#/.test(line))
    .join("\n")
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const known = {
  WORKDIR: (path) => ({ path: plain(path) }),
  USER: (user) => ({ user: plain(user) }),
  EXPOSE: (port) => ({ port: plain(port) }),
  HEALTHCHECK: (rest) => ({ argv: listOf(rest.slice(rest.indexOf("CMD") + 3).trim()) }),
  CMD: (rest) => ({ argv: listOf(rest) }),
  VOLUME: (rest) => ({ paths: rest.split(/\s+/).map(plain) }),
  ENV: (rest) => ({ env: Object.fromEntries(pairsOf(rest)) }),
  RUN: (rest) => ({ commands: rest.split(/\s*&&\s*/) }),
  COPY: (rest) => {
    const [, from, paths] = /^(?:--from=(\S+)\s+)?([^-].*)$/.exec(rest) ?? [];
    if (paths === undefined) throw new Error(`Dockerfile: cannot read COPY ${rest}`);
    const list = paths.split(/\s+/).map(plain);
    return { ...(from && { from }), sources: list.slice(0, -1), to: list.at(-1) };
  },
};

function pairsOf(rest) {
  const pairs = [...rest.matchAll(/(\w+)=("[^"]*"|\S+)(?:\s+|$)/g)];
  if (pairs.map(([all]) => all).join("") !== rest)
    throw new Error(`Dockerfile: cannot read ENV ${rest}`);
  return pairs.map(([, name, value]) => [name, plain(value.replaceAll('"', ""))]);
}

/** A command as a list of words: the other form goes through a shell, which would take signals. */
function listOf(rest) {
  const list = JSON.parse(rest);
  if (!Array.isArray(list)) throw new Error(`Dockerfile: ${rest} is no list`);
  return list;
}

function plain(word) {
  if (/[$`*?]/.test(word)) throw new Error(`Dockerfile: cannot read ${word}`);
  return word;
}
