import type { FileRule, TreeRule } from "../finding.ts";
import { lastingKeys, oneClock } from "./clock.ts";
import { decisionsAreListed } from "./decisions.ts";
import { fileLength, fileNames, nothingForLater } from "./files.ts";
import { sameWords } from "./languages.ts";
import { logicalCss, logicalStyleProps } from "./logical-css.ts";
import { modulesAreWhole } from "./modules.ts";
import { wholeMoney } from "./money.ts";
import { exactVersions, lockIsComplete, lockNamesNoHost } from "./packages.ts";
import { routesHaveAPolicy } from "./routes.ts";
import { schemaOwnership, zonedTimestamps } from "./schemas.ts";

export const fileRules = {
  fileLength,
  fileNames,
  nothingForLater,
  oneClock,
  lastingKeys,
  wholeMoney,
  routesHaveAPolicy,
  schemaOwnership,
  zonedTimestamps,
  logicalCss,
  logicalStyleProps,
  exactVersions,
  lockNamesNoHost,
  lockIsComplete,
} satisfies Record<string, FileRule>;

export const treeRules = { sameWords, modulesAreWhole, decisionsAreListed } satisfies Record<string, TreeRule>;
