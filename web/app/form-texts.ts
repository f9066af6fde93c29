import { FILE_IDS, FILES } from "../api/files.ts";

/** What was typed into a form that may carry files; these are read apart. Browsers send a line's end as two signs, the API takes one. */
export const textsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && name !== FILES && name !== FILE_IDS
        ? [[name, value.trim().replaceAll("\r\n", "\n")]]
        : [],
    ),
  );
