import { adminGrant } from "./admin.ts";
import type { CliCommand } from "./command.ts";
import { custodyCommand } from "./custody.ts";
import { filesScan } from "./files-scan.ts";
import { keysCheck, keysRotate } from "./keys.ts";
import { ledgerExport } from "./ledger-export.ts";
import { ledgerPublicKey } from "./ledger-public-key.ts";
import { ledgerCheckStatement, ledgerProve } from "./ledger-statement.ts";
import { ledgerVerify } from "./ledger-verify.ts";
import { reconcileCommand, reconcileListCommand } from "./reconcile.ts";

/** What an operator can run, one file each. */
export const commands: Readonly<Record<string, CliCommand>> = {
  "admin grant": adminGrant,
  custody: custodyCommand,
  "files scan": filesScan,
  "keys check": keysCheck,
  "keys rotate": keysRotate,
  "ledger check-statement": ledgerCheckStatement,
  "ledger export": ledgerExport,
  "ledger prove": ledgerProve,
  "ledger public-key": ledgerPublicKey,
  "ledger verify": ledgerVerify,
  reconcile: reconcileCommand,
  "reconcile list": reconcileListCommand,
};
