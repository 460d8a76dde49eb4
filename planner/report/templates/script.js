"use strict";
// Tables sort by their headings; without this script they are tables all the same.
for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  const sums = Number(table.dataset.sums || 0);
  if (body.rows.length - sums < 2) continue;
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (!head.textContent.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows];
      const last = sums ? rows.splice(-sums) : [];
      rows.sort((a, b) => compare(a.cells[column], b.cells[column], down));
      body.append(...rows, ...last);
      document.getElementById("said").textContent =
        "Sorted by " + button.textContent.trim() + ", " + (down ? "descending" : "ascending") + ".";
    });
  });
}
function compare(a, b, down) {
  const [left, right] = [key(a), key(b)];
  if (left === null || right === null) return (left === null) - (right === null);
  const order =
    typeof left === "number" ? left - right : left.localeCompare(right, undefined, { numeric: true });
  return down ? -order : order;
}
function key(cell) {
  if (cell.classList.contains("number")) return "sort" in cell.dataset ? Number(cell.dataset.sort) : null;
  return cell.textContent.trim() || null;
}
// On paper the tables behind charts are open.
const details = [...document.querySelectorAll("details")];
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = details.filter((each) => !each.open);
  opened.forEach((each) => (each.open = true));
});
window.addEventListener("afterprint", () => opened.forEach((each) => (each.open = false)));
