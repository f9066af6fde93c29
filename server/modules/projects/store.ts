import { idOf, type ProjectId, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { ProjectState } from "@amana/core/projects";
import type { Instant } from "@amana/core/time";
import { type Queryable, type Tx, timestamp } from "#runtime/database";

/** What a client wants made. */
export type Project = {
  readonly id: ProjectId;
  readonly client: UserId;
  readonly title: string;
  readonly description: string;
  readonly category: string | null;
  readonly skills: readonly string[];
  readonly budget: { readonly min: Money; readonly max: Money };
  /** Until when it can be awarded; then it expires. */
  readonly closesAt: Instant;
  readonly state: ProjectState;
  readonly version: number;
  readonly madeAt: Instant;
  readonly publishedAt: Instant | null;
};

type Row = {
  id: string;
  client_id: string;
  title: string;
  description: string;
  category: string | null;
  skills: string[];
  currency: Currency;
  budget_min: bigint;
  budget_max: bigint;
  closes_at: Instant;
  state: ProjectState;
  version: number;
  made_at: Instant;
  published_at: Instant | null;
};
const COLUMNS = `id, client_id, title, description, category, skills, currency, budget_min, budget_max, closes_at, state, version, made_at,
  published_at`;

/** The project that this request has made before, where it has; otherwise the one that is written now. */
export async function insertProject(tx: Queryable, project: Project, requestKey: string): Promise<Project> {
  const { budget } = project;
  await tx.query(
    `insert into projects.project (${COLUMNS}, request_key) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, null, $14)
     on conflict (client_id, request_key) do nothing`,
    [
      ...[uuidOf(project.id), uuidOf(project.client), project.title, project.description, project.category],
      ...[project.skills, budget.min.currency, budget.min.minor, budget.max.minor, timestamp(project.closesAt)],
      ...[project.state, project.version, timestamp(project.madeAt), requestKey],
    ],
  );
  const row = await tx.one<Row>(`select ${COLUMNS} from projects.project where client_id = $1 and request_key = $2`, [
    uuidOf(project.client),
    requestKey,
  ]);
  return projectOf(row);
}

export async function updateProject(tx: Queryable, project: Project): Promise<void> {
  const { budget } = project;
  await tx.query(
    `update projects.project set title = $2, description = $3, category = $4, skills = $5, currency = $6, budget_min = $7, budget_max = $8,
       closes_at = $9, state = $10, version = $11, published_at = $12 where id = $1`,
    [
      ...[uuidOf(project.id), project.title, project.description, project.category, project.skills],
      ...[budget.min.currency, budget.min.minor, budget.max.minor, timestamp(project.closesAt), project.state],
      ...[project.version, project.publishedAt && timestamp(project.publishedAt)],
    ],
  );
}

export async function readProject(db: Queryable, id: ProjectId): Promise<Project | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from projects.project where id = $1`, [uuidOf(id)]);
  return row && projectOf(row);
}

/** Whatever is done to a project or its proposals is done one after the other. */
export async function lockProject(tx: Tx, id: ProjectId): Promise<Project | null> {
  const row = await tx.maybe<Row>(`select ${COLUMNS} from projects.project where id = $1 for update`, [uuidOf(id)]);
  return row && projectOf(row);
}

export type Wanted = {
  readonly words: string | null;
  /** Any of these; null for any at all. */
  readonly categories: readonly string[] | null;
  readonly currency: Currency | null;
  readonly atLeast: number | null;
  readonly atMost: number | null;
};

/** What freelancers can offer for, the newest first; of a budget that touches what is wanted. */
export async function listOpen(
  db: Queryable,
  wanted: Wanted,
  now: Instant,
  limit: number,
  beyond: { readonly at: Instant; readonly id: ProjectId } | null,
): Promise<Project[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from projects.project
      where state = 'open' and closes_at > $1
        and ($2::text is null or position(lower($2) in lower(title || ' ' || description || ' ' || array_to_string(skills, ' '))) > 0)
        and ($3::text[] is null or category = any ($3)) and ($4::text is null or currency = $4)
        and ($5::bigint is null or budget_max >= $5) and ($6::bigint is null or budget_min <= $6)
        and ($7::timestamptz is null or (published_at, id) < ($7, $8::uuid))
      order by published_at desc, id desc limit $9`,
    [
      ...[timestamp(now), wanted.words, wanted.categories, wanted.currency, wanted.atLeast, wanted.atMost],
      ...[beyond && timestamp(beyond.at), beyond && uuidOf(beyond.id), limit],
    ],
  );
  return rows.map(projectOf);
}

/** A client's own, in any state. */
export async function listOwn(
  db: Queryable,
  client: UserId,
  state: ProjectState | null,
  limit: number,
  beyond: { readonly at: Instant; readonly id: ProjectId } | null,
): Promise<Project[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from projects.project
      where client_id = $1 and ($2::text is null or state = $2) and ($3::timestamptz is null or (made_at, id) < ($3, $4::uuid))
      order by made_at desc, id desc limit $5`,
    [uuidOf(client), state, beyond && timestamp(beyond.at), beyond && uuidOf(beyond.id), limit],
  );
  return rows.map(projectOf);
}

const projectOf = (row: Row): Project => ({
  id: idOf("project", row.id),
  client: idOf("user", row.client_id),
  title: row.title,
  description: row.description,
  category: row.category,
  skills: row.skills,
  budget: { min: money(row.budget_min, row.currency), max: money(row.budget_max, row.currency) },
  closesAt: row.closes_at,
  state: row.state,
  version: row.version,
  madeAt: row.made_at,
  publishedAt: row.published_at,
});
