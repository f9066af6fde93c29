import { FILE_IDS, FILES } from "../api/files.ts";

/** What was typed into a form that may carry files; these are read apart. */
export const textsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && name !== FILES && name !== FILE_IDS ? [[name, value.trim()]] : [],
    ),
  );
