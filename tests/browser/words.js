/* Where words stand on a page: for the tests that ask whether they are cut off or lie on each other.

   Each line of each text counts, a little lower than its font's full height; what is read by ear
   only, drawings and the ground of a live map (which is moved by hand) do not. */
() => {
  const APART = ".visually-hidden, .skip-link, svg, .leaflet-container, script, style, noscript";
  const lines = [];
  const isClipped = (element) => {
    const near = [element, element.parentElement, element.parentElement.parentElement];
    return near.some((one) => getComputedStyle(one).clipPath.startsWith("inset(50%"));
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || element.closest(APART) || !element.checkVisibility()) continue;
    if (isClipped(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const ease = (bottom - top) * 0.22;
      const box = { left, right, top: top + ease, bottom: bottom - ease };
      if (right - left > 2) lines.push({ element, words: node.data.trim().slice(0, 40), box });
    }
  }

  const isHiding = (element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowX);
  const isEllipsis = (element) => getComputedStyle(element).textOverflow === "ellipsis";
  const cut = lines.filter(({ element, box }) => {
    for (let around = element; around !== document.body; around = around.parentElement) {
      const edge = around.getBoundingClientRect();
      if (!isHiding(around) || isEllipsis(around)) continue;
      if (box.left < edge.left - 2 || box.right > edge.right + 2) return true;
      if (box.top < edge.top - 2 || box.bottom > edge.bottom + 2) return true;
    }
    return false;
  }).map(({ words }) => words);

  const over = [];
  lines.forEach((one, at) => lines.slice(at + 1).forEach((two) => {
    const across = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
    const down = Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top);
    if (one.element !== two.element && across > 3 && down > 3) over.push(`${one.words} | ${two.words}`);
  }));
  return { cut, over, lines: lines.length };
}
