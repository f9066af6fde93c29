import type { Row } from "../store/evaluation.ts";
import type { Bug } from "../world.ts";
import { reworded, skipped, statement } from "./patches.ts";

/** Changes what the library reads, when it asks whether a purchase is open, of the deal or of its chargebacks. */
const asTheLibraryReads = (pattern: RegExp, change: (rows: Row[]) => Row[]): Bug => ({
  intercept: () => {
    let isAsking = false;
    return (text, params, run) => {
      const rows = run(text, params);
      if (/from library\.file/.test(text)) isAsking = true;
      else if (!/^select .* from (escrow\.deal|payments\.chargeback)/s.test(text)) isAsking = false;
      return isAsking && pattern.test(text) ? change(rows) : rows;
    };
  },
});

/** Mistakes with files that were bought. */
export const FILE_BUGS: Readonly<Record<string, Bug>> = {
  "a download is open after a refund": asTheLibraryReads(/from escrow\.deal/, (rows) =>
    rows.map((row) => (row.escrow === "refunded" ? { ...row, escrow: "released", state: "completed" } : row)),
  ),
  "a download is open before it is paid for": asTheLibraryReads(/from escrow\.deal/, (rows) =>
    rows.map((row) => (row.escrow === "pending" ? { ...row, escrow: "held" } : row)),
  ),
  "a download is closed by any dispute": asTheLibraryReads(/from escrow\.deal/, (rows) =>
    rows.map((row) => (row.escrow === "disputed" ? { ...row, state: "ruled_refund" } : row)),
  ),
  "a download is open while a bank has the money": asTheLibraryReads(/from payments\.chargeback/, () => []),
  "a download is not counted": reworded(/^update library\.file set downloads/, "downloads + 1", "downloads"),
  "a file is downloaded once more than was sold": statement(/from library\.entitlement/, (text, params, run) =>
    run(text, params).map((row) => ({ ...row, most_downloads: Number(row.most_downloads) + 1 })),
  ),
  "what was paid for is not listed": skipped(/^update library\.entitlement set opened_at/),
};
