import { type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

const ERASED = "Erased";

/** Projects and contracts: who agreed with whom about how much stays, what somebody wrote goes. */
export const personalProjects = {
  async objection(tx: Queryable, person: UserId): Promise<"open_contracts" | null> {
    const open = await tx.query(
      "select from projects.contract where (client_id = $1 or freelancer_id = $1) and state = 'active' limit 1",
      [uuidOf(person)],
    );
    return open.length > 0 ? "open_contracts" : null;
  },
  async erase(tx: Queryable, person: UserId): Promise<void> {
    const [id, words] = [uuidOf(person), [uuidOf(person), ERASED]];
    await tx.query(
      `update projects.proposal p set state = 'lapsed', version = p.version + 1 from projects.project own
        where own.id = p.project_id and own.client_id = $1 and p.state = 'open'`,
      [id],
    );
    await tx.query(
      `update projects.project set title = $2, description = $2, skills = '{}', version = version + 1,
         state = case when state in ('draft', 'open') then 'closed' else state end where client_id = $1`,
      words,
    );
    await tx.query(
      `update projects.proposal set message = $2, version = version + 1,
         state = case when state = 'open' then 'withdrawn' else state end where freelancer_id = $1`,
      words,
    );
    await tx.query("update projects.contract set title = $2 where client_id = $1", words);
    await tx.query("update projects.contract set end_reason = $2 where ended_by = $1", words);
  },
};
