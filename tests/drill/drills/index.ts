import type { Drill } from "../drill-form.ts";
import { damagedBackup, pointInTime } from "./backup.ts";
import { brokenDisk } from "./broken-disk.ts";
import { crash } from "./crash.ts";

import { diskFull } from "./disk-full.ts";
import { handbook } from "./handbook.ts";
import { keyRotation } from "./keys.ts";
import { lag } from "./lag.ts";
import { pooler } from "./pooler.ts";
import { promotion, replicaGone } from "./promotion.ts";
import { rollingDeploy } from "./rolling.ts";
import { tampering } from "./tampering.ts";

/** Every drill, in the order in which they are held. */
export const DRILLS: readonly Drill[] = [
  crash,
  promotion,
  replicaGone,
  lag,
  pointInTime,
  damagedBackup,
  tampering,
  keyRotation,
  pooler,
  diskFull,
  brokenDisk,
  rollingDeploy,
  handbook,
];
