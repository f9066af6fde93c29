import { buildWeb } from "../tools/system.ts";

/** Whatever shows pages shows those of today: built once for the whole run, if they are not. */
export default (): Promise<void> => buildWeb(() => {}, new AbortController().signal);
