import { grantAdmin } from "#modules/identity";
import type { CliCommand } from "./command.ts";
import { complain, say, withFinanceDatabase } from "./finance-database.ts";

/** Makes a user an admin, for a marketplace that has none yet: whoever has the database and its keys may do it. */
export const adminGrant: CliCommand = {
  summary: "make the user with this address an admin: admin grant EMAIL",
  run: ([email, ...rest]) =>
    withFinanceDatabase(async ({ db, now }) => {
      if (!email || rest.length > 0) {
        complain("usage: admin grant EMAIL");
        return 2;
      }
      if (!(await grantAdmin(db, email, now))) {
        complain(`nobody has the address ${email}: register and verify it first`);
        return 1;
      }
      say(`${email} is an admin`);
      return 0;
    }),
};
