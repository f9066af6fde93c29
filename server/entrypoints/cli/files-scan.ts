import { scanAllAgain } from "#modules/files";
import type { CliCommand } from "./command.ts";
import { complain, say, withFinanceDatabase } from "./finance-database.ts";

/** For whoever brings in a scanner after files have come, or has learned of a virus that it did not know then. */
export const filesScan: CliCommand = {
  summary: "have every uploaded file looked at for viruses once more",
  run: (args) =>
    withFinanceDatabase(async ({ db, config, now }) => {
      if (args.length > 0 || config.virusScanner === null) {
        complain(args.length > 0 ? "usage: files scan" : "AMANA_VIRUS_SCANNER is none: there is nobody to look");
        return 2;
      }
      say(`${await scanAllAgain(db, now)} files will be looked at by the application's worker`);
      return 0;
    }),
};
