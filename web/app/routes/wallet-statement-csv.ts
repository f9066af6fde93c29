import { data, type LoaderFunctionArgs } from "react-router";
import { csvOf } from "../../features/wallet/statement-csv.ts";
import { createI18n, isLang } from "../../i18n/index.ts";
import { CSV_HEADERS } from "../rows-in-pages.ts";
import { readPeriod } from "../wallet-period.ts";

/** The statement that the page of the same address shows, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { statement } = await readPeriod(args);
  if (!statement?.ok) throw data(null, { status: 404 });
  const { t, exists } = await createI18n(isLang(args.params.lang) ? args.params.lang : "en");
  const describe = (kind: string): string => {
    const known = [`period.sum.${kind}`, `wallet.kind.${kind}`, `statement.kind.${kind}`].find((key) => exists(key));
    return known ? t(known) : kind;
  };
  return new Response(csvOf(statement.value, describe), {
    headers: {
      ...CSV_HEADERS,
      "content-disposition": 'attachment; filename="statement.csv"',
    },
  });
}
