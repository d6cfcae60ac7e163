/** What is to be drawn once nothing is pressed any more, the newest of each part. */
const waiting = new Map();
let pressed = false;

for (const begins of ["pointerdown", "keydown"])
  document.addEventListener(begins, () => (pressed = true), true);
for (const ends of ["pointerup", "pointercancel", "keyup"])
  document.addEventListener(ends, release, true);
// of the window itself, for what is released elsewhere; that of an element does not bubble
window.addEventListener("blur", release);

/** Draws at once, or after the press that is under way: a part swapped between press and release swallows it. */
export function betweenPresses(part, draw) {
  if (pressed) waiting.set(part, draw);
  else draw();
}

/** The click comes right behind the release, so its own turn comes first. */
function release() {
  pressed = false;
  setTimeout(() => {
    if (pressed) return;
    const drawList = [...waiting.values()];
    waiting.clear();
    for (const draw of drawList) draw();
  });
}
