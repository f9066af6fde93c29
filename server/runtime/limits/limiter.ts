import type { Limiter } from "#ports/limiter";
import type { Patient } from "./patience.ts";

/**
 * Counts exactly over all processes, with one call of the place for each time: for what is rare and dear, like a password or a code.
 * `factor` widens every limit; 0 switches them off.
 */
export const exactLimiter = (add: Patient, factor: number): Limiter => ({
  async take(key, { points, perSeconds }) {
    if (factor === 0) return { allowed: true };
    const standing = await add(key, 1, perSeconds);
    if (standing === null || standing.points <= Math.ceil(points * factor)) return { allowed: true };
    return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(standing.endsInMs / 1000)) };
  },
});
