import { type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

/** The country in which somebody sells as a registered taxpayer: of the first company with a tax number that he sells for; or null. */
export async function taxedIn(db: Queryable, seller: UserId): Promise<string | null> {
  const row = await db.maybe<{ country: string }>(
    `select o.country from organizations.member m join organizations.organization o on o.id = m.organization_id
      where m.user_id = $1 and m.role in ('owner', 'manager', 'seller') and o.tax_number is not null
      order by m.joined_at, o.id limit 1`,
    [uuidOf(seller)],
  );
  return row?.country ?? null;
}
