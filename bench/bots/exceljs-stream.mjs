// exceljs and nothing else: so many rows of the columns a history has, through its streaming writer.
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import ExcelJs from "exceljs";

process.on("message", async ({ rows, dir }) => {
  const startMs = performance.now();
  const stream = createWriteStream(join(dir, "raw.xlsx"));
  const book = new ExcelJs.stream.xlsx.WorkbookWriter({ stream });
  const sheet = book.addWorksheet("Riwayat");
  for (let n = 1; n <= rows; n += 1) {
    const cells = ["Isian", "TW IV 2026", "1.1", "Nilai layanan 1.1", n, n - 1, n, "Kasi 1", ""];
    sheet.addRow([new Date(1_798_700_000_000 + n), n, ...cells]).commit();
  }
  sheet.commit();
  await book.commit();
  process.send({ result: (performance.now() - startMs) / 1_000 });
});
process.send({ result: "ready" });
